"""What the narrator tells several cells stands once in the town's chat, as the teacher reads it."""

from goodpath_client.room_rows import room_rows
from goodpath_client.store import Store
from goodpath_client.told_once import told_once
from goodpath_core.play.state import JournalLine, Message, Person, Room, World

DARK = "The lights go out."


def line(seq: int, cell: int, world_s: int = 0, text: str = DARK, to: tuple[str, ...] = ()) -> JournalLine:
    return JournalLine(seq, world_s, to, "narrated", "narrator", text, cell)


def kept(*lines: JournalLine) -> list[int]:
    world = World()
    for one in ("1/a", "1/b", "2/a", "2/b"):
        world.persons[one] = Person(one, "room")
    return [one.seq for one in told_once(world, lines)]


def test_what_went_to_all_cells_at_once_is_told_once() -> None:
    assert kept(line(1, 1), line(2, 2, 5), line(3, 3, 5)) == [1]
    assert kept(line(1, 1, to=("1/a", "1/b")), line(2, 2, to=("2/a", "2/b"))) == [1]


def test_what_is_told_again_later_or_says_something_else_stands_for_itself() -> None:
    assert kept(line(1, 1), line(2, 1)) == [1, 2]
    assert kept(line(1, 1), line(2, 2, 60)) == [1, 2]
    assert kept(line(1, 1), line(2, 2, text="The lights are back.")) == [1, 2]
    assert kept(line(1, 0), line(2, 0)) == [1, 2]
    assert kept(line(1, 1), line(2, 2), line(3, 1, 90), line(4, 2, 90)) == [1, 3]


def test_what_went_to_one_persona_of_each_cell_says_so_twice() -> None:
    assert kept(line(1, 1, to=("1/a",)), line(2, 2, to=("2/a",))) == [1, 2]


def test_in_the_chat_of_the_town_it_is_one_row_also_where_rows_are_made_bit_by_bit() -> None:
    store = Store()
    store.world.rooms["0/fair"] = Room("0/fair", "town", "Fair", ("1/a", "1/b", "2/a", "2/b"))
    store.world.rooms["0/fair"].messages.append(Message(1, 0, "1/a", "Hello."))
    store.world.journal += [line(2, 1), line(3, 2)]
    rows = room_rows(store, "0/fair", lambda file: b"")
    assert [row.text for row in rows if row.text == DARK] == [DARK]
    assert room_rows(store, "0/fair", lambda file: b"", after=2) == []
