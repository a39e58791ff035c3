"""What a list or a box says is whole where the window has room, and else ends at a word, with a mark."""

import re

import pytest

from client.screens.stage import Stage, screen_text, settle
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.row_list import RowList

LONGEST = "The new house without windows"


async def shown_titles(columns: int, rows: int) -> str:
    """The rows of the list of pictures in a window of this size."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(columns, rows)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        decks = app.screen.query_one("#decks", RowList)
        return "\n".join(str(option.prompt) for option in decks.options)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_titles_of_pictures_are_whole_where_the_window_has_room(size: tuple[int, int]) -> None:
    titles = await shown_titles(*size)
    assert LONGEST in titles
    assert ".." not in titles


async def test_in_a_narrow_window_titles_leave_room_for_the_picture() -> None:
    titles = await shown_titles(60, 20)
    assert LONGEST not in titles and "The new house" in titles


@pytest.mark.parametrize("columns", [60, 70, 80, 90, 100, 110, 120])
async def test_the_hint_in_the_box_is_whole_and_has_the_dream_only_where_it_has_room(columns: int) -> None:
    stage = Stage("ten-pictures", "zhou")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(columns, 24)) as pilot:
        await settle(pilot)
        box = app.screen.query_one(Composer)
        persona = stage.store.persona
        found = re.search(r"write as Zhou Ming[^│]*", screen_text(app))
        assert found is not None and persona is not None
        short = "write as Zhou Ming · Enter sends"
        whole = f"{short} · your dream: {persona.dream}"
        assert found[0].rstrip() == (whole if len(whole) <= box.content_size.width else short)
