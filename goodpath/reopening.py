"""What a session file that is there already must be, and says, before a server goes on with it."""

from collections.abc import Mapping
from pathlib import Path

from goodpath.after_class import report_words
from goodpath.library import find, name_key
from goodpath.way_on import way_on
from goodpath_client.plurals import counted
from goodpath_core.errors import LogError, Misused
from goodpath_core.play.control import SessionEnded
from goodpath_review.session_file import SessionFile


def must_be_the_same(scenario: str, path: Path, cells: int) -> None:
    """Misused if a session file is of another scenario than the one named, or of other cells.

    An empty name and 0 cells mean that none were named. What is in the file counts, not what has become of
    the scenario since.
    """
    asked, meta = name_key(find(scenario)) if scenario else "", _meta(path)
    its, its_cells = meta.get("scenario", asked), meta.get("cells", "")
    if asked and asked != its:
        raise Misused(
            f"{path.name} holds a session of {its}, not of {asked}; choose another file with -o, "
            f"or go on with it:  {way_on(str(path.absolute()))}"
        )
    if cells and its_cells.isdecimal() and int(its_cells) != cells:
        has = counted(int(its_cells), "cell")
        raise Misused(
            f"{path.name} holds a session of {has}, and --cells says {cells}; leave --cells out "
            "to go on with it, or choose another file with -o."
        )


def over_words(path: Path) -> str:
    """That the session in a file is over, and what can still be done; empty where it is not, or not known."""
    if not is_over(path):
        return ""
    return (
        f"The session in {path.name} is over: who has a seat can come back and read, and nothing can be "
        f"added.\n{report_words(str(path))}"
    )


def _meta(path: Path) -> Mapping[str, str]:
    """What a session file says of itself; nothing where it cannot, which its opening will tell."""
    try:
        with SessionFile(path) as file:
            return file.meta
    except LogError:
        return {}


def is_over(path: Path) -> bool:
    """Whether the session in a file has ended for good; not so where that is not known."""
    try:
        with SessionFile(path) as file:
            return file.has(SessionEnded.kind)
    except LogError:
        return False
