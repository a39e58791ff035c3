"""Keep requests on disk until the server has stored them, so that nothing typed is ever lost.

1. One JSON-lines file per seat: a line with `id` and `command` asks, a line with `settled` ends that request.
2. A request is on the disk, past the page cache, before it is sent.
3. That a request was stored is not forced out: sent again with the same id it changes nothing on the server.
   That it was refused is: the server forgets what it refuses, and sent again it might be done after all.
4. A request may be kept anew under its id, once it is known which line it is about; the last one counts.
5. A last line cut off by a crash was never sent, and is passed over.
6. Another window of the seat may have written the file anew: then what is no more in it is settled,
   but for what never was in it.
7. Where the disk takes no more, requests are sent from memory; the file is written anew once it can be.
"""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from goodpath_client.kept_seats import too_many
from goodpath_client.private_file import write_privately
from goodpath_core.errors import ProtocolError
from goodpath_core.play.event import Command
from goodpath_core.wire.codec import command_value, decode_command

_FULL: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_DISK_IS_FULL: Final = "The disk is full: unsent lines are in memory only until there is space."
_NOT_WRITABLE: Final = "Nothing can be written to {folder}: unsent lines are in memory only."


class Request(NamedTuple):
    """One thing asked for and not acknowledged yet."""

    id: str
    """Made here; said again with the same one, it is done once."""
    command: Command
    """The same, however often it is sent."""
    persona: str = ""
    """Id of the persona that it was meant as; empty for none, and where that is not known."""
    of: str = ""
    """The request whose line it is about, while that has no number; empty for none."""


