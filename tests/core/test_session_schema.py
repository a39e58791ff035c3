"""The views of a session file: what they hold, and that a long session is no trouble to them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from face_edits import FACE_EDITS
from goodpath_core.errors import Refused
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.control import StartWorld
from goodpath_core.play.edits import Edits
from goodpath_core.play.hidden_faces import HideFace, WrittenPart
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.record import Record, first_hash, record_of
from goodpath_core.session_schema import NAMES, TABLES, VIEWS
from random_play import STEPS, Step, take, two_cells
from town import TEACHER, Town, one_phase

ASKED = ["SELECT count(*) FROM message WHERE gone IS NULL", *(f"SELECT * FROM {name}" for name in NAMES)]
PERSONAS = 8


@pytest.fixture
def file() -> Iterator[sqlite3.Connection]:
    """An empty session file in memory."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(TABLES + VIEWS)
        yield empty


def stored(town: Town) -> sqlite3.Connection:
    """A town's events in a session file in memory."""
    file = sqlite3.connect(":memory:")
    file.executescript(TABLES + VIEWS)
    marks = ",".join("?" * len(Record._fields))
    rows = (record_of(event, "", "", first_hash({})) for event in town.events)
    file.executemany(f"INSERT INTO event VALUES ({marks})", rows)
    return file


def put(file: sqlite3.Connection, seq: int, kind: str, voice: str, body: str, room: str = "1/line3") -> None:
    row = (seq, 0, seq, 0, 1, "", kind, 1, "seat:1", voice, room, "room", body, "", "", "", b"")
    file.execute(f"INSERT INTO event VALUES ({','.join('?' * len(row))})", row)


def evening(file: sqlite3.Connection, last: int) -> None:
    """Go on up to an event with this number: every tenth takes back a line, every tenth changes a place.

    The first eight say that the personas are taken.
    """
    (first,) = file.execute("SELECT count(*) FROM event").fetchone()
    for seq in range(first + 1, PERSONAS + 1):
        put(file, seq, "persona.taken", "", f'{{"persona":"1/p{seq - 1}"}}', room="")
    first = max(first, PERSONAS)
    for seq in range(first + 1, last + 1):
        voice = f"1/p{seq // 10 % PERSONAS}"
        if seq % 10 == 0:
            put(file, seq, "message.taken_back", voice, f'{{"message":{seq - 3}}}')
        elif seq % 10 == 1:
            put(file, seq, "place.changed", voice, f'{{"persona":"{voice}","place":"room"}}', room="")
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
        (12, "face.hidden", '{"part":"nickname","becomes":"","versions":[2,3]}'),
        (13, "face.hidden", '{"part":"music","becomes":"","versions":[3]}'),
        (14, "page.edited", '{"nickname":"better"}'),
        (16, "album.arranged", '{"album":"own","name":"rude","cards":[]}'),
        (17, "album.arranged", '{"album":"main","name":"stays","cards":[]}'),
        (18, "album_name.hidden", '{"album":"own","becomes":"My pictures"}'),
        (19, "album.arranged", '{"album":"own","name":"better","cards":[]}'),
    ):
        put(file, seq, kind, page, body, room=page)
    put(file, 15, "comment.hidden", "", '{"comment":8}', room="1/other")
    for view, gone in (
        ("post", [(4, None), (5, "post.hidden"), (6, "post.removed")]),
        ("comment", [(7, "comment.hidden"), (8, None)]),
        ("album", [(16, "album_name.hidden"), (17, None), (19, None)]),
        ("page_version", [(1, None), (2, "nickname"), (3, "music"), (14, None)]),
    ):
        assert file.execute(f"SELECT seq, gone FROM {view} ORDER BY seq").fetchall() == gone


