"""Who may come in: the join code, the teacher's secret, seat tokens, and what wrong guesses cost."""

import hmac
import secrets
from collections import deque

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Digits and capitals without 0, 1, I, L and O."""
CODE_LENGTH = 8
PER_ADDRESS = 5
"""Wrong codes per minute from one address before every further try is refused unread."""
EVERYWHERE = 30
"""Wrong codes per minute from all addresses together."""
MINUTE_S = 60.0


def new_code() -> str:
    """A join code: 8 of 31 symbols, none of which is easily taken for another."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """A seat token or teacher's secret of 128 random bits and more."""
    return secrets.token_urlsafe(24)


def normal(code: str) -> str:
    """A code as people type it: spaces, hyphens and lower case do not matter."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


class Door:
    """Checks codes and counts wrong ones; right ones are never counted.

    The teacher may lock it. That is known here and nowhere else: after a restart of the server it is open.
    """

    def __init__(self, code: str, secret: str) -> None:
        self.code = code
        self.secret = secret
        self.locked = False
        """Whether nobody new comes in; whoever has a seat comes back all the same."""
        self._wrong: deque[tuple[float, str]] = deque()
        """When and from where wrong codes came within the minute; never more than EVERYWHERE."""

    def is_teacher(self, given: str) -> bool:
        """Whether this is the teacher's secret.

        Tries are not counted: it is too long to be guessed, and a class that mistypes its code must not
        lock its teacher out.
        """
        return hmac.compare_digest(given.encode(), self.secret.encode())

    def admits(self, given: str, address: str, now: float) -> bool:
        """Whether this code opens the door; after too many tries none does. `now` is in seconds."""
        while self._wrong and now - self._wrong[0][0] > MINUTE_S:
            self._wrong.popleft()
        mine = sum(where == address for _, where in self._wrong)
        if mine >= PER_ADDRESS or len(self._wrong) >= EVERYWHERE:
            return False
        right = hmac.compare_digest(given.encode(), self.code.encode())
        if not right:
            self._wrong.append((now, address))
        return right
