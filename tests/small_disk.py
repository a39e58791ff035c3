"""A disk without room: files of this process and its children are bounded, or a file system is small."""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mortal import mortal
from processes import WORDS, surroundings

_ON_SMALL_DISK = (
    'mount -t tmpfs -o size="$1"k tmpfs "$2" && cd "$2" && shift 2 && timeout 30 "$@"; echo "code $?"; ls -A'
)
_TOOL = shutil.which("unshare") or ""


@contextmanager
def bounded_files(most: int) -> Iterator[None]:
    """No file grows beyond so many bytes, of this process and of those it starts meanwhile."""
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))


def can_mount(folder: Path) -> bool:
    """Whether this machine lets its users have file systems of their own: some kinds of Linux only."""
    return bool(_TOOL) and on_small_disk(folder, 100, "true").startswith("code 0")


def goodpath_on_small_disk(folder: Path, kilobytes: int, *words: str | Path) -> str:
    """Run a line of goodpath on a file system of this size: all it says, its code, and what lies there."""
    return on_small_disk(folder, kilobytes, *WORDS, *map(str, words))


def on_small_disk(folder: Path, kilobytes: int, *words: str) -> str:
    """Run any program there."""
    disk = folder / "disk"
    disk.mkdir(exist_ok=True)
    line = [_TOOL, "-rm", "sh", "-c", _ON_SMALL_DISK, "sh", str(kilobytes), str(disk), *words]
    ran = subprocess.run(
        mortal(*line),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=surroundings(folder),
    )
    return ran.stdout
