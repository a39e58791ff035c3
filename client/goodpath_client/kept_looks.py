"""Remember on disk how places stood when somebody looked, so that whoever comes back knows what is new.

1. One JSON-lines file per session of a teacher, and per seat of a student: each line says how one place stood
   at a look; of a page the latest holds, and of lines all that were seen at any.
2. Consoles that are open side by side write into one file and read it only as they open: each has its own,
   and the next knows what either has shown. A seat is played at one terminal, which reads it each time.
3. What cannot be read is passed over. What is lost is new once more.
"""

import contextlib
import hashlib
import json
import os
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple

from goodpath_client.kept_seats import too_many
from goodpath_core.play.bounds import WINDOW


class Look(NamedTuple):
    """How a place stood when somebody looked."""

    seq: int
    """Number of the last event before which nothing is new."""
    things: frozenset[str] = frozenset()
    """What stood on the page and bears no number, as whoever looks calls it: pictures, or likes."""
    alone: frozenset[int] = frozenset()
    """Numbers of the lines seen behind it, with new ones before them."""


class KeptLooks:
    """The looks at this terminal, by place."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files in `folder`, or keep nothing beyond this process if there is none."""
        self._folder = folder
        self._owner = ""
        self._path: Path | None = None
        self._looks: dict[str, Look] = {}

    def open(self, owner: str, again: bool = False) -> None:
        """Use the looks of this owner, a session or a seat of one.

        Of one that is open already nothing is read anew, unless `again` says that others may have looked for
        it meanwhile; where nothing could be written, what this process knows stands.
        """
        if owner == self._owner and not again:
            return
        before, self._owner = self._looks if owner == self._owner else {}, owner
        name = hashlib.sha256(owner.encode()).hexdigest()[:32]
        self._path = self._folder / f"{name}.jsonl" if self._folder else None
        kept = read_looks(self._path) if self._path else {}
        self._looks = before | {
            place: _together(before.get(place, look), look) for place, look in kept.items()
        }

    def find(self, place: str) -> Look | None:
        """The latest look at a place; None if it was never looked at."""
        return self._looks.get(place)

    def note(self, place: str, look: Look) -> None:
        """Somebody has looked at a place, in which nothing was new: no disk need know of it."""
        self._looks[place] = look

    def keep(self, place: str, look: Look) -> None:
        """Somebody has looked at a place."""
        self._looks[place] = look
        if self._path is None:
            return
        # Without a writable home the looks live as long as the process.
        with contextlib.suppress(OSError):
            is_new = not self._path.exists()
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(file, _line(place, look))
            finally:
                os.close(file)
            for path in too_many(self._path.parent, self._path) if is_new else ():
                path.unlink(missing_ok=True)


def read_looks(path: Path) -> dict[str, Look]:
    """The looks at each place in a file, taken together; what cannot be read is passed over."""
    found: dict[str, Look] = {}
    with contextlib.suppress(OSError):
        for raw in path.read_bytes().split(b"\n"):
            with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
                value = json.loads(raw)
                place, look = (
                    str(value["place"]),
                    Look(
                        int(value["seq"]),
                        frozenset(map(str, value["things"])),
                        frozenset(map(int, value.get("alone", ()))),
                    ),
                )
                found[place] = _together(found.get(place, look), look)
    return found


def _together(one: Look, other: Look) -> Look:
    """What either of two looks at a place has shown; of a page it is the later one."""
    later = other if other.seq >= one.seq else one
    return later._replace(alone=frozenset(seq for seq in one.alone | other.alone if seq > later.seq))


def _line(place: str, look: Look) -> bytes:
    # Whoever starts anew is told of a chat's newest lines; older ones that were read alone are new once more.
    alone = sorted(nlargest(WINDOW, look.alone))
    value = {"place": place, "seq": look.seq, "things": sorted(look.things), "alone": alone}
    return json.dumps(value).encode() + b"\n"
