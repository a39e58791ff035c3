"""Times are read as teachers write them."""

import pytest

from goodpath_core.scenario.durations import read_clock, read_duration, say_clock, say_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("4m", 240), ("90s", 90), ("1m30s", 90), ("-3d", -259_200), ("-2h", -7_200), ("1h", 3_600), ("0s", 0)],
)
def test_a_length_of_time_becomes_seconds(text: str, seconds: int) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "-", "4", "m", "4 m", "1s1m", "4min", "٤m", "--4m", "99999999s"])
def test_other_texts_are_no_length_of_time(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_duration(text)


def test_a_time_of_day_becomes_seconds_after_midnight() -> None:
    assert read_clock("00:00") == 0
    assert read_clock("8:05") == 8 * 3_600 + 300
    assert read_clock("23:59") == 86_340


@pytest.mark.parametrize("text", ["24:00", "18:60", "18.30", "1830", "18:3", "6pm", ""])
def test_other_texts_are_no_time_of_day(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_clock(text)


def test_times_are_said_in_words_for_people() -> None:
    assert [say_duration(seconds) for seconds in (0, 40, 60, 90)] == ["0 s", "40 s", "1 min", "1 min 30 s"]
    assert [say_clock(seconds) for seconds in (0, 66_600, 86_400 + 60)] == ["00:00", "18:30", "00:01"]
