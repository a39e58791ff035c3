"""What is said and told outside the phone, and how its oldest lines leave the state."""

import pytest

from goodpath_core.play.bounds import ENDLESS
from goodpath_core.play.event import Command, Event
from goodpath_core.play.journal import JournalCut
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.registry import reduce
from town import TEACHER, Town, playing


def at_home() -> Town:
    """Yuting and her housemate have put their phones down."""
    town = playing()
    for key in ("1/yuting", "1/chunmei"):
        town.do(PutPhoneDown(), town.player(key))
    return town


@pytest.mark.parametrize("command", [SayAloud(text="so"), Think(text="so")], ids=["said", "thought"])
def test_a_voice_is_shortened_when_it_has_said_much_and_no_other_is(command: Command) -> None:
    town = at_home()
    town.do(SayAloud(text="hello"), town.player("1/chunmei"))
    for _ in range(90):
        assert len(town.do(command, town.player("1/yuting"))) == 1

    drafts = town.do(command, town.player("1/yuting"))

    journal = town.world.journal
    assert [line.text for line in journal] == ["hello", *["so"] * 61]
    cut = drafts[1].fact
    assert isinstance(cut, JournalCut)
    assert cut.before == journal[1].seq
    assert set(drafts[1].audience.removeprefix("people:").split(",")) == {"1/yuting", "1/chunmei"}


def test_the_narrator_is_shortened_for_everybody() -> None:
    town = playing()
    for _ in range(90):
        town.do(SpeakAsNarrator(text="A bell."), TEACHER)
    drafts = town.do(SpeakAsNarrator(text="A bell."), TEACHER)
    assert [(draft.fact.kind, draft.audience, draft.cell) for draft in drafts] == [
        ("narrated", "all", 0),
        ("journal.cut", "all", 0),
    ]
    assert len(town.world.journal) == 61


def test_a_review_reads_all_that_was_said() -> None:
    town = at_home()
    town.world.bounds = ENDLESS
    for _ in range(200):
        town.do(SayAloud(text="so"), town.player("1/yuting"))
    cut = Event(town.world.seq + 1, 0, 0, 0, 1, "", "", "1/yuting", "", "", JournalCut(before=10**6))
    reduce(town.world, cut)
    assert len(town.world.journal) == 200
