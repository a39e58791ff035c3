"""What opens the door is told as students type it, and who guesses at it is told, too."""

import pytest

from goodpath_client.teacher.door import Door, guess_words, told_door

DOOR = Door("192.168.100.200:8713", "ABCDEFGH")


def test_the_line_is_what_a_student_types() -> None:
    assert DOOR.line == "goodpath join 192.168.100.200:8713 ABCD-EFGH"
    assert Door("10.0.0.5:8713").line == ""


def test_a_line_for_this_machine_alone_runs_as_it_stands_and_others_keep_the_name() -> None:
    own = "/home/li/.venv/bin/goodpath"
    near, far = (Door(f"{host}:8713", "ABCDEFGH", program=own) for host in ("127.0.0.1", "10.0.0.5"))
    assert near.line == f"{own} join 127.0.0.1:8713 ABCD-EFGH"
    assert far.line == far.copied == "goodpath join 10.0.0.5:8713 ABCD-EFGH"
    assert near.copied == "goodpath join 127.0.0.1:8713 ABCD-EFGH", "what is photographed runs elsewhere"
    told = told_door(near, {"code": "ABCDEFGH", "address": "10.0.0.5:8713"})
    assert told.line == far.line, "the server can be reached from elsewhere after all"


@pytest.mark.parametrize(
    ("typed", "told", "shown"),
    [
        ("127.0.0.1:8713", "192.168.1.20:8713", "192.168.1.20:8713"),
        ("localhost:9000", "192.168.1.20:8713", "192.168.1.20:8713"),
        ("127.0.0.1:8713", "127.0.0.1:8713", "127.0.0.1:8713"),
        ("127.0.0.1:8713", "", "127.0.0.1:8713"),
        ("class.example.org:8713", "192.168.1.20:8713", "class.example.org:8713"),
    ],
)
def test_students_are_told_an_address_that_brings_them_here(typed: str, told: str, shown: str) -> None:
    assert told_door(Door(typed), {"code": "ABCDEFGH", "address": told}).address == shown


def test_that_guesses_hold_newcomers_up_is_told_in_one_line_while_it_is_so() -> None:
    told = {"code": "ABCDEFGH", "guesses": 30, "guesses_from": "192.168.100.200", "holds": True}
    words = guess_words(told_door(DOOR, told))
    assert words == "30 wrong codes, most from 192.168.100.200, hold newcomers up. C: longer code."
    assert len(words) <= 78
    assert guess_words(told_door(told_door(DOOR, told), {**told, "holds": False})) == "", "it is over"
    for other in ({"holds": None}, {"holds": 1}, {"locked": True}):
        assert guess_words(told_door(DOOR, {**told, **other})) == ""
