"""What was written from a session is known again as its own form, and nothing else is."""

from pathlib import Path

import pytest

from goodpath_review.own_output import is_own
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.tables import csv_table, json_lines
from goodpath_review.transcript import transcript
from review.evening import saved

FORMS = ("html", "md", "csv", "jsonl")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a paper of each form, and the table as spreadsheets want it."""
    folder = tmp_path_factory.mktemp("written")
    with SessionFile(saved(folder)) as file:
        (folder / "paper.html").write_text(report(file), "utf-8")
        (folder / "paper.md").write_text("".join(transcript(file)), "utf-8")
        table = "".join(csv_table(file))
        (folder / "paper.csv").write_text(table, "utf-8")
        (folder / "marked.csv").write_text(table, "utf-8-sig")
        (folder / "paper.jsonl").write_text("".join(json_lines(file)), "utf-8")
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_known_as_itself_and_as_no_other(written: Path, form: str) -> None:
    assert [other for other in FORMS if is_own(written / f"paper.{form}", other)] == [form]


def test_a_table_with_the_mark_for_spreadsheets_is_known_too(written: Path) -> None:
    assert is_own(written / "marked.csv", "csv")


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>My thesis</title>'),
        ("md", "# My thesis\n\nThe first chapter.\n\n**Not for the class**"),
        ("csv", "name,mark\nMina,1\n"),
        ("jsonl", '{"seq": 2, "wall_ms": 0, "world_s": 0, '),
        ("md", ""),
    ],
)
def test_a_paper_of_somebodys_own_is_not_taken_for_one(tmp_path: Path, form: str, text: str) -> None:
    (tmp_path / "mine").write_text(text, "utf-8")

    assert not is_own(tmp_path / "mine", form)