def test_of_a_face_all_is_gone_that_said_the_words_of_a_version_that_was_removed(
    file: sqlite3.Connection,
) -> None:
    page = "1/jun"
    for seq, kind, body in (
        (1, "page.edited", '{"signature":"rude"}'),
        (2, "page.edited", '{"signature":"fine","music":"rude"}'),
        (3, "page.edited", '{"signature":"rude","skin":"neon"}'),
        (4, "page.edited", '{"music":"a song"}'),
        (5, "face.hidden", '{"part":"signature","becomes":"","versions":[3,4]}'),
        (6, "page.edited", '{"signature":"rude"}'),
        (7, "page.edited", '{"signature":"last"}'),
        (11, "page.edited", '{"music":""}'),
        (12, "face.hidden", '{"part":"music","becomes":"","versions":[11]}'),
    ):
        put(file, seq, kind, page, body, room=page)
    put(file, 10, "page.edited", "1/ming", '{"signature":"rude"}', room="1/ming")
    assert file.execute("SELECT seq, gone FROM page_version ORDER BY seq").fetchall() == [
        (1, "signature"),
        (2, None),
        (3, "signature"),
        (4, None),
        (6, None),
        (7, None),
        (10, None),
        (11, None),
    ]


@pytest.mark.no_cover
@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), max_size=30))
def test_what_is_gone_of_faces_is_the_same_in_the_file_and_for_who_reads_it(
    deeds: list[tuple[bool, int]],
) -> None:
    page = "1/yuting"
    town = Town(1, one_phase(), CLASS._replace(versions=4))
    town.play(page)
    town.do(StartWorld(), TEACHER)
    for edits, number in deeds:
        # Also of those that the state has no more.
        versions = [event.seq for event in town.events if event.fact.kind == PageEdited.kind] or [1]
        version = versions[-1 - number % len(versions)]
        with suppress(Refused):
            if edits:
                town.do(EditPage.model_validate(FACE_EDITS[number]), town.player(page))
            else:
                part: WrittenPart = "music" if number == 2 else "signature"
                town.do(HideFace(page=page, part=part, version=version), TEACHER)
    gone, told = dict[int, set[str]](), Edits()
    for event in town.events:
        told.take(event)
    for seq, removed in told.all_gone():
        gone.setdefault(seq, set()).add(removed)
    with closing(stored(town)) as file:
        viewed = file.execute("SELECT seq, gone FROM page_version WHERE gone IS NOT NULL").fetchall()
    assert {seq: set(parts.split(",")) for seq, parts in viewed} == gone


def test_a_stay_is_one_while_somebody_plays(file: sqlite3.Connection) -> None:
    def happen(seq: int, kind: str, voice: str = "", place: str = "", persona: str = "") -> None:
        put(file, seq, kind, voice, f'{{"persona":"{persona or voice}","place":"{place}"}}', room="")

    happen(1, "persona.taken", persona="1/jun")
    happen(2, "phase.began")
    happen(3, "place.changed", "1/jun", "phone")
    happen(4, "place.changed", "1/haibo", "phone")
    happen(10, "place.changed", "1/jun", "room")
    happen(20, "persona.taken", persona="1/haibo")
    happen(30, "persona.left", persona="1/jun")
    happen(40, "place.changed", "1/jun", "phone")
    happen(50, "persona.taken", persona="1/haibo")
    happen(60, "persona.taken", persona="1/jun")
    happen(70, "phase.began")
    happen(71, "place.changed", "1/jun", "shift")
    assert file.execute("SELECT persona, place, from_s, to_s FROM stay ORDER BY seq").fetchall() == [
        ("1/jun", "phone", 3, 10),
        ("1/jun", "room", 10, 30),
        ("1/haibo", "phone", 20, 50),
        ("1/haibo", "phone", 50, 70),
        ("1/jun", "phone", 60, 70),
        ("1/jun", "shift", 71, None),
    ]


@pytest.mark.no_cover
@settings(max_examples=50, deadline=None)
@given(STEPS)
def test_the_time_lived_is_the_same_in_the_state_and_in_the_file(steps: list[Step]) -> None:
    town = two_cells()
    for step in steps:
        take(town, step)
    with closing(stored(town)) as file:
        viewed = file.execute("SELECT persona, place, seconds FROM place_time WHERE seconds").fetchall()
    lived = {(one.id, place, n) for one in town.world.persons.values() for place, n in one.lived.items()}
    assert set(viewed) == lived
