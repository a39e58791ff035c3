"""Remember on disk how far each seat has read its chats, so that whoever comes back finds new what is new.

1. One JSON-lines file per seat: each line says how far one room has been read; the last word on a room holds.
2. A line is written as soon as something has been read, so that the end of the process loses none. It is not
   forced past the page cache: the loss of power costs nothing but some lines that are new once more.
3. A last line cut off by a crash is passed over, as is whatever else cannot be read.
4. Opening a file, and having added much to it, writes it anew with one line for each room.
"""

import contextlib
import hashlib
import json
import os
from heapq import nlargest
from pathlib import Path
from typing import Final, NamedTuple

from goodpath_client.kept_seats import too_many
from goodpath_client.private_file import write_privately
from goodpath_core.play.bounds import WINDOW

ROOMS_MAX: Final = 500
"""Of so many rooms of a seat the marks are kept; those read longest ago go first."""
LINES_MAX: Final = 1000
"""A file with more lines than this is written anew."""


class Mark(NamedTuple):
    """How far one room has been read."""

    read: int = 0
    """Number of the last line before which nothing is unread; 0 for none."""
    alone: frozenset[int] = frozenset()
    """Numbers of the lines read behind it, with unread ones before them."""


_NOTHING: Final = Mark()


class ReadMarks:
    """The marks of the seat that is played at this terminal, by room."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files in `folder`, or keep nothing beyond this process if there is none."""
        self._folder = folder
        self._owner = ""
        self._path: Path | None = None
        self._file: int | None = None
        self._lines = 0
        self._marks: dict[str, Mark] = {}

    def open(self, session: str, seat: int) -> None:
        """Use the marks of this seat, and its file.

        That is read again each time, since the seat may have been played at another terminal meanwhile; where
        nothing could be written, what this process knows of the seat stands.
        """
        owner = f"{session}|{seat}"
        path = self._path_of(owner)
        if owner != self._owner or self._file is not None:
            self._owner, self._marks = owner, read_marks(path) if path else {}
        self._path = path
        self._write_anew()

    def find(self, room: str) -> Mark:
        """How far a room has been read."""
        return self._marks.get(room, _NOTHING)

    def keep(self, room: str, mark: Mark) -> None:
        """A room has been read so far."""
        if mark == self.find(room):
            return
        self._marks.pop(room, None)
        self._marks[room] = mark
        if self._file is None:
            return
        try:
            os.write(self._file, _line(room, mark))
        except OSError:
            self.close()
            return
        self._lines += 1
        if self._lines > LINES_MAX:
            self._write_anew()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _path_of(self, owner: str) -> Path | None:
        name = hashlib.sha256(owner.encode()).hexdigest()[:32]
        return self._folder / f"{name}.jsonl" if self._folder else None

    def _write_anew(self) -> None:
        """One line for each room, in one step."""
        self.close()
        if self._path is None:
            return
        self._marks = dict([*self._marks.items()][-ROOMS_MAX:])
        # Without a writable home the marks live as long as the process.
        with contextlib.suppress(OSError):
            write_privately(self._path, b"".join(_line(*item) for item in self._marks.items()))
            self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND)
            self._lines = len(self._marks)
            for path in too_many(self._path.parent, self._path):
                path.unlink(missing_ok=True)


def read_marks(path: Path) -> dict[str, Mark]:
    """The marks in a file by room, the one written last at the end; what cannot be read is passed over."""
    found: dict[str, Mark] = {}
    with contextlib.suppress(OSError):
        for raw in path.read_bytes().split(b"\n"):
            with contextlib.suppress(ValueError, KeyError, TypeError):
                value = json.loads(raw)
                room, mark = str(value["room"]), Mark(int(value["read"]), frozenset(map(int, value["alone"])))
                found.pop(room, None)
                found[room] = mark
    return found


def _line(room: str, mark: Mark) -> bytes:
    # Whoever starts anew is told of a room's newest lines; older ones that were read alone are new once more.
    alone = sorted(nlargest(WINDOW, mark.alone))
    return json.dumps({"room": room, "read": mark.read, "alone": alone}).encode() + b"\n"
