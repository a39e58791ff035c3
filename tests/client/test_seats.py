"""Two students at one computer are two students; one who comes back is one."""

import json
import os
from pathlib import Path

from client.kept_seat import ADDRESS, CODE, hello, terminal, welcome
from goodpath_client.joining import Identity, Joining
from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.seat_hold import SeatHold
from goodpath_client.seats import SeatToken, SeatTokens


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


def test_a_seat_of_which_another_version_kept_more_is_found_all_the_same(tmp_path: Path) -> None:
    first = terminal(tmp_path, "Ann")
    hello(first)
    first.keep(welcome(1))
    first.leave()
    file = tmp_path / "seats.json"
    records = [{**record, "colour": "red"} for record in json.loads(file.read_text("utf-8"))]
    file.write_text(json.dumps(records), "utf-8")
    again = terminal(tmp_path, "Ann")
    assert hello(again).token == "secret-1"
    again.leave()


def test_an_observer_of_another_cell_gets_another_seat_and_of_the_same_one_the_same(tmp_path: Path) -> None:
    def projector(cell: int) -> Joining:
        who = Identity("observer", CODE, cell=cell)
        return Joining(ADDRESS, who, SeatTokens(tmp_path / "seats.json"))

    first = projector(1)
    assert (hello(first).token, hello(first).cell) == ("", 1)
    first.keep(welcome(1))
    first.leave()
    second = projector(2)
    assert (hello(second).token, hello(second).cell) == ("", 2)
    second.keep(welcome(2))
    second.leave()
    assert hello(projector(0)).token == ""
    assert hello(projector(1)).token == "secret-1"


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


def test_whoever_is_not_welcomed_yet_says_the_same_secret_again_also_after_a_crash(tmp_path: Path) -> None:
    first = terminal(tmp_path, "Ann")
    said = hello(first)
    assert (len(said.secret), said.token, said.code) == (32, "", CODE)
    assert hello(first).secret == said.secret
    assert hello(terminal(tmp_path, "Ann")).secret == said.secret
    assert hello(terminal(tmp_path, "Ben")).secret != said.secret
    first.keep(welcome(1, said.secret))
    assert (hello(first).secret, hello(first).token) == ("", said.secret)
    again = hello(terminal(tmp_path, "Ann"))
    assert (again.secret, again.token) == ("", said.secret)
    first.leave()


def test_a_class_that_moved_to_another_address_keeps_its_seats_and_outboxes(tmp_path: Path) -> None:
    first = terminal(tmp_path, "Ann")
    said = hello(first)
    box = first.keep(welcome(1, said.secret))
    first.leave()
    moved = terminal(tmp_path, "Ann", "ws://b:2")
    assert hello(moved).token == said.secret
    assert moved.keep(welcome(1, said.secret)) == box
    without_code = Joining("ws://b:2", Identity(name="Ann"), SeatTokens(tmp_path / "seats.json"))
    assert hello(without_code).token == said.secret, "the newest address is kept as a hint"


def test_a_token_that_is_unknown_there_gives_way_to_a_new_secret_and_a_wrong_code_to_none(
    tmp_path: Path,
) -> None:
    first = terminal(tmp_path, "Ann")
    said = hello(first)
    first.keep(welcome(1, said.secret))
    assert first.give_up_token()
    fresh = hello(first)
    assert (fresh.token, len(fresh.secret)) == ("", 32)
    assert fresh.secret != said.secret
    assert not first.give_up_token()
    assert SeatTokens(tmp_path / "seats.json").find(ADDRESS, CODE, "Ann", "student") is None


def test_whoever_leaves_takes_the_lock_along_and_whoever_only_looks_leaves_none(tmp_path: Path) -> None:
    held = tmp_path / "held"
    first = terminal(tmp_path)
    hello(first)
    first.keep(welcome(1))
    assert len(list(held.iterdir())) == 1
    first.leave()
    assert list(held.iterdir()) == []
    assert not SeatHold(held).is_elsewhere("secret-1")
    assert list(held.iterdir()) == []


