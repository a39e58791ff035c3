"""Files and folders that a process may read and not write, also where root runs the tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest


@contextmanager
def unwritable(*places: Path, mode: int = 0o444) -> Iterator[None]:
    """Files and folders that may only be read; with mode 0 files that may not even be that."""
    modes = {place: place.stat().st_mode for place in places}
    for place in places:
        place.chmod(0o555 if place.is_dir() else mode)
    try:
        yield
    finally:
        for place, before in modes.items():
            place.chmod(before)


def limited() -> list[str]:
    """What a command begins with so that it may do only what the modes of files say: root may do anything."""
    if os.geteuid():
        return []
    if not which("setpriv"):
        pytest.skip("root may write everywhere here, and setpriv is not installed")
    without = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={without}", f"--inh-caps={without}"]
