"""Clients of one account change the same file one after another, and none waits for ever."""

import os
from pathlib import Path

from goodpath_client.file_lock import TRIES, _take, one_at_a_time, try_lock


def test_only_one_at_a_time_is_in_and_the_next_comes_in_when_it_has_left(tmp_path: Path) -> None:
    path, waited = tmp_path / "made" / "seats.json", list[float]()
    first = one_at_a_time(path)
    first.__enter__()

    def leave(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            first.__exit__(None, None, None)

    with one_at_a_time(path, leave):
        assert len(waited) == 3
    with one_at_a_time(path, waited.append):
        assert len(waited) == 3, "who has left keeps nobody waiting"


def test_whoever_is_kept_waiting_too_long_goes_on_alone(tmp_path: Path) -> None:
    waited = list[float]()
    with one_at_a_time(tmp_path / "seats.json"), one_at_a_time(tmp_path / "seats.json", waited.append):
        assert len(waited) == TRIES


def test_where_no_lock_can_be_written_nobody_waits(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where the folder should be")
    waited = list[float]()
    with one_at_a_time(tmp_path / "file" / "seats.json", waited.append):
        assert waited == []


def test_for_what_cannot_be_locked_nobody_waits() -> None:
    waited, closed = list[float](), os.open(os.devnull, os.O_WRONLY)
    os.close(closed)
    _take(closed, waited.append)
    assert waited == [] and not try_lock(closed)
