"""Events as records of a session file, chained by their hashes."""

import hashlib
import sqlite3
from typing import Any

import pytest

from goodpath_core.errors import LogError
from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.moderation import PostHidden
from goodpath_core.play.registry import EVENTS
from goodpath_core.record import (
    COLUMNS,
    TOMBSTONE,
    Record,
    checked,
    event_of,
    fault_of,
    first_hash,
    fold,
    hash_of,
    record_of,
)
from goodpath_core.session_schema import TABLES, VIEWS
from town import Town, playing

META = {"session": "k7f3", "cells": "1"}
START = first_hash(META)
EVENT = Event(
    5, 1_000, 64_800, 2, 1, "phone", "seat:1", "1/yuting", "1/line3", "room", MessagePosted(text="潘 x")
)


def test_a_record_is_the_event_as_columns_with_the_body_as_json() -> None:
    record = record_of(EVENT, "r1", "d1", START)
    assert record[:16] == (
        5,
        1_000,
        64_800,
        2,
        1,
        "phone",
        "message.posted",
        1,
        "seat:1",
        "1/yuting",
        "1/line3",
        "room",
        '{"text":"潘 x"}',
        "r1",
        "d1",
        "",
    )
    envelope = "\x1f".join(map(str, record[:12]))
    body = hashlib.sha256('{"text":"潘 x"}'.encode()).digest()
    assert record.hash == hashlib.sha256(START + f"{envelope}\x1fr1\x1fd1".encode() + body).digest()
    assert event_of(record) == EVENT


def test_the_chain_starts_from_what_is_known_of_the_session() -> None:
    def sha(text: bytes) -> bytes:
        return hashlib.sha256(text).digest()

    assert sha(sha(b"cells") + sha(b"1") + sha(b"session") + sha(b"k7f3")) == START
    others: tuple[dict[str, str], ...] = (
        {"session": "k7f3"},
        {"session": "k7f3", "cells": "2"},
        {"cells": "k7f3", "session": "1"},
        {},
    )
    assert START not in map(first_hash, others)


@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in ("hash", "erased")])
def test_a_change_anywhere_breaks_the_chain(column: str) -> None:
    record = record_of(EVENT, "r1", "d1", START)
    old = getattr(record, column)
    values = {**record._asdict(), column: old + 1 if isinstance(old, int) else old + "x"}
    changed = Record(**values)
    assert hash_of(record, START) == record.hash
    assert hash_of(changed, START) != record.hash
    assert hash_of(record, bytes(31) + b"x") != record.hash


def test_an_erased_body_leaves_the_chain_whole() -> None:
    record = record_of(EVENT, "r1", "d1", START)
    kept = hashlib.sha256(record.body.encode()).hexdigest()
    erased = record._replace(body=TOMBSTONE, erased=kept)
    assert hash_of(erased, START) == record.hash


@pytest.mark.parametrize(
    ("number", "changes", "words"),
    [
        (5, {}, ""),
        (5, {"request": 7}, "holds something other than its columns allow"),
        (6, {}, "bears the number 5"),
        (5, {"erased": "ab"}, "is marked as erased, but not as erasing leaves it"),
        (5, {"body": TOMBSTONE, "erased": "no hash"}, "is marked as erased, but not as erasing leaves it"),
        (5, {"voice": "1/ming"}, "does not match its hash: it, or the one before it, was changed after"),
        (1, {"seq": 1}, "does not match its hash: it, or what `meta` says of the session, was changed"),
    ],
)
def test_what_is_wrong_with_a_record_is_said(number: int, changes: dict[str, Any], words: str) -> None:
    record = record_of(EVENT, "r1", "d1", START)._replace(**changes)
    said = fault_of(record, number, START)
    assert said.startswith(words) and bool(said) == bool(words)


