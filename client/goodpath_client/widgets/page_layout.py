"""Lay rows out that stand side by side, as on a page: pictures with their titles below, posts, and answers.

As in `row_layout`, the first two cells of every line belong to the list and the text of a post or an answer
stays indented under its speaker.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from goodpath_client.shown_text import shown_block, shown_line
from goodpath_client.widgets.half_blocks import fit
from goodpath_client.widgets.inks import INK
from goodpath_client.widgets.row_layout import Line, Piece, body_cells, lay_block, lay_out, thumbnail_size
from goodpath_client.widgets.rows import Kind, Picture, Row
from goodpath_client.widgets.wrapping import cut, fit_rows, shorten_words, width, wrap
from goodpath_core.text import clean_name

WORDS_BELOW: Final = 2
"""Lines below a picture: its title, and how it is answered."""
_MARGIN = "  "
_INDENT = "    "
_PARTED = " · "
_KEPT = 4096


def lines_of(row: Row, cells: int, is_folded: bool = False) -> list[Line]:
    """The lines of a row in a list of `cells`; in a spot it is whole, and each at most as wide as that."""
    if row.spot is None:
        return lay_out(row, cells, is_folded)
    if row.kind is Kind.TILE:
        return _tile(row, row.spot.wide, row.spot.high)
    return list(_on_page(replace(row, spot=None), row.spot.wide))


def lines_high(row: Row, wide: int) -> int:
    """How many lines a row takes in a spot that wide, which it does not have yet; never for a tile."""
    return len(_on_page(replace(row, spot=None), wide))


def size_of_picture(row: Row, cells: int) -> tuple[int, int]:
    """Columns and rows of the picture of a row in a list of `cells`; (0, 0) while it has not come."""
    if row.picture is None:
        return 0, 0
    if row.spot is None:
        return thumbnail_size(row.picture, body_cells(cells))
    if row.kind is Kind.TILE:
        return _tile_size(row.picture, row.spot.wide, row.spot.high)
    return thumbnail_size(row.picture, row.spot.wide - len(_INDENT) - 1)


def _tile_size(picture: Picture, wide: int, high: int) -> tuple[int, int]:
    return fit(picture.png, wide - len(_MARGIN), high - WORDS_BELOW) if picture.png else (0, 0)


def _tile(row: Row, wide: int, high: int) -> list[Line]:
    """A picture in the middle, its title below, then what it got; its description while it has not come."""
    picture, cells = row.picture or Picture(""), wide - len(_MARGIN)
    columns, rows = _tile_size(picture, wide, high)
    before = Piece(_MARGIN + " " * ((cells - columns) // 2 if rows else 0), "margin")
    shown = [Line((before, Piece("", "text")), at) for at in range(rows)]
    if not rows:
        about = fit_rows(shown_line(picture.about), cells, high - WORDS_BELOW)
        shown = [_line(text, "text") for text in about]
    title = shorten_words(shown_line(f"{row.speaker} {picture.title}".strip()), cells)
    shown += [_line(title, "title"), _line(_fitting(shown_line(row.detail), cells), "detail")]
    return shown + [_line("", "text")] * (high - len(shown))


def _fitting(detail: str, cells: int) -> str:
    """As many parts of what it got, from the first on, as there is room for."""
    first, *others = detail.split(_PARTED)
    shown = shorten_words(first, cells)
    for part in others:
        if width(shown) + width(_PARTED + part) > cells:
            break
        shown += _PARTED + part
    return shown


def _line(text: str, role: str) -> Line:
    return Line((Piece(_MARGIN, "margin"), Piece(text, role)))


@lru_cache(maxsize=_KEPT)
def _on_page(row: Row, wide: int) -> tuple[Line, ...]:
    if row.kind is Kind.ANSWER:
        return tuple(_answer(row, wide))
    return tuple(lay_block(row, wide))


def _answer(row: Row, wide: int) -> list[Line]:
    """Name and words in one paragraph; where the name has no room beside words, above them."""
    name, cells = clean_name(row.speaker), wide - len(_INDENT) - 3
    margin, under = Piece(f"{_INDENT}^ ", "margin"), Piece(f"{_INDENT}  ", "margin")
    role = f"{INK}{row.ink}" if row.ink else "speaker"
    if not name or width(name) * 2 > cells:
        named = [Line((margin, Piece(cut(name, cells).rstrip(), role)))] if name else []
        words = [Line((under, Piece(text, "text"))) for text in wrap(shown_block(row.text), cells)]
        return [*named, *words]
    first, *others = wrap(f"{'x' * width(name)}  {shown_block(row.text)}", cells)
    words = [Line((under, Piece(text, "text"))) for text in others]
    return [Line((margin, Piece(name, role), Piece(first[width(name) :], "text"))), *words]
