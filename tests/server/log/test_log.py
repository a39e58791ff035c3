"""What every log keeps: one set of cases for the port, inherited by each adapter."""

import resource
import sqlite3
from abc import ABC, abstractmethod
from contextlib import closing
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.messages import MessagePosted
from goodpath_core.record import event_of, first_hash, hash_of
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry, Log
from goodpath_server.log.sqlite import SqliteLog

META = {"session": "s1", "title": "A small town"}


def event(seq: int, fact: Fact, room: str = "1/line3") -> Event:
    return Event(seq, 1_000 + seq, 64_800, 0, 1, "phone", "seat:1", "1/yuting", room, "room", fact)


def line(seq: int, room: str = "1/line3") -> Entry:
    return Entry(event(seq, MessagePosted(text=f"line {seq} 潘"), room), f"r{seq}", f"d{seq}")


def test_a_session_file_and_what_belongs_to_it_are_for_their_owner_alone(tmp_path: Path) -> None:
    log = SqliteLog.create(tmp_path / "a.goodpath", META, {})
    log.append([line(1)])
    log.note_address("127.0.0.1:8713")
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    log.close()
    assert modes.keys() == {"a.goodpath", "a.goodpath-wal", "a.goodpath-shm", ".a.goodpath.lock"}
    assert set(modes.values()) == {0o600}


class LogCases(ABC):
    """The port's promises; an adapter's test says how to open a new log."""

    @pytest.fixture
    @abstractmethod
    def log(self, tmp_path: Path) -> Log:
        """A new log with META."""

    def test_a_new_log_is_empty_and_knows_its_session(self, log: Log) -> None:
        assert (list(log.records()), log.epochs(), log.read([1, 2])) == ([], [], [])
        assert META.items() <= log.meta().items()

    def test_what_is_appended_comes_back_in_order_with_its_requests(self, log: Log) -> None:
        log.append([line(1), line(2)])
        log.append([line(3)])
        records = list(log.records())
        assert [event_of(record) for record in records] == [line(n).event for n in (1, 2, 3)]
        assert [(r.request, r.digest) for r in records] == [("r1", "d1"), ("r2", "d2"), ("r3", "d3")]
        assert [record.seq for record in log.records(after=1)] == [2, 3]

    @pytest.mark.parametrize("many", [1, 63, 64, 65, 200])
    def test_a_batch_of_any_size_comes_back_in_order(self, log: Log, many: int) -> None:
        log.append([line(n) for n in range(1, many + 1)])
        assert [event_of(record) for record in log.records()] == [line(n).event for n in range(1, many + 1)]

    def test_each_record_carries_the_hash_of_the_one_before(self, log: Log) -> None:
        log.append([line(1), line(2)])
        log.append([line(3)])
        before = first_hash(log.meta())
        for record in log.records():
            assert hash_of(record, before) == record.hash
            before = record.hash

    def test_records_are_read_by_their_numbers(self, log: Log) -> None:
        log.append([line(n) for n in range(1, 6)])
        assert [event_of(record) for record in log.read([2, 4, 9])] == [line(2).event, line(4).event]
        assert log.read([]) == []

    def test_a_settled_log_holds_what_it_held_and_goes_on(self, log: Log) -> None:
        log.append([line(1)])
        assert log.settle()
        log.append([line(2)])
        assert log.settle()
        assert [record.seq for record in log.records()] == [1, 2]

    def test_whether_something_could_be_stored_is_no_part_of_it(self, log: Log) -> None:
        log.append([line(1)])
        before = list(log.records())
        log.prove()
        assert (list(log.records()), META.items() <= log.meta().items()) == (before, True)
        log.append([line(2)])
        assert [record.seq for record in log.records()] == [1, 2]

    def test_in_a_hurry_it_keeps_what_it_is_given(self, log: Log) -> None:
        log.hurry(0.0)
        log.append([line(1)])
        assert [record.seq for record in log.records()] == [1]

    def test_where_its_server_listens_is_no_part_of_it(self, log: Log) -> None:
        log.append([line(1)])
        before = list(log.records())
        log.note_address("127.0.0.1:8713")
        assert (list(log.records()), META.items() <= log.meta().items()) == (before, True)

    def test_a_run_begins_after_the_last_record(self, log: Log) -> None:
        log.begin_epoch("one", 1_000)
        log.append([line(1), line(2)])
        log.begin_epoch("two", 2_000)
        assert log.epochs() == [("one", 1), ("two", 3)]


