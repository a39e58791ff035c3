"""Remember on disk which chat each seat had open last, so that whoever comes back goes on writing there."""

import contextlib
import json
from pathlib import Path

from goodpath_client.file_lock import one_at_a_time
from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.private_file import write_privately


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
        if self._file is None or self.find(session, seat) == room:
            return
        key = f"{session}/{seat}"
        with one_at_a_time(self._file):
            known = self._read()
            known.pop(key, None)
            rooms = dict([*known.items(), (key, room)][-SEATS_MAX:])
            # Without a writable home the first chat is opened, as for anybody new.
            with contextlib.suppress(OSError):
                write_privately(self._file, json.dumps(rooms).encode())

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text("utf-8")) if self._file else {}
        except (OSError, ValueError):
            return {}
        pairs = found.items() if isinstance(found, dict) else ()
        return {key: room for key, room in pairs if isinstance(room, str)}
