"""A class of forty that does nothing but fill the state, until every list in it is full."""

from collections.abc import Iterator
from itertools import combinations

from goodpath_core.play.albums import ALBUMS_MAX, PICTURES_MAX, AlbumArranged, ReasonGiven
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.debrief import ReflectionWritten
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.messages import MENTIONS_MAX, GroupOpened, MessagePosted, private_room
from goodpath_core.play.offline import LINE_LIMIT, SaidAloud
from goodpath_core.play.posts import PostPublished
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.registry import reduce
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.seats import SPARE_SEATS, CellOpened, PersonStart, SeatOpened
from goodpath_core.play.state import World
from goodpath_core.play.visits import PageVisited
from goodpath_core.scenario.measures import GROUPS_MAX
from goodpath_core.text import MESSAGE_LIMIT, NAME_LIMIT, POST_LIMIT, SIGNATURE_LIMIT

CAST = tuple(f"1/somebody-with-a-long-name-{number:02}" for number in range(40))
"""As many as a scenario can have, all in one cell, which makes the most pairs."""
SEATS = range(1, 2 * len(CAST) + SPARE_SEATS + 1)
CARDS = tuple(f"a-picture-with-a-long-name-{number}" for number in range(PICTURES_MAX * 2))
GROUPS = tuple(f"1/group-{number}" for number in range(GROUPS_MAX))
LONG = MESSAGE_LIMIT * "\U0001f327"
"""The longest line, in the widest characters."""
POST = POST_LIMIT * "\U0001f327"


def full_world() -> World:
    """The state that is left when everybody has done everything more often than is kept."""
    world = World()
    for seq, (voice, room, fact) in enumerate(_deeds(), 1):
        reduce(world, Event(seq, 1_700_000_000_000, 100_000, 0, 1, "", "", voice, room, "", fact))
    return world


def _deeds() -> Iterator[tuple[str, str, Fact]]:
    starts = [PersonStart(id=one, house="1/row", number="100200300") for one in CAST]
    yield "", "", CellOpened(persons=tuple(starts))
    yield from (("", "", SeatOpened(seat=seat, cell=1)) for seat in SEATS)
    yield from _chats()
    for seat in SEATS:
        written = ReflectionWritten(answers=8 * (LONG[:1000],), seat=seat)
        yield from ((CAST[seat % 40], "", written) for _ in range(3))
    for one in CAST:
        yield from _own(one)
        yield from _of_others(one)


def _chats() -> Iterator[tuple[str, str, Fact]]:
    for group in GROUPS:
        yield "", group, GroupOpened(name=NAME_LIMIT * "x", owner=CAST[0], members=CAST)
        yield from ((CAST[n % 40], group, MessagePosted(text=LONG)) for n in range(12))
    for one, other in combinations(CAST, 2):
        for _ in range(3):
            yield one, private_room(one, other), MessagePosted(text=LONG)
    for _ in range(2 * CLASS.lines):
        yield CAST[0], GROUPS[0], MessagePosted(text="x", mentions=CAST[:MENTIONS_MAX])


def _own(one: str) -> Iterator[tuple[str, str, Fact]]:
    for _ in range(CLASS.versions + 5):
        signature = SIGNATURE_LIMIT * "\U0001f327"
        yield one, one, PageEdited(nickname=NAME_LIMIT * "\U0001f327", signature=signature, music=60 * "雨")
    for _ in range(CLASS.posts + 5):
        for sight in ("all", "me"):
            yield one, one, PostPublished(text=POST, cards=CARDS[:3], visible_to=sight)
    for n in range(ALBUMS_MAX):
        yield one, one, AlbumArranged(album=f"album-{n}", name=POST[:32], cards=CARDS[:PICTURES_MAX])
    yield from ((one, one, ReasonGiven(card=card, text=POST)) for card in CARDS)
    said = SaidAloud(text=LONG[:LINE_LIMIT], heard=CAST)
    # A voice is cut at this number: what is said next leaves the state with the command that says it.
    yield from ((one, "", said) for _ in range(CLASS.said * 3 // 2))


def _of_others(one: str) -> Iterator[tuple[str, str, Fact]]:
    for card in CARDS:
        yield from ((other, one, ThingLiked(thing=f"card:{card}")) for other in CAST)
    for n in range(CLASS.comments + 5):
        yield CAST[n % 40], one, CommentWritten(thing=f"card:{CARDS[n % 48]}", text=POST)
    for other in CAST[:8]:
        yield from ((other, one, PageVisited()) for _ in range(CLASS.visits + 2))
