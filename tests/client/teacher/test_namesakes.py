"""A teacher hears once that a name has come to a second seat, and what to do if that is one student."""

from client.teacher.classroom import Classroom, seen
from goodpath_client.store import Store
from goodpath_client.teacher.namesakes import Namesakes
from goodpath_client.teacher.seat_rows import Known
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import EndSession
from town import SERVER, TEACHER, Town, lobby

ANA, BEN, NOBODY = Known("Ana"), Known("Ben"), Known("")


def store_of(town: Town) -> Store:
    store = Store()
    store.world = town.world
    return store


def test_each_second_seat_is_told_once_and_those_without_a_name_never() -> None:
    store, namesakes = store_of(lobby()), Namesakes()
    known = {1: ANA, 2: NOBODY, 3: BEN, 4: NOBODY}
    assert namesakes.words(store, known) == ""
    known[5] = Known("ana")
    assert namesakes.words(store, known) == (
        "Seats 1 and 5 are both called ana. If that is one student at two computers, "
        "X closes the old seat and O gives its persona to the new one."
    )
    assert namesakes.words(store, known) == ""
    known[4] = BEN
    assert namesakes.words(store, known).startswith("Seats 3 and 4 are both called Ben.")


def test_a_closed_seat_has_no_namesake_and_after_play_nothing_is_told() -> None:
    town = lobby()
    town.do(CloseSeat(seat=1), SERVER)
    assert Namesakes().words(store_of(town), {1: ANA, 5: ANA}) == ""
    town.do(EndSession(), TEACHER)
    assert Namesakes().words(store_of(town), {2: ANA, 5: ANA}) == ""


async def test_the_console_says_so_in_passing() -> None:
    async with Classroom() as room:
        await room.pupil("p1", "1/yuting")
        async with room.console(100, 30) as (app, _):
            await seen(app, "LOBBY")
            await room.pupil("p1")
            await seen(app, "Seats 1 and 2 are both called p1.")
