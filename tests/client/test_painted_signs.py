"""Every line is painted with harmless and steady signs, whatever its strips hold."""

from rich.segment import ControlType, Segment
from textual.color import Color

from goodpath_client.painted_signs import PaintedSigns

BLACK = Color(0, 0, 0)


def painted(*texts: str) -> list[str]:
    return [strip.text for strip in PaintedSigns().apply([Segment(text) for text in texts], BLACK)]


def test_what_steers_a_terminal_is_taken_out_and_what_moves_a_line_made_steady() -> None:
    assert painted("a\x1b[2Jb", "\u202ec", "❤️.") == ["a[2Jb", "c", "❤ ."]


def test_a_sign_that_hides_in_a_joined_one_is_no_way_around() -> None:
    assert painted("\U0001f469\u200b\u200d\U0001f33e!") == ["\U0001f469!"]


def test_a_line_without_such_signs_comes_back_as_it_is() -> None:
    line = [Segment("打工妹 "), Segment("rain 🌧")]
    assert PaintedSigns().apply(line, BLACK) is line


def test_what_textual_itself_tells_the_terminal_is_left_alone() -> None:
    bell = Segment("\x07", None, [(ControlType.BELL,)])
    assert PaintedSigns().apply([bell, Segment("\x07.")], BLACK) == [bell, Segment(".")]
