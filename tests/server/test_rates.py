"""How fast one seat may ask."""

import pytest

from goodpath_server.rates import Bucket, full_pace, told_wait


def test_a_bucket_gives_its_burst_at_once_and_then_says_how_long_to_wait() -> None:
    bucket = Bucket(burst=3, rate=5, now=100.0)
    assert [bucket.take(100.0) for _ in range(5)] == [0.0, 0.0, 0.0, 0.2, 0.2]


def test_what_is_spent_beyond_its_content_is_owed_and_waited_for() -> None:
    bucket = Bucket(burst=3, rate=5, now=100.0)
    assert [bucket.spend(100.0, cost) for cost in (1, 1, 1, 10)] == [0.0, 0.0, 0.2, 2.2]
    assert bucket.take(102.0) == pytest.approx(0.2)
    assert bucket.take(102.25) == 0.0


def test_a_wait_is_told_in_hundredths_and_never_as_none() -> None:
    assert [told_wait(wait) for wait in (0.2, 0.128, 0.004)] == [0.2, 0.13, 0.01]


def test_a_bucket_fills_with_time_but_never_above_its_burst() -> None:
    bucket = Bucket(burst=2, rate=4, now=0.0)
    assert [bucket.take(0.0), bucket.take(0.0), bucket.take(0.0)] == [0.0, 0.0, 0.25]
    assert bucket.take(0.25) == 0.0
    assert [bucket.take(1000.0) for _ in range(3)] == [0.0, 0.0, 0.25]


def test_a_seat_may_send_ten_commands_at_once_and_five_a_second_after_that() -> None:
    pace = full_pace(now=0.0, rate=1.0)
    assert [pace.commands.take(0.0) for _ in range(11)] == [0.0] * 10 + [0.2]
    assert [pace.commands.take(float(second)) for second in (1,) * 6] == [0.0] * 5 + [0.2]


def test_on_a_clock_ten_times_as_fast_a_seat_may_ask_ten_times_as_fast() -> None:
    pace = full_pace(now=0.0, rate=10.0)
    assert [pace.commands.take(0.0) for _ in range(11)] == [0.0] * 10 + [0.02]
