"""Every room keeps its own draft and its own sent lines."""

import pytest

from goodpath_client.widgets.desks import HISTORY_KEPT, Desk, Desks, Unsent


def test_going_to_another_room_puts_the_draft_aside_and_takes_the_other_up() -> None:
    desks = Desks("1/line3", {"1/town": "to the town"})
    assert desks.move("1/town", "", "to the line") == "to the town"
    assert desks.move("1/line3", "", "") == "to the line"


def test_a_draft_and_what_it_answers_belong_to_whoever_wrote_it() -> None:
    desks = Desks("1/line3", {})
    desks.move("1/line3", "1/yuting", "")
    desks.here.reply_to = 7
    assert (desks.move("1/line3", "1/ming", "as yuting"), desks.here.reply_to) == ("", 0)
    assert desks.drafts("as ming") == {"1/line3": "as ming"}
    assert (desks.move("1/line3", "1/yuting", "as ming"), desks.here.reply_to) == ("as yuting", 7)


def test_drafts_are_the_texts_that_are_not_empty_with_what_stands_in_the_box() -> None:
    desks = Desks("1/line3", {"1/town": "later", "1/dorm": ""})
    assert desks.drafts("now") == {"1/line3": "now", "1/town": "later"}
    assert desks.drafts("") == {"1/town": "later"}


@pytest.mark.parametrize(
    "desk",
    [Desk("half", 7), Desk(refused=[Unsent("no", 3)]), Desk(pasted="1\n2\n3\n4"), Desk(covered="half")],
    ids=["draft", "refused", "paste that waits", "what a notice was begun over"],
)
def test_what_is_begun_is_told_whole_and_taken_up_where_nothing_is(desk: Desk) -> None:
    begun = {"1/yuting": {"1/line3": desk}}
    desks = Desks("1/line3", {})
    desks.take_up(begun)
    assert desks.begun() == begun
    desks.take_up({"1/yuting": {"1/line3": Desk("older")}})
    assert desks.begun() == begun


def test_what_was_begun_elsewhere_takes_the_place_of_all_that_is_begun_here() -> None:
    desks = Desks("1/line3", {})
    desks.take_up({"1/yuting": {"1/line3": Desk("half", pasted="1\n2"), "1/town": Desk(pasted="3\n4")}})
    desks.replace({"1/yuting": {"1/line3": Desk(pasted="5\n6")}})
    assert desks.begun() == {"1/yuting": {"1/line3": Desk(pasted="5\n6")}}


def test_going_back_shows_the_newest_line_first_and_going_on_ends_in_an_empty_box() -> None:
    desk = Desk()
    desk.keep("one")
    desk.keep("two")
    assert [desk.remember(1, ""), desk.remember(1, "two"), desk.remember(1, "one")] == ["two", "one", None]
    assert [desk.remember(-1, "one"), desk.remember(-1, "two"), desk.remember(-1, "")] == ["two", "", None]


def test_a_line_that_was_changed_is_not_replaced_by_history() -> None:
    desk = Desk()
    desk.keep("one")
    assert desk.remember(1, "half a line") is None
    assert desk.remember(1, "") == "one"


def test_only_the_newest_lines_are_remembered() -> None:
    desk = Desk()
    for number in range(HISTORY_KEPT + 1):
        desk.keep(str(number))
    assert (desk.history[0], desk.history[-1]) == ("1", str(HISTORY_KEPT))
