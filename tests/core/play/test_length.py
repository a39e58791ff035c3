"""How long what somebody writes may be: counted after cleaning, which may make it shorter or longer."""

from collections.abc import Callable

import pytest

from goodpath_core.play.control import WHY_LIMIT, NextPhase, PauseWorld
from goodpath_core.play.debrief import ANSWER_LIMIT, Reflect
from goodpath_core.play.event import By, Command
from goodpath_core.play.messages import NOTICE_LIMIT, PostMessage, SetNotice
from goodpath_core.play.narration import WORDS_LIMIT, SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.safety import ASIDE_LIMIT, SpeakAside
from goodpath_core.text import MESSAGE_LIMIT
from town import TEACHER, Town, one_phase, playing

THREEFOLD = "\ufb2c"
"""One sign that cleaning writes as three."""
Make = Callable[[str], Command]
Who = Callable[[Town], By]


def student(town: Town) -> By:
    return town.player("1/yuting")


def teacher(town: Town) -> By:
    return TEACHER


WRITTEN: tuple[tuple[str, Make, Who, int], ...] = (
    ("line", lambda text: PostMessage(room="1/line3", text=text), student, MESSAGE_LIMIT),
    ("notice", lambda text: SetNotice(room="1/line3", text=text), student, NOTICE_LIMIT),
    ("aside", lambda text: SpeakAside(room="1/line3", text=text), student, ASIDE_LIMIT),
    ("narrator", lambda text: SpeakAsNarrator(text=text), teacher, WORDS_LIMIT),
    ("NPC", lambda text: SpeakAsNpc(npc="zhou", room="1/line3", text=text), teacher, WORDS_LIMIT),
    ("reason of a pause", lambda text: PauseWorld(why=text), teacher, WHY_LIMIT),
    ("sentence", lambda text: Reflect(answers=("I", text)), student, ANSWER_LIMIT),
)
CASES = [pytest.param(make, who, limit, id=name) for name, make, who, limit in WRITTEN]


def town_for(command: Command) -> Town:
    town = playing(one_phase())
    if isinstance(command, Reflect):
        town.do(NextPhase(), TEACHER)
    return town


@pytest.mark.parametrize(("make", "who", "limit"), CASES)
def test_what_cleaning_takes_away_does_not_count(make: Make, who: Who, limit: int) -> None:
    command = make("x" * limit + "\u200b \n")
    town = town_for(command)
    (draft, *_) = town.do(command, who(town))
    assert "x" * limit in repr(draft.fact)


@pytest.mark.parametrize(("make", "who", "limit"), CASES)
@pytest.mark.parametrize("over", ["x", THREEFOLD], ids=["one more", "signs that grow"])
def test_what_is_longer_when_it_is_clean_is_refused(make: Make, who: Who, limit: int, over: str) -> None:
    command = make("x" * limit + over if over == "x" else THREEFOLD * limit)
    town = town_for(command)
    assert town.refused(command, who(town)) == "too_long"
