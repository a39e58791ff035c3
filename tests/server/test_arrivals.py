"""A class comes in at once, a flood does not."""

from goodpath_server.arrivals import ADDRESSES, BURST, RATE, Arrivals


def test_a_class_of_sixty_behind_one_address_comes_in_at_once() -> None:
    arrivals = Arrivals()
    assert all(arrivals.admit("10.0.0.1", 0.0) for _ in range(60))


def test_after_a_burst_there_are_a_few_a_second_for_that_address_alone() -> None:
    arrivals = Arrivals()
    assert sum(arrivals.admit("10.0.0.1", 0.0) for _ in range(1500)) == BURST
    assert arrivals.admit("10.0.0.2", 0.0)
    assert sum(arrivals.admit("10.0.0.1", 1 + number / 1000) for number in range(1000)) <= 2 * RATE


def test_no_more_addresses_are_remembered_than_a_school_has() -> None:
    arrivals = Arrivals()
    for _ in range(BURST):
        arrivals.admit("10.0.0.1", 0.0)
    assert not arrivals.admit("10.0.0.1", 0.0)
    for number in range(ADDRESSES):
        assert arrivals.admit(f"10.1.{number}", 0.0)
    assert arrivals.admit("10.0.0.1", 0.0)