class TestMemoryLog(LogCases):
    @pytest.fixture
    def log(self, tmp_path: Path) -> Log:
        return MemoryLog(META)


class TestSqliteLog(LogCases):
    @pytest.fixture
    def log(self, tmp_path: Path, request: pytest.FixtureRequest) -> Log:
        log = SqliteLog.create(tmp_path / "class.goodpath", META, {"lamp.png": b"a picture"})
        request.addfinalizer(log.close)
        return log


@pytest.mark.parametrize("again", [False, True], ids=["new", "opened again"])
def test_a_commit_is_on_the_disk_before_it_is_told(
    tmp_path: Path, request: pytest.FixtureRequest, again: bool
) -> None:
    log = SqliteLog.create(tmp_path / "class.goodpath", META, {})
    if again:
        log.close()
        log = SqliteLog(tmp_path / "class.goodpath")
    request.addfinalizer(log.close)
    # How a connection writes stands nowhere in the file: only the connection itself can be asked.
    told = [log._connection.execute(f"PRAGMA {name}").fetchone() for name in ("synchronous", "journal_mode")]
    assert told == [(2,), ("wal",)]


def test_a_session_file_opened_again_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    log = SqliteLog.create(path, META, {"lamp.png": b"a picture"})
    log.begin_epoch("one", 1_000)
    log.append([line(1), line(2)])
    log.close()
    again = SqliteLog(path)
    again.begin_epoch("two", 2_000)
    again.append([line(3)])
    records = list(again.records())
    assert [record.seq for record in records] == [1, 2, 3]
    assert hash_of(records[2], records[1].hash) == records[2].hash
    assert (again.epochs(), again.pictures()) == ([("one", 1), ("two", 3)], {"lamp.png": b"a picture"})
    again.close()


def seqs_in_a_copy(path: Path) -> list[int]:
    """The numbers of the records in the one file, without what lies beside it."""
    alone = path.with_name("copy.goodpath")
    alone.write_bytes(path.read_bytes())
    with closing(sqlite3.connect(alone)) as copy:
        return [seq for (seq,) in copy.execute("SELECT seq FROM event ORDER BY seq")]


