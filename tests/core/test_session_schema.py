"""The views of a session file: what they hold, and that a long session is no trouble to them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from goodpath_core.session_schema import NAMES, TABLES, VIEWS

ASKED = ["SELECT count(*) FROM message WHERE gone IS NULL", *(f"SELECT * FROM {name}" for name in NAMES)]
PERSONAS = 8


@pytest.fixture
def file() -> Iterator[sqlite3.Connection]:
    """An empty session file in memory."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(TABLES + VIEWS)
        yield empty


def put(file: sqlite3.Connection, seq: int, kind: str, voice: str, body: str, room: str = "1/line3") -> None:
    row = (seq, 0, seq, 0, 1, "", kind, 1, "seat:1", voice, room, "room", body, "", "", "", b"")
    file.execute(f"INSERT INTO event VALUES ({','.join('?' * len(row))})", row)


def evening(file: sqlite3.Connection, last: int) -> None:
    """Go on up to an event with this number: every tenth takes back a line, every tenth changes a place."""
    (first,) = file.execute("SELECT count(*) FROM event").fetchone()
    for seq in range(first + 1, last + 1):
        voice = f"1/p{seq // 10 % PERSONAS}"
        if seq % 10 == 0:
            put(file, seq, "message.taken_back", voice, f'{{"message":{seq - 3}}}')
        elif seq % 10 == 1:
            put(file, seq, "place.changed", voice, '{"place":"room"}', room="")
        else:
            put(file, seq, "message.posted", voice, f'{{"text":"line {seq}"}}')


def steps(file: sqlite3.Connection, query: str) -> int:
    """How many hundred steps SQLite takes for a query."""
    taken: list[None] = []
    file.set_progress_handler(lambda: taken.append(None), 100)
    file.execute(query).fetchall()
    file.set_progress_handler(None, 0)
    return len(taken)


@pytest.mark.parametrize("query", ASKED)
def test_twice_as_long_a_session_takes_about_twice_the_steps(file: sqlite3.Connection, query: str) -> None:
    evening(file, 1_000)
    before = steps(file, query)
    evening(file, 2_000)
    assert steps(file, query) <= 2.5 * before + 1


def test_a_line_is_gone_by_what_happened_to_it_first_in_its_own_room(file: sqlite3.Connection) -> None:
    for seq in (1, 2, 3):
        put(file, seq, "message.posted", "1/jun", f'{{"text":"line {seq}"}}')
    put(file, 4, "message.hidden", "", '{"message":2}')
    put(file, 5, "message.taken_back", "1/jun", '{"message":2}')
    put(file, 6, "message.taken_back", "1/jun", '{"message":3}', room="1/kitchen")
    put(file, 7, "message.taken_back", "1/jun", '{"message":1}')
    assert file.execute("SELECT seq, room, text, gone FROM message ORDER BY seq").fetchall() == [
        (1, "1/line3", "line 1", "message.taken_back"),
        (2, "1/line3", "line 2", "message.hidden"),
        (3, "1/line3", "line 3", None),
    ]


def test_posts_comments_and_faces_of_a_page_tell_what_was_removed_from_them(file: sqlite3.Connection) -> None:
    page = "1/jun"
    for seq, kind, body in (
        (1, "page.edited", '{"nickname":"fine"}'),
        (2, "page.edited", '{"nickname":"rude","music":"a song"}'),
        (3, "page.edited", '{"music":"another"}'),
        (4, "post.published", '{"text":"stays"}'),
        (5, "post.published", '{"text":"rude"}'),
        (6, "post.published", '{"text":"regretted"}'),
        (7, "comment.written", '{"thing":"page","text":"rude"}'),
        (8, "comment.written", '{"thing":"page","text":"stays"}'),
        (9, "post.hidden", '{"post":5}'),
        (10, "post.removed", '{"post":6}'),
        (11, "comment.hidden", '{"comment":7}'),
        (12, "face.hidden", '{"part":"nickname","becomes":"","since":1}'),
        (13, "face.hidden", '{"part":"music","becomes":"","since":2}'),
        (14, "page.edited", '{"nickname":"better"}'),
    ):
        put(file, seq, kind, page, body, room=page)
    put(file, 15, "comment.hidden", "", '{"comment":8}', room="1/other")
    for view, gone in (
        ("post", [(4, None), (5, "post.hidden"), (6, "post.removed")]),
        ("comment", [(7, "comment.hidden"), (8, None)]),
        ("page_version", [(1, None), (2, "nickname"), (3, "music"), (14, None)]),
    ):
        assert file.execute(f"SELECT seq, gone FROM {view} ORDER BY seq").fetchall() == gone
