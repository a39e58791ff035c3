"""What a session file that is gone may have left in its place: records that are nowhere else."""

import os
from pathlib import Path
from typing import Final

from goodpath_core.errors import Misused

_ENDINGS: Final = ("-wal", "-journal")
"""How SQLite names what belongs to a file; what it finds there of another file it throws away."""


def said_of_remains(path: Path) -> str:
    """That something lies where a new session file is to be, which SQLite would destroy; else empty."""
    for ending in _ENDINGS:
        beside = path.with_name(f"{path.name}{ending}")
        if os.path.lexists(beside):
            return (
                f"{beside} may hold what a session stored last; "
                "put its session file back beside it, or choose another name with -o."
            )
    return ""


def must_have_no_remains(path: Path) -> None:
    """Misused if a new session file would destroy what another has left."""
    if said := said_of_remains(path):
        raise Misused(said)
