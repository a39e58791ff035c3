"""Requests wait on the disk: nothing kept is lost, nothing comes back twice, nobody else may read it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from goodpath_client.outbox import Outbox, Request, read_requests
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.profile import EditPage

OWNER = "ws://127.0.0.1:8713|town|student|1"
WRITER = """
import sys
from pathlib import Path
from goodpath_client.outbox import Outbox
from goodpath_core.play.messages import PostMessage

numbers = iter(range(1_000_000))
outbox = Outbox(Path(sys.argv[1]), lambda: f"{sys.argv[2]}-{next(numbers)}")
outbox.open(sys.argv[3])
for number in range(1_000_000):
    request = outbox.add(PostMessage(room="1/line3", text=f"Line {number}, 第{number}行."))
    print("kept", request.id, flush=True)
    if number % 3 == 0:
        outbox.settle(request.id)
        print("settled", request.id, flush=True)
"""


def say(text: str) -> Command:
    return PostMessage(room="1/line3", text=text)


def opened(folder: Path | None, head: str = "r") -> Outbox:
    numbers = iter(range(1000))
    outbox = Outbox(folder, lambda: f"{head}{next(numbers)}")
    outbox.open(OWNER)
    return outbox


def test_what_waits_is_there_again_in_order_with_the_same_ids(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    commands = [
        say("一 line with “quotes” and a \n newline"),
        EditPage(nickname="城市 Rain"),
        ArrangeAlbum(cards=("lamp", "neon")),
        PostMessage(room="1/line3", text="@", reply_to=3, mentions=("1/ming",)),
    ]
    for command in commands:
        outbox.add(command)
    outbox.close()

    again = opened(tmp_path, "later")
    assert [(r.id, r.command) for r in again] == [(f"r{n}", c) for n, c in enumerate(commands)]
    again.close()


def test_a_request_and_its_refusal_outlive_a_loss_of_power_and_that_it_was_stored_need_not(
    tmp_path: Path,
) -> None:
    forced: list[int] = []
    numbers = iter(range(1000))
    outbox = Outbox(tmp_path, lambda: f"r{next(numbers)}", lambda file: forced.append(os.fstat(file).st_size))
    outbox.open(OWNER)
    (file,) = tmp_path.iterdir()
    for text in ("One.", "Two.", "Three."):
        outbox.add(say(text))
    assert forced[-1] == file.stat().st_size

    outbox.settle("r0")
    assert forced[-1] < file.stat().st_size
    outbox.settle("r1", refused=True)
    assert forced[-1] == file.stat().st_size
    assert [request.id for request in read_requests(file)] == ["r2"]
    outbox.close()


def test_what_is_settled_is_gone_for_good_and_an_empty_outbox_is_an_empty_file(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    first, second = outbox.add(say("One.")), outbox.add(say("Two."))
    assert outbox.settle(first.id) == say("One.")
    assert outbox.settle(first.id) is None
    assert [request.id for request in opened_and_closed(tmp_path)] == [second.id]
    outbox.settle(second.id)
    assert (len(outbox), next(tmp_path.iterdir()).stat().st_size) == (0, 0)
    outbox.close()


def opened_and_closed(folder: Path) -> list[Request]:
    return [request for path in folder.iterdir() for request in read_requests(path)]


def test_the_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    outbox = opened(tmp_path / "state")
    assert next((tmp_path / "state").iterdir()).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    outbox.close()


def test_a_torn_or_foreign_line_is_passed_over(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.add(say("Whole."))
    outbox.close()
    path = next(tmp_path.iterdir())
    foreign = json.dumps({"id": "x", "command": {"kind": "from_a_newer_goodpath"}}).encode()
    path.write_bytes(foreign + b"\n" + path.read_bytes() + b'{"id": "torn", "comm')

    again = opened(tmp_path, "later")
    again.add(say("After."))
    again.close()
    assert [r.id for r in opened_and_closed(tmp_path)] == ["r0", "later0"]


def test_seats_have_outboxes_of_their_own(tmp_path: Path) -> None:
    one = opened(tmp_path)
    one.add(say("Mine."))
    other = Outbox(tmp_path, lambda: "o")
    other.open(OWNER.replace("|1", "|2"))
    assert len(other) == 0
    one.close()
    other.close()


def test_without_a_folder_or_a_writable_one_requests_wait_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (None, tmp_path / "file"):
        outbox = Outbox(folder, lambda: "r")
        outbox.open(OWNER)
        outbox.add(say("Still typed."))
        assert len(outbox) == 1
        outbox.settle("r")
        assert len(outbox) == 0


@pytest.mark.parametrize("run", range(20))
def test_kill_9_of_a_writing_client_loses_nothing_and_doubles_nothing(tmp_path: Path, run: int) -> None:
    """The parent believes only what the child had printed after the request was kept."""
    kept: list[str] = []
    settled: set[str] = set()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), f"run{run}", OWNER], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    for _ in range(Random(run).randrange(1, 120)):
        word, request = writer.stdout.readline().split()
        kept.append(request) if word == "kept" else settled.add(request)
    writer.send_signal(signal.SIGKILL)
    # Lines in the pipe were printed before the kill as well.
    for line in writer.stdout.read().splitlines(keepends=True):
        if line.endswith("\n"):
            word, request = line.split()
            kept.append(request) if word == "kept" else settled.add(request)
    writer.stdout.close()
    writer.wait()

    found = [request.id for request in opened(tmp_path)]
    expected = [request for request in kept if request not in settled]
    assert len(found) == len(set(found))
    # The very last act may have reached the disk and not the pipe, or the other way round for settling.
    assert [request for request in expected if request not in found] in ([], kept[-1:])
    assert set(found) - set(expected) <= {f"run{run}-{len(kept)}"}
    assert [request for request in found if request in expected] == [r for r in expected if r in found]
    if expected and kept[-1] in expected and kept[-1] not in found:
        assert int(kept[-1].split("-")[1]) % 3 == 0, (
            "only a request settled in the same breath may be missing"
        )


def test_another_seat_has_another_file_and_what_waited_for_the_first_is_given_up(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    first = outbox.add(say("For Monday."))
    assert outbox.open(OWNER.replace("town", "tuesday")) == [first]
    assert list(outbox) == []
    second = outbox.add(say("For Tuesday."))
    assert list(outbox) == [second]
    assert outbox.open(OWNER) == [second]
    assert list(outbox) == []
    outbox.close()


def test_opening_for_the_same_seat_again_keeps_what_waits() -> None:
    outbox = opened(None)
    kept = outbox.add(say("Still mine."))
    outbox.open(OWNER)
    assert list(outbox) == [kept]
