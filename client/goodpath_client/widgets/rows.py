"""Say what the message list shows, as frozen values that know nothing of server or rules."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

Key = int | str
"""Names one row within its list."""


class Kind(StrEnum):
    """What sort of row it is; each has its own sign, label and style."""

    LINE = "line"
    CARD = "card"
    NOTICE = "notice"
    NARRATOR = "narrator"
    PHONE = "phone"
    OUT_OF_CHARACTER = "out-of-character"
    TEACHER = "teacher"
    SYSTEM = "system"
    DIVIDER = "divider"
    UNREAD = "unread"
    TILE = "tile"
    """A picture among others, with its title below it; only where a row has a spot."""
    ANSWER = "answer"
    """A word under a thing, beside the name of who wrote it; only where a row has a spot."""


PENDING: Final = "…"
"""Mark of a line that the server has not stored yet."""
SENT: Final = "✓"
"""Mark of a line that is stored."""
FAILED: Final = "!"
"""Mark of a line that was refused or could not be sent."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A described picture; its words are always shown, its image where it can be."""

    title: str
    """Its name, set above the words about it."""
    about: str = ""
    """One line saying what is seen."""
    png: bytes = b""
    """The image itself; empty where there is none, or while it is on its way."""


class Spot(NamedTuple):
    """Where a row stands that shares its lines with others: they are a band, one behind the other."""

    left: int
    """Cells of the list before it."""
    wide: int
    """Cells it takes."""
    top: int
    """Lines of its band above it."""
    high: int
    """Lines it takes itself."""
    band: int = 0
    """Lines of the whole band; given by the last row of the band, 0 for all others."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a message list, cleaned again when it is drawn."""

    key: Key
    """Says which row it is when others come and go, or when its words change."""
    kind: Kind = Kind.LINE
    """Decides sign, label and style."""
    speaker: str = ""
    """Whom the row shows as; empty where the kind says enough."""
    time: str = ""
    """World time such as `19:42`."""
    text: str = ""
    """The words; line breaks in them stay; may be empty beside a picture."""
    own: bool = False
    """Whether the reader wrote it."""
    mark: str = ""
    """PENDING, SENT, FAILED or nothing."""
    mention: bool = False
    """Whether the row names the reader."""
    quote: str = ""
    """One line of what is replied to."""
    picture: Picture | None = None
    """Shown below the text; None for none."""
    detail: str = ""
    """Small line below, such as likes."""
    inert: bool = False
    """Whether nothing can be done with it, so that the cursor passes over it."""
    uncounted: bool = False
    """Whether it is no line of a chat, so that it is not counted as new where it comes below the screen."""
    ink: int = 0
    """Which of the inks the name of the speaker has, counted from 1; 0 for that of every other name."""
    skin: str = ""
    """Skin of the page in whose colours it is drawn; empty for those of the theme."""
    spot: Spot | None = None
    """Where it stands beside others; None for a row that has its lines for itself."""

    @property
    def is_stop(self) -> bool:
        """Whether the cursor stops here: a stop is a row with which something can be done."""
        return self.kind not in (Kind.DIVIDER, Kind.UNREAD) and not self.inert

    @property
    def is_news(self) -> bool:
        """Whether it counts as new where it comes below the screen: others said it, and it still stands."""
        return self.is_stop and not self.own and not self.uncounted
