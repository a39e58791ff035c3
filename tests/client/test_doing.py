"""What a place does for a deed is a row of its table or a method of its own; the table comes first."""

from collections.abc import Callable
from typing import ClassVar

from goodpath_client.doing import doing_of
from goodpath_client.keys import BY_NAME
from goodpath_client.screens.phone_deeds import PHONE_DEEDS


class Place:
    """A place with one row and one method."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def deed_look(self, argument: str) -> None:
        self.said.append(f"looked {argument}")


def whistle(place: Place, argument: str) -> None:
    place.said.append(f"whistled {argument}")


class Table(Place):
    """The same place with a table."""

    DEEDS: ClassVar[dict[str, Callable[[Place, str], None]]] = {"whistle": whistle, "look": whistle}


def said(place: Place, action: str) -> list[str]:
    doing = doing_of(place, action)
    assert doing is not None
    doing("up")
    return place.said


def test_a_method_is_found_where_there_is_no_table() -> None:
    assert said(Place(), "look") == ["looked up"]


def test_a_row_of_the_table_is_done_with_the_place_itself() -> None:
    assert said(Table(), "whistle") == ["whistled up"]


def test_the_table_comes_before_a_method() -> None:
    assert said(Table(), "look") == ["whistled up"]


def test_what_a_place_does_not_know_is_not_possible_there() -> None:
    assert doing_of(Table(), "fly") is None
    assert doing_of(None, "look") is None


def test_every_row_of_the_phone_is_a_deed_that_has_a_name() -> None:
    assert set(PHONE_DEEDS) <= {deed.action for deed in BY_NAME.values()}
