"""Lines are counted where the rules are tested and nowhere else, also where tests run side by side."""

from coverage import Coverage


def test_outside_the_tests_of_core_and_server_no_lines_are_counted() -> None:
    assert Coverage.current() is None
