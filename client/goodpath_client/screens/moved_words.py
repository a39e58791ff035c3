"""Say why a line comes back that was perhaps begun where its writer was before; sent again it goes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

READ_MS: Final = 1_000
"""So long after it was said why, Enter answers that; before, it is pressed by whoever has not read it."""
_WHY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "room": "You are in the room. Enter again says it aloud.",
        "phone": "You are on the phone. Enter again sends it.",
        "shift": "You are on the line. Enter again thinks it.",
    }
)
"""What is said of it, by the place for which it would be now."""


class MovedWords:
    """Which line came back last."""

    def __init__(self) -> None:
        self._text = ""
        """The line; empty for none."""
        self._told_ms = 0
        """When it was said why, on the own clock."""

    def why_not(self, text: str, here: str, meant: str, now_ms: int) -> str:
        """Why a line that is sent `here` at the own time `now_ms` comes back first; empty where it goes.

        `meant` is the other place for which it may be meant; empty for none.
        """
        is_same = text == self._text
        is_sure = is_same and now_ms - self._told_ms >= READ_MS
        if is_sure or meant in ("", here):
            self._text = ""
            return ""
        if not is_same:
            self._text, self._told_ms = text, now_ms
        return _WHY[here]
