"""The same secret is the same seat, whatever breaks between hello and welcome; and seats have an end."""

import asyncio
from pathlib import Path

from goodpath_core.play.control import EndSession
from goodpath_core.play.seats import SPARE_SEATS
from goodpath_core.wire.closing import CROWD, ENDED, NO_SEAT
from goodpath_core.wire.frames import AskReset, AskSeats, Hello
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.arrivals import BURST
from goodpath_server.keyfile import KeyFile
from hall import CODE, Hall
from town import TEACHER

SECRET = "0123456789abcdef" * 2
HELLO = Hello(version=PROTOCOL, code=CODE, secret=SECRET, name="Mina")


async def test_a_hello_said_again_is_the_same_seat_and_its_secret_the_token() -> None:
    hall = Hall()
    first, again = await hall.come(HELLO), await hall.come(HELLO)
    assert [guest.welcome.seat for guest in (first, again)] == [1, 1]
    assert again.welcome.token == SECRET
    assert (await hall.back(again)).welcome.seat == 1
    assert list(hall.session.stored.seats) == [1]


async def test_two_hellos_at_once_are_one_seat() -> None:
    hall = Hall()
    guests = await asyncio.gather(*(hall.come(HELLO) for _ in range(5)))
    assert {guest.welcome.seat for guest in guests} == {1}
    assert list(hall.session.stored.seats) == [1]


async def test_a_line_lost_while_the_seat_is_opened_leaves_no_seat_behind() -> None:
    hall = Hall()
    lost = asyncio.ensure_future(hall.come(HELLO))
    await asyncio.sleep(0)
    lost.cancel()
    assert (await hall.come(HELLO)).welcome.seat == 1
    assert list(hall.session.stored.seats) == [1]


async def test_while_the_key_file_takes_nothing_no_seat_is_opened(tmp_path: Path) -> None:
    hall = Hall(keys=KeyFile(tmp_path / "class.key"))
    (tmp_path / "class.key.new").mkdir()
    for _ in range(5):
        assert (await hall.refused(HELLO))[0] == "storage_error"
    assert hall.session.world.seats == {}
    (tmp_path / "class.key.new").rmdir()
    assert (await hall.come(HELLO)).welcome.seat == 1
    assert KeyFile(tmp_path / "class.key").seat_of(SECRET) == 1


async def test_a_key_whose_seat_was_not_stored_is_nobody_elses() -> None:
    hall = Hall()
    assert hall.keys.reserve(SECRET, "Mina", 0) == 1
    assert (await hall.student(name="Ben")).welcome.seat == 2
    assert (await hall.come(HELLO)).welcome.seat == 1


async def test_a_locked_door_is_open_to_a_secret_that_has_a_seat() -> None:
    hall = Hall()
    await hall.come(HELLO)
    hall.door.locked = True
    assert (await hall.come(HELLO)).welcome.seat == 1


async def test_nobody_gets_a_new_seat_after_the_end_and_who_has_one_comes_back() -> None:
    hall = Hall()
    await hall.come(HELLO)
    hall.session.command(EndSession(), TEACHER)
    await hall.settle()
    assert await hall.refused(Hello(version=PROTOCOL, code=CODE)) == ("ended", ENDED.text, ENDED.code)
    assert (await hall.come(HELLO)).welcome.seat == 1
    assert list(hall.session.stored.seats) == [1]


async def test_seats_have_an_end_and_one_that_the_teacher_closes_makes_room() -> None:
    hall = Hall()
    teacher = await hall.teacher()
    for _ in range(2 * 3 + SPARE_SEATS):
        await hall.student()
    newcomer = Hello(version=PROTOCOL, code=CODE)
    assert await hall.refused(newcomer) == ("no_seat", NO_SEAT.text, NO_SEAT.code)
    assert await hall.ask(teacher, AskReset(seat=7)) == {"seat": 7}
    assert await hall.ask(teacher, AskReset(seat=7)) == "no_such_seat"
    assert 7 not in [row["seat"] for row in await hall.ask(teacher, AskSeats())]
    assert (await hall.come(newcomer)).welcome.seat == 2 * 3 + SPARE_SEATS + 1
    assert (await hall.refused(newcomer))[0] == "no_seat"


async def test_a_flood_of_newcomers_waits_and_a_class_with_seats_does_not() -> None:
    hall = Hall(free=False, cells=4, time=lambda: 0.0)
    guests = [await hall.student() for _ in range(BURST)]
    assert await hall.refused(Hello(version=PROTOCOL, code=CODE)) == ("crowd", CROWD.text, CROWD.code)
    for guest in guests:
        assert (await hall.back(guest)).welcome.seat == guest.welcome.seat
    assert (await hall.come(Hello(version=PROTOCOL, code=CODE), "10.0.0.2")).welcome.seat == BURST + 1
