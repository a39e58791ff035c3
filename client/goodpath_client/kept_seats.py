"""Bound what is kept on this machine for the seats it has played: the newest of so many."""

from pathlib import Path
from typing import Final

SEATS_MAX: Final = 200
"""More than the seats of a class that all play in one account; the oldest go first."""


def too_many(folder: Path, newest: Path) -> list[Path]:
    """The oldest files of a folder with one file for each seat, as far as there are more than SEATS_MAX.

    `newest` stays in any case: a clock that was set back must not take it away.
    """
    others = [path for path in folder.iterdir() if path != newest]
    others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return others[SEATS_MAX - 1 :]
