"""The box of one line takes all that is typed or pasted, counts it, and says by how much it is too long."""

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from client.little_server import until
from goodpath_client.widgets.line_box import LineBox
from goodpath_core.text import clean_name


class Desk(App[None]):
    """Two boxes, and what was heard of them."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield LineBox(id="word", limit=20)
        yield LineBox(id="name", limit=4, clean=clean_name)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self.heard.append(f"sent: {message.value}")

    def on_line_box_too_long(self, message: LineBox.TooLong) -> None:
        self.heard.append(message.words)

    @property
    def box(self) -> LineBox:
        """The box for a word."""
        return self.query_one("#word", LineBox)

    @property
    def below(self) -> str:
        """What stands in its lower border."""
        return str(self.box.border_subtitle)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste a text as the terminal does."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


@pytest.mark.parametrize(
    ("pasted", "stands"),
    [
        ("one\ntwo\nthree\n", "one two three "),
        ("one \r\n\r\n  two", "one two"),
        ("\n\none", " one"),
        ("one ", "one "),
        ("one\ttwo\x1b[31m", "one two\ufffd[31m"),
        (" and more", " and more"),
        ("一\n二\u2028三", "一 二 三"),
        ("\n", " "),
        ("", ""),
    ],
)
async def test_pasted_lines_come_in_whole_joined_by_single_spaces(pasted: str, stands: str) -> None:
    async with Desk().run_test() as pilot:
        assert isinstance(pilot.app, Desk)
        await paste(pilot, pasted)
        assert pilot.app.box.value == stands


async def test_the_ends_of_what_is_pasted_part_words_and_are_not_stored() -> None:
    async with Desk().run_test() as pilot:
        assert isinstance(pilot.app, Desk)
        await pilot.press(*"ad", "left")
        await paste(pilot, "\nb \nc\n")
        assert pilot.app.box.value == "a b c d"
        await paste(pilot, "x ")
        assert pilot.app.box.value == "a b c x d"
        await pilot.press("end")
        await paste(pilot, "\n")
        assert (pilot.app.box.value, pilot.app.box.text) == ("a b c x d ", "a b c x d")


async def test_a_paste_goes_where_the_cursor_is_and_over_what_is_chosen() -> None:
    async with Desk().run_test() as pilot:
        assert isinstance(pilot.app, Desk)
        await pilot.press(*"ad", "left")
        await paste(pilot, "b\nc")
        assert pilot.app.box.value == "ab cd"
        await pilot.press("home", "shift+right", "shift+right")
        await paste(pilot, "x\ny")
        assert pilot.app.box.value == "x y cd"


async def test_what_was_copied_here_comes_in_whole_too() -> None:
    async with Desk().run_test() as pilot:
        assert isinstance(pilot.app, Desk)
        pilot.app.copy_to_clipboard("one\ntwo")
        await pilot.press("ctrl+v")
        assert pilot.app.box.value == "one two"


async def test_a_paste_that_is_too_long_stays_whole_and_is_counted_and_enter_says_by_how_much() -> None:
    async with Desk().run_test() as pilot:
        assert isinstance(pilot.app, Desk)
        await paste(pilot, "一二三四五六七八九十" * 2 + "!!!")
        assert pilot.app.below == "3 too many"
        await pilot.press("enter")
        assert pilot.app.heard == ["Make it shorter by 3: at most 20 characters fit."]
        assert pilot.app.box.value == "一二三四五六七八九十" * 2 + "!!!"
        await pilot.press("backspace", "backspace", "backspace", "enter")
        assert pilot.app.heard[1:] == ["sent: " + "一二三四五六七八九十" * 2]


async def test_typing_goes_on_past_the_limit() -> None:
    async with Desk().run_test() as pilot:
        assert isinstance(pilot.app, Desk)
        await pilot.press(*"a" * 15)
        assert pilot.app.below == ""
        await pilot.press("a")
        assert pilot.app.below == "16 of 20"
        await pilot.press(*"a" * 6)
        assert pilot.app.below == "2 too many" and pilot.app.box.value == "a" * 22


async def test_signs_are_counted_as_they_are_stored() -> None:
    async with Desk().run_test() as pilot:
        assert isinstance(pilot.app, Desk)
        # An e and its accent are stored as one sign, and what is not seen is not stored.
        pilot.app.box.value = "e\u0301" * 20 + "\u200b  "
        assert (pilot.app.box.over, pilot.app.box.text) == (0, "\u00e9" * 20)
        pilot.app.box.value = "\U0001f469\u200d\U0001f467" * 7
        assert pilot.app.box.over == 1
        name = pilot.app.query_one("#name", LineBox)
        name.value = "\U0001f469\u200d\U0001f467" * 4
        assert (name.over, name.text) == (0, "\U0001f469" * 4)


async def test_the_count_stands_before_other_words_which_give_way_where_room_is_short() -> None:
    app = Desk()
    async with app.run_test(size=(40, 10)) as pilot:
        app.box.tell("nine classmates can read", "nine can read")
        assert app.below == "nine classmates can read"
        app.box.value = "a" * 18
        assert app.below == "18 of 20 · nine can read"
        await pilot.resize_terminal(28, 10)
        await until(lambda: app.below == "18 of 20")
        await pilot.resize_terminal(60, 10)
        await until(lambda: app.below == "18 of 20 · nine classmates can read")
