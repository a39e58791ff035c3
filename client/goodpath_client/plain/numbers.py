"""Keep what the numbers mean that were read aloud last: they stay true while more comes in."""

from typing import Final, NamedTuple

from goodpath_core.errors import GoodpathError

NUMBERS_GONE: Final = "What the numbers meant is gone; read a page again with /page, /visit or /feed."
_DIGITS: Final = 9
"""Nothing is counted with more of them."""
_LOOK_FIRST: Final = "Look at a page first: /visit and a name."


def number_of(text: str) -> int:
    """The number that was typed; 0 for words, and for more digits than anything is counted with."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0


class Unclear(GoodpathError):
    """What was typed does not say what is meant; the text says what to type."""


class Incomplete(Unclear):
    """An order lacks words that can be typed, so that the next line may be those."""

    def may_be(self, text: str) -> bool:
        """Whether a line that is typed next may be what was lacking."""
        return True


class WrongNumber(Incomplete):
    """An order lacks a number that means something."""

    def may_be(self, text: str) -> bool:
        """A line that begins with a number may be."""
        return text[:1].isdecimal()


class Spot(NamedTuple):
    """A thing on a page."""

    page: str
    """Id of the persona whose page it is."""
    thing: str
    """Its name there: `page`, `post:12`, `card:neon`."""


class Numbers:
    """Rooms, lines and things, in the order in which they were read."""

    def __init__(self) -> None:
        self.rooms: tuple[str, ...] | None = None
        """Ids of the chats that were read last; None before any were: then numbers mean the list as it is."""
        self._lines: tuple[int, ...] = ()
        self._room = ""
        self._spots: tuple[Spot, ...] = ()
        self._newest = 0

    def keep_lines(self, room: str, lines: list[int]) -> None:
        """These lines of a room were read, oldest first."""
        self._room, self._lines = room, tuple(lines)

    def keep_spots(self, spots: list[Spot], newest: int = 0) -> None:
        """These things were read; `newest` is the place of the one that no number means."""
        self._spots, self._newest = tuple(spots), newest

    def are_of(self, page: str) -> bool:
        """Whether the things that were read are those of this page."""
        return bool(self._spots) and all(spot.page == page for spot in self._spots)

    def forget_spots(self) -> bool:
        """From now on no number means a thing; whether one did."""
        had, self._spots = bool(self._spots), ()
        return had

    def forget_all(self) -> None:
        """From now on no number means anything: what was read was read as somebody else."""
        self.rooms = None if self.rooms is None else ()
        self._room, self._lines = "", ()
        self.forget_spots()

    def oldest(self, room: str) -> int:
        """Number of the event of the first line that was read in this room; 0 if none was."""
        return self._lines[0] if self._lines and room == self._room else 0

    def line(self, room: str, number: str) -> int:
        """The line that a number means; Unclear if none was read under it in this room."""
        lines = self._lines if room == self._room else ()
        if not lines:
            raise Unclear("Type /lines first: it reads this chat with numbers.")
        return lines[_index(number, len(lines))]

    def spot(self, number: str, none_read: str = _LOOK_FIRST) -> Spot:
        """The thing that a number means; the newest one for no number.

        Unclear, with `none_read`, if nothing was read under numbers.
        """
        if not self._spots:
            raise Unclear(none_read)
        if not number.isdecimal():
            return self._spots[self._newest]
        return self._spots[_index(number, len(self._spots))]


def _index(number: str, many: int) -> int:
    if not 1 <= number_of(number) <= many:
        raise WrongNumber(f"Type a number from 1 to {many}, as they were read.")
    return number_of(number) - 1
