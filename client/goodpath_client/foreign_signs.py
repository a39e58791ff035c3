"""Let no sign through to the terminal that could steer it, whatever widget it stands in.

Every widget cleans what it shows. This is the net below all of them: boxes, titles, placeholders, toasts and
widgets to come. What it takes out has no width, so nothing on the line moves.
"""

import re
from typing import Final

FOREIGN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Controls, line separators, bidi signs, tags and what else is not seen; emoji keep their joiners."""


def harmless(text: str) -> str:
    """The text without foreign signs."""
    return FOREIGN.sub("", text)
