"""A session file is opened for reading only, and what cannot be read is said in one sentence."""

import sqlite3
from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.errors import LogError
from goodpath_review.session_file import SessionFile
from review.evening import evening, saved


def test_records_events_pictures_and_scenario_come_back_as_they_were_written(tmp_path: Path) -> None:
    loaded = load("ten-pictures")

    with SessionFile(saved(tmp_path)) as file:
        assert list(file.records()) == evening().records
        assert [record for record, _ in file.events()] == evening().records
        assert {name: png for name, (_, png) in file.pictures().items()} == loaded.pictures
        assert file.scenario() == loaded.scenario
        assert (file.meta["session"], file.cells()) == ("k7f3", 1)


def test_reading_leaves_nothing_beside_the_file_and_changes_nothing_in_it(tmp_path: Path) -> None:
    path = saved(tmp_path)
    before = path.read_bytes()

    with SessionFile(path) as file:
        list(file.events())

    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


def test_a_file_that_a_server_is_writing_to_is_read_as_it_was_when_opened(tmp_path: Path) -> None:
    path = saved(tmp_path)
    server = sqlite3.connect(path)
    server.execute("PRAGMA journal_mode = WAL")
    server.execute("INSERT INTO meta VALUES ('one', '1')")
    server.commit()

    with SessionFile(path) as file:
        server.execute("DELETE FROM event")
        server.commit()
        assert len(list(file.records())) == len(evening().records)
    server.close()


def test_an_erased_line_is_an_event_without_words(tmp_path: Path) -> None:
    with SessionFile(saved(tmp_path)) as file:
        erased = [event for record, event in file.events() if record.erased]

    assert [event.fact.model_dump() for event in erased] == [
        {"text": "", "reply_to": 0, "mentions": (), "card": ""}
    ]


def database(path: Path, *statements: str) -> Path:
    """Run statements on a database and close it."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_what_is_no_session_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text("Dear teacher, " * 100)
    empty = tmp_path / "empty.goodpath"
    empty.touch()
    other = database(tmp_path / "other.db", "CREATE TABLE event (seq)")

    renamed = tmp_path / "picture.goodpath"
    renamed.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    found = []
    for path in (essay, empty, other, renamed):
        with pytest.raises(LogError) as refused:
            SessionFile(path)
        found.append(str(refused.value))
    assert found == [
        "essay.txt is not a session file but text; the names of session files end in .goodpath.",
        "empty.goodpath is not a session file but empty, whatever its name says.",
        "other.db is not a session file but a database of another program; "
        "the names of session files end in .goodpath.",
        "picture.goodpath is not a session file but a picture, whatever its name says.",
    ]
    with pytest.raises(LogError, match="is a folder; name the session file in it"):
        SessionFile(tmp_path)
    with pytest.raises(LogError, match="There is no file .*lost.goodpath; look"):
        SessionFile(tmp_path / "lost.goodpath")


def test_a_file_of_a_newer_goodpath_is_refused(tmp_path: Path) -> None:
    path = database(saved(tmp_path), "UPDATE meta SET value = '2' WHERE key = 'format'")

    with pytest.raises(LogError, match="written by a newer goodpath"):
        SessionFile(path)


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5_000, "-1", "٧", "one", ""])
@pytest.mark.parametrize("key", ["cells", "created_ms"])
def test_a_number_that_no_server_writes_is_damage_and_is_named(tmp_path: Path, key: str, number: str) -> None:
    path = saved(tmp_path)
    with sqlite3.connect(path) as file:
        file.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, number))
    file.close()
    with pytest.raises(LogError, match=f"is damaged \\({key} is no such number\\); use a copy of it"):
        SessionFile(path)


def test_a_format_of_more_digits_than_any_is_told_as_none(tmp_path: Path) -> None:
    path = saved(tmp_path)
    with sqlite3.connect(path) as file:
        file.execute("UPDATE meta SET value = ? WHERE key = 'format'", ("9" * 5_000,))
    file.close()
    with pytest.raises(LogError, match="does not say how it is written"):
        SessionFile(path)


def test_a_file_without_its_tables_is_damaged(tmp_path: Path) -> None:
    path = database(saved(tmp_path), "DROP VIEW message", "DROP TABLE meta")

    with pytest.raises(LogError, match="is damaged"):
        SessionFile(path)


def test_a_changed_record_is_never_handed_on_as_an_event(tmp_path: Path) -> None:
    path = database(saved(tmp_path), "UPDATE event SET voice = '1/haibo' WHERE seq = 38")

    with SessionFile(path) as file:
        seen = []
        with pytest.raises(LogError, match="^Record 38 does not match its hash"):
            seen += [event.seq for _, event in file.events()]


def test_a_scenario_that_cannot_be_read_any_more_says_which_program_can(tmp_path: Path) -> None:
    path = database(saved(tmp_path), "UPDATE meta SET value = 'title: x' WHERE key = 'scenario_text'")

    with (
        SessionFile(path) as file,
        pytest.raises(LogError, match=r"use the one that played it \(goodpath 0.1"),
    ):
        file.scenario()
