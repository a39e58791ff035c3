"""Whoever opens a seat over and over waits; nobody else does, and little of it is stored."""

from goodpath_core.wire.closing import OFTEN
from goodpath_core.wire.frames import Hello
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.comings import BURST, Comings
from hall import Hall


class Time:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_seat_opens_some_times_at_once_and_then_every_other_second() -> None:
    comings = Comings(1.0)
    assert [comings.admit(1, 5.0) for _ in range(BURST + 1)] == [True] * BURST + [False]
    assert comings.admit(2, 5.0)
    assert not comings.admit(1, 6.9)
    assert comings.admit(1, 7.1)


def test_in_a_class_that_runs_fast_it_opens_as_much_more_often() -> None:
    comings = Comings(10.0)
    assert [comings.admit(1, 5.0) for _ in range(BURST + 1)][-1] is False
    assert comings.admit(1, 5.2)


async def test_who_comes_and_goes_without_end_is_told_to_wait_and_is_let_in_later() -> None:
    time = Time()
    hall = Hall(free=False, time=time)
    one, other = await hall.student(), await hall.student()
    hello = Hello(version=PROTOCOL, token=one.welcome.token)
    for _ in range(BURST):
        one = await hall.come(hello)
        hall.reception.leave(one.member)
        await hall.settle()
    stored = hall.session.stored.seq

    refusals = [await hall.refused(hello) for _ in range(50)]

    assert set(refusals) == {("often", OFTEN.text, OFTEN.code)}
    assert OFTEN.come_back
    assert hall.session.stored.seq == stored
    assert (await hall.back(other)).welcome.seat == other.welcome.seat
    time.now += 2.5
    assert (await hall.come(hello)).welcome.seat == one.welcome.seat
    await hall.close()


async def test_where_a_load_test_is_run_a_seat_opens_as_often_as_it_is_asked_to() -> None:
    hall = Hall(free=True)
    one = await hall.student()
    for _ in range(3 * BURST):
        one = await hall.back(one)
    await hall.close()
