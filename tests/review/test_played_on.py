"""A report and a transcript say the day on which a class was where it was, or that it is the day in UTC."""

from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.transcript import transcript
from review.played_class import PlayedClass
from review.test_report import Page

NEW_YORK = {"created_ms": "1769905800000", "utc_offset_min": "-300"}
"""19:30 on the last of January."""
UNTOLD = {"created_ms": "1769905800000"}


@pytest.mark.parametrize(
    ("told", "day"),
    [(NEW_YORK, "31 January 2026."), (UNTOLD, "1 February 2026 (UTC).")],
    ids=["with its offset", "from before offsets were kept"],
)
def test_the_day_is_that_of_the_class_or_says_that_it_is_not(
    told: dict[str, str], day: str, tmp_path: Path
) -> None:
    town = PlayedClass(load("ten-pictures"), told=told)
    town.seat("1/yuting")
    with SessionFile(town.save(tmp_path / "day.goodpath")) as file:
        assert f"Played on {day}" in Page(report(file)).text
        assert f"Played on {day}" in "".join(transcript(file)).replace("\\", "")
