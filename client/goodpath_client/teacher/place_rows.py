"""List what a teacher can read, and how much is new in each place."""

from dataclasses import replace
from typing import Final

from textual.content import Content

from goodpath_client.new_count import NewCount
from goodpath_client.store import Store
from goodpath_client.teacher.news import News
from goodpath_client.teacher.places import cell_first, pages, places
from goodpath_client.widgets.row_list import Line
from goodpath_client.widgets.wrapping import cut, shorten, width

LEAST: Final = 8
"""Cells from which a row is laid out."""


def place_rows(store: Store, news: News, shown: str, cells: int, beyond: int = 0) -> list[Line]:
    """A row of so many cells for each place; of the one `shown` only what is new `beyond` the view."""

    def row(place: str) -> Line:
        told = news.told(store, place)
        count = replace(told, known=beyond) if place == shown else told
        return Line(place, _words(cell_first(store, place), count, cells))

    return [*map(row, places(store)), Line("", Content("pages")), *map(row, pages(store))]


def _words(name: str, count: NewCount, cells: int) -> Content:
    """The name, cut so that the number of what is new stands whole at the end."""
    if not count or cells < LEAST:
        return Content(name)
    new = f"{count} new"
    left = cells - width(new) - 1
    return Content.assemble((cut(shorten(name, left), left), "bold"), " ", (new, "bold $accent"))