def test_what_was_settled_stands_in_the_one_file_alone(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "class.goodpath"
    log = SqliteLog.create(path, META, {})
    request.addfinalizer(log.close)
    log.append([line(1), line(2)])
    assert seqs_in_a_copy(path) == []
    assert log.settle()
    assert seqs_in_a_copy(path) == [1, 2]


def test_a_reader_holds_up_the_settling_and_nothing_else(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "class.goodpath"
    log = SqliteLog.create(path, META, {})
    request.addfinalizer(log.close)
    log.append([line(1)])
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM event").fetchall()
        log.append([line(2)])
        assert not log.settle()
        log.append([line(3)])
    assert log.settle()
    assert seqs_in_a_copy(path) == [1, 2, 3]


@pytest.mark.parametrize("many", [2, 100])
def test_a_batch_is_stored_whole_or_not_at_all(
    tmp_path: Path, request: pytest.FixtureRequest, many: int
) -> None:
    log = SqliteLog.create(tmp_path / "class.goodpath", META, {})
    request.addfinalizer(log.close)
    log.append([line(1)])
    with pytest.raises(LogError, match="could not be written"):
        log.append([*(line(2 + n) for n in range(many)), line(3)])
    assert [record.seq for record in log.records()] == [1]
    log.append([line(2)])
    records = list(log.records())
    assert hash_of(records[1], records[0].hash) == records[1].hash


def test_records_can_be_read_while_the_writer_is_in_the_middle_of_a_batch(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    log = SqliteLog.create(tmp_path / "class.goodpath", META, {})
    request.addfinalizer(log.close)
    log.append([line(1)])
    other = sqlite3.connect(tmp_path / "class.goodpath")
    other.execute("BEGIN IMMEDIATE")
    assert [record.seq for record in log.read([1])] == [1]
    other.close()


def test_a_second_server_on_the_same_file_is_refused_with_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    first = SqliteLog.create(path, META, {})
    first.note_address("127.0.0.1:8713")
    with pytest.raises(
        LogError, match="^Another server already writes class.goodpath; .*127.0.0.1:8713 --key"
    ):
        SqliteLog(path)
    first.close()
    SqliteLog(path).close()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is not a session file"),
        (b"no database at all, but long enough to be looked at" * 20, "is not a session file, or is damaged"),
    ],
)
def test_what_is_no_session_file_is_refused_and_nothing_is_left_beside_it(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "class.goodpath"
    path.write_bytes(content)
    for _ in range(2):
        with pytest.raises(LogError, match=says):
            SqliteLog(path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (content, [path])


def test_a_file_that_is_not_there_or_is_there_already_is_said(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="There is no session file"):
        SqliteLog(tmp_path / "class.goodpath")
    SqliteLog.create(tmp_path / "class.goodpath", META, {}).close()
    with pytest.raises(LogError, match="is already there; choose another name"):
        SqliteLog.create(tmp_path / "class.goodpath", META, {})
    with pytest.raises(LogError, match="cannot be written"):
        SqliteLog.create(tmp_path / "nowhere" / "class.goodpath", META, {})


def test_a_file_of_a_newer_goodpath_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    SqliteLog.create(path, META, {}).close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE meta SET value = '2' WHERE key = 'format'")
    with pytest.raises(LogError, match="was written by a newer goodpath; install that one"):
        SqliteLog(path)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE meta (key, value)")
    before = path.read_bytes()
    with pytest.raises(LogError, match="choose a file that ends in .goodpath"):
        SqliteLog(path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meta SET value = x'00' WHERE key = 'format'",
        "INSERT INTO epoch VALUES ('one', 'first', 1)",
        "UPDATE event SET hash = 7",
    ],
    ids=["meta", "epoch", "event"],
)
def test_a_column_of_another_kind_is_said_and_not_guessed(tmp_path: Path, change: str) -> None:
    path = tmp_path / "class.goodpath"
    log = SqliteLog.create(path, META, {})
    log.append([line(1)])
    log.close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(change)
    with pytest.raises(LogError, match="holds something other than it should; run `goodpath verify`"):
        SqliteLog(path)


def test_a_damaged_page_is_said_and_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    log = SqliteLog.create(path, META, {})
    log.append([line(number) for number in range(1, 400)])
    log.close()
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(data)
    again = SqliteLog(path)
    with pytest.raises(LogError, match="damaged"):
        list(again.records())
    again.close()


def test_a_second_server_on_the_same_file_under_another_name_is_refused(tmp_path: Path) -> None:
    first = SqliteLog.create(tmp_path / "class.goodpath", META, {})
    other = tmp_path / "other.goodpath"
    other.symlink_to("class.goodpath")
    with pytest.raises(LogError, match="Another server already writes other.goodpath"):
        SqliteLog(other)
    first.close()


def test_a_lock_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    SqliteLog.create(tmp_path / "class.goodpath", META, {}).close()
    (tmp_path / ".class.goodpath.lock").unlink()
    (tmp_path / ".class.goodpath.lock").mkdir()
    with pytest.raises(LogError, match="class.goodpath.lock cannot be written"):
        SqliteLog(tmp_path / "class.goodpath")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("UPDATE meta SET value = 'one' WHERE key = 'format'", "does not say how it is written"),
        ("DELETE FROM meta WHERE key = 'format'", "does not say how it is written"),
        ("DROP TABLE epoch", r"is damaged \(no such table: .*\); run `goodpath verify`"),
        ("DROP TABLE event", r"is damaged \(no such table: .*\); run `goodpath verify`"),
    ],
)
def test_a_file_that_lacks_a_part_is_refused_with_what_to_do(tmp_path: Path, change: str, says: str) -> None:
    path = tmp_path / "class.goodpath"
    SqliteLog.create(path, META, {}).close()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(change)
    with pytest.raises(LogError, match=says):
        SqliteLog(path)


@pytest.mark.parametrize("room", [4_096, 50_000])
def test_a_session_file_that_could_not_be_made_leaves_nothing_behind(tmp_path: Path, room: int) -> None:
    path = tmp_path / "class.goodpath"
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    try:
        with pytest.raises(LogError, match="class.goodpath cannot be written"):
            SqliteLog.create(path, META, {"lamp.png": bytes(100_000)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))
    assert list(tmp_path.iterdir()) == []
    SqliteLog.create(path, META, {"lamp.png": bytes(100_000)}).close()


def test_what_lies_there_already_stays_when_a_session_file_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    path.symlink_to(tmp_path / "nowhere.goodpath")
    with pytest.raises(LogError, match="class.goodpath cannot be written"):
        SqliteLog.create(path, META, {})
    assert path.is_symlink()
