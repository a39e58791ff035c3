"""Which of the seats that were opened from here a name, a code and an address lead back to."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from client.kept_seat import ADDRESS, CODE, hello, kept, terminal, welcome
from goodpath_client.joining import Identity, Joining
from goodpath_client.seats import SeatToken, SeatTokens


def test_with_a_code_that_is_new_here_the_seat_of_the_same_name_and_address_is_tried_first(
    tmp_path: Path,
) -> None:
    kept(tmp_path, "Ann")
    again = terminal(tmp_path, "ann", code="LONGERCODE")
    assert hello(again).token == "secret-1"
    again.keep(welcome(1))
    again.leave()
    (token,) = json.loads((tmp_path / "seats.json").read_text("utf-8"))
    assert (token["code"], token["token"]) == ("LONGERCODE", "secret-1")
    moved = hello(terminal(tmp_path, "Ann", "ws://b:2", "LONGERCODE"))
    assert moved.token == "secret-1", "from now on it is found by its new code"


def test_a_seat_that_was_only_tried_and_is_not_known_there_is_kept_for_its_own_session(
    tmp_path: Path,
) -> None:
    kept(tmp_path, "Ann")
    today = terminal(tmp_path, "Ann", code="TODAYSCODE")
    assert hello(today).token == "secret-1"
    assert today.give_up_token()
    fresh = hello(today)
    assert (fresh.token, len(fresh.secret)) == ("", 32)
    assert not today.give_up_token(), "a code that is wrong as well"
    today.leave()
    assert hello(terminal(tmp_path, "Ann")).token == "secret-1"


def test_a_seat_that_was_opened_with_a_code_goes_before_one_of_the_same_address(tmp_path: Path) -> None:
    kept(tmp_path, "Ann", seat=1, code="TODAYSCODE")
    kept(tmp_path, "Ann", seat=2, code="OTHERCODE", address="ws://b:2")
    assert hello(terminal(tmp_path, "Ann", code="OTHERCODE")).token == "secret-2"


def test_nobody_else_is_put_into_a_seat_for_its_address_alone(tmp_path: Path) -> None:
    kept(tmp_path, "Ann", seat=1)
    kept(tmp_path, "", seat=2)
    for stranger in (
        terminal(tmp_path, "Ben", code="LONGERCODE"),
        terminal(tmp_path, "", code="LONGERCODE"),
        terminal(tmp_path, "Ann", "ws://b:2", "LONGERCODE"),
        Joining(ADDRESS, Identity("observer", "LONGERCODE", "Ann"), SeatTokens(tmp_path / "seats.json")),
    ):
        assert hello(stranger).token == ""


def test_who_plays_in_another_window_is_known_also_with_a_code_that_is_new_here(tmp_path: Path) -> None:
    kept(tmp_path, "Ben", seat=2)
    ann = terminal(tmp_path, "Ann")
    hello(ann)
    ann.keep(welcome(1))
    tokens = SeatTokens(tmp_path / "seats.json")
    assert tokens.known(ADDRESS, "LONGERCODE", "student") == (("Ann", True, "secret-1"),)
    ann.leave()
    assert tokens.known(ADDRESS, "LONGERCODE", "student") == ()


def test_of_students_who_come_in_at_once_in_one_account_no_seat_is_forgotten(tmp_path: Path) -> None:
    names = [f"Student {number}" for number in range(4)]

    def come(name: str) -> str:
        return SeatTokens(tmp_path / "seats.json").make(ADDRESS, CODE, name, "student").token

    for _ in range(10):
        with ThreadPoolExecutor(len(names)) as students:
            secrets = list(students.map(come, names))
        kept = SeatTokens(tmp_path / "seats.json")
        assert [
            one and one.token for one in (kept.find(ADDRESS, CODE, n, "student") for n in names)
        ] == secrets


def test_a_seat_that_was_chosen_is_taken_also_where_its_name_has_opened_another_since(tmp_path: Path) -> None:
    kept(tmp_path, "Ann", seat=1)
    later = SeatToken(ADDRESS, "s", CODE, "Ann", "student", 2, "secret-2")
    SeatTokens(tmp_path / "seats.json").keep(later)
    who = Identity(code=CODE, name="Ann", token="secret-1")
    assert hello(Joining(ADDRESS, who, SeatTokens(tmp_path / "seats.json"))).token == "secret-1"
    unknown = Identity(code=CODE, name="Ann", token="secret-9")
    assert hello(Joining(ADDRESS, unknown, SeatTokens(tmp_path / "seats.json"))).token == "secret-2"


def test_a_chosen_seat_of_another_code_is_tried_once_and_stays_for_its_own_session(tmp_path: Path) -> None:
    kept(tmp_path, "Ann", seat=1)
    who = Identity(code="TODAYSCODE", name="Ann", token="secret-1")
    today = Joining(ADDRESS, who, SeatTokens(tmp_path / "seats.json"))
    assert hello(today).token == "secret-1" and today.give_up_token()
    assert len(hello(today).secret) == 32
    assert hello(terminal(tmp_path, "Ann")).token == "secret-1"
