"""Find what stands behind each @ of a text: the longest name of somebody, as it is read, else one word."""

import re
from collections.abc import Callable, Iterator
from typing import Final

_WIDE: Final = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
"""Signs of scripts that have no spaces between words."""
_ENDS: Final = ".,!?:;…，。！？：；、)）]\"'”’"
_AT: Final = re.compile(r"(?<![A-Za-z0-9._%+-])@(?=\S)")
"""An @ before a word; what stands behind a Latin letter or a digit may be the end of a mail address."""
_ADDRESS: Final = re.compile(r"[^\s@]*[A-Za-z0-9._%+-]@")
_EDGE: Final = re.compile(rf"(?:['’]s)?[{re.escape(_ENDS)}]*(?:$|[\s@{_WIDE}])")
"""What may stand behind a name."""
_LAST_WIDE: Final = re.compile(rf"[{_WIDE}]$")
_OWN: Final = ("'s", "’s")
_LONGEST: Final = 80
"""No name with the spaces in it is longer."""


def find_called(text: str, is_name: Callable[[str], bool]) -> list[str]:
    """What is called with each @ of a text, as it was typed, in order; no part of a mail address."""
    found = []
    for at in _AT.finditer(text):
        behind = text[at.end() : at.end() + _LONGEST]
        if not _ADDRESS.match(behind):
            line = re.split(r"[\n@]", behind, maxsplit=1)[0]
            found.append(next(filter(is_name, _beginnings(line)), "") or _first_word(line))
    return [word for word in found if word]


def _beginnings(line: str) -> Iterator[str]:
    """All that a line may begin with as a name, the longest first."""
    for end in range(len(line), 0, -1):
        is_edge = _EDGE.match(line, end) or _LAST_WIDE.search(line, 0, end)
        if is_edge and not line[end - 1].isspace():
            yield line[:end]


def _first_word(line: str) -> str:
    bare = line.split(maxsplit=1)[0].rstrip(_ENDS) if line.strip() else ""
    return bare[:-2] if bare.endswith(_OWN) else bare
