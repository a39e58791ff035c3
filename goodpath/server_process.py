"""Start a server as a process of its own, which outlives the terminal it was started from."""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from goodpath.ending import PATIENCE_S, end, end_by_force
from goodpath.exit_code import MISUSED
from goodpath.overwriting import must_be_free
from goodpath_client.addresses import is_near
from goodpath_core.errors import GoodpathError, Misused
from goodpath_server.keyfile import KeyFile
from goodpath_server.private import OWNER_ONLY
from goodpath_server.server import EVERYWHERE, Config
from goodpath_server.session_name import key_path, must_have_folder
from goodpath_server.space import if_full

START_S = 30.0
"""Seconds after which a server that says nothing is given up."""
LOOK_S = 0.05
_NO_REASON = "The server could not start and gave no reason; try `goodpath serve`."
_OPEN = re.compile(r"open on port (\d+)")


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """A server that was started here."""

    path: Path
    """Its session file; log and key file lie beside it."""
    port: int
    """Where it listens, as it has said itself."""
    code: str
    """Join code for students."""
    secret: str
    """The teacher's secret, from the key file."""
    child: subprocess.Popen[bytes] = field(repr=False)
    """The process itself; it runs on after this one has ended."""

    @classmethod
    def start(cls, scenario: str, path: Path, config: Config) -> "ServerProcess":
        """Start a server and wait until it listens; GoodpathError with its own sentence if it does not.

        An empty scenario is the one that the session file holds.
        """
        keys_at, log = key_path(path), path.with_suffix(".log")
        must_have_folder(path)
        if not path.exists():
            must_be_free([log])
        # Another server may be running on this session: what it has written stays.
        said = log.stat().st_size if log.exists() else -1
        # The log holds the join code, and what its server complains of.
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OWNER_ONLY)
        with os.fdopen(handle, "ab") as out:
            log.chmod(OWNER_ONLY)
            child = subprocess.Popen(
                _words(scenario, path, config),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            port = _wait_for_port(child, log, max(0, said))
        except BaseException:
            end_by_force(child)
            _leave_as_it_was(log, said)
            raise
        keys = KeyFile(keys_at)
        return cls(path, port, keys.code, keys.secret, child)

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self.child.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.child.poll() is None

    def stop(self, patience_s: float = PATIENCE_S) -> None:
        """End it in good order: everything accepted is stored; GoodpathError if it does not go in time."""
        if not end(self.child, patience_s):
            raise GoodpathError(
                f"The server was told to stop and still runs as process {self.pid}; wait a moment, "
                f"or end it with `kill -9 {self.pid}`, which loses nothing that was answered."
            )


def _words(scenario: str, path: Path, config: Config) -> list[str]:
    """The command line of the server."""
    target = [scenario, "-o", str(path)] if scenario else [str(path)]
    words = [sys.executable, "-m", "goodpath", "serve", *target]
    words += ["--port", str(config.port)] + (["--cells", str(config.cells)] if config.cells else [])
    words += ["--paused"] * config.pauses
    if config.host == EVERYWHERE:
        words += ["--lan"]
        # Both say the same, also where one of them would find another address by now.
        told = config.reached and not is_near(config.reached)
        words += ["--address", config.reached] if told else []
    return words


def _leave_as_it_was(log: Path, said: int) -> None:
    """Take from the log what came after `said` bytes; all of it where there was none (-1)."""
    if said < 0:
        log.unlink()
    else:
        os.truncate(log, said)


def _wait_for_port(child: "subprocess.Popen[bytes]", log: Path, said: int) -> int:
    """The port that the server says it listens on, in its log after `said` bytes."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        ended = child.poll() is not None
        text = log.read_bytes()[said:].decode("utf-8", "replace")
        found = _OPEN.search(text)
        if found:
            return int(found[1])
        if ended:
            raise _fault_of(child)(_last_words(text) or if_full(log) or _NO_REASON)
        time.sleep(LOOK_S)
    raise GoodpathError(
        f"The server did not start within {START_S:.0f} s; try `goodpath serve`, which says more."
    )


def _fault_of(child: "subprocess.Popen[bytes]") -> type[GoodpathError]:
    """What kind of fault it was for which a server did not start."""
    return Misused if child.returncode == MISUSED else GoodpathError


def _last_words(text: str) -> str:
    """What a server that did not start said last; empty if nothing, as where its log has no space."""
    said = text.strip()
    return said.rpartition("goodpath: ")[2] if "goodpath: " in said else said.rpartition("\n")[2]
