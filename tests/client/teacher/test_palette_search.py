"""The console's palette finds a deed by every word of its help, also what is done in the rooms."""

import pytest
from textual.widgets import OptionList

from client.teacher.classroom import Classroom, seen


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
