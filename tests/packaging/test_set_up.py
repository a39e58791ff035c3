"""Setting up that goes wrong: it is begun anew the next time, and one sentence says what to do."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import run

from only_read import limited, unwritable
from small_disk import can_mount, on_small_disk

ROOT = Path(__file__).parents[2]


def checkout(folder: Path) -> Path:
    """The bootstrap and what an environment is made from, which need nothing of any network."""
    folder.mkdir()
    shutil.copy(ROOT / "run.py", folder)
    for file in run.MADE_FROM:
        (folder / file.name).write_text("")
    return folder / "run.py"


def test_a_set_up_that_broke_off_is_made_anew_also_for_the_versions_that_were_there_before(
    tmp_path: Path,
) -> None:
    script = checkout(tmp_path / "goodpath")
    pins, core = script.with_name("constraints.txt"), script.parent / "goodpath_core"
    core.mkdir()
    (core / "__init__.py").write_text("")
    venv.create(script.parent / ".venv")
    packages = next((script.parent / ".venv").glob("[lL]ib/**/site-packages"))
    (packages / "here.pth").write_text(f"{script.parent}\n")
    (script.parent / ".venv" / "goodpath-ready").write_text(
        run.stamp(script.with_name(file.name) for file in run.MADE_FROM)
    )

    pins.write_text("no-such-file.whl\n")
    broken = subprocess.run([sys.executable, script, "demo"], capture_output=True, text=True)
    pins.write_text("")
    again = subprocess.run([sys.executable, script, "demo"], capture_output=True, text=True)

    assert (broken.returncode, "Setting up" in broken.stdout) == (1, True), broken
    assert "Setting up" in again.stdout, again


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder that may only be read takes files")
def test_where_nothing_can_be_written_one_sentence_names_the_folder(tmp_path: Path) -> None:
    script = checkout(tmp_path / "goodpath")
    with unwritable(script.parent):
        told = subprocess.run([*limited(), sys.executable, script, "demo"], capture_output=True, text=True)

    assert (told.returncode, told.stderr) == (1, "")
    assert told.stdout.splitlines()[-1] == (
        f"Nothing can be written in {script.parent} (Permission denied); copy it to a folder of your own."
    )


@pytest.mark.parametrize("kilobytes", [100, 8_000], ids=["nothing fits", "a part fits"])
def test_a_disk_without_room_is_named_as_such(tmp_path: Path, kilobytes: int) -> None:
    if not can_mount(tmp_path):
        pytest.skip("no file system of its own can be made here")
    script = checkout(tmp_path / "goodpath")
    start = 'cp -r "$1"/. . && "$2" run.py demo'
    said = on_small_disk(tmp_path, kilobytes, "sh", "-c", start, "sh", str(script.parent), sys.executable)

    assert f"There is too little room for {tmp_path / 'disk'}; setting up needs 300 MB.\ncode 1" in said
    assert "Traceback" not in said
