"""Say how the connection stands, as one frozen value that a person can be shown."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["connecting", "connected", "reconnecting", "catching_up", "reloaded", "closed"]


@dataclass(frozen=True, slots=True)
class LinkState:
    """The state of the link to the server."""

    kind: Kind = "connecting"
    """`reloaded` is as good as `connected`: the copy could not be carried on and was made anew."""
    seconds: int = 0
    """While reconnecting: seconds until the next try."""
    attempt: int = 0
    """While connecting or reconnecting: number of the coming try, counted from 1."""
    waiting: int = 0
    """While catching up: how many events at most are to come; otherwise: own requests not stored yet."""
    text: str = ""
    """One sentence for the person; empty while all is well."""
    unkept: str = ""
    """Why own requests that wait are in memory alone, as one sentence; empty while they are kept."""
    unstored: str = ""
    """The server's sentence while it can store nothing; empty while it can."""
    unopened: str = ""
    """The server's sentence while it can open no seat, told to a teacher; empty while it can."""
    held: tuple[str, ...] = ()
    """Own requests that wait for a paused world to go on, the oldest first."""

    @property
    def online(self) -> bool:
        """Whether the server answers now."""
        return self.kind in ("connected", "catching_up", "reloaded")

    @property
    def current(self) -> bool:
        """Whether the copy is that of now: the server is neither away nor telling what was missed."""
        return self.kind not in ("reconnecting", "catching_up", "closed")
