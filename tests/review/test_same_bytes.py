"""Report and exports of one file are the same, byte for byte, whenever and wherever they are written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from review.evening import saved

FORMS = {
    "html": ("report", "{file}", "-o", "{out}"),
    "md": ("export", "{file}", "--as", "md", "-o", "{out}"),
    "csv": ("export", "{file}", "--as", "csv", "-o", "{out}"),
    "jsonl": ("export", "{file}", "--as", "jsonl", "-o", "{out}"),
}
WRITER = """
import sys
from goodpath.cli import app
for line in sys.stdin.read().splitlines():
    app(line.split("\\t"), standalone_mode=False)
"""
ROOT = Path(__file__).parents[2]
PATHS = os.pathsep.join(str(ROOT / part) for part in ("core", "server", "client", "review", "."))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders with all forms of one file, by processes that put sets into different orders."""
    folder = tmp_path_factory.mktemp("forms")
    file = saved(folder)
    return write_all(file, folder / "one", seed="0"), write_all(file, folder / "two", seed="1")


def write_all(file: Path, folder: Path, seed: str) -> Path:
    """Write every form in a process of its own, in which sets come in another order."""
    folder.mkdir()
    lines = [
        "\t".join(words).format(file=file, out=folder / f"class.{form}") for form, words in FORMS.items()
    ]
    subprocess.run(
        [sys.executable, "-c", WRITER],
        input="\n".join(lines),
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": PATHS, "PYTHONHASHSEED": seed},
    )
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_two_processes_write_the_same_bytes(form: str, written: tuple[Path, Path]) -> None:
    one, two = ((folder / f"class.{form}").read_bytes() for folder in written)
    assert one == two
    assert b"City After Rain" in one
