"""Mark the rows of things that words wait for: how many, and the key that offers them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from goodpath_client.drafts import WordDraft
from goodpath_client.keys import BY_NAME, key_label
from goodpath_client.page_rows import thing_of
from goodpath_client.widgets.rows import Row

_Waiting = Counter[tuple[str, str, str]]
_CALLED: Final = MappingProxyType({"comment": "word", "repost": "repost"})
"""What waits is called by what it is for."""


def mark_waiting(rows: Iterable[Row], words: Iterable[WordDraft]) -> list[Row]:
    """The rows; the first one of each thing says which words wait for its boxes."""
    waiting: _Waiting = Counter((word.page, word.thing, word.doing) for word in words)
    return [_marked(row, waiting) for row in rows]


def _marked(row: Row, waiting: _Waiting) -> Row:
    thing = thing_of(row.key)
    if thing is None:
        return row
    found = [
        _told(many, doing) for doing in _CALLED if (many := waiting.pop((thing.page, thing.thing, doing), 0))
    ]
    return replace(row, detail=" · ".join(filter(None, (row.detail, *found)))) if found else row


def _told(many: int, doing: str) -> str:
    words = f"your {many} {_CALLED[doing]}s wait" if many > 1 else f"your {_CALLED[doing]} waits"
    return f"{words} ({key_label(BY_NAME[doing].keys[0])})"
