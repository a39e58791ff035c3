"""Who asks to watch, and watches already by then, hears of no refusal, by keys and by lines."""

import pytest

from client.line_terminal import terminal, town_with_ming, yuting
from client.screens.stage import Stage, screen_text, settle
from goodpath_client.changes import Change
from goodpath_client.so_already import is_so_already
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import HandOver, Observe
from town import TEACHER

WATCHES = "You watch already, so nothing has changed."


@pytest.mark.parametrize(
    ("command", "code", "so"),
    [
        (Observe(), "no_change", True),
        (ReadBriefing(), "no_change", True),
        (Observe(), "seat_gone", False),
        (EditPage(nickname="Rain"), "no_change", False),
        (PostMessage(room="1/line3", text="x"), "too_long", False),
        (None, "no_change", False),
    ],
)
def test_only_what_asks_for_a_state_that_is_there_is_so_already(
    command: Command | None, code: str, so: bool
) -> None:
    assert is_so_already(Change("refused", code=code, command=command)) == so


async def test_a_yes_to_watching_that_comes_after_the_persona_was_handed_on_is_no_error() -> None:
    stage = Stage("ten-pictures")
    stage.start()
    app = stage.app()
    stage.link.answers = True
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.action_deed("observe")
        await settle(pilot)
        stage.do(HandOver(persona="1/yuting", seat=2), TEACHER)
        await pilot.press("y")
        await settle(pilot)
        assert stage.link.commands[-1] == Observe() and stage.store.role == "observer"
        assert "watch already" not in screen_text(app)
        assert not [note for note in app._notifications if "already" in note.message]


async def test_watching_asked_for_twice_before_the_first_answer_is_no_error_in_lines() -> None:
    async with yuting() as me:
        before = len(me.printed)
        for line in ("/observe yes", "/observe yes", "/where"):
            me.typed.put_nowait(f"{line}\n")
        await me.hear("Seat 2. You watch.", before)
        await me.type("/rooms", "The fair")
        assert not [line for line in me.printed[before:] if "Not done" in line]
        await me.type("/again", "Nothing was refused that could be asked for again.")


async def test_who_watches_and_types_that_again_is_told_so_and_nothing_is_asked_for() -> None:
    async with terminal(town_with_ming()) as me:
        await me.type("/observe", "You watch.")
        asked = len(me.server.carried_out)
        await me.type("/observe", WATCHES)
        await me.type("/observe yes", WATCHES)
        assert len(me.server.carried_out) == asked
        assert not [line for line in me.printed if "Not done" in line]
