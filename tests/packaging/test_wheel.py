"""The wheel holds all that is needed: every package, every scenario with its pictures, the command."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "core/goodpath_core",
    "server/goodpath_server",
    "client/goodpath_client",
    "review/goodpath_review",
    "goodpath",
)
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
LOOK = """
import json
from goodpath import library
shipped = library.list_shipped()
print(json.dumps({
    "from": library.__file__,
    "shipped": {name: [str(folder), len(library.load(name).pictures)] for name, folder in shipped.items()},
}))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this folder without a network, and unpacked."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, str(out)], cwd=ROOT, check=True, timeout=60)
    (wheel,) = out.glob("goodpath-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(out / "unpacked")
    return out / "unpacked"


def list_files(folder: Path) -> set[str]:
    """What lies in a folder that was not made by running it."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if "__pycache__" not in path.parts}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_every_package_is_in_the_wheel(unpacked: Path, package: str) -> None:
    there = list_files(ROOT / package)

    assert there
    assert there <= list_files(unpacked / Path(package).name)


def test_every_shipped_scenario_is_in_the_wheel_with_its_pictures(unpacked: Path) -> None:
    folders = [path.parent for path in (ROOT / "scenarios").glob("*/scenario.yaml")]

    assert len(folders) >= 2
    for folder in folders:
        packed = list_files(unpacked / "goodpath_core" / "scenarios" / folder.name)
        assert packed == list_files(folder)
        assert sum(name.endswith(".png") for name in packed) >= 20


def test_the_wheel_brings_nothing_of_the_workshop(unpacked: Path) -> None:
    top = {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")}

    assert top == {Path(package).name for package in PACKAGES}


def test_the_wheel_brings_the_command_and_the_licence(unpacked: Path) -> None:
    (info,) = unpacked.glob("*.dist-info")

    assert "goodpath = goodpath.cli:main" in (info / "entry_points.txt").read_text("utf-8")
    assert (info / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_what_was_installed_finds_its_own_scenarios(unpacked: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    found = json.loads(done.stdout)

    assert Path(found["from"]).is_relative_to(unpacked)
    assert set(found["shipped"]) == {path.parent.name for path in ROOT.glob("scenarios/*/scenario.yaml")}
    for folder, pictures in found["shipped"].values():
        assert Path(folder).is_relative_to(unpacked)
        assert pictures >= 20
