"""Whatever a scenario may say and a class may do, every event fits one news frame."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from goodpath_core.errors import LogError, Refused
from goodpath_core.play import registry
from goodpath_core.play.absence import take_up
from goodpath_core.play.albums import (
    ALBUMS_MAX,
    PICTURES_MAX,
    WHOLE,
    ArrangeAlbum,
    GiveReason,
    standing_reasons,
)
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import (
    EndSession,
    NextPhase,
    PauseWorld,
    ResumeWorld,
    StartWorld,
    phase_began,
)
from goodpath_core.play.debrief import ANSWER_LIMIT, SENTENCES_MAX, Reflect
from goodpath_core.play.event import By, Command, Draft
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.journal import cut_if_full
from goodpath_core.play.messages import (
    MENTIONS_MAX,
    HideMessage,
    PostMessage,
    SetNotice,
    TakeBackMessage,
    private_room,
)
from goodpath_core.play.moderation import HideComment, HidePost
from goodpath_core.play.narration import SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.offline import LINE_LIMIT, LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import CARDS_MAX, PublishPost, RemovePost, Repost
from goodpath_core.play.profile import FACE_LIMIT, MUSIC_LIMIT, EditPage
from goodpath_core.play.registry import EVENTS
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import ASIDE_LIMIT, AnswerStop, SignalStop, SpeakAside
from goodpath_core.play.script import DelayInject, SkipInject, armed_by, waiting
from goodpath_core.play.seats import MarkHere, Observe, OpenSeat, TakePersona
from goodpath_core.play.shortening import ShortenPhase
from goodpath_core.play.taken_down import HideAlbumName, HideReason, HideSaid
from goodpath_core.play.visits import LookAtPicture, VisitPage
from goodpath_core.scenario.measures import GROUPS_MAX, PROMPTS_MAX, QUESTIONS_MAX
from goodpath_core.text import MESSAGE_LIMIT, NAME_LIMIT, POST_LIMIT, SIGNATURE_LIMIT
from goodpath_core.wire.codec import event_blob
from goodpath_core.wire.limits import NEWS_BYTES
from goodpath_core.wire.weight import must_travel
from odd_scenarios import BULKY, Plan, card, made_of, night, person, phase, town
from town import SERVER, TEACHER, Town, one_phase

CELLS = 5
"""More copies of the cast there are not in one session."""
CAST = tuple(f"persona-with-the-longest-key-{number:03}" for number in range(40))
CARDS = tuple(f"picture-with-the-longest-key-{number:03}" for number in range(ALBUMS_MAX * PICTURES_MAX))
EVERYBODY = tuple(f"1/{key}" for key in CAST)
ME, OTHER = EVERYBODY[:2]
GROUP = "1/" + "k" * 32

OTHER_BULKY = "\U0001f328"
"""Another sign of four bytes, where no two may be called alike."""


def longest(limit: int) -> str:
    """A text of the bulkiest signs."""
    return limit * BULKY


NPC, BOARD, FAIR = "n" * 32, "k" * 32, "f" * 32
"""The longest keys of a voice, of a group, and of the town's."""


def steps() -> list[Plan]:
    """Everything that the script can make happen, each with the most it can say."""
    return [
        {"notice": {"group": BOARD, "text": longest(300)}},
        {"say": {"group": BOARD, "by": NPC, "text": longest(300)}},
        *({"whisper": {"to": key, "by": NPC, "text": longest(300)}} for key in CAST),
        {"visitors": {"pages": "everybody", "by": NPC, "count": 999, "likes": 999, "comment": longest(140)}},
        {"room": {"who": "everybody", "text": longest(2000)}},
        {"phone": {"who": "everybody", "model": longest(80), "text": longest(300)}},
        {"narrate": {"to": [*CAST], "text": longest(2000)}},
        {"move": {"who": "everybody", "place": "free", "text": longest(300)}},
    ]


