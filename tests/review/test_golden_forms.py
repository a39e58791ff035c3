"""All that is written of one class is what was read once and found good, to the byte."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from golden import Golden
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.tables import csv_table, json_lines
from goodpath_review.transcript import transcript
from review.evening import saved

PICTURE = re.compile(r"base64,[0-9A-Za-z+/=]+")
"""A picture inside a page: its bytes are another library's matter."""


def page(file: SessionFile) -> Iterable[str]:
    """The report, without what is in its pictures."""
    return [PICTURE.sub("base64,", report(file))]


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("evening.md", transcript),
        ("evening.csv", csv_table),
        ("evening.jsonl", json_lines),
        ("evening.html", page),
    ],
)
def test_a_class_is_written_as_it_was_found_good(
    name: str, write: Callable[[SessionFile], Iterable[str]], tmp_path: Path, golden: Golden
) -> None:
    with SessionFile(saved(tmp_path)) as file:
        golden.holds(name, "".join(write(file)))
