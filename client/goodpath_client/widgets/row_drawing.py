"""Turn the lines of one row into strips with their colours, plain text only and never markup."""

from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from goodpath_client.widgets.half_blocks import render_half_blocks
from goodpath_client.widgets.page_layout import lines_of, size_of_picture
from goodpath_client.widgets.rows import Row
from goodpath_client.widgets.wrapping import width

StyleOf = Callable[[str], Style]
"""Gives the style of a role; of `cursor` only the background is used."""

CURSOR = ">"
"""Second cell of the row under the cursor."""


def draw(row: Row, cells: int, style_of: StyleOf, pointed: bool, is_folded: bool = False) -> list[Strip]:
    """Return a row as strips of exactly `cells`, or as wide as its spot.

    Under the cursor it has a sign and a ground of its own.
    """
    cells = row.spot.wide if row.spot else cells
    lines = lines_of(row, cells, is_folded)
    thumbnail: Sequence[Strip] = ()
    if row.picture and any(line.picture_line >= 0 for line in lines):
        size = size_of_picture(row, cells)
        words = style_of("detail") + (style_of("cursor").background_style if pointed else Style())
        thumbnail = render_half_blocks(row.picture.png, *size, words=words)
    strips = []
    for at, line in enumerate(lines):
        segments = [Segment(piece.text, style_of(piece.role)) for piece in line.pieces]
        if pointed:
            segments = _pointed(segments, style_of("cursor"), first=at == 0)
        picture = thumbnail[line.picture_line] if 0 <= line.picture_line < len(thumbnail) else None
        strips.append(_filled(segments, picture, cells, style_of("cursor" if pointed else "text")))
    return strips


def draw_band(
    rows: Iterable[Row], strips_of: Callable[[Row], Sequence[Strip]], at: int, cells: int, ground: Style
) -> Strip:
    """Return line `at` (from 0) of a band as a strip of exactly `cells`; `strips_of` draws a row of it."""
    segments: list[Segment] = []
    used = 0
    spots = ((row.spot, row) for row in rows if row.spot)
    here = [(spot, row) for spot, row in spots if spot.top <= at < spot.top + spot.high]
    for spot, row in sorted(here, key=lambda one: one[0].left):
        strip = strips_of(row)[at - spot.top]
        segments += [Segment(" " * (spot.left - used), ground), *strip]
        used = spot.left + strip.cell_length
    return Strip(segments, used).adjust_cell_length(cells, ground)


def highlight(strip: Strip, span: tuple[int, int], style: Style) -> Strip:
    """Return the strip with a span of it (counted in characters, -1 for the end) in another style."""
    start, end = span
    segments: list[Segment] = []
    at = 0
    for text, own, _ in strip:
        low = min(max(start - at, 0), len(text))
        high = len(text) if end < 0 else max(low, min(end - at, len(text)))
        parts = ((text[:low], own), (text[low:high], (own or Style()) + style), (text[high:], own))
        segments += [Segment(part, look) for part, look in parts if part]
        at += len(text)
    return Strip(segments, strip.cell_length)


def _pointed(segments: list[Segment], ground: Style, first: bool) -> list[Segment]:
    """Give every segment the cursor's ground, and the first line its sign."""
    under = [Segment(text, (style or Style()) + ground.background_style) for text, style, _ in segments]
    if first and under[0].text[1:2] == " ":
        under[0] = under[0]._replace(text=under[0].text[0] + CURSOR + under[0].text[2:])
    return under


def _filled(segments: list[Segment], picture: Strip | None, cells: int, ground: Style) -> Strip:
    """Set the picture behind the margin and fill the line up with spaces."""
    used = sum(width(segment.text) for segment in segments)
    if picture:
        segments = [segments[0], *picture, *segments[1:]]
        used += picture.cell_length
    fill = Segment(" " * max(cells - used, 0), ground)
    return Strip([*segments, fill], max(cells, used))
