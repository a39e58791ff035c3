"""An evening of any scenario without a network: a few play, the script's clock goes on, until the debrief."""

from collections.abc import Iterator

from goodpath.library import Loaded

from goodpath_core.errors import Refused
from goodpath_core.play.albums import WHOLE, ArrangeAlbum, GiveReason
from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import By, Command, key_of
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.script import next_due
from goodpath_core.play.visits import LookAtPicture, VisitPage
from review.played_class import TEACHER, PlayedClass

PLAYERS = 3
"""So many personas are played; the others are left to themselves."""
MOST_STOPS = 2_000
"""More often no script of an evening wakes up."""


class OddEvening(PlayedClass):
    """A session in which everybody tries everything whenever the script has done something."""

    def __init__(self, loaded: Loaded, cells: int = 1) -> None:
        super().__init__(loaded, cells)
        self.players = [self.seat(f"1/{key}") for key in list(loaded.scenario.personas)[:PLAYERS]]
        self.refused: set[str] = set()
        """Codes with which something was refused."""

    def begin(self) -> None:
        """Let the first phase begin."""
        self.after(0, StartWorld(), TEACHER)

    def go_on(self) -> bool:
        """Let everybody try everything, then go to the script's next moment; whether play still goes on."""
        for player in self.players:
            for command in deeds(self, player):
                self._try(command, player)
        at = next_due(self.world)
        assert at is not None, "a world that is played waits for something"
        # A moment may lie between two milliseconds.
        self.wait(max(1, at - self.now_ms) / 1000)
        return self.world.session.stage == "playing"

    def end(self) -> None:
        """Everybody steps out of the role, and the session ends."""
        for player in self.players:
            answers = tuple("So." for _ in self.world.session.step_out)
            self.after(0, Reflect(answers=answers), player)
        self.after(0, EndSession(), TEACHER)

    def _try(self, command: Command, by: By) -> None:
        try:
            self.after(0, command, by)
        except Refused as no:
            assert no.text.endswith(".")
            self.refused.add(no.code)


def played(loaded: Loaded, cells: int = 1) -> OddEvening:
    """The whole evening."""
    evening = OddEvening(loaded, cells)
    evening.begin()
    assert any(not evening.go_on() for _ in range(MOST_STOPS)), "the script comes to an end"
    evening.end()
    return evening


def deeds(evening: OddEvening, by: By) -> Iterator[Command]:
    """What somebody tries, first with the phone in the hand and then without."""
    world, scenario, me = evening.world, evening.loaded.scenario, by.persona
    decks = scenario.personas[key_of(me)].decks
    cards = tuple(dict.fromkeys(card for deck in decks for card in scenario.decks[deck].cards))
    other = next((one for one in world.pages if one.startswith("1/") and one != me), "1/nobody")
    yield PickUpPhone()
    yield EditPage(
        nickname=f"Cloud {by.seat} of {world.phase.index}",
        signature="So.",
        skin=next(iter(scenario.skins), "plain"),
    )
    yield from (ArrangeAlbum(cards=cards[:most]) for most in (0, world.phase.allow.pictures))
    yield from (GiveReason(card=card, text="It shines.") for card in (*cards[:1], WHOLE))
    yield PublishPost(text="Today.", cards=cards[:1])
    for room in (*(room for room in world.rooms if room.startswith(("0/", "1/"))), private_room(me, other)):
        yield PostMessage(room=room, text="Hello.")
    yield VisitPage(page=other)
    posts = world.pages[other].posts if other in world.pages else []
    for thing in (
        "page",
        *(f"card:{card}" for card in cards[:1]),
        *(f"post:{post.seq}" for post in posts[-1:]),
    ):
        yield LookAtPicture(page=other, thing=thing)
        yield LikeThing(page=other, thing=thing)
        yield WriteComment(page=other, thing=thing, text="So.")
        yield Repost(page=other, thing=thing, text="Look.")
    yield PutPhoneDown()
    yield from (
        SayAloud(text="Who is there?"),
        Think(text="I am tired."),
        LookAround(),
        PlugIn(),
        PickUpPhone(),
    )
