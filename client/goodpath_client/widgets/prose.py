"""Show paragraphs of anybody's text, wrapped by our own rules, never read as markup."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final, NamedTuple

from textual.content import Content
from textual.geometry import Size

from goodpath_client.shown_text import shown_block
from goodpath_client.widgets.own_rows import OwnRows
from goodpath_client.widgets.wrapping import cut, width, wrap

_END_CELLS: Final = 18
"""Cells of the column at the right."""
_BESIDE_FROM: Final = 48
"""Cells of text and end from which both have room side by side."""
_GAP: Final = "  "
_END_STYLE: Final = "$text-muted"


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
    lead_style: str = ""
    """How that is drawn, where it is not drawn as the text is."""
    end: str = ""
    """A few words in a column of their own at the right; below the text where there is no room for two."""


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
        return Content("\n").join(_lines(self._paras, self.content_size.width))


def count_rows(paras: Iterable[Para], columns: int) -> int:
    """How many rows paragraphs take in so many cells."""
    return len(_lines(paras, columns))


def _lines(paras: Iterable[Para], columns: int) -> list[Content]:
    return [line for para in paras for line in _lines_of(para, max(2, columns - para.indent))]


def _lines_of(para: Para, cells: int) -> list[Content]:
    """The lines of one paragraph; its end in its own column, or where its last line leaves room, or below."""
    beside = _END_CELLS if para.end and cells >= _BESIDE_FROM else 0
    texts = wrap(shown_block(para.text), max(2, cells - beside))
    ends = wrap(para.end, beside - 1 if beside else cells) if para.end else []
    if beside:
        rows = [
            (cut(text, cells - beside) + " ", end) for text, end in zip_longest(texts, ends, fillvalue="")
        ]
    elif len(ends) == 1 and width(texts[-1]) + len(_GAP) + width(ends[0]) <= cells:
        rows = [*((text, "") for text in texts[:-1]), (texts[-1] + _GAP, ends[0])]
    else:
        rows = [*((text, "") for text in texts), *(("", end) for end in ends)]
    leads = [f"{para.lead:<{para.indent}}", *[" " * para.indent] * len(rows)]
    style = para.lead_style or para.style
    return [
        Content.assemble((lead, style), (text, para.style), (end, _END_STYLE))
        for lead, (text, end) in zip(leads, rows, strict=False)
    ]
