"""The past as `decide` is handed it: what has left the state, and only a log still knows."""

from typing import Protocol


class Past(Protocol):
    """What can be asked of all that was told, however long ago; asking changes nothing."""

    def stands(self, room: str, seq: int) -> bool:
        """Whether a number is a line of a room that is not gone."""

    def words(self, page: str, part: str, seq: int) -> int | None:
        """The mark of the words that a version has in a part of a page's face; None if it is no version."""


class _Unknown:
    """Nothing is known of what has left the state."""

    def stands(self, room: str, seq: int) -> bool:
        return False

    def words(self, page: str, part: str, seq: int) -> int | None:
        return None


UNKNOWN: Past = _Unknown()
"""For whoever has no log: what has left the state is not there."""


def mark(words: str) -> int:
    """What words are known by, within one process: the same ones have the same mark; 0 for none."""
    return hash(words) if words else 0
