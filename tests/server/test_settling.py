"""When a log is settled."""

from goodpath_server.settling import Settling


def test_a_log_in_which_nothing_was_stored_is_left_alone() -> None:
    settling = Settling()
    assert settling.wait(100.0) is None
    settling.stored()
    settling.settled(True, 100.0)
    assert settling.wait(500.0) is None


def test_what_was_stored_is_settled_at_the_first_quiet_moment() -> None:
    settling = Settling()
    settling.stored()
    assert settling.wait(100.0) == 0.05


def test_ten_seconds_lie_between_one_settling_and_the_next() -> None:
    settling = Settling()
    settling.stored()
    settling.settled(True, 100.0)
    settling.stored()
    assert [settling.wait(now) for now in (100.0, 104.0, 112.0)] == [10.0, 6.0, 0.05]


def test_what_a_reader_held_up_is_settled_later() -> None:
    settling = Settling()
    settling.stored()
    settling.settled(False, 100.0)
    assert settling.wait(101.0) == 9.0
