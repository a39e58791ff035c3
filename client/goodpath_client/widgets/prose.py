"""Show paragraphs of anybody's text, wrapped by our own rules, never read as markup."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size

from goodpath_client.shown_text import shown_block
from goodpath_client.widgets.own_rows import OwnRows
from goodpath_client.widgets.wrapping import wrap


class Para(NamedTuple):
    """A paragraph."""

    text: str
    """Anybody's words; line breaks in them stay."""
    style: str = ""
    """Textual style words, such as `bold $accent`; written by us, never by a person."""
    indent: int = 0
    """Cells before every line; the first line shows `lead` there."""
    lead: str = ""
    """A sign or a few, no wider than `indent`."""


class Prose(OwnRows):
    """Paragraphs as high as they need."""

    DEFAULT_CSS = "Prose { width: 1fr; height: auto; text-wrap: nowrap; }"

    def __init__(
        self,
        paras: Iterable[Para] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._paras = tuple(paras)

    @property
    def plain(self) -> str:
        """The text without styles and breaks."""
        return "\n".join(para.text for para in self._paras)

    def show(self, paras: Iterable[Para]) -> None:
        """Show other paragraphs; the same ones cost nothing."""
        fresh = tuple(paras)
        if fresh != self._paras:
            self._paras = fresh
            self.show_anew()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the paragraphs take at that width."""
        return max(1, count_rows(self._paras, width))

    def render(self) -> Content:
        """All lines."""
        lines = _lines(self._paras, self.content_size.width)
        return Content("\n").join(Content.styled(text, style) for text, style in lines)


def count_rows(paras: Iterable[Para], width: int) -> int:
    """How many rows paragraphs take in so many cells."""
    return len(_lines(paras, width))


def _lines(paras: Iterable[Para], width: int) -> list[tuple[str, str]]:
    found = []
    for para in paras:
        for at, line in enumerate(wrap(shown_block(para.text), max(2, width - para.indent))):
            lead = para.lead if at == 0 else ""
            found.append((f"{lead:<{para.indent}}{line}", para.style))
    return found
