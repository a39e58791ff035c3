"""A whole class of robots over real sockets on a fast clock: from the lobby to the files on disk."""

import asyncio
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from goodpath.library import list_shipped
from goodpath.rehearse_commands import rehearse

from typed import typed

PACE = 150.0
FAST = 800.0


def test_a_rehearsal_writes_a_whole_session_a_transcript_and_a_report(tmp_path: Path) -> None:
    out = tmp_path / "dry.goodpath"
    ran = subprocess.run(
        [sys.executable, "-m", "goodpath", "rehearse", "ten-pictures", "-o", str(out), "--seats", "12"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    assert "12 robots played in 2 cells: " in ran.stdout
    assert str(out) in ran.stdout
    verified = subprocess.run(
        [sys.executable, "-m", "goodpath", "verify", str(out)], capture_output=True, text=True, timeout=60
    )
    assert verified.returncode == 0, verified.stdout
    assert f"Last hash: {last_hash(ran.stdout)}" in verified.stdout
    assert "L001" in out.with_suffix(".md").read_text("utf-8")
    assert "<html" in out.with_suffix(".html").read_text("utf-8")
    kinds = kinds_in(out)
    for kind in ("message.posted", "page.edited", "album.arranged", "thing.liked", "page.visited"):
        assert kinds[kind] >= 12, kind
    assert kinds["place.changed"] > 60
    assert kinds["reflection.written"] == 12
    assert kinds["session.ended"] == 1


def last_hash(said: str) -> str:
    """What is told to be compared in a review."""
    (found,) = re.findall(r"Its last hash, to note for the reviewer:  ([0-9a-f]{64})\n", said)
    return str(found)


@pytest.mark.parametrize(("cells", "seats"), [(1, 8), (2, 10)], ids=["one cell", "two cells"])
@pytest.mark.parametrize("scenario", sorted(list_shipped()))
def test_every_shipped_scenario_is_rehearsed_reported_and_exported(
    tmp_path: Path, scenario: str, cells: int, seats: int
) -> None:
    out, page = tmp_path / "dry.goodpath", tmp_path / "dry.html"
    played = asyncio.run(rehearse(scenario, out, seats, 1, FAST))
    numbers = range(1, cells + 1)
    assert {report.persona.partition("/")[0] for report in played} == {*map(str, numbers)}
    assert kinds_in(out)["session.ended"] == 1
    assert typed("report", out, "-o", page).exit_code == 0
    md, csv, jsonl = (typed("export", out, "--as", form) for form in ("md", "csv", "jsonl"))
    assert [told.exit_code for told in (md, csv, jsonl)] == [0, 0, 0]
    for text in (page.read_text("utf-8"), md.stdout):
        assert "Pan Yuting" in text and ("cell 2" in text) == (cells == 2)
    for text in (csv.stdout, jsonl.stdout):
        assert all(f"{number}/yuting" in text for number in numbers)


def kinds_in(path: Path) -> Counter[str]:
    with sqlite3.connect(path) as connection:
        return Counter(kind for (kind,) in connection.execute("SELECT kind FROM event"))


def test_the_same_seed_makes_the_same_choices_for_every_robot(tmp_path: Path) -> None:
    first = asyncio.run(rehearse("ten-pictures", tmp_path / "a.goodpath", 4, 7, PACE))
    second = asyncio.run(rehearse("ten-pictures", tmp_path / "b.goodpath", 4, 7, PACE))
    other = asyncio.run(rehearse("ten-pictures", tmp_path / "c.goodpath", 4, 8, PACE))
    plans = [{report.seat: (report.persona, report.plan) for report in run} for run in (first, second, other)]
    assert plans[0] == plans[1]
    assert plans[0] != plans[2]


def test_without_a_terminal_the_demo_is_a_class_of_robots(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "goodpath", "demo", "--folder", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    assert ran.returncode == 0, ran.stderr
    assert "8 robots played in 1 cell: " in ran.stdout
    assert last_hash(ran.stdout)
    written = sorted(path.suffix for path in tmp_path.iterdir() if not path.name.endswith(".lock"))
    assert written == [".goodpath", ".html", ".key", ".md"]
