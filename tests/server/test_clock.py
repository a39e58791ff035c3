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


def test_a_clock_begins_no_earlier_than_it_is_told_and_goes_on_from_there() -> None:
    clock, shown = Clock(), Clock().now_ms()
    clock.begin_no_earlier(shown - 3_600_000)
    assert shown <= clock.now_ms() < shown + 60_000
    clock.begin_no_earlier(shown + 3_600_000)
    first = clock.now_ms()
    assert shown + 3_600_000 <= first < shown + 3_660_000
    while clock.now_ms() == first:
        pass
    assert clock.now_ms() > first
