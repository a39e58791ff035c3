"""A client's clock goes on evenly, whatever is done to the clock of its machine."""

import time
from dataclasses import dataclass
from pathlib import Path

from client.little_server import LittleServer, running, seat_of_yuting, until
from client.test_store import connected
from goodpath_client.moment import day_and_time, time_left
from goodpath_client.own_clock import OwnClock
from goodpath_core.play.messages import PostMessage
from town import playing


@dataclass
class Machine:
    """A computer whose clock somebody sets."""

    wall_s: float = 1_700_000_000.0
    steady_s: float = 500.0

    def wait(self, seconds: float) -> None:
        self.wall_s += seconds
        self.steady_s += seconds


def clock_of(machine: Machine) -> OwnClock:
    return OwnClock(lambda: machine.wall_s, lambda: machine.steady_s)


def test_it_begins_with_the_time_of_the_machine() -> None:
    assert clock_of(Machine()).now_ms() == 1_700_000_000_000
    assert abs(OwnClock().now_ms() - time.time() * 1000) < 60_000


def test_a_machine_whose_clock_is_put_right_moves_nothing_that_is_shown() -> None:
    one, machine = connected(town := playing(), 1), Machine()
    clock = clock_of(machine)
    assert one.store.welcome
    one.store.greet(one.store.welcome, clock.now_ms())
    for put_right_s in (20 * 60, -40 * 60):
        machine.wait(10)
        machine.wall_s += put_right_s
        one.store.keep_moment(clock.now_ms())
    now = clock.now_ms()
    assert one.store.shown_ms(now) == town.wall_ms + 20_000
    assert (day_and_time(one.store, now), time_left(one.store, now)) == ("Sunday 14 July 18:02", "5 min left")


async def test_a_clock_that_stood_still_in_a_short_sleep_follows_what_happens(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.town.wait(25)
            await server.do(PostMessage(room="1/line3", text="Back?"), server.town.player("1/ming"))
            await until(lambda: bool(store.lines("1/line3")))
            assert store.server_ms(0) == server.town.wall_ms
            assert store.server_ms(1000) == server.town.wall_ms + 1000
