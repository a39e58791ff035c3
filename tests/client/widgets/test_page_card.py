"""The head of a page says its counts whole, however few cells it has."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from goodpath_client.widgets.page_card import Head, PageCard
from goodpath_core.play.state import Version


class CardApp(App[None]):
    """A head of a page, alone."""

    def compose(self) -> ComposeResult:
        yield PageCard()


def head(counts: str) -> Head:
    face = Version(1, 0, "Rain")
    return Head("Rain", "1983360527", face, counts)


@pytest.mark.parametrize(
    ("cells", "counts", "rows"),
    [
        (60, "14 visitors · 9 likes", ["14 visitors · 9 likes · number 1983360527"]),
        (24, "14 visitors · 9 likes", ["14 visitors · 9 likes", "number 1983360527"]),
        (18, "14 visitors · 9 likes", ["14 visitors", "9 likes", "number 1983360527"]),
        (20, "1040 visitors · 139 likes", ["1040 visitors", "139 likes", "number 1983360527"]),
    ],
)
async def test_counts_stand_whole_in_as_many_rows_as_they_need(
    cells: int, counts: str, rows: Sequence[str]
) -> None:
    async with CardApp().run_test(size=(cells + 2, 12)) as pilot:
        card = pilot.app.query_one(PageCard)
        card.show(head(counts))
        await pilot.pause()
        shown = [row.strip() for row in card.render().plain.split("\n")]
    assert shown[-len(rows) :] == list(rows)