def test_a_seat_is_held_by_one_client_also_while_others_come_and_go(tmp_path: Path) -> None:
    leaving, coming, late = SeatHold(tmp_path), SeatHold(tmp_path), SeatHold(tmp_path)
    leaving.take("secret-1")
    coming.take("secret-1")
    assert late.is_elsewhere("secret-1")
    leaving.let_go()
    assert not late.is_elsewhere("secret-1")
    coming.take("secret-1")
    leaving.take("secret-1")
    leaving.let_go()
    assert late.is_elsewhere("secret-1"), "who does not hold it takes nothing along"
    coming.let_go()


def test_a_lock_that_was_taken_along_while_it_was_waited_for_is_none(tmp_path: Path) -> None:
    first, second = SeatHold(tmp_path), SeatHold(tmp_path)
    first.take("secret-1")
    (lock,) = tmp_path.iterdir()
    lock.unlink()
    second.take("secret-1")
    first.let_go()
    assert SeatHold(tmp_path).is_elsewhere("secret-1")
    second.let_go()


def test_locks_that_crashed_clients_left_are_swept_when_they_are_too_many(tmp_path: Path) -> None:
    for number in range(SEATS_MAX + 5):
        (tmp_path / f"left-{number}").touch()
    playing = SeatHold(tmp_path)
    playing.take("secret-0")
    (lock,) = [path for path in tmp_path.iterdir() if not path.name.startswith("left-")]
    os.utime(lock, (1, 1))
    (tmp_path / "left-again").touch()
    other = SeatHold(tmp_path)
    other.take("secret-1")
    assert len(list(tmp_path.iterdir())) <= SEATS_MAX + 1
    assert other.is_elsewhere("secret-0"), "what is in use stays, however old"
    for one in (playing, other):
        one.let_go()


def test_only_the_tokens_of_the_newest_seats_are_kept(tmp_path: Path) -> None:
    tokens = SeatTokens(tmp_path / "seats.json")
    for seat in range(SEATS_MAX + 1):
        tokens.keep(SeatToken(ADDRESS, "s", CODE, f"Student {seat}", "student", seat, f"secret-{seat}"))
    again = SeatTokens(tmp_path / "seats.json")
    found = [again.find(ADDRESS, CODE, f"Student {seat}", "student") for seat in (0, 1, SEATS_MAX)]
    assert [bool(one) for one in found] == [False, True, True]


def test_only_who_has_a_code_and_needs_a_seat_makes_a_secret(tmp_path: Path) -> None:
    for who in (Identity(name="Ann"), Identity(role="teacher", code="secret")):
        assert hello(Joining(ADDRESS, who, SeatTokens(tmp_path / "seats.json"))).secret == ""


def test_a_name_typed_with_other_capitals_and_spaces_is_the_same_student(tmp_path: Path) -> None:
    first = terminal(tmp_path, "Anna Müller")
    hello(first)
    first.keep(welcome(1))
    first.leave()
    assert hello(terminal(tmp_path, " anna  müller")).token == "secret-1"
    assert hello(terminal(tmp_path, "Anna Muller")).token == ""


def test_of_two_students_whose_names_differ_in_capitals_each_comes_back_to_the_own_seat(
    tmp_path: Path,
) -> None:
    first, second = terminal(tmp_path, "Ana"), terminal(tmp_path, "ana")
    for seat, one in ((1, first), (2, second)):
        hello(one)
        one.keep(welcome(seat))
    for one in (first, second):
        one.leave()
    assert hello(terminal(tmp_path, "Ana")).token == "secret-1"
    assert hello(terminal(tmp_path, "ana")).token == "secret-2"


def test_the_seats_opened_from_here_are_known_newest_first_and_whether_they_are_played_now(
    tmp_path: Path,
) -> None:
    for seat, name in ((1, "Anna Müller"), (2, ""), (3, "Ben"), (4, "ANNA MÜLLER")):
        one = terminal(tmp_path, name)
        hello(one)
        one.keep(welcome(seat))
        if seat != 3:
            one.leave()
        else:
            ben = one
    tokens = SeatTokens(tmp_path / "seats.json")
    assert tokens.known("ws://elsewhere:1", "k7q-p2m", "student") == (
        ("ANNA MÜLLER", False, "secret-4"),
        ("Ben", True, "secret-3"),
    )
    assert [one.name for one in tokens.known(ADDRESS, "", "student")] == ["ANNA MÜLLER", "Ben"]
    assert tokens.known(ADDRESS, CODE, "observer") == () and tokens.known("ws://b:1", "", "student") == ()
    ben.leave()
