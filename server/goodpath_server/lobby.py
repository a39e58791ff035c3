"""Who may come in: the join code, the teacher's secret, seat tokens, and what wrong guesses cost.

No more than thirty wrong guesses a minute are looked at, so that a short code is not found, but nobody with a
right one is refused for what others typed: a right code costs nothing, a wrong one said again tells nothing
new and costs nothing either, and whoever comes while none may be looked at comes again by itself in a moment.
Since that moment can be drawn out by one who keeps trying on purpose from an address that a class shares, and
no count can tell the two apart, the teacher is told of it and makes a long code with one key, for which no
guesses need to be counted: a thousand guesses a second find it in one three-hour lesson of seventy million.
"""

import hmac
import secrets
from collections import Counter, deque
from enum import Enum
from typing import NamedTuple

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals without 0, 1, I, L and O."""
CODE_LENGTH = 8
LONG_CODE_LENGTH = 10
"""From this length on a code may be tried as often as anybody likes."""
TOKEN_DIGITS = 48
"""Hexadecimal digits of a token that the server makes."""
PER_ADDRESS = 5
"""Wrong codes within a minute from one address after which the next one has to wait."""
LONGEST_WAIT_S = 8.0
"""It waits for one second after the last wrong one, then two, four, and at last for so many."""
EVERYWHERE = 30
"""Wrong codes within a minute from all addresses together; no more are looked at."""
MINUTE_S = 60.0


def new_code(length: int = CODE_LENGTH) -> str:
    """A join code of 31 symbols, none of which is easily taken for another."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(length))


def new_token() -> str:
    """A seat token or teacher's secret of 128 random bits and more, which begins as no option does."""
    return secrets.token_hex(TOKEN_DIGITS // 2)


class Verdict(Enum):
    """What the door says to a code."""

    RIGHT = "right"
    WRONG = "wrong"
    LATER = "later"
    """It was not looked at; it may be in a few seconds."""


class Guess(NamedTuple):
    """A wrong code that was looked at."""

    at: float
    """In seconds."""
    address: str
    """Network address it came from; a class behind one router has the same."""
    code: str
    """As it was compared: capital letters and digits alone."""


class Guessing(NamedTuple):
    """How much is being guessed."""

    guesses: int
    """Wrong codes within the last minute."""
    address: str
    """Where most of them came from; empty for none."""
    holds: bool
    """Whether somebody new has to wait for them now, from an address that guessed, or from any."""


class Door:
    """Checks codes and counts wrong ones; right ones are never counted.

    The teacher may lock it. That is known here and nowhere else: after a restart of the server it is open.
    """

    def __init__(self, code: str, secret: str) -> None:
        self.code = code
        self.secret = secret
        self.locked = False
        """Whether nobody new comes in; whoever has a seat comes back all the same."""
        self._wrong: deque[Guess] = deque()
        """Wrong codes that were looked at within the minute, each once; never more than EVERYWHERE."""

    def is_teacher(self, given: str) -> bool:
        """Whether this is the teacher's secret.

        Tries are not counted: it is too long to be guessed, and a class that mistypes its code must not
        lock its teacher out.
        """
        return hmac.compare_digest(given.encode(), self.secret.encode())

    def judge(self, given: str, address: str, now: float) -> Verdict:
        """What the door says to a code from an address; `now` is in seconds."""
        self._forget(now)
        if any(given == guess.code for guess in self._wrong):
            return Verdict.WRONG
        if self._must_wait(address, now):
            return Verdict.LATER
        if hmac.compare_digest(given.encode(), self.code.encode()):
            return Verdict.RIGHT
        if len(self.code) < LONG_CODE_LENGTH:
            self._wrong.append(Guess(now, address, given))
        return Verdict.WRONG

    def guessing(self, now: float) -> Guessing:
        """How much has been guessed within the last minute, and from where."""
        self._forget(now)
        where = Counter(guess.address for guess in self._wrong)
        holds = any(self._must_wait(address, now) for address in where)
        return Guessing(len(self._wrong), max(where, key=where.__getitem__, default=""), holds)

    def change_code(self, code: str) -> None:
        """From now on this code opens the door; what was guessed before tells nothing of it."""
        self.code = code
        self._wrong.clear()

    def _must_wait(self, address: str, now: float) -> bool:
        if len(self._wrong) >= EVERYWHERE:
            return True
        here = [guess.at for guess in self._wrong if guess.address == address]
        over = len(here) - PER_ADDRESS
        return over >= 0 and now - here[-1] < min(2.0**over, LONGEST_WAIT_S)

    def _forget(self, now: float) -> None:
        while self._wrong and now - self._wrong[0].at > MINUTE_S:
            self._wrong.popleft()
