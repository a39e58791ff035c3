"""What a server is to open: a scenario in a session file of its own, or a session file that goes on alone."""

import time
from pathlib import Path
from typing import Final, NamedTuple

from goodpath_core.errors import Misused
from goodpath_server.session_name import ENDING

FIRST: Final = "ten-pictures"
"""The scenario that is served where none is named, unless there is a session file of another."""


class Target(NamedTuple):
    """What a server is to open."""

    scenario: str
    """As it was named; empty for the one that the session file holds."""
    session: Path
    """The session file; gone on with if it is there."""


def find_target(named: str, out: Path | None) -> Target:
    """What was meant by a scenario or a session file, and by the place after `-o`; makes nothing.

    Misused if a session file is named that is not there, or a second one after `-o`.
    """
    if _names_session(named):
        return _go_on(Path(named), out)
    session = out or session_path(named or FIRST)
    return Target(named or ("" if session.exists() else FIRST), session)


def session_path(scenario: str, folder: Path | None = None) -> Path:
    """A file name of its own for a new session: scenario, day and time."""
    stamp = time.strftime("%Y-%m-%d-%H%M%S")
    return (folder or Path.cwd()) / f"{Path(scenario).stem}-{stamp}{ENDING}"


def _names_session(named: str) -> bool:
    path = Path(named)
    return path.suffix == ENDING and not path.is_dir()


def _go_on(session: Path, out: Path | None) -> Target:
    begin = "or name a scenario to begin a new session."
    if not session.exists():
        raise Misused(f"There is no session file {session}; look at its name and its folder, {begin}")
    if out and out.resolve() != session.resolve():
        raise Misused(f"{session} is a session file and goes on in its own place; leave -o out, {begin}")
    return Target("", session)
