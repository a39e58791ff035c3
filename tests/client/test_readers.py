"""Whoever may read what is written is named, and nobody else; people are counted, not the cast."""

import pytest

from client.line_terminal import typed
from client.screens.stage import Stage
from goodpath_client.plain.commands import find_order
from goodpath_client.plain.table import Table
from goodpath_client.readers import EVERYTHING, cell_readers, fitting, room_readers, who_can_read
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.seats import Observe, TakePersona
from goodpath_core.play.sight import Viewer, may_read_room

ROOM = "1/page-makers"
PRIVATE = "private:1/haibo+1/yuting"


def watched() -> Stage:
    """Yuting is played here, Haibo by somebody else, and a third person watches."""
    stage = Stage("ten-pictures", "yuting")
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.do(Observe(), stage.student(3))
    stage.start()
    stage.play_persona("haibo", PostMessage(room=PRIVATE, text="can you keep a secret?"))
    return stage


def test_people_are_counted_and_observers_teacher_and_reviewer_named() -> None:
    words = "1 classmate, observers, the teacher, and later the reviewer can read"
    stage = watched()
    assert room_readers(stage.store, ROOM)[0] == words
    assert cell_readers(stage.store)[0] == words


def test_where_nobody_else_plays_no_classmate_is_counted() -> None:
    words = "observers, the teacher, and later the reviewer can read"
    alone = Stage("ten-pictures", "yuting")
    assert room_readers(alone.store, ROOM)[0] == words
    assert cell_readers(alone.store)[0] == words


def test_observers_are_named_exactly_where_they_may_read() -> None:
    stage = watched()
    assert {ROOM, PRIVATE} <= set(stage.store.world.rooms)
    for room in stage.store.world.rooms:
        watching = may_read_room(stage.world, Viewer("observer", 3, 1), room)
        for words in room_readers(stage.store, room):
            assert ("observers" in words) is watching, room
            assert "teacher" in words and "reviewer" in words


def test_nobody_is_named_for_a_room_that_is_not_known() -> None:
    assert room_readers(watched().store, "1/elsewhere") == ()
    assert who_can_read(watched().store, "1/elsewhere", 80) == ""


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (100, "Page makers · 1 classmate, observers, the teacher, and later the reviewer can read"),
        (70, "1 classmate, observers, the teacher, and later the reviewer can read"),
        (58, "1 classmate, observers, teacher, later reviewer can read"),
        (52, "1 classmate, observers, teacher, reviewer can read"),
        (42, "1 classmate, observers, teacher, reviewer"),
        (32, "1 + observers, teacher, reviewer"),
        (20, "1 + observers, teacher, reviewer"),
    ],
)
def test_the_words_get_fewer_where_there_is_less_room_and_nobody_is_left_out(cells: int, words: str) -> None:
    assert who_can_read(watched().store, ROOM, cells) == words


def test_the_first_words_that_fit_are_taken_by_cells() -> None:
    assert fitting(("打工妹", "worker", "w"), 5) == "w"
    assert fitting(("打工妹", "worker", "w"), 6) == "打工妹"
    assert fitting((), 5) == ""


@pytest.mark.parametrize("room", [ROOM, PRIVATE])
def test_who_plays_in_lines_is_told_the_same_words(room: str) -> None:
    stage, printed = watched(), list[str]()
    table = Table(stage.link, stage.store, printed.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    table.enter(room)
    where = find_order("where")
    assert where is not None
    where.do(table, "")
    assert printed[-1].endswith(f": {room_readers(stage.store, room)[0].removeprefix('private · ')}.")
    assert typed(stage, "/help all")[-1] == EVERYTHING
