"""Show a page's head in the skin its owner chose: ornament, face, name, signature, who came."""

from typing import NamedTuple

from textual.color import Color
from textual.content import Content

from goodpath_client.ornaments import ORNAMENTS
from goodpath_client.shown_text import shown_line
from goodpath_client.widgets.own_rows import OwnRows
from goodpath_client.widgets.wrapping import cut, width, wrap
from goodpath_core.looks import dress
from goodpath_core.play.state import Version

_PARTED = " · "


class Head(NamedTuple):
    """What the head of a page says."""

    name: str
    """How the voice shows beside lines; in the editor the nickname as it is typed."""
    number: str
    """The QQ-style number of the page."""
    face: Version
    """Signature, face, skin and music are taken from it."""
    counts: str = ""
    """Such as `14 visitors · 9 likes`; visitors are for the owner only."""


class PageCard(OwnRows):
    """The head of a page."""

    DEFAULT_CSS = "PageCard { height: auto; width: 1fr; padding: 0 1; text-wrap: nowrap; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._head: Head | None = None

    def show(self, head: Head | None) -> None:
        """Show another head; None shows nothing."""
        if head == self._head:
            return
        self._head = head
        self.display = head is not None
        if head is not None:
            look = dress(head.face.skin)
            self.styles.background = Color.parse(look.background)
            self.styles.color = Color.parse(look.foreground)
            self.show_anew()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the head needs."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All lines, in the skin."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, cells: int) -> list[Content]:
        head = self._head
        if head is None or cells < 4:
            return [Content("")]
        face, look = head.face, dress(head.face.skin)
        accent, (above, below) = look.accent, ORNAMENTS[look.skin]
        lines = [_ornament(above, cells, accent)]
        if face.face:
            lines.append(_middle(shown_line(face.face), cells, f"bold {accent}"))
        lines += [_middle(line, cells, "bold") for line in wrap(shown_line(head.name), cells)]
        if face.signature:
            signed = wrap(f'"{shown_line(face.signature)}"', cells)
            lines += [_middle(line, cells, "") for line in signed]
        if face.music:
            lines.append(_middle(cut(f"plays: {shown_line(face.music)}", cells).rstrip(), cells, accent))
        lines.append(_ornament(below, cells, accent))
        number = f"number {head.number}"
        if head.counts and width(f"{head.counts}{_PARTED}{number}") <= cells:
            return [*lines, _middle(f"{head.counts}{_PARTED}{number}", cells, "")]
        whole = width(head.counts) <= cells
        counts = [head.counts] if whole else head.counts.split(_PARTED)
        lines += [_middle(count, cells, "") for count in counts if count]
        return [*lines, _middle(number, cells, accent)]


def _ornament(pattern: str, cells: int, style: str) -> Content:
    return Content.styled((pattern * (cells // len(pattern) + 1))[:cells], style)


def _middle(text: str, cells: int, style: str) -> Content:
    shown = cut(text, cells).rstrip() if width(text) > cells else text
    left = max(0, (cells - width(shown)) // 2)
    return Content.assemble(" " * left, (shown, style))
