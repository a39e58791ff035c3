"""Says what may not be written over: what a command has not written itself, and what cannot be made again."""

from collections.abc import Callable, Iterable
from pathlib import Path

from goodpath_core.errors import Misused
from goodpath_core.session_head import HEAD, begins_a_session

KEPT = (".goodpath", ".goodpath-wal", ".goodpath-shm", ".key")
"""How the names of files end that cannot be made again."""


def must_be_free(places: Iterable[Path]) -> None:
    """Misused if something lies in one of these places."""
    for place in places:
        if place.exists() or place.is_symlink():
            raise Misused(f"{place} is there already; choose another name with -o, or move it away.")


def must_not_destroy(out: Path, source: Path) -> None:
    """Misused if what is made from a session file would replace it, another one, or a key file."""
    if out.exists() and out.samefile(source):
        raise Misused("That would overwrite the session file itself; choose another name after -o.")
    must_be_no_session(out, "-o")


def must_be_no_session(out: Path, option: str) -> None:
    """Misused if this is the place of a session file or a key file; `option` is where it was typed."""
    if out.suffix.lower() in KEPT:
        kinds = "session files and key files"
        raise Misused(f"Names that end in {out.suffix} are for {kinds}; choose another after {option}.")
    if out.is_file() and _is_session(out):
        raise Misused(f"{out} is a session file and would be overwritten; choose another after {option}.")


def must_be_own(out: Path, what: str, is_own: Callable[[Path], bool], option: str) -> None:
    """Misused if something lies there that the same command has not written before.

    `what` is what it writes, in words. An empty file may be written over.
    """
    if not (out.exists() or out.is_symlink()):
        return
    if not out.is_file():
        raise Misused(f"{out} is no file; choose another name with {option}.")
    if out.stat().st_size and not is_own(out):
        raise Misused(
            f"{out} is there already and is no {what} of goodpath; choose another name with {option}."
        )


def _is_session(path: Path) -> bool:
    with path.open("rb") as file:
        return begins_a_session(file.read(HEAD))
