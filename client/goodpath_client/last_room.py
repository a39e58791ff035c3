"""Remember on disk which chat each seat had open last, so that whoever comes back goes on writing there."""

import contextlib
import json
import os
from pathlib import Path

from goodpath_client.kept_seats import SEATS_MAX


class LastRooms:
    """The chat that was open last, by session and seat."""

    def __init__(self, file: Path | None) -> None:
        """Use `file`, or remember nothing if there is none."""
        self._file = file

    def find(self, session: str, seat: int) -> str:
        """Id of the chat; empty if none is known."""
        return self._read().get(f"{session}/{seat}", "")

    def keep(self, session: str, seat: int, room: str) -> None:
        """This chat is open now."""
        key, known = f"{session}/{seat}", self._read()
        if self._file is None or known.get(key) == room:
            return
        known.pop(key, None)
        rooms = dict([*known.items(), (key, room)][-SEATS_MAX:])
        # Without a writable home the first chat is opened, as for anybody new.
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump(rooms, out)
            fresh.replace(self._file)

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text("utf-8")) if self._file else {}
        except (OSError, ValueError):
            return {}
        pairs = found.items() if isinstance(found, dict) else ()
        return {key: room for key, room in pairs if isinstance(room, str)}
