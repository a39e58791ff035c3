"""Says what may not be written over: what lies beside a new session, and what cannot be made again."""

from collections.abc import Iterable
from pathlib import Path

from goodpath_core.errors import GoodpathError
from goodpath_core.session_head import HEAD, begins_a_session

KEPT = (".goodpath", ".goodpath-wal", ".goodpath-shm", ".key")
"""How the names of files end that cannot be made again."""


def must_be_free(places: Iterable[Path]) -> None:
    """GoodpathError if something lies in one of these places."""
    for place in places:
        if place.exists() or place.is_symlink():
            raise GoodpathError(f"{place} is there already; choose another name with -o, or move it away.")


def must_not_destroy(out: Path, source: Path) -> None:
    """GoodpathError if what is made from a session file would replace it, another one, or a key file.

    What was made from one before may be replaced.
    """
    if out.exists() and out.samefile(source):
        raise GoodpathError("That would overwrite the session file itself; choose another name after -o.")
    if out.suffix.lower() in KEPT:
        kinds = "session files and key files"
        raise GoodpathError(f"Names that end in {out.suffix} are for {kinds}; choose another after -o.")
    if _is_session(out):
        raise GoodpathError(f"{out} is a session file and would be overwritten; choose another after -o.")


def _is_session(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return begins_a_session(file.read(HEAD))
