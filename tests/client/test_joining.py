"""Whether the briefing has been read belongs to the seat that the server has welcomed."""

from pathlib import Path

from client.kept_seat import hello, terminal, welcome


def test_that_the_briefing_was_read_is_remembered_with_the_seat_and_for_no_other(tmp_path: Path) -> None:
    first = terminal(tmp_path, "Ann")
    hello(first)
    first.keep(welcome(1))
    assert not first.briefed
    first.keep_briefed()
    again, other = terminal(tmp_path, "Ann"), terminal(tmp_path, "Ben")
    hello(again)
    hello(other)
    again.keep(welcome(1))
    other.keep(welcome(2))
    assert (again.briefed, other.briefed) == (True, False)
    again.keep(welcome(3))
    assert not again.briefed
    for one in (first, again, other):
        one.leave()


def test_a_seat_that_is_only_tried_says_nothing_of_the_briefing_of_its_own_session(tmp_path: Path) -> None:
    first = terminal(tmp_path, "Ann")
    hello(first)
    first.keep(welcome(1))
    first.keep_briefed()
    first.leave()
    today = terminal(tmp_path, "Ann", code="TODAYSCODE")
    assert hello(today).token == "secret-1"
    assert not today.briefed, "nobody has said yet that it is a seat of this session"
    today.give_up_token()
    assert not today.briefed
    today.keep(welcome(2, hello(today).secret))
    assert not today.briefed
    today.keep_briefed()
    today.leave()
    again = terminal(tmp_path, "Ann")
    hello(again)
    again.keep(welcome(1))
    assert again.briefed
    again.leave()
