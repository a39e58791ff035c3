"""Lay one row out as lines of a given width, so that nobody's text can pass for somebody else's line.

The first two cells of every line belong to the list: a sign there says system, narrator, phone, teacher,
notice or out of character, and user text never reaches it. Text after the first line stays indented under its
speaker.
In 60 cells or more the speaker has a column of its own; in fewer, a line of its own.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from goodpath_client.shown_text import shown_block, shown_line
from goodpath_client.widgets.half_blocks import fit
from goodpath_client.widgets.inks import INK
from goodpath_client.widgets.row_folds import fold, is_long
from goodpath_client.widgets.rows import FAILED, PENDING, SENT, Kind, Picture, Row
from goodpath_client.widgets.wrapping import cut, shorten, shorten_words, width, wrap
from goodpath_core.text import clean_line, clean_name

SIGNS: Final = MappingProxyType(
    {
        Kind.NOTICE: "!",
        Kind.NARRATOR: "~",
        Kind.PHONE: "+",
        Kind.OUT_OF_CHARACTER: "%",
        Kind.TEACHER: "#",
        Kind.SYSTEM: "*",
    }
)
"""First cell of every line of these kinds."""
LABELS: Final = MappingProxyType(
    {
        Kind.NOTICE: "notice",
        Kind.NARRATOR: "narrator",
        Kind.PHONE: "your phone",
        Kind.OUT_OF_CHARACTER: "out of character",
        Kind.TEACHER: "teacher",
        Kind.SYSTEM: "system",
    }
)
"""What stands for, or behind, the speaker of these kinds."""
MENTION: Final = "@"
"""First cell of a line that names the reader, as an answer to them does."""
MARKS: Final = MappingProxyType({PENDING: "..", SENT: " ✓", FAILED: " !"})
"""How marks are drawn: only signs that every terminal gives the same width."""

THUMBNAILS: Final = ((108, 48, 18), (84, 36, 14), (0, 24, 12))
"""In a body of so many cells a picture has at most so many columns and rows."""
COLUMNS_FROM: Final = 60
"""Width in cells from which speakers have their own column."""

_SIGN_CELLS = 2
_SPEAKER_CELLS = ((100, 26), (88, 20), (72, 16), (COLUMNS_FROM, 12))
"""From so many cells on, the column of the speakers has so many."""
_STAMP_CELLS = 8
_GAP = "  "
_QUOTE = "> "
_NARROW_INDENT = 4
_WORDS_BESIDE = 20


class Piece(NamedTuple):
    """Some text of one line and the role that decides its style."""

    text: str
    """Cleaned, without a line break."""
    role: str
    """Named like the component class of the list that colours it."""


class Line(NamedTuple):
    """One line: its pieces, and which line of the row's picture stands before the last piece."""

    pieces: tuple[Piece, ...]
    """From left to right; once it is laid out, the first is the margin."""
    picture_line: int = -1
    """Counted from 0; -1 for none."""


class _Shape(NamedTuple):
    """Where things stand at one width, all in cells."""

    whole: int
    """How wide the list is."""
    speaker: int
    """0 when the speaker stands on a line of its own."""
    indent: int
    """Before every line of the body."""
    body: int
    """How wide text, picture and detail may be."""


def lay_out(row: Row, cells: int, is_folded: bool = False) -> list[Line]:
    """Return the lines of a row, each at most `cells` wide, at least one; folded, a long text's first."""
    divide = _DIVIDERS.get(row.kind)
    if divide is not None:
        return [divide(shown_line(row.text), cells)]
    return _lay(row, _shape(cells), is_folded)


def lay_block(row: Row, cells: int) -> list[Line]:
    """Return the lines of a row whose speaker, where it has one, stands above it at any width."""
    shape = _narrow(cells)
    lines = _lay(row, shape)
    return lines if row.speaker or row.time else lines[1:]


def _lay(row: Row, shape: _Shape, is_folded: bool = False) -> list[Line]:
    body = _body(row, shape.body, is_folded)
    speaker = _speaker(row)
    sign, margin = _signs(row)
    if 0 < shape.speaker >= width(speaker.text) and body[0].picture_line < 0:
        first = _beside(row, sign, speaker, body[0], shape)
        return [first, *(_indented(line, margin, shape) for line in body[1:])]
    return [*_heading(row, sign, margin, speaker, shape), *(_indented(line, margin, shape) for line in body)]


def thumbnail_size(picture: Picture, cells: int) -> tuple[int, int]:
    """Return columns and rows of the picture in a body of `cells`; (0, 0) while it has not come."""
    columns, rows = next((wide, high) for least, wide, high in THUMBNAILS if cells >= least)
    return fit(picture.png, min(columns, cells), rows) if picture.png else (0, 0)


def body_cells(cells: int) -> int:
    """Return how wide the body of a row is in a list of `cells`."""
    return _shape(cells).body


def is_long_row(row: Row, cells: int) -> bool:
    """Return whether the text of a row is worth folding in a list of `cells`."""
    return is_long(_text(row, body_cells(cells)))


def _shape(cells: int) -> _Shape:
    speaker = next((many for least, many in _SPEAKER_CELLS if cells >= least), 0)
    if speaker:
        indent = _SIGN_CELLS + speaker + len(_GAP)
        return _Shape(cells, speaker, indent, cells - indent - _STAMP_CELLS - 1)
    return _narrow(cells)