def largest() -> Plan:
    """The most that a scenario may say in each place where it becomes an event."""
    injects = [
        {"key": "i" * 32, "at": "1s", "do": steps()},
        {"when": {"first": "post"}, "after": "1m", "narrate": {"text": "x"}},
        *({"at": "1m", "narrate": {"text": "x"}} for _ in range(2)),
    ]
    groups = {
        BOARD: {"name": longest(80), "owner": CAST[0], "members": "everybody", "notice": longest(300)},
        FAIR: {
            "name": longest(79) + OTHER_BULKY,
            "owner": CAST[0],
            "members": "everybody",
            "notice": longest(300),
            "town": "on",
        },
    }
    other = {"owner": CAST[0], "members": CAST[0]}
    plan = phase(
        longest(80),
        ask=longest(300),
        prompts=PROMPTS_MAX * [longest(300)],
        injects=injects,
        allow={"chat": "on", "page": "on", "visit": "on", "pictures": PICTURES_MAX, "swaps": "999"},
    )
    return town(
        title=longest(80),
        npcs={NPC: {"name": longest(80), "about": "x"}},
        personas={
            key: person(n, nickname=f"{n:02}" + longest(30), signature=longest(50))
            for n, key in enumerate(CAST)
        },
        groups={**groups, **{f"g{n}": {"name": f"Group {n}", **other} for n in range(GROUPS_MAX - 2)}},
        skins={"s" * 32: longest(80)},
        cards={key: card() for key in CARDS},
        decks={"deck": {"name": "Deck", "cards": [*CARDS]}},
        before=[
            {"at": "-1h", "by": CAST[0], "post": longest(140), "card": CARDS[0], "likes": [*CAST]},
            {"at": "-1h", "by": NPC, "group": FAIR, "say": longest(300)},
        ],
        phases=[plan, night("10s")],
        debrief={
            "lasts": "3m",
            "questions": QUESTIONS_MAX * [longest(300)],
            "step_out": SENTENCES_MAX * [longest(80)],
        },
    )


def deeds(post: int, line: int) -> Iterable[Command]:
    """Everything a player can do with the phone in the hand, each with the most it can say."""
    room = private_room(ME, OTHER)
    choices = [CARDS[at : at + PICTURES_MAX] for at in range(0, len(CARDS), PICTURES_MAX)]
    yield PostMessage(room=GROUP, text=longest(MESSAGE_LIMIT), mentions=EVERYBODY[1 : 1 + MENTIONS_MAX])
    yield PostMessage(room=room, text=longest(MESSAGE_LIMIT))
    yield SetNotice(room=GROUP, text=longest(400))
    yield EditPage(
        nickname=longest(NAME_LIMIT),
        signature="x" + longest(SIGNATURE_LIMIT - 1),
        face=longest(FACE_LIMIT),
        skin="s" * 32,
        music=longest(MUSIC_LIMIT),
    )
    yield PublishPost(text=longest(POST_LIMIT), cards=CARDS[:CARDS_MAX])
    yield PublishPost(text="Only for me.", visible_to="me")
    for cards in reversed(choices):
        yield ArrangeAlbum(name=longest(NAME_LIMIT), cards=cards)
        yield from (GiveReason(card=one, text=longest(POST_LIMIT)) for one in (WHOLE, *cards))
    for number, audience in enumerate((*["all"] * (ALBUMS_MAX - 2), "me"), start=1):
        album = f"{number}" + 39 * "a"
        yield ArrangeAlbum.model_validate(
            {"album": album, "name": longest(NAME_LIMIT), "cards": choices[0], "visible_to": audience}
        )
    yield LikeThing(page=ME, thing=f"card:{CARDS[0]}")
    yield WriteComment(page=ME, thing=f"card:{CARDS[0]}", text=longest(POST_LIMIT))
    yield VisitPage(page=OTHER)
    yield SpeakAside(room=GROUP, text=longest(ASIDE_LIMIT))
    yield RemovePost(post=post)
    yield TakeBackMessage(room=GROUP, message=line)
    yield SignalStop()
    yield PutPhoneDown()
    yield SayAloud(text=longest(LINE_LIMIT))
    yield Think(text=longest(LINE_LIMIT))
    yield LookAround()
    yield PlugIn()
    yield PickUpPhone()


def do(session: Town, command: Command, by: By) -> int:
    """Carry a command out; the number of its first event."""
    drafts = registry.decide(session.world, command, by, session.now)
    must_travel(drafts)
    events = [session.apply(draft, by.author) for draft in drafts]
    for armed in [draft for event in events for draft in armed_by(session.world, event)]:
        session.apply(armed, "script")
    return events[0].seq


def full_house() -> Town:
    """Every persona of the first cell is played, and everything that the script has at first has happened."""
    session = Town(CELLS, made_of(largest()))
    while len(session.world.seats) < CELLS * len(CAST):
        do(session, OpenSeat(), SERVER)
    places = [number for number, seat in session.world.seats.items() if seat.cell == 1]
    for number, persona in zip(places, EVERYBODY, strict=True):
        do(session, TakePersona(persona=persona), session.seat(number))
    do(session, StartWorld(), TEACHER)
    session.wait(1)
    session.tick()
    return session


