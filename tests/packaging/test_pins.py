"""The pinned versions: hashes for all of them, no index named, and the same versions for pip and uv."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PINS = ("constraints.txt", "constraints-build.txt")


def pins(name: str) -> set[str]:
    text = (ROOT / name).read_text("utf-8")
    return {f"{m[1]}=={m[2]}" for m in re.finditer(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text, re.M)}


def test_every_pin_has_a_hash() -> None:
    for name in PINS:
        for pin in re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip()):
            assert "--hash=sha256:" in pin, pin


def test_no_index_and_no_address_is_named() -> None:
    for name in (*PINS, "pyproject.toml"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "index" not in text.replace("Topic :: ", "")


def test_uv_gets_the_same_versions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(project["tool"]["uv"]["constraint-dependencies"]) == pins("constraints.txt")


def test_the_builder_is_pinned_to_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (builder,) = project["build-system"]["requires"]
    assert builder in pins("constraints-build.txt")
    assert builder in project["project"]["optional-dependencies"]["dev"]
