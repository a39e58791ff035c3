"""The title over the phone: the longest words that fit, and the time that is left never runs into them."""

import pytest
from textual.app import App, ComposeResult

from goodpath_client.widgets.title_line import TitleLine


class Title(App[None]):
    def compose(self) -> ComposeResult:
        yield TitleLine()


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (40, "two classmates can read     6 min left"),
        (39, "two classmates can read    6 min left"),
        (38, "two classmates can read · 6 min left"),
        (37, "2 can read               6 min left"),
        (25, "2 can read · 6 min left"),
        (24, "2 can read"),
    ],
)
async def test_where_there_is_less_room_words_get_fewer_and_then_the_time_goes(
    columns: int, shown: str
) -> None:
    app = Title()
    async with app.run_test(size=(columns, 2)) as pilot:
        title = app.query_one(TitleLine)
        title.tell("6 min left")
        title.offer("two classmates can read", "2 can read")
        await pilot.pause()
        assert title.render().plain == shown


async def test_of_a_title_in_one_form_the_time_stays() -> None:
    app = Title()
    async with app.run_test(size=(30, 2)) as pilot:
        title = app.query_one(TitleLine)
        title.show("The page of 火星文莪丶洏且")
        title.tell("6 min left")
        await pilot.pause()
        assert title.render().plain.endswith(" 6 min left") and title.render().plain.startswith("The page")
