"""Two students at one computer are two students; one who comes back is one."""

from pathlib import Path

from goodpath_client.joining import Identity, Joining
from goodpath_client.seats import SeatTokens
from goodpath_core.wire.frames import Hello, Welcome
from goodpath_core.wire.limits import PROTOCOL

ADDRESS, CODE = "ws://a:1", "K7QP2M"


def welcome(seat: int) -> Welcome:
    return Welcome(
        version=PROTOCOL,
        session="s",
        epoch="e",
        seq=0,
        mode="fresh",
        role="student",
        seat=seat,
        cell=1,
        persona="",
        token=f"secret-{seat}",
        now_ms=0,
        rate=1.0,
        limits={},
    )


def terminal(folder: Path, name: str = "") -> Joining:
    """A client started in another terminal of the same computer."""
    return Joining(ADDRESS, Identity(code=CODE, name=name), SeatTokens(folder / "seats.json"))


def hello(joining: Joining) -> Hello:
    return joining.hello("", 0)


def test_a_second_student_without_a_name_gets_a_seat_of_their_own(tmp_path: Path) -> None:
    first = terminal(tmp_path)
    assert hello(first).token == ""
    first.keep(welcome(1))
    second = terminal(tmp_path)
    assert hello(second).token == ""
    second.keep(welcome(2))
    third = terminal(tmp_path)
    assert hello(third).token == ""
    for one in (first, second, third):
        one.leave()


def test_who_comes_back_without_a_name_has_the_seat_again(tmp_path: Path) -> None:
    first = terminal(tmp_path)
    hello(first)
    first.keep(welcome(1))
    first.leave()
    again, other = terminal(tmp_path), terminal(tmp_path)
    assert hello(again).token == "secret-1"
    assert hello(other).token == ""
    again.leave()
    other.leave()


def test_of_two_seats_the_one_that_nobody_plays_is_come_back_to(tmp_path: Path) -> None:
    first = terminal(tmp_path)
    hello(first)
    first.keep(welcome(1))
    second = terminal(tmp_path)
    hello(second)
    second.keep(welcome(2))
    first.leave()
    again = terminal(tmp_path)
    assert hello(again).token == "secret-1"
    for one in (second, again):
        one.leave()


def test_a_name_comes_back_even_while_the_old_terminal_hangs(tmp_path: Path) -> None:
    first = terminal(tmp_path, "Ann")
    hello(first)
    first.keep(welcome(1))
    again = terminal(tmp_path, "Ann")
    assert hello(again).token == "secret-1"
    first.leave()
    again.leave()


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


def test_a_lost_connection_keeps_its_own_seat(tmp_path: Path) -> None:
    first = terminal(tmp_path)
    hello(first)
    first.keep(welcome(1))
    assert hello(first).token == "secret-1"
    first.leave()


def test_without_a_writable_home_nothing_is_held(tmp_path: Path) -> None:
    (tmp_path / "seats.json").write_text("[]")
    (tmp_path / "held").write_text("a file where the folder should be")
    first = terminal(tmp_path)
    hello(first)
    first.keep(welcome(1))
    assert hello(terminal(tmp_path)).token == "secret-1"
    first.leave()
