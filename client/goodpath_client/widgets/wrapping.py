"""Measure, wrap and cut text by terminal cells without losing a sign or breaking one.

A grapheme (what a person sees as one sign) is never parted. Words stay whole where they fit, Chinese text
breaks between any two signs, except that no line starts with closing punctuation or ends with opening
punctuation. Only the spaces at a break are left out.
"""

import re
from functools import lru_cache
from itertools import chain
from typing import Final

from rich.cells import cell_len
from wcwidth import iter_graphemes

NARROWEST: Final = 2
"""No line is narrower than this, so that every sign fits."""

_MARK: Final = ".."
"""Stands where something was cut off."""
_WORDS_FROM: Final = 8
"""Cells in which there is room for words; in fewer every sign counts."""

_SPACE = " \u00a0\u2000-\u200a\u3000"
_OPEN = "（《〈「『【〔〖［｛“‘"
_CLOSE = "，。、；：？！）》〉」』】〕〗］｝”’…—～·％"
_CLOSE_NARROW = r",.!?;:%)\]}"
_WIDE = (
    "\u2e80-\u2fff\u3001-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_UNIT = re.compile(
    f"[{_SPACE}]+|[{_OPEN}]*(?:[^{_SPACE}{_OPEN}{_CLOSE}{_WIDE}]+|[^{_SPACE}{_OPEN}{_CLOSE}])[{_CLOSE}]*[{_CLOSE_NARROW}]*"
    f"|[{_OPEN}{_CLOSE}]+"
)
_SPACES = re.compile(f"[{_SPACE}]+")
_SIMPLE = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03c9\u0410-\u044f\u2013-\u2027\u2190-\u2bff\u3000-\u3029"
    "\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff\uff01-\uff9d\U0001f300-\U0001f3fa\U0001f400-\U0001f6ff\U0001f900-\U0001faff]*"
)
_STAND_INS = ("x", "x", "口")


def width(text: str) -> int:
    """Return the number of cells one line of clean text takes."""
    if text.isascii():
        return len(text)
    if _SIMPLE.fullmatch(text):
        return cell_len(text)
    return sum(map(_grapheme_width, iter_graphemes(text)))


def wrap(text: str, width: int) -> list[str]:
    """Return the text as lines of at most `width` cells (never fewer than `NARROWEST`), at least one line."""
    cells = max(width, NARROWEST)
    return list(chain.from_iterable(_wrap_line(line, cells) for line in text.split("\n")))


def cut(text: str, width: int) -> str:
    """Return the start of one line of text as exactly `width` cells, filled with spaces on the right."""
    taken, used = _head(text, max(width, 0))
    return taken + " " * (max(width, 0) - used)


def shorten(text: str, width: int) -> str:
    """Return one line of text, with two dots at its end where it is wider than `width` cells."""
    taken, _ = _head(text, max(width, 0))
    if taken == text:
        return text
    return _head(text, max(width - len(_MARK), 0))[0].rstrip() + _MARK[: max(width, 0)]


def shorten_words(text: str, width: int) -> str:
    """Return one line of text; where it is wider than `width` cells, its first whole words and two dots.

    Chinese text is cut between any two signs. A word that would leave most of the line empty is cut itself.
    """
    if width < _WORDS_FROM or _head(text, width)[0] == text:
        return shorten(text, width)
    words = wrap(text, width - len(_MARK))[0]
    return words + _MARK if _head(words, width // 2)[0] != words else shorten(text, width)


def fit_rows(text: str, width: int, rows: int) -> list[str]:
    """Return one line of text as at most so many `rows`, with two dots behind its last whole word if cut."""
    lines = wrap(text, width)
    if len(lines) <= rows:
        return lines
    return [*lines[: rows - 1], shorten_words(f"{lines[rows - 1]} {lines[rows]}", width)]


def _head(text: str, cells: int) -> tuple[str, int]:
    """Return as many whole graphemes as fit, and their width."""
    whole = width(text)
    if whole <= cells:
        return text, whole
    taken: list[str] = []
    used = 0
    for grapheme in iter_graphemes(text):
        needed = _grapheme_width(grapheme)
        if used + needed > cells:
            break
        taken.append(grapheme)
        used += needed
    return "".join(taken), used


def _wrap_line(line: str, cells: int) -> list[str]:
    if len(line) * 2 <= cells or width(line) <= cells:
        return [line]
    lines: list[str] = []
    current, used, gap, gap_used = "", 0, "", 0
    for unit in _units(line):
        needed = width(unit)
        if _SPACES.fullmatch(unit):
            gap, gap_used = unit, needed
            continue
        if used + gap_used + needed <= cells:
            current, used = current + gap + unit, used + gap_used + needed
        else:
            if current:
                lines.append(current)
            *full, current = _broken(unit, cells)
            lines.extend(full)
            used = width(current)
        gap, gap_used = "", 0
    if current or not lines:
        lines.append(current)
    return lines


def _units(line: str) -> list[str]:
    """Part a line into what may not be broken: words, single wide signs with their punctuation, spaces."""
    if _SIMPLE.fullmatch(line):
        return _UNIT.findall(line)
    graphemes = list(iter_graphemes(line))
    shadow = "".join(sign if len(sign) == 1 else _STAND_INS[_grapheme_width(sign)] for sign in graphemes)
    return ["".join(graphemes[found.start() : found.end()]) for found in _UNIT.finditer(shadow)]


def _broken(unit: str, cells: int) -> list[str]:
    """Break a unit that is wider than a line between its graphemes."""
    parts: list[str] = []
    while width(unit) > cells:
        part, _ = _head(unit, cells)
        parts.append(part)
        unit = unit[len(part) :]
    return [*parts, unit]


@lru_cache(maxsize=4096)
def _grapheme_width(grapheme: str) -> int:
    return min(cell_len(grapheme), NARROWEST)
