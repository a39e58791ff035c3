"""Arrows lead over a page as it stands there, whatever stands beside, and the page wears its skin."""

import pytest
from textual.app import App, ComposeResult

from goodpath_client.themes import CONTRAST, THEMES
from goodpath_client.widgets.page_list import PageList
from goodpath_client.widgets.rows import Kind, Row, Spot


class Page(App[None]):
    def compose(self) -> ComposeResult:
        yield PageList()

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name


def wall() -> list[Row]:
    """A large picture with four beside it, then a band of two."""
    spots = [
        *(Spot(0, 40, 0, 12), Spot(40, 20, 0, 6), Spot(60, 19, 0, 6), Spot(40, 20, 6, 6)),
        *(Spot(60, 19, 6, 6, 12), Spot(0, 20, 0, 6), Spot(20, 20, 0, 6, 6)),
    ]
    return [Row(at, Kind.TILE, f"{at}.", spot=spot) for at, spot in enumerate(spots, start=1)]


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        *((1, "right", 2), (1, "down", 6), (1, "left", 1), (1, "up", 1)),
        *((2, "down", 4), (4, "up", 2), (2, "left", 1), (4, "left", 3), (4, "right", 5)),
        *((5, "down", 7), (5, "right", 6), (3, "down", 5), (6, "up", 1), (7, "up", 1), (7, "down", 7)),
    ],
)
async def test_arrows_choose_what_stands_there(start: int, keys: str, end: int) -> None:
    app = Page()
    async with app.run_test(size=(80, 30)) as pilot:
        page = app.query_one(PageList)
        page.set_rows(wall())
        page.focus()
        await pilot.pause()
        page.choose(start)
        await pilot.press(keys)
        assert page.chosen is not None and page.chosen.key == end
        assert page.is_wall


async def test_a_click_chooses_what_is_under_it_and_nothing_between() -> None:
    app = Page()
    async with app.run_test(size=(80, 30)) as pilot:
        page = app.query_one(PageList)
        page.set_rows(wall())
        await pilot.pause()
        await pilot.click(PageList, offset=(65, 7))
        assert page.chosen is not None and page.chosen.key == 5
        await pilot.click(PageList, offset=(70, 15))
        assert page.chosen.key == 5


async def test_what_is_chosen_comes_on_screen_whole() -> None:
    app = Page()
    async with app.run_test(size=(80, 8)) as pilot:
        page = app.query_one(PageList)
        page.set_rows(wall())
        page.focus()
        await pilot.pause()
        page.choose(2)
        await pilot.press("down")
        await pilot.pause()
        assert page.scroll_offset.y == 4
        assert page.visible_keys() == (1, 2, 3, 4, 5)
        await pilot.press("down")
        await pilot.pause()
        assert page.visible_keys() == (1, 4, 5, 6, 7)


async def test_every_line_of_a_wall_is_as_wide_as_the_list() -> None:
    app = Page()
    async with app.run_test(size=(80, 30)) as pilot:
        page = app.query_one(PageList)
        page.set_rows(wall())
        await pilot.pause()
        assert {page.render_line(y).cell_length for y in range(18)} == {79}
        text = page.render_line(1).text
        assert (text.index("1."), text.index("2."), text.index("3.")) == (2, 42, 62)


async def test_rows_one_below_the_other_are_no_wall() -> None:
    app = Page()
    async with app.run_test(size=(80, 8)) as pilot:
        page = app.query_one(PageList)
        page.set_rows([Row(1, text="one"), Row(2, text="two")])
        page.focus()
        page.choose(1)
        await pilot.press("down")
        assert page.chosen is not None and page.chosen.key == 2
        assert not page.is_wall


async def test_the_ground_is_that_of_the_skin_but_in_the_theme_of_high_contrast() -> None:
    app = Page()
    async with app.run_test(size=(80, 8)) as pilot:
        page = app.query_one(PageList)
        page.set_rows([Row(1, text="one", skin="neon")])
        page.dress("neon")
        await pilot.pause()
        assert page.styles.background.hex.lower() == "#14041f"
        style = next(iter(page.render_line(0))).style
        assert style is not None and style.bgcolor is not None and style.bgcolor.triplet is not None
        assert style.bgcolor.triplet.hex == "#14041f"
        app.theme = CONTRAST
        await pilot.pause()
        assert page.styles.background.hex == "#000000"
        style = next(iter(page.render_line(0))).style
        assert style is not None and style.bgcolor is not None and style.bgcolor.triplet is not None
        assert style.bgcolor.triplet.hex == "#000000"