class Outbox:
    """Requests in the order in which they were made."""

    def __init__(
        self, folder: Path | None, new_id: Callable[[], str], force: Callable[[int], None] = os.fsync
    ) -> None:
        """Keep files in `folder`, or nothing at all if there is none; ids come from `new_id`.

        `force` brings an open file or folder past the page cache.
        """
        self.problem = ""
        """Why requests wait in memory alone, as one sentence; empty while they are kept as was asked for."""
        self._folder = folder
        self._new_id = new_id
        self._force = force
        self._file: int | None = None
        self._owner = ""
        self._waiting: dict[str, Request] = {}
        self._unsent: set[str] = set()
        """What the server cannot have: it has not left, or was sent back; what was taken up from a file
        may have left."""
        self._unkept: set[str] = set()
        """What waits and is in no file, so that no other window can have settled it."""
        self._settled: set[str] = set()
        """What was settled here: a file that could not be told of it may still hold it."""

    def open(self, owner: str) -> list[Request]:
        """Use the file of this owner (session, role and seat) and take up what waits in it.

        What was to go out for another owner is given up; what it was.
        """
        aside: list[Request] = []
        if self._owner not in ("", owner):
            aside = self.give_up()
            self.close()
            self._waiting = {}
        self._owner = owner
        if not self._is_in_place():
            self._renew()
        return aside

    def give_up(self) -> list[Request]:
        """Forget all that waits, because nobody can send it any more; what it was."""
        given = list(self)
        for one in given:
            self.settle(one.id, refused=True)
        return given

    def hand_over(self) -> None:
        """Another window has the seat: what is in the file is its to send, until it is opened here again."""
        self._let_go()
        self._waiting = {one.id: one for one in self if one.id in self._unkept}

    def close(self) -> None:
        """Let go of the file; it goes too where nothing waits in it."""
        is_over = not self._waiting and self._is_in_place()
        self._let_go()
        if is_over:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def add(self, command: Command, persona: str = "", of: str = "") -> Request:
        """Keep a request that is meant as a persona; `of` is the request that it is about, if there is one.

        Unless there is a `problem` or no owner yet, it survives the end of the process when this returns.
        """
        request = Request(self._new_id(), command, persona, of)
        self._unsent.add(request.id)
        self.replace(request)
        return request

    def replace(self, request: Request) -> None:
        """Keep a request in the place of the one that has the same id."""
        self._waiting[request.id] = request
        self._unkept.add(request.id)
        if self._change(lambda file: _append(file, _asked(request)), force=True):
            self._unkept.discard(request.id)

    def note_sent(self, request: str) -> None:
        """A request is about to leave: from now on the server may have it."""
        self._unsent.discard(request)

    def note_unsent(self, request: str) -> None:
        """The server has said that it does not have a request, which waits to be sent again."""
        self._unsent.add(request)

    def is_unsent(self, request: str) -> bool:
        """Whether it is certain that the server has never had a request."""
        return request in self._unsent

    def settle(self, request: str, refused: bool = False) -> Command | None:
        """Forget a request that was stored or refused; what it asked, or None if it was not here."""
        found = self._waiting.pop(request, None)
        if found is None:
            return None
        self._settled.add(request)
        self._unsent.discard(request)
        if self._waiting:
            self._change(lambda file: _append(file, {"settled": request}), force=refused)
        else:
            # An empty file says it as well, and needs no space.
            self._change(lambda file: os.ftruncate(file, 0), force=refused)
        return found.command

    def __iter__(self) -> Iterator[Request]:
        return iter(list(self._waiting.values()))

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, request: object) -> bool:
        return request in self._waiting

    @property
    def _path(self) -> Path:
        name = hashlib.sha256(self._owner.encode()).hexdigest()[:32]
        return (self._folder or Path()) / f"{name}.jsonl"

    def _change(self, change: Callable[[int], object], force: bool) -> bool:
        """Change the file; where it cannot be, or is not the one of this seat any more, write it anew.

        Whether the change is in the file.
        """
        if self._file is not None and self._is_in_place():
            with contextlib.suppress(OSError):
                change(self._file)
                if force:
                    self._force(self._file)
                # Another window may have written it anew just now, without the change.
                if self._is_in_place():
                    return True
        return self._renew()

    def _renew(self) -> bool:
        """Write the file anew with all that waits, also with what others left in it; whether it is kept."""
        self._let_go()
        if self._folder is None or not self._owner:
            return False
        # Where nothing can be written a student can still play.
        try:
            self._waiting = self._still_waiting()
            lines = b"".join(_line(_asked(one)) for one in self._waiting.values())
            write_privately(self._path, lines, self._force)
            self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND)
            self._unkept.clear()
            self.problem = ""
        except OSError as fault:
            self.problem = (
                _DISK_IS_FULL if fault.errno in _FULL else _NOT_WRITABLE.format(folder=self._folder)
            )
            return False
        _drop_old(self._folder, self._path)
        return True

    def _still_waiting(self) -> dict[str, Request]:
        """All that waits here or in the file, which another window may have changed. Raises OSError."""
        left = {one.id: one for one in read_requests(self._path) if one.id not in self._settled}
        own = self._waiting
        if self._path.exists():
            own = {id: one for id, one in own.items() if id in left or id in self._unkept}
        return {**left, **own}

    def _is_in_place(self) -> bool:
        """Whether the open file is the one that the next process will find."""
        if self._file is None:
            return False
        with contextlib.suppress(OSError):
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        return False

    def _let_go(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def read_requests(path: Path) -> Iterator[Request]:
    """The requests that wait in a file, in order; lines that cannot be read are passed over."""
    waiting: dict[str, Request] = {}
    for raw in path.read_bytes().split(b"\n") if path.exists() else ():
        try:
            value = json.loads(raw)
            if "settled" in value:
                waiting.pop(value["settled"], None)
            else:
                persona, of = str(value.get("persona", "")), str(value.get("of", ""))
                waiting[value["id"]] = Request(value["id"], command_read_back(value["command"]), persona, of)
        except (ValueError, KeyError, TypeError, AttributeError, ProtocolError):
            continue
    return iter(waiting.values())


def _drop_old(folder: Path, newest: Path) -> None:
    """Files of seats that this machine no longer comes back to are of no use."""
    with contextlib.suppress(OSError):
        for path in too_many(folder, newest):
            path.unlink()


def _append(file: int, value: dict[str, object]) -> None:
    line = _line(value)
    if os.write(file, line) < len(line):
        raise OSError(errno.ENOSPC, "There was room for a part of the line only.")


def _asked(request: Request) -> dict[str, object]:
    command = command_value(request.command)
    about = {"of": request.of} if request.of else {}
    return {"id": request.id, "persona": request.persona, **about, "command": command}


def command_read_back(value: dict[str, object]) -> Command:
    """A command from the JSON it was kept in, which has lists where commands have tuples.

    ProtocolError for what is no command, or none any more.
    """
    return decode_command({k: tuple(v) if isinstance(v, list) else v for k, v in value.items()})


def _line(value: dict[str, object]) -> bytes:
    # ASCII, so that a lone half of a character in a text can never fail to be written.
    return json.dumps(value).encode() + b"\n"
