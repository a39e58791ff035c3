"""Keep requests on disk until the server has stored them, so that nothing typed is ever lost.

1. One JSON-lines file per seat: a line with `id` and `command` asks, a line with `settled` ends that request.
2. A request is on the disk, past the page cache, before it is sent.
3. That a request was stored is not forced out: sent again with the same id it changes nothing on the server.
   That it was refused is: the server forgets what it refuses, and sent again it might be done after all.
4. A last line cut off by a crash was never sent, and is passed over.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from goodpath_core.errors import ProtocolError
from goodpath_core.play.event import Command
from goodpath_core.wire.codec import command_value, decode_command


class Request(NamedTuple):
    """One thing asked for and not acknowledged yet."""

    id: str
    command: Command


class Outbox:
    """Requests in the order in which they were made."""

    def __init__(
        self, folder: Path | None, new_id: Callable[[], str], force: Callable[[int], None] = os.fsync
    ) -> None:
        """Keep files in `folder`, or nothing at all if there is none; ids come from `new_id`.

        `force` brings an open file past the page cache.
        """
        self._folder = folder
        self._new_id = new_id
        self._force = force
        self._file: int | None = None
        self._owner = ""
        self._waiting: dict[str, Command] = {}

    def open(self, owner: str) -> None:
        """Use the file of this owner (session, role and seat) and take up what waits in it.

        What waits for another owner stays in that one's file and is not asked for here.
        """
        if self._owner not in ("", owner):
            self.close()
            self._waiting = {}
        self._owner = owner
        # Where nothing can be written a student can still play: requests are then kept in memory alone.
        with contextlib.suppress(OSError):
            if self._folder is not None and self._file is None:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._use(self._folder / (hashlib.sha256(owner.encode()).hexdigest()[:32] + ".jsonl"))

    def _use(self, path: Path) -> None:
        self._waiting = {**dict(read_requests(path)), **self._waiting}
        write_requests(path, self._waiting)
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def add(self, command: Command) -> Request:
        """Keep a request; when this returns it will survive the end of the process."""
        request = Request(self._new_id(), command)
        self._append(_asked(request), force=True)
        self._waiting[request.id] = command
        return request

    def settle(self, request: str, refused: bool = False) -> Command | None:
        """Forget a request that was stored or refused; what it asked, or None if it was not here."""
        command = self._waiting.pop(request, None)
        if command is not None:
            self._append({"settled": request}, force=refused)
            if not self._waiting and self._file is not None:
                os.ftruncate(self._file, 0)
        return command

    def __iter__(self) -> Iterator[Request]:
        return iter([Request(*item) for item in self._waiting.items()])

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, request: object) -> bool:
        return request in self._waiting

    def _append(self, value: dict[str, object], force: bool = False) -> None:
        if self._file is None:
            return
        try:
            os.write(self._file, _line(value))
            if force:
                self._force(self._file)
        except OSError:
            self.close()


def read_requests(path: Path) -> Iterator[Request]:
    """The requests that wait in a file, in order; lines that cannot be read are passed over."""
    waiting: dict[str, Command] = {}
    for raw in path.read_bytes().split(b"\n") if path.exists() else ():
        try:
            value = json.loads(raw)
            if "settled" in value:
                waiting.pop(value["settled"], None)
            else:
                waiting[value["id"]] = _command(value["command"])
        except (ValueError, KeyError, TypeError, ProtocolError):
            continue
    return iter([Request(*item) for item in waiting.items()])


def write_requests(path: Path, waiting: dict[str, Command]) -> None:
    """Write a file anew with what waits, in one step and readable by its owner alone."""
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        for item in waiting.items():
            file.write(_line(_asked(Request(*item))))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _asked(request: Request) -> dict[str, object]:
    return {"id": request.id, "command": command_value(request.command)}


def _command(value: dict[str, object]) -> Command:
    """A command read back: JSON has lists where commands have tuples."""
    return decode_command({k: tuple(v) if isinstance(v, list) else v for k, v in value.items()})


def _line(value: dict[str, object]) -> bytes:
    # ASCII, so that a lone half of a character in a text can never fail to be written.
    return json.dumps(value).encode() + b"\n"
