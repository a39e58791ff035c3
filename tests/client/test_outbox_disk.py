"""A disk that takes no more: the outbox says so, forgets nothing, and brings nothing back to life."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.outbox import Outbox, read_requests
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage

OWNER = "town|student|1"


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may have more bytes than this, as on a disk with nothing left."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def say(text: str) -> Command:
    return PostMessage(room="1/line3", text=text)


def opened(folder: Path, head: str = "r") -> Outbox:
    numbers = iter(range(1000))
    outbox = Outbox(folder, lambda: f"{head}{next(numbers)}")
    outbox.open(OWNER)
    return outbox


def on_disk(folder: Path) -> list[str]:
    """Ids of the requests that the next process would find."""
    return [request.id for path in folder.glob("*.jsonl") for request in read_requests(path)]


def test_a_full_disk_is_told_and_what_waited_is_kept_once_there_is_space(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.add(say("Kept."))
    assert outbox.problem == ""
    with room_for(0):
        outbox.add(say("In memory."))
        assert outbox.problem == "The disk is full: unsent lines are in memory only until there is space."
        assert [request.id for request in outbox] == ["r0", "r1"]
        assert on_disk(tmp_path) == ["r0"]
    outbox.add(say("Kept again."))
    assert outbox.problem == ""
    assert on_disk(tmp_path) == ["r0", "r1", "r2"]
    assert len(list(tmp_path.iterdir())) == 1
    outbox.close()


def test_a_folder_that_cannot_be_written_is_told_and_none_at_all_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    outbox = opened(tmp_path / "file")
    outbox.add(say("In memory."))
    assert outbox.problem.startswith("Nothing can be written to")
    nowhere = Outbox(None, lambda: "r")
    nowhere.open(OWNER)
    nowhere.add(say("In memory, as was asked for."))
    assert nowhere.problem == ""


def test_a_line_that_was_written_in_part_spoils_neither_itself_nor_the_next(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.add(say("Whole."))
    (file,) = tmp_path.iterdir()
    with room_for(file.stat().st_size + 20):
        outbox.add(say("Cut."))
        assert outbox.problem
    outbox.add(say("After."))
    assert on_disk(tmp_path) == ["r0", "r1", "r2"]
    outbox.close()


def test_what_was_refused_on_a_full_disk_does_not_come_back_with_the_connection(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.add(say("Chat is closed."))
    outbox.add(say("Still waits."))
    with room_for(0):
        outbox.settle("r0", refused=True)
        outbox.open(OWNER)
        assert [request.id for request in outbox] == ["r1"]
    outbox.open(OWNER)
    assert [request.id for request in outbox] == on_disk(tmp_path) == ["r1"]
    outbox.close()


def test_the_last_that_was_refused_leaves_even_a_full_disk(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.add(say("Chat is closed."))
    with room_for(0):
        outbox.settle("r0", refused=True)
        assert on_disk(tmp_path) == []
    outbox.close()


def test_a_line_goes_to_the_file_that_is_there_also_after_another_terminal_made_it_anew(
    tmp_path: Path,
) -> None:
    first, second = opened(tmp_path, "first"), opened(tmp_path, "second")
    second.add(say("At the second terminal."))
    first.add(say("At the first one again."))
    assert on_disk(tmp_path) == ["second0", "first0"]
    second.close()
    assert on_disk(tmp_path) == ["second0", "first0"]
    first.close()


@pytest.mark.parametrize(("settled", "files"), [(True, 0), (False, 1)], ids=["nothing waits", "a line waits"])
def test_whoever_leaves_takes_an_empty_file_along(tmp_path: Path, settled: bool, files: int) -> None:
    outbox = opened(tmp_path)
    outbox.add(say("Said."))
    if settled:
        outbox.settle("r0")
    outbox.close()
    assert len(list(tmp_path.iterdir())) == files


def test_of_so_many_seats_the_newest_files_are_kept_and_the_own_in_any_case(tmp_path: Path) -> None:
    for seat in range(SEATS_MAX + 5):
        (tmp_path / f"{seat}.jsonl").touch()
        os.utime(tmp_path / f"{seat}.jsonl", (4_000_000_000 + seat, 4_000_000_000 + seat))
    outbox = opened(tmp_path)
    outbox.add(say("Kept."))
    files = {path.name for path in tmp_path.iterdir()}
    assert len(files) == SEATS_MAX
    assert {f"{SEATS_MAX + 4}.jsonl", "6.jsonl"} <= files
    assert "5.jsonl" not in files
    assert on_disk(tmp_path) == ["r0"]
    outbox.close()
