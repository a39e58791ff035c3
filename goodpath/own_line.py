"""How this program is called again on this machine, so that a line runs as it stands."""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "goodpath"
_SCRIPTS = (NAME, f"{NAME}.exe")
_LINES = re.compile(rf"`{NAME} verify`|console: {NAME} teach ")
"""The lines that sentences about a session file bring."""


def own_line(*words: str) -> str:
    """A line for the shell of this machine that calls this program with these words."""
    return shlex.join([*called(sys.argv[0], sys.executable, os.environ), *words])


def runs_here(sentence: str) -> str:
    """A sentence from where the program is known by its name alone, with lines that run on this machine."""
    return _LINES.sub(lambda found: found[0].replace(NAME, own_line(), 1), sentence)


def line_elsewhere(*words: str) -> str:
    """The same for another machine, on which nobody here knows where the program lies."""
    return shlex.join([NAME, *words])


def called(started: str, python: str, environ: Mapping[str, str]) -> list[str]:
    """The words that call this program, from what was started by which Python in which environment.

    `goodpath` alone only where every terminal of this machine finds this very program by it.
    """
    script = _script(Path(started), Path(python))
    if script is None:
        return [python, "-m", NAME]
    found = shutil.which(NAME, path=environ.get("PATH", ""))
    # The PATH of an activated environment, as of `uv run`, is that of one terminal.
    fleeting = environ.get("VIRTUAL_ENV")
    if found and Path(found).samefile(script) and not (fleeting and Path(found).is_relative_to(fleeting)):
        return [NAME]
    return [str(script.absolute())]


def _script(started: Path, python: Path) -> Path | None:
    """The program as a file: the one that was started, or the one beside its Python."""
    if started.name in _SCRIPTS and started.is_file():
        return started
    return next((beside for name in _SCRIPTS if (beside := python.with_name(name)).is_file()), None)
