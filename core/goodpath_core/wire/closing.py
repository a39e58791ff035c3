"""Close codes: why a connection ends, and whether to come back."""

from typing import Final, NamedTuple

from goodpath_core.play.seats import NO_SEAT_LEFT

ABNORMAL: Final = 1006
"""What WebSocket calls the end of a server that could not say a word; none sends it."""


class Closing(NamedTuple):
    """One way for the server to end a connection."""

    code: int
    """WebSocket close code."""
    come_back: bool
    """Whether the client should reconnect by itself."""
    text: str
    """What a person is told."""


RESTART = Closing(1012, True, "The server is stopping; your seat is kept.")
PROTOCOL_ERROR = Closing(1002, False, "The program at the other end broke the rules of the wire.")
TOO_BIG = Closing(1009, False, "A frame was larger than the server takes.")
NOT_STORED = Closing(1013, True, "The session cannot be stored now; come back in a moment.")
FULL = Closing(4001, True, "The server has no room for another connection; try again in a moment.")
CROWD = Closing(4002, True, "Very many join from your address at once; you are let in within a few seconds.")
GUESSING = Closing(
    4003,
    True,
    "Many wrong codes are being tried, so yours is looked at in a few seconds, by itself; "
    "tell your teacher if that does not end.",
)
OFTEN = Closing(
    4004, True, "This seat was opened many times in a row; it opens again in a few seconds, by itself."
)
SERVER_FAULT = Closing(
    4005,
    True,
    "The server has made a mistake, so this connection ends; it is tried again by itself. "
    "Tell your teacher if that does not help.",
)
TAKEN_OVER = Closing(4100, False, "This seat was opened at another terminal.")
WRONG_CODE = Closing(
    4101,
    False,
    "That code is not known here; check it with your teacher and type it again.",
)
WRONG_VERSION = Closing(
    4102, False, "This goodpath is too old or too new for the server; install the same version."
)
NO_HELLO = Closing(4103, False, "Nothing was said for ten seconds after connecting.")
ENDED = Closing(4104, False, "The session is over; nothing more will come.")
LOCKED = Closing(4105, False, "The teacher has locked the door; ask for it to be opened, then join again.")
RESET = Closing(4106, False, "Your teacher has closed this seat. Leave and join anew.")
NO_SEAT = Closing(4107, False, NO_SEAT_LEFT)
NO_ROBOTS = Closing(4108, False, "No robots play in this class; join as a student, with the same code.")
NO_CELL = Closing(4109, False, "This session has no such cell; name another one, or none.")

ALL = (
    RESTART,
    PROTOCOL_ERROR,
    TOO_BIG,
    NOT_STORED,
    FULL,
    CROWD,
    GUESSING,
    OFTEN,
    SERVER_FAULT,
    TAKEN_OVER,
    WRONG_CODE,
    WRONG_VERSION,
    NO_HELLO,
    ENDED,
    LOCKED,
    RESET,
    NO_SEAT,
    NO_ROBOTS,
    NO_CELL,
)


def closing_of(code: int | None) -> Closing | None:
    """The closing behind a close code; None for a broken connection, after which one comes back."""
    return next((closing for closing in ALL if closing.code == code), None)
