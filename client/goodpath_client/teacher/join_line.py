"""Show in one line what students type, apart from all words that they do not."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from textual.content import Content
from textual.widget import Widget

from goodpath_client.addresses import is_near
from goodpath_client.teacher.door import Door
from goodpath_client.widgets.wrapping import width

NEAR: Final = ("(this machine only: no --lan)", "(this machine only)", "(local only)")
"""What stands beside a line that brings no other machine here, the longest first."""
_GAP: Final = 3
"""Cells between what is typed and what is said of it."""
_TYPE: Final = "Students type:"


class JoinWords(NamedTuple):
    """The line in its parts, of which each may be empty."""

    before: str = ""
    """Stands before what is typed."""
    typed: str = ""
    """What a student types, as a block of its own."""
    note: str = ""
    """What is said of it."""
    end: str = ""
    """Stands at the right."""

    @property
    def cells(self) -> int:
        """How wide it is at least."""
        return sum(width(text) for text, _ in _parts(self)) + (width(self.end) + 1 if self.end else 0)


def _parts(words: JoinWords) -> list[tuple[str, str]]:
    """All but the end, as text and style."""
    before = f"{words.before} " if words.before and words.typed else words.before
    block = f" {words.typed} " if words.typed else ""
    note = f"{' ' * _GAP}{words.note}" if words.note else ""
    return [(before, ""), (block, "$panel on $foreground"), (note, "not bold $text-muted")]


def join_words(door: Door, end: str, cells: int) -> JoinWords:
    """How students come in, and what stands at the right, in so many cells.

    Other words go before any of the line, and all go before the code.
    """
    if door.locked:
        return JoinWords("DOOR LOCKED: nobody new comes in. L opens it.", end=end)
    if not door.line:
        return JoinWords(f"Students join at {door.address}", end=end)
    fitting = (way for way in _ways(door, end) if way.cells <= cells)
    return next(fitting, JoinWords(typed=door.grouped))


def _ways(door: Door, end: str) -> Iterator[JoinWords]:
    """The line with ever fewer words around it; that it serves this machine alone goes last."""
    line, short = door.line, f"{door.address} {door.grouped}"
    near = NEAR if is_near(door.address) else ()
    for note in near:
        yield JoinWords(_TYPE, line, note, end)
    for typed in (line, short):
        for note in near[1:]:
            yield JoinWords("", typed, note, end)
        if near and typed != short and door.line != door.copied:
            # Without all of it, what stands there would not run.
            yield from (JoinWords("", line, near[-1]), JoinWords("", line, "", end), JoinWords("", line))
    for note in near[1:]:
        yield JoinWords("", short, note)
    yield JoinWords(_TYPE, line, "", end)
    for typed in (line, short):
        yield from (JoinWords("", typed, "", end), JoinWords("", typed))


class JoinLine(Widget):
    """The line; hidden where it has nothing to say."""

    DEFAULT_CSS = "JoinLine { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = JoinWords()

    def show(self, words: JoinWords) -> None:
        """Say something else."""
        self.display = any(words)
        if words != self._words:
            self._words = words
            self.refresh()

    def render(self) -> Content:
        """The parts, the last one at the right."""
        spare = max(0, self.content_size.width - self._words.cells)
        between = " " * (spare + 1) if self._words.end else ""
        return Content.assemble(*_parts(self._words), (between, ""), (self._words.end, ""))
