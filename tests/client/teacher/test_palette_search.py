"""The console's palette finds a deed by every word of its help, also what is done in the rooms."""

import pytest
from textual.widgets import OptionList

from client.teacher.classroom import Classroom, seen
from goodpath_client.teacher.keys import BY_NAME


@pytest.mark.parametrize(
    ("words", "name"),
    [("narrator", "narrate"), ("longer", "more time"), ("code", "new code"), ("reads", "notice")],
)
async def test_a_deed_is_found_by_the_words_of_its_help(words: str, name: str) -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "Nothing has started")
        await pilot.press("ctrl+p", *words)
        await seen(app, name)
        options = app.screen.query_one(OptionList).options
        assert name in [str(option.prompt).partition("\n")[0] for option in options]


async def test_what_is_done_in_the_rooms_says_so_when_it_is_chosen_on_the_console() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "Nothing has started")
        await pilot.press("ctrl+p", *"hurts")
        await seen(app, "hide what hurts")
        await pilot.press("escape", "ctrl+p", *"album")
        await seen(app, "In the rooms (F3).")
        await pilot.press("enter")
        await seen(app, "Open the rooms with F3; it is done there: hide.")


async def test_while_something_is_asked_the_palette_does_nothing_else() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "Nothing has started")
        await pilot.press("alt+q")
        await seen(app, "Esc")
        question = app.screen
        assert [row.title for row in app.get_system_commands(question)] == ["pause", "quit"]
        for name in ("lock", "join line", "hand over"):
            app.run_deed(BY_NAME[name])
            await pilot.pause()
            assert app.screen is question
        await pilot.press("escape")
        await seen(app, "Nothing has started")
        app.run_deed(BY_NAME["lock"])
        await seen(app, "DOOR LOCKED")
