"""Say how students come in: where the server is, the code that opens it, and whether it is locked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from goodpath_client.addresses import is_near
from goodpath_core.join_code import spoken_code
from goodpath_core.text import clean_line

PROGRAM = "goodpath"
"""How the program is called where it is installed."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server is and what opens it."""

    address: str
    """As a student types it: `192.168.1.20:8713`."""
    code: str = ""
    """Join code; empty until the server has told it."""
    locked: bool = False
    """Whether nobody new comes in."""
    guesses: int = 0
    """Wrong codes within the last minute."""
    guesses_from: str = ""
    """The address most of them came from."""
    holds: bool = False
    """Whether somebody new has to wait for them now."""
    program: str = PROGRAM
    """How this machine's shell calls the program."""

    @property
    def grouped(self) -> str:
        """The code as it is read aloud: `ABCD-EFGH`."""
        return spoken_code(self.code)

    @property
    def line(self) -> str:
        """What a student types; empty without a code. For this machine alone it runs there as it stands."""
        return self._line(self.program if is_near(self.address) else PROGRAM)

    @property
    def copied(self) -> str:
        """The line as a QR code holds it, to be typed on another machine; empty without a code."""
        return self._line(PROGRAM)

    def _line(self, program: str) -> str:
        return f"{program} join {self.address} {self.grouped}" if self.code else ""


def guess_words(door: Door) -> str:
    """That wrong codes hold newcomers up, from where, and what to do; empty while they do not."""
    if door.locked or not door.holds:
        return ""
    count, where = door.guesses, door.guesses_from
    return f"{count} wrong codes, most from {where}, hold newcomers up. C: longer code."


def told_door(door: Door, answer: Any) -> Door:
    """The door as the server says it is; what does not fit is passed over."""
    if not isinstance(answer, Mapping):
        return door
    code, where = (clean_line(str(answer.get(key, ""))) for key in ("code", "guesses_from"))
    guesses = answer.get("guesses")
    told = clean_line(str(answer.get("address", "")))
    return replace(
        door,
        # Whoever opened the console by another name of the server knows one that leads here.
        address=told if told and is_near(door.address) else door.address,
        code=code or door.code,
        locked=answer.get("locked") is True,
        guesses=guesses if isinstance(guesses, int) else 0,
        guesses_from=where,
        holds=answer.get("holds") is True,
    )
