"""What is said and told outside the phone, and how its oldest lines leave the state."""

import pytest

from goodpath_core.play.bounds import ENDLESS
from goodpath_core.play.event import Command, Draft, Event
from goodpath_core.play.journal import JournalCut
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import SayAloud, Think, Thought
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.registry import reduce
from goodpath_core.play.seats import HandOver
from town import TEACHER, Town, playing


def at_home() -> Town:
    """Yuting and her housemate have put their phones down."""
    town = playing()
    for key in ("1/yuting", "1/chunmei"):
        town.do(PutPhoneDown(), town.player(key))
    return town


@pytest.mark.parametrize(
    ("command", "told", "seat"),
    [(SayAloud(text="so"), "people:1/yuting,1/chunmei", 0), (Think(text="so"), "seat:1", 1)],
    ids=["said", "thought"],
)
def test_a_voice_is_shortened_when_it_has_said_much_and_no_other_is(
    command: Command, told: str, seat: int
) -> None:
    town = at_home()
    town.do(SayAloud(text="hello"), town.player("1/chunmei"))
    for _ in range(75):
        assert len(town.do(command, town.player("1/yuting"))) == 1

    drafts = town.do(command, town.player("1/yuting"))

    journal = town.world.journal
    assert [line.text for line in journal] == ["hello", *["so"] * 51]
    cut = JournalCut(before=journal[1].seq, seat=seat)
    assert drafts[1] == Draft(cut, told, 1, "1/yuting")


def test_each_seat_is_told_of_its_own_thoughts_and_the_house_of_what_was_said() -> None:
    town = at_home()
    town.do(Think(text="mine"), town.seat(1))
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    town.do(SayAloud(text="so"), town.seat(5))
    for _ in range(73):
        town.do(Think(text="theirs"), town.seat(5))
    drafts = town.do(Think(text="theirs"), town.seat(5))
    assert [(type(draft.fact), draft.audience) for draft in drafts] == [
        (Thought, "seat:5"),
        (JournalCut, "people:1/yuting,1/chunmei"),
        (JournalCut, "seat:1"),
        (JournalCut, "seat:5"),
    ]
    assert [line.text for line in town.world.journal] == ["theirs"] * 51


def test_the_narrator_is_shortened_for_everybody() -> None:
    town = playing()
    for _ in range(75):
        town.do(SpeakAsNarrator(text="A bell."), TEACHER)
    drafts = town.do(SpeakAsNarrator(text="A bell."), TEACHER)
    assert [(draft.fact.kind, draft.audience, draft.cell) for draft in drafts] == [
        ("narrated", "all", 0),
        ("journal.cut", "all", 0),
    ]
    assert len(town.world.journal) == 51


def test_a_review_reads_all_that_was_said() -> None:
    town = at_home()
    town.world.bounds = ENDLESS
    for _ in range(200):
        town.do(SayAloud(text="so"), town.player("1/yuting"))
    cut = Event(town.world.seq + 1, 0, 0, 0, 1, "", "", "1/yuting", "", "", JournalCut(before=10**6))
    reduce(town.world, cut)
    assert len(town.world.journal) == 200
