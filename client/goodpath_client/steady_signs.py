"""Paint joined and coloured emoji as their first sign, since terminals disagree how wide the rest is.

What is painted takes as many cells as was reckoned, so that no time and no border moves. tmux 3.3 gives a
skin tone two cells of its own and a sign with U+FE0F one; others draw a joined picture in two cells or more.
What was written is kept as it is. Joined emoji come here from boxes: what others have written is parted
before it is laid out (`shown_text.py`), since of the first sign alone nobody could tell what the whole was.
"""

import re
from typing import Final

from rich.cells import cell_len

_TONE: Final = "\U0001f3fb-\U0001f3ff"
_JOINED: Final = re.compile(f"\u200d[^\\s\u200d][\ufe0f{_TONE}]*|[{_TONE}\u200d]")
"""Skin tones, and everything that is joined to a first sign."""
_COLOURED: Final = re.compile("(.)\ufe0f\u20e3?|([0-9#*])\u20e3")
"""A sign that is asked to be a picture, and a key cap: reckoned as two cells."""
SUSPECT: Final = re.compile(f"[\u200d\ufe0f\u20e3{_TONE}]")
"""One of these is in every text that is painted otherwise than it is written."""


def steady(text: str) -> str:
    """The text as it is painted; as many cells as before."""
    if not SUSPECT.search(text):
        return text
    return _COLOURED.sub(_plain, _JOINED.sub("", text))


def _plain(found: "re.Match[str]") -> str:
    sign = found[1] or found[2]
    return sign + " " * (cell_len(found[0]) - cell_len(sign))
