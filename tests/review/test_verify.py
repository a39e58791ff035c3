"""Verifying names the first record that is not as it was written, and nothing changed passes quietly."""

import random
import sqlite3
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_core.record import Record, first_hash, hash_of
from goodpath_review.session_file import SessionFile
from goodpath_review.verify import OVER, Verdict, verify
from review.evening import evening, saved


def verdict(path: Path) -> Verdict:
    with SessionFile(path) as file:
        return verify(file)


def test_a_file_as_it_was_written_is_whole_and_its_erased_line_is_counted(tmp_path: Path) -> None:
    records = evening().records

    assert verdict(saved(tmp_path)) == Verdict(len(records), 1, records[-1].hash.hex(), (), (OVER,))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE event SET body = replace(body, 'rain', 'pain') WHERE seq = 38", "Record 38 does not match"),
        ("UPDATE event SET voice = '1/haibo' WHERE seq = 49", "Record 49 does not match"),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 12", "Record 12 does not match"),
        ("UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = 1", "Record 1 does not match"),
        ("UPDATE meta SET value = value || '#' WHERE key = 'scenario_text'", "Record 1 does not match"),
        ("UPDATE meta SET value = '5' WHERE key = 'cells'", "Record 1 does not match"),
        ("UPDATE meta SET value = '0' WHERE key = 'created_ms'", "Record 1 does not match"),
        ("DELETE FROM meta WHERE key = 'load_test'", "Record 1 does not match"),
        ("INSERT INTO meta VALUES ('school', 'mine')", "Record 1 does not match"),
        ("DROP TABLE epoch", "The file lacks epoch"),
        ("DELETE FROM event WHERE seq = 20", "Record 20 bears the number 21"),
        ("UPDATE event SET seq = 900 WHERE seq = 118", "Record 118 bears the number 900"),
        ("UPDATE event SET body = CAST(body AS BLOB) WHERE seq = 7", "Record 7 holds something other"),
        ("UPDATE event SET body = '{\"text\":\"back\"}' WHERE erased <> ''", "Record 41 is marked as erased"),
        ("UPDATE event SET erased = 'x' WHERE erased <> ''", "Record 41 is marked as erased"),
        (
            "UPDATE picture SET png = x'00' WHERE file = 'red-car.png'",
            "The picture red-car.png does not match",
        ),
    ],
)
def test_the_first_wrong_record_is_named(tmp_path: Path, change: str, fault: str) -> None:
    path = saved(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(change)
    connection.commit()
    connection.close()

    found = verdict(path)

    assert not found.whole
    assert found.faults[0].startswith(fault)


COPY_BOTH = "if a file of the same name with -wal at its end lies where this one comes from, copy both."
NOTHING = f"Nothing that happened is in this file; {COPY_BOTH}"
ODD = "evening.goodpath is damaged (a run without a number); use a copy of it."
SHORT = f"A server went on after record 118, but the last one here is 50; {COPY_BOTH}"


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ("DELETE FROM event", (NOTHING,)),
        ("DELETE FROM event WHERE seq > 50; INSERT INTO epoch VALUES ('two', 119, 0)", (SHORT,)),
        ("INSERT INTO epoch VALUES ('two', 119, 0)", ()),
        ("DELETE FROM event; DELETE FROM epoch", (NOTHING,)),
        ("UPDATE epoch SET first_seq = 'x'", (ODD,)),
    ],
    ids=["nothing", "cut off before a later run", "a later run of an ended session", "no run", "odd run"],
)
def test_records_that_a_run_of_the_server_tells_of_are_missed(
    tmp_path: Path, change: str, faults: tuple[str, ...]
) -> None:
    path = saved(tmp_path)
    connection = sqlite3.connect(path)
    connection.executescript(change)
    connection.close()

    assert verdict(path).faults == faults


def test_a_file_says_whether_the_session_was_over_when_it_was_written(tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert verdict(path).notes == ("The session was over when this was written.",)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM event WHERE seq > 50")
    connection.commit()
    connection.close()

    found = verdict(path)

    assert (found.whole, found.records) == (True, 50)
    assert found.notes == (
        f"The session was not over when this was written, and more may have happened; {COPY_BOTH}",
    )


def test_a_sealed_record_that_could_never_have_happened_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path)
    last = evening().records[-1]
    body = '{"persona":"1/nobody","place":"room"}'
    forged = last._replace(seq=last.seq + 1, kind="place.changed", body=body)
    insert(path, forged._replace(hash=hash_of(forged, last.hash)))

    assert verdict(path).faults == ("Record 119 is sealed, but does not follow from those before it.",)


def test_a_kind_that_nobody_knows_asks_for_a_newer_program(tmp_path: Path) -> None:
    path = saved(tmp_path)
    last = evening().records[-1]
    newer = last._replace(seq=last.seq + 1, kind="moon.rose")
    insert(path, newer._replace(hash=hash_of(newer, last.hash)))

    assert "which this goodpath does not know; use a newer one." in verdict(path).faults[0]


def insert(path: Path, record: Record) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"INSERT INTO event VALUES ({', '.join('?' * len(record))})", record)
    connection.commit()
    connection.close()


def test_a_byte_that_flips_anywhere_is_found_or_changes_no_event(tmp_path: Path) -> None:
    path = saved(tmp_path)
    whole = path.read_bytes()
    # Most of the file is pictures; half of the bytes are taken from the pages that hold events.
    rows = whole.index(evening().records[60].body.encode())
    dice = random.Random(7)
    places = [dice.randrange(len(whole)) for _ in range(50)]
    places += [dice.randrange(rows - 20_000, len(whole)) for _ in range(50)]

    outcomes = {flip(path, whole, place, 1 << dice.randrange(8)) for place in places}

    assert outcomes == {"found", "harmless"}


def flip(path: Path, whole: bytes, place: int, bit: int) -> str:
    """Flip a bit; what became of the file, where a changed event without a fault would be `quiet`."""
    path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
    try:
        with SessionFile(path) as file:
            found = verify(file)
            same = found.whole and list(file.records()) == evening().records
    except LogError:
        return "found"
    if not found.whole:
        return "found"
    return "harmless" if same else "quiet"


def test_the_chain_starts_from_what_is_known_of_the_session() -> None:
    first = evening().records[0]

    assert hash_of(first, first_hash(evening().meta())) == first.hash
