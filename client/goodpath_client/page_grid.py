"""Set what stands on pages side by side where there is room: an album as a wall of pictures, posts as cards.

An album's first picture is what a stranger sees first: in a wide window it is twice as wide and as high as
the others. What was said under a picture stands below the pictures that it stands among.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from goodpath_client.page_rows import ANSWER, WORD, thing_of
from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.page_layout import WORDS_BELOW, lines_high
from goodpath_client.widgets.rows import Kind, Row, Spot

SkinOf = Callable[[str], str]
"""Gives the skin of a persona's page; of empty, that of what is nobody's."""

WALL_FROM: Final = 45
"""Cells of a list from which anything stands side by side."""
_PICTURES: Final = ((140, 5), (100, 4), (54, 3), (WALL_FROM, 2))
_POSTS: Final = ((150, 3), (100, 2), (WALL_FROM, 1))
_CARDS_HIGH: Final = 3
"""So many cards, one below the other, are fitted together at a time."""
_LARGE_FROM = 4
"""Pictures abreast from which the first one is large."""
_MARGIN = 2
_GAP = 1


class Block(NamedTuple):
    """A thing with all that belongs to it."""

    head: Row
    """Its own row."""
    rest: tuple[Row, ...]
    """Its other pictures, then what was said under it."""


class _Seat(NamedTuple):
    """Where a picture of an album stands, in pictures."""

    column: int
    """How many stand before it in its line, each counted as wide as it is."""
    line: int
    """Number of its line from the top, from 0."""
    span: int
    """How many it is wide and high: 2 for a large one."""


def lay_abreast(rows: Iterable[Row], cells: int, skin_of: SkinOf) -> list[Row]:
    """The rows of a page or of the feed for a list of `cells`, each in the skin of whose it is."""
    found: list[Row] = []
    for kind, blocks in groupby(_blocks(rows), key=_kind):
        dressed = [_dressed(block, skin_of) for block in blocks]
        lay = {"card": _lay_pictures, "post": _lay_posts}.get(kind, _lay_plain)
        found += (lay if cells >= WALL_FROM else _lay_plain)(dressed, cells)
    return found


def _blocks(rows: Iterable[Row]) -> Iterator[Block]:
    """Every row that belongs to no other, with those that do."""
    head, rest = None, list[Row]()
    for row in rows:
        if head is not None and _belongs(row, head):
            rest.append(row)
            continue
        if head is not None:
            yield Block(head, tuple(rest))
        head, rest = row, []
    if head is not None:
        yield Block(head, tuple(rest))


def _belongs(row: Row, head: Row) -> bool:
    above, thing = thing_of(head.key), thing_of(row.key)
    if above is None:
        return False
    return _is_answer(row) or (thing is not None and thing[:2] == above[:2])


def _is_answer(row: Row) -> bool:
    return str(row.key).startswith(WORD)


def _kind(block: Block) -> str:
    """`card`, `post`, or empty for what is neither."""
    thing = thing_of(block.head.key)
    return thing.thing.partition(":")[0] if thing else ""


def _dressed(block: Block, skin_of: SkinOf) -> Block:
    thing = thing_of(block.head.key)
    skin = skin_of(thing.page if thing else "")
    return Block(replace(block.head, skin=skin), tuple(replace(row, skin=skin) for row in block.rest))


def _lay_plain(blocks: list[Block], cells: int) -> list[Row]:
    return [row for block in blocks for row in (block.head, *block.rest)]


def _many(table: tuple[tuple[int, int], ...], cells: int) -> int:
    return next(many for least, many in table if cells >= least)


def _lay_pictures(blocks: list[Block], cells: int) -> list[Row]:
    """Bands of pictures, below each band what was said under them."""
    columns = _many(_PICTURES, cells)
    wide = cells // columns
    # Pictures are 4 wide to 3 high, and a cell is twice as high as wide.
    high = round((wide - _MARGIN) * 3 / 8) + WORDS_BELOW
    found: list[Row] = []
    for band in _bands(blocks, columns):
        spots = [
            Spot(seat.column * wide, seat.span * wide, seat.line * high, seat.span * high) for _, seat in band
        ]
        last = spots[-1]._replace(band=max(spot.top + spot.high for spot in spots))
        for (block, _), spot in zip(band, [*spots[:-1], last], strict=True):
            found.append(replace(block.head, kind=Kind.TILE, spot=spot))
        found += [_said_below(row, block.head, cells) for block, _ in band for row in block.rest]
    return found


def _bands(blocks: list[Block], columns: int) -> Iterator[list[tuple[Block, _Seat]]]:
    """The pictures band by band, with their seats."""
    plain = [_Seat(column, 0, 1) for column in range(columns)]
    beside = [_Seat(column, line, 1) for line in (0, 1) for column in range(2, columns)]
    seats = [_Seat(0, 0, 2), *beside] if columns >= _LARGE_FROM else plain
    while blocks:
        band = blocks[: len(seats)]
        yield list(zip(band, seats[: len(band)], strict=True))
        blocks, seats = blocks[len(seats) :], plain


def _said_below(row: Row, under: Row, cells: int) -> Row:
    title = shown_line(under.picture.title) if under.picture else ""
    answer = _answer(row)
    named = replace(answer, text=f"{answer.text}  (under “{title}”)")
    high = lines_high(named, cells)
    return replace(named, spot=Spot(0, cells, 0, high, high))


def _answer(row: Row) -> Row:
    return replace(row, kind=Kind.ANSWER, text=row.text.removeprefix(ANSWER))


def _lay_posts(blocks: list[Block], cells: int) -> list[Row]:
    """Bands of cards; each card stands in the column that has most room."""
    columns = min(_many(_POSTS, cells), len(blocks))
    found: list[Row] = []
    for start in range(0, len(blocks), columns * _CARDS_HIGH):
        found += _band_of_cards(blocks[start : start + columns * _CARDS_HIGH], columns, cells)
    return found


def _band_of_cards(blocks: list[Block], columns: int, cells: int) -> list[Row]:
    wide = cells // columns
    bottoms, placed = [0] * columns, list[tuple[Row, Spot]]()
    for block in blocks:
        column = bottoms.index(min(bottoms))
        room = wide - _GAP if column < columns - 1 else cells - column * wide
        for row in _stack(block):
            spot = Spot(column * wide, room, bottoms[column], lines_high(row, room))
            bottoms[column] += spot.high
            placed.append((row, spot))
        bottoms[column] += _GAP
    last, spot = placed.pop()
    whole = replace(last, spot=spot._replace(band=max(bottoms)))
    return [*(replace(row, spot=where) for row, where in placed), whole]


def _stack(block: Block) -> tuple[Row, ...]:
    """The rows of a card, one below the other."""
    return (block.head, *(_answer(row) if _is_answer(row) else row for row in block.rest))
