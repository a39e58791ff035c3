"""The past as `decide` is handed it."""

from goodpath_core.play.past import UNKNOWN, mark


def test_nothing_that_has_left_the_state_is_there_for_who_knows_nothing_of_the_past() -> None:
    assert UNKNOWN.stands("1/line3", 3) is False
    assert UNKNOWN.words("1/yuting", "signature", 3) is None


def test_the_same_words_have_the_same_mark_and_no_words_have_none() -> None:
    assert mark("na" + "sty") == mark("nasty") != mark("fine")
    assert mark("") == 0