def play(session: Town) -> None:
    """Let one persona do everything, with all others beside it in the room, plugged in before it."""
    me, other = session.player(ME), session.player(OTHER)
    post = do(session, PublishPost(text="x"), me)
    line = do(session, PostMessage(room=GROUP, text="x"), me)
    for one in EVERYBODY[1:]:
        do(session, PutPhoneDown(), session.player(one))
        do(session, PlugIn(), session.player(one))
    for command in deeds(post, line):
        do(session, command, me)
    do(session, PickUpPhone(), other)
    do(session, LookAtPicture(page=ME, thing=f"card:{CARDS[0]}"), other)
    do(session, Repost(page=ME, thing=f"card:{CARDS[0]}", text=longest(POST_LIMIT)), other)
    do(session, PutPhoneDown(), me)
    while not cut_if_full(session.world, ME, 1):
        do(session, SayAloud(text=longest(LINE_LIMIT)), me)
    do(session, SayAloud(text="x"), me)
    do(session, ReadBriefing(), me)


def teach(session: Town) -> None:
    """Let the teacher and the server do everything."""
    line = next(message.seq for message in session.world.rooms[GROUP].messages if not message.gone)
    page = session.world.pages[ME]
    post = next(post.seq for post in page.posts if not post.gone)
    word = page.responses[f"card:{CARDS[0]}"].comments[0][0]
    late, later = [inject.key for inject, cell, due in waiting(session.world) if cell == 1 and due][-2:]
    others = tuple(f"2/{name}" for name in CAST[:20])
    for command in (
        SpeakAsNarrator(text=longest(1000), to=(*EVERYBODY, *others)),
        SpeakAsNpc(npc="n" * 32, room=private_room(ME, "npc:" + "n" * 32), text=longest(1000)),
        HideMessage(room=GROUP, message=line),
        HidePost(page=ME, post=post),
        HideComment(page=ME, comment=word),
        HideFace(page=ME, part="signature", version=page.face.seq),
        HideSaid(line=next(said.seq for said in session.world.journal if said.kind == "said")),
        HideAlbumName(page=ME, album=next(iter(page.albums))),
        PauseWorld(why=longest(200)),
        ResumeWorld(),
        DelayInject(inject=late, cell=1, seconds=60),
        SkipInject(inject=later, cell=1),
        AnswerStop(seat=session.player(ME).seat),
    ):
        do(session, command, TEACHER)
    do(session, MarkHere(seat=2, here=True), SERVER)
    do(session, Observe(), session.player(EVERYBODY[-1]))
    do(session, CloseSeat(seat=session.player(EVERYBODY[-2]).seat), SERVER)
    for draft in take_up(session.world, session.wall_ms, session.now):
        session.apply(draft, "server")


def test_the_largest_session_of_the_largest_scenario_fits_the_wire() -> None:
    session = full_house()
    play(session)
    teach(session)
    do(session, ExtendPhase(), TEACHER)
    do(session, ShortenPhase(), TEACHER)
    do(session, NextPhase(), TEACHER)
    do(session, NextPhase(), TEACHER)
    do(session, Reflect(answers=SENTENCES_MAX * (longest(ANSWER_LIMIT),)), session.player(ME))
    reasons = standing_reasons(session.world.pages[ME])
    do(session, HideReason(page=ME, card=next(iter(reasons))), TEACHER)
    do(session, EndSession(), TEACHER)

    sizes: dict[str, int] = {}
    for event in session.events:
        sizes[event.fact.kind] = max(sizes.get(event.fact.kind, 0), len(event_blob(event)))

    assert set(sizes) == set(EVENTS), "every kind of event has happened"
    assert max(sizes.values()) <= NEWS_BYTES, sizes
    # What is the largest is truly large: this session is no small one.
    assert sorted(sizes, key=sizes.__getitem__)[-3:] == [
        "message.posted",
        "debrief.began",
        "reflection.written",
    ]


def test_what_could_never_be_told_is_refused_before_it_happens() -> None:
    session = Town()
    heavy = replace(one_phase().phases[0], prompts=(longest(20_000),))
    drafts = [Draft(phase_began(heavy, 0, 0), "all")]
    with pytest.raises(Refused, match="more than can be told at once"):
        must_travel(drafts)
    event = registry.stamp(session.world, drafts[0], "script", session.now)
    with pytest.raises(LogError, match="too large to be sent"):
        event_blob(event)