def _narrow(cells: int) -> _Shape:
    return _Shape(cells, 0, _NARROW_INDENT, max(cells - _NARROW_INDENT - 1, 2))


def _signs(row: Row) -> tuple[str, str]:
    """Return the two cells before the first line and before every other one."""
    sign = SIGNS.get(row.kind, " ")
    first = MENTION if row.mention and sign == " " else sign
    return f"{first} ", f"{sign} "


def _speaker(row: Row) -> Piece:
    name = clean_name(row.speaker)
    label = LABELS.get(row.kind, "")
    shown = f"{name} ({label})" if name and label else name or label
    ordinary = f"{INK}{row.ink}" if row.ink else "speaker"
    return Piece(shown, _role(row, "own" if row.own else ordinary))


def _role(row: Row, ordinary: str) -> str:
    """Return the style of a row's words: its kind where that has a sign."""
    return row.kind.value if row.kind in SIGNS else ordinary


def _stamp(row: Row) -> Piece:
    mark = MARKS.get(row.mark, "  ")
    role = "failed" if row.mark == FAILED else "stamp"
    return Piece(cut(f"{mark} {clean_line(row.time):>5}", _STAMP_CELLS), role)


def _beside(row: Row, sign: str, speaker: Piece, line: Line, shape: _Shape) -> Line:
    """Put the first line of the body beside the speaker and before the time."""
    used = sum(width(piece.text) for piece in line.pieces)
    fill = Piece(" " * (shape.body - used + 1), "text")
    name = Piece(cut(speaker.text, shape.speaker) + _GAP, speaker.role)
    return Line((_margin(row, sign), name, *line.pieces, fill, _stamp(row)))


def _heading(row: Row, sign: str, margin: str, speaker: Piece, shape: _Shape) -> list[Line]:
    """Give the speaker whole lines, with the time at the end of the first."""
    room = shape.whole - _SIGN_CELLS - _STAMP_CELLS - 1
    first, *others = wrap(speaker.text, room)
    filled = Piece(cut(first, max(room, width(first))) + " ", speaker.role)
    lines = [Line((_margin(row, sign), filled, _stamp(row)))]
    return lines + [Line((_margin(row, margin), Piece(text, speaker.role))) for text in others]


def _indented(line: Line, margin: str, shape: _Shape) -> Line:
    indent = Piece(margin + " " * (shape.indent - _SIGN_CELLS), "margin")
    return Line((indent, *line.pieces), line.picture_line)


def _margin(row: Row, sign: str) -> Piece:
    return Piece(sign, "mention" if row.mention else _role(row, "margin"))


def _text(row: Row, cells: int) -> list[str]:
    return wrap(shown_block(row.text), cells)


def _body(row: Row, cells: int, is_folded: bool) -> list[Line]:
    """Return quote, text, picture and detail, unindented; at least one line."""
    lines: list[Line] = []
    if row.quote:
        lines.append(_plain(_QUOTE + shorten_words(shown_line(row.quote), cells - len(_QUOTE)), "quote"))
    if row.text or not row.picture:
        role = "mention" if row.mention else _role(row, "text")
        texts = _text(row, cells)
        shown, more = fold(row, texts, cells) if is_folded else (texts, "")
        lines += [_plain(text, role) for text in shown]
        lines += [_plain(more, "detail")] if more else []
    if row.picture:
        lines += _picture(row.picture, cells)
    if row.detail:
        lines += [_plain(text, "detail") for text in wrap(shown_line(row.detail), cells)]
    return lines


def _plain(text: str, role: str) -> Line:
    return Line((Piece(text, role),))


def _picture(picture: Picture, cells: int) -> list[Line]:
    """Set title and description beside the thumbnail, or below it where there is no room beside."""
    columns, rows = thumbnail_size(picture, cells)
    beside = cells - columns - len(_GAP) if rows else cells
    within = beside if beside >= _WORDS_BESIDE else cells
    words = [_plain(text, "title") for text in wrap(shown_line(picture.title), within)]
    words += [_plain(text, "text") for text in wrap(shown_line(picture.about), within) if text]
    if not rows:
        return words
    if within == cells:
        return [Line((Piece("", "text"),), at) for at in range(rows)] + words
    gap = " " * columns + _GAP
    lines = []
    for at in range(max(rows, len(words))):
        word = words[at].pieces[0] if at < len(words) else Piece("", "text")
        before = Piece(_GAP, "text") if at < rows else Piece(gap, "text")
        lines.append(Line((before, word), at if at < rows else -1))
    return lines


def _divider(text: str, cells: int) -> Line:
    """A quiet line with a heading, such as a day, in its middle."""
    label = _label(text, cells)
    left = max(0, cells - width(label)) // 2
    return Line((Piece(cut("─" * left + label + "─" * cells, cells), "divider"),))


def _unread(text: str, cells: int) -> Line:
    """A filled label at the left: it is no heading, and nobody takes it for one."""
    label = cut(_label(text, cells), min(cells, width(_label(text, cells))))
    return Line((Piece(label, "unread"), Piece("─" * (cells - width(label)), "unread-line")))


def _label(text: str, cells: int) -> str:
    return f" {shorten(text, max(cells - 6, 0))} " if text else ""


_DIVIDERS: Final[Mapping[Kind, Callable[[str, int], Line]]] = MappingProxyType(
    {Kind.DIVIDER: _divider, Kind.UNREAD: _unread}
)
