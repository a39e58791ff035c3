"""What is said to a class that does not play is on the screen: in the debrief and in a pause."""

from collections.abc import Callable

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, told
from client.screens.test_debrief import debriefed
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.screens.said_now import said_now
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.play.event import Command
from goodpath_core.play.narration import SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.seats import TakePersona

BELL = SpeakAsNarrator(text="Class, please look at page two.")


def a_room(stage: Stage) -> str:
    """A group that seat 1 reads."""
    return next(iter(stage.store.world.rooms))


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("watching", [False, True], ids=["a player", "an observer"])
async def test_what_is_said_in_the_debrief_stands_on_its_screen(
    watching: bool, size: tuple[int, int]
) -> None:
    stage = debriefed(watching)
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Narrator" not in screen_text(app)
        room, npc = a_room(stage), next(iter(stage.scenario.npcs))
        stage.do(BELL, TEACHER)
        stage.do(SpeakAside(room=room, text="Quiet, please."), TEACHER)
        stage.do(SpeakAside(room=room, text="Which one?"), stage.student(2))
        await settle(pilot)
        assert told(app) == []
        await seen(pilot, "Narrator: Class, please look at page two.")
        text = screen_text(app)
        assert text.index("seat 2 (out of") < text.index("teacher (out of") < text.index("Narrator:")
        stage.do(SpeakAsNpc(npc=npc, room=room, text="Bye."), TEACHER)
        await settle(pilot)
        await seen(pilot, "Bye.")
        assert len(said_now(stage.store)) == 3
        assert app.screen.query_one("#all").size.height >= 8


def test_the_line_of_an_npc_bears_no_sign_as_in_chats_and_others_bear_theirs() -> None:
    stage = debriefed()
    room, npc = a_room(stage), next(iter(stage.scenario.npcs))
    for said in (SpeakAsNpc(npc=npc, room=room, text="Bye."), SpeakAside(room=room, text="Quiet."), BELL):
        stage.do(said, TEACHER)
    assert [(para.lead, para.text.rpartition(": ")[2]) for para in said_now(stage.store)] == [
        ("~", BELL.text),
        ("#", "Quiet."),
        ("", "Bye."),
    ]


@pytest.mark.parametrize("paused", [False, True])
async def test_what_was_told_in_the_last_second_of_play_is_not_said_to_the_debrief(paused: bool) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    if paused:
        stage.do(PauseWorld(), TEACHER)
    stage.do(SpeakAsNarrator(text="It is too dark for anything."), TEACHER)
    stage.do(SpeakAside(room=a_room(stage), text="Hush."), TEACHER)
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "You are yourself again")
        assert "dark for" not in screen_text(app) and "Hush" not in screen_text(app)


async def test_a_long_word_leaves_room_for_the_rest_of_the_debrief() -> None:
    stage = debriefed()
    app = stage.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        stage.do(SpeakAsNarrator(text="Look! " + "word " * 190), TEACHER)
        await seen(pilot, "Narrator: Look!")
        assert app.screen.query_one("#all").size.height >= 8


@pytest.mark.parametrize(
    "say",
    [lambda room: BELL, lambda room: SpeakAside(room=room, text=BELL.text)],
    ids=["the narrator", "the teacher"],
)
async def test_what_is_said_in_the_debrief_is_told_on_whatever_screen_is_open(
    say: Callable[[str], Command],
) -> None:
    stage = debriefed()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.open(AllPagesScreen())
        await settle(pilot)
        stage.do(say(a_room(stage)), TEACHER)
        await settle(pilot)
        assert [BELL.text in words for words in told(app)] == [True]


async def test_the_own_words_out_of_character_are_not_told_to_oneself() -> None:
    stage = debriefed()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(SpeakAside(room=a_room(stage), text="It was me."))
        await seen(pilot, "seat 1 (out of character")
        assert told(app) == []


async def test_what_the_teacher_says_in_a_pause_is_told_on_every_screen() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(BELL, TEACHER)
        await settle(pilot)
        assert told(app) == []
        stage.now_ms += 5_000
        stage.do(PauseWorld(), TEACHER)
        app.run_slash("/life")
        await settle(pilot)
        stage.do(SpeakAsNarrator(text="Stop, listen."), TEACHER)
        await settle(pilot)
        assert any("Stop, listen." in words for words in told(app))
        stage.do(SpeakAside(room=a_room(stage), text="Eyes up."), TEACHER)
        await settle(pilot)
        assert any("teacher" in words and "Eyes up." in words for words in told(app))
