"""Whatever was odd about a scenario, its session file is whole, and everything can be written from it."""

import json
from pathlib import Path

import pytest
from goodpath.library import Loaded
from goodpath.run_sheet import write_run_sheet

from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.tables import csv_table, json_lines
from goodpath_review.transcript import transcript
from goodpath_review.verify import verify
from odd_evening import played
from odd_scenarios import ODD, PICTURE, made_of

pytestmark = pytest.mark.no_cover

PNG = next((Path(__file__).parents[2] / "scenarios" / "ten-pictures" / "pictures").glob("*.png"))


@pytest.mark.row
@pytest.mark.parametrize("name", ODD)
def test_an_odd_evening_can_be_verified_told_reported_and_exported(name: str, tmp_path: Path) -> None:
    loaded = Loaded(made_of(ODD[name]()), {PICTURE: PNG.read_bytes()})
    evening = played(loaded, cells=2)

    with SessionFile(evening.save(tmp_path / "odd.goodpath")) as file:
        assert verify(file).faults == ()
        told = "".join(transcript(file))
        pages = [report(file), report(file, private=True)]
        table, records = list(csv_table(file)), [json.loads(line) for line in json_lines(file)]

    title = loaded.scenario.title
    assert told.startswith("# ") and "The session ended." in told
    assert all(page.lower().startswith("<!doctype html>") and "</html>" in page for page in pages)
    assert len(records) == len(evening.records)
    assert len(table) > 1
    assert write_run_sheet(loaded.scenario).startswith(title)
