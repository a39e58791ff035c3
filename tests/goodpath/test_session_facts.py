"""A new session file says when it was made and how far from UTC; its page names each of its facts."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from goodpath.library import load
from goodpath.serving import meta_of

DOC = Path(__file__).parents[2] / "docs" / "session-file.md"
TEN_PICTURES = load("ten-pictures").scenario


@pytest.mark.parametrize(
    ("hours", "offset"), [(-5, "-300"), (5.75, "345"), (0, "0")], ids=["New York", "Kathmandu", "Greenwich"]
)
def test_a_new_file_keeps_the_moment_and_how_far_its_clock_was_from_utc(hours: float, offset: str) -> None:
    made = datetime(2026, 1, 31, 19, 30, tzinfo=timezone(timedelta(hours=hours)))
    meta = meta_of(TEN_PICTURES, 1, load_test=False, made=made)

    assert meta["utc_offset_min"] == offset
    assert meta["created_ms"] == str(1_769_887_800_000 - int(hours * 3_600_000))


def test_the_page_names_every_fact_of_a_session_file() -> None:
    made = datetime(2026, 1, 31, tzinfo=UTC)
    (told,) = re.findall(r"`meta` has these keys: (.*?)\n\n", DOC.read_text("utf-8"), re.DOTALL)

    assert set(re.findall(r"`(\w+)`", told)) == {
        "format",
        *meta_of(TEN_PICTURES, 1, load_test=False, made=made),
    }
