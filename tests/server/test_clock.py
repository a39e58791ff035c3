"""The server's clock."""

import time

from goodpath_server.clock import Clock


def test_the_clock_shows_the_time_and_never_goes_back() -> None:
    clock = Clock()
    shown = [clock.now_ms() for _ in range(1000)]
    assert shown == sorted(shown)
    assert abs(shown[0] - time.time() * 1000) < 60_000


def test_a_fast_clock_runs_ahead_and_its_milliseconds_are_short() -> None:
    clock = Clock(rate=1_000_000.0)
    first = clock.now_ms()
    # Some microseconds of real time are at least a second of it.
    while clock.now_ms() == first:
        pass
    assert clock.real_seconds(60_000) == 0.00006
    assert Clock().real_seconds(1500) == 1.5
