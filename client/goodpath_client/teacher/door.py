"""Show how students come in: the joining line, the code in large letters and a QR code of the line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import segno
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from goodpath_client.addresses import is_near
from goodpath_client.widgets.big_letters import write_large
from goodpath_client.widgets.wrapping import width
from goodpath_core.join_code import spoken_code
from goodpath_core.text import clean_line

GUESSES = 5
"""From so many wrong codes a minute on it may be that somebody has to wait."""
NEAR = ("this machine only, no --lan", "no --lan")
"""What stands beside a line that brings no other machine here, the longest first."""
QR_BORDER = 2
"""Light modules around the code; readers want some."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server is and what opens it."""

    address: str
    """As a student types it: `192.168.1.20:8713`."""
    code: str = ""
    """Join code; empty until the server has told it."""
    locked: bool = False
    """Whether nobody new comes in."""
    guesses: int = 0
    """Wrong codes within the last minute."""
    guesses_from: str = ""
    """The address most of them came from."""

    @property
    def grouped(self) -> str:
        """The code as it is read aloud: `ABCD-EFGH`."""
        return spoken_code(self.code)

    @property
    def line(self) -> str:
        """What a student types; empty without a code."""
        return f"goodpath join {self.address} {self.grouped}" if self.code else ""


def guess_words(door: Door) -> str:
    """That wrong codes hold newcomers up, from where, and what to do; empty while they do not."""
    if door.locked or door.guesses < GUESSES:
        return ""
    count, where = door.guesses, door.guesses_from
    return f"{count} wrong codes, most from {where}, hold newcomers up. C: longer code."


def join_words(door: Door, end: str, cells: int) -> tuple[str, str]:
    """How students come in, and what stands at the right, in so many cells.

    Other words go before any of the line, and all go before the code.
    """
    if not door.line:
        return f"Students join at {door.address}", end
    fitting = (way for way in _ways(door, end) if width(" ".join(filter(None, way))) <= cells)
    return next(fitting, (door.grouped, ""))


def _ways(door: Door, end: str) -> Iterator[tuple[str, str]]:
    """The joining line with ever fewer words around it; that it serves this machine alone goes last."""
    whole, short = f"Students type:  {door.line}", f"{door.address} {door.grouped}"
    near = NEAR if is_near(door.address) else ()
    for word in near:
        yield whole, f"{word} · {end}"
    for word in near[-1:]:
        yield from ((door.line, f"{word} · {end}"), (short, f"{word} · {end}"), (short, word))
    yield from ((whole, end), (door.line, end), (door.line, ""), (short, end), (short, ""))


def told_door(door: Door, answer: Any) -> Door:
    """The door as the server says it is; what does not fit is passed over."""
    if not isinstance(answer, Mapping):
        return door
    code, where = (clean_line(str(answer.get(key, ""))) for key in ("code", "guesses_from"))
    guesses = answer.get("guesses")
    told = clean_line(str(answer.get("address", "")))
    return replace(
        door,
        # Whoever opened the console by another name of the server knows one that leads here.
        address=told if told and is_near(door.address) else door.address,
        code=code or door.code,
        locked=answer.get("locked") is True,
        guesses=guesses if isinstance(guesses, int) else 0,
        guesses_from=where,
    )


@lru_cache(maxsize=4)
def qr_lines(text: str) -> tuple[str, ...]:
    """A QR code as lines of half-blocks in which what is drawn is light: for light signs on dark ground."""
    code = segno.make(text, error="l", boost_error=False, micro=False)
    rows = [bytes(row) for row in code.matrix_iter(border=QR_BORDER)]
    if len(rows) % 2:
        rows.append(bytes(len(rows[0])))
    signs = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple("".join(signs[a, b] for a, b in zip(up, down, strict=True)) for up, down in pairs)


class QrCode(Widget):
    """The joining line as a QR code, black on white whatever the theme."""

    DEFAULT_CSS = "QrCode { width: auto; height: auto; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[str, ...] = ()

    def show(self, text: str) -> None:
        """Show the code of a text; nothing for none."""
        lines = qr_lines(text) if text else ()
        if lines != self._lines:
            self._lines = lines
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as the code."""
        return len(self._lines[0]) if self._lines else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the code."""
        return len(self._lines)

    def render(self) -> Content:
        """The code."""
        return Content("\n").join(Content.styled(line, "#ffffff on #000000") for line in self._lines)


class LargeCode(Widget):
    """The join code in letters of three lines, so that the last row reads it; plain where it is narrow."""

    DEFAULT_CSS = "LargeCode { width: 1fr; height: 3; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._door = Door("")

    def show(self, door: Door) -> None:
        """Show the code of a door."""
        if door != self._door:
            self._door = door
            self.refresh()

    def render(self) -> Content:
        """The code in the middle."""
        cells = self.content_size.width
        large = write_large(self._door.grouped.replace("-", " ")) if self._door.code else []
        if not large:
            return Content("")
        if len(large[0]) > cells:
            large = ["", self._door.grouped, ""]
        return Content("\n").join(Content(line.center(cells)) for line in large)