def test_records_are_read_up_to_the_first_that_was_changed() -> None:
    first = record_of(EVENT._replace(seq=1), "r1", "d1", START)
    second = record_of(EVENT._replace(seq=2), "r2", "d2", first.hash)
    assert list(checked([first, second], META)) == [first, second]
    reading = checked([first, second._replace(voice="1/ming")], META)
    assert next(reading) == first
    with pytest.raises(LogError, match="Record 2 does not match its hash"):
        next(reading)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "comet.seen"}, "does not know; use a newer one"),
        ({"version": 2}, "form 2 of 'message.posted', which this goodpath does not know; use a newer one"),
        ({"version": 2, "erased": "ab"}, "form 2 of 'message.posted'"),
        ({"version": 0}, "form 0 of 'message.posted'"),
        ({"body": "{}"}, "cannot be read"),
        ({"body": '{"text": 5}'}, "cannot be read"),
        ({"body": "nonsense"}, "cannot be read"),
    ],
)
def test_a_record_that_cannot_be_read_says_what_to_do(changes: dict[str, Any], words: str) -> None:
    record = Record(**{**record_of(EVENT, "r1", "d1", START)._asdict(), **changes})
    with pytest.raises(LogError, match=words):
        event_of(record)


def stored(town: Town) -> sqlite3.Connection:
    """A session in the tables of a session file, in memory."""
    file = sqlite3.connect(":memory:")
    file.executescript(TABLES + VIEWS)
    last = START
    for event in town.events:
        record = record_of(event, "", "", last)
        file.execute(f"INSERT INTO event VALUES ({','.join('?' * len(record))})", record)
        last = record.hash
    return file


def test_a_whole_session_is_stored_and_read_back() -> None:
    town = playing()
    file = stored(town)
    rows = [Record(*row) for row in file.execute("SELECT * FROM event ORDER BY seq")]
    assert [column[1] for column in file.execute("PRAGMA table_info(event)")] == list(COLUMNS)
    assert [event_of(row) for row in rows] == town.events
    file.close()


def test_the_views_read_well() -> None:
    file = stored(playing())
    assert file.execute("SELECT room, voice, text FROM message ORDER BY seq").fetchall() == [
        ("1/kitchen", "npc:lele", "i am hungry"),
        ("0/fair", "1/ming", "Who goes?"),
    ]
    assert file.execute("SELECT page, text, cards, visible_to FROM post").fetchall() == [
        ("1/yuting", "A lamp.", '["lamp"]', "all")
    ]
    assert file.execute("SELECT page, voice, thing, text FROM comment").fetchall() == [
        ("1/yuting", "npc:lele", "post:9", "bright")
    ]
    assert file.execute("SELECT voice, thing, strangers FROM approval").fetchall() == [
        ("1/chunmei", "post:9", 0)
    ]
    for name in ("page_version", "album", "visit", "stay", "place_time"):
        file.execute(f"SELECT * FROM {name}").fetchall()
    file.close()


def test_an_erased_line_is_read_as_an_event_without_words() -> None:
    record = record_of(EVENT, "r1", "d1", START)
    gone = hashlib.sha256(record.body.encode()).hexdigest()
    assert event_of(record._replace(body=TOMBSTONE, erased=gone)) == EVENT._replace(
        fact=MessagePosted(text="")
    )


@pytest.mark.parametrize("kind", EVENTS)
def test_an_erased_record_of_any_kind_is_read_and_says_nothing(kind: str) -> None:
    record = record_of(EVENT, "r1", "d1", START)._replace(kind=kind, body=TOMBSTONE, erased="ab" * 32)
    said = event_of(record).fact.model_dump(exclude_defaults=True)
    assert not any(said.values()), said


def test_a_sealed_event_that_could_never_have_followed_is_told_and_no_fault_of_the_program() -> None:
    world = playing().world
    fold(world, EVENT)
    assert world.rooms["1/line3"].messages[-1].text == "潘 x"
    with pytest.raises(LogError, match="Record 5 is sealed, but does not follow from those before it"):
        fold(world, EVENT._replace(room="1/nobody", fact=PostHidden(post=3)))
