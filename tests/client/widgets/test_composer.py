"""Nothing a person types or pastes is lost, sent by accident or cut."""

import asyncio

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Button

from goodpath_client.widgets.composer import Composer

NAMES = ["@Zhou Ming", "@Zhao", "@小燕"]


def names(word: str) -> list[str]:
    return [name for name in NAMES if name.lower().startswith(word.lower())]


class Desk(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield Composer(room="line3", placeholder="[/b] Say something", complete=names, limit=300)
        yield Button("next")

    def on_composer_submitted(self, event: Composer.Submitted) -> None:
        self.heard.append(event)

    def on_composer_too_long(self, event: Composer.TooLong) -> None:
        self.heard.append(event)

    def on_composer_paste_asked(self, event: Composer.PasteAsked) -> None:
        self.heard.append(event)

    def on_composer_completed(self, event: Composer.Completed) -> None:
        self.heard.append(event)

    @property
    def sent(self) -> list[str]:
        return [event.text for event in self.heard if isinstance(event, Composer.Submitted)]

    @property
    def box(self) -> Composer:
        return self.query_one(Composer)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.query_one(Composer).post_message(events.Paste(text))
    await pilot.pause()


SCRIPTS = [
    ("enter sends", ["h", "i", "enter"], ["hi"], ""),
    ("enter in an empty box does nothing", ["enter"], [], ""),
    ("enter on spaces does nothing", ["space", "space", "enter"], [], "  "),
    ("Chinese", ["你", "好", "enter"], ["你好"], ""),
    ("accents", ["é", "enter"], ["é"], ""),
    ("brackets stay text", [*"[/b] hi", "enter"], ["[/b] hi"], ""),
    ("alt+enter is a new line", ["a", "alt+enter", "b", "enter"], ["a\nb"], ""),
    ("ctrl+j is a new line", ["a", "ctrl+j", "b", "enter"], ["a\nb"], ""),
    ("shift+enter is a new line", ["a", "shift+enter", "b", "enter"], ["a\nb"], ""),
    ("a new line alone is not sent", ["ctrl+j", "enter"], [], "\n"),
    ("new lines at the end are not sent", ["a", "ctrl+j", "ctrl+j", "enter"], ["a"], ""),
    ("two lines one after the other", ["a", "enter", "b", "enter"], ["a", "b"], ""),
    ("backspace", ["a", "b", "backspace", "enter"], ["a"], ""),
    ("a word back", [*"one two", "ctrl+w", "enter"], ["one"], ""),
    ("to the start of the line", [*"one two", "ctrl+u", "x", "enter"], ["x"], ""),
    ("undo", ["a", "b", "ctrl+u", "ctrl+z"], [], "ab"),
    ("insert in the middle", ["a", "c", "left", "b", "enter"], ["abc"], ""),
    ("home and end", ["b", "home", "a", "end", "c", "enter"], ["abc"], ""),
    ("up brings the last line back", ["a", "enter", "up"], ["a"], "a"),
    ("up twice", ["a", "enter", "b", "enter", "up", "up"], ["a", "b"], "a"),
    ("up stops at the oldest", ["a", "enter", "up", "up", "up"], ["a"], "a"),
    ("down goes back to nothing", ["a", "enter", "up", "down"], ["a"], ""),
    ("down in an empty box does nothing", ["a", "enter", "down"], ["a"], ""),
    ("up leaves what is being written", ["a", "enter", "b", "up"], ["a"], "b"),
    ("up leaves a changed old line", ["a", "enter", "b", "enter", "up", "x", "up"], ["a", "b"], "bx"),
    ("a line of the history is sent again", ["a", "enter", "up", "enter"], ["a", "a"], ""),
    ("history of several lines", ["a", "ctrl+j", "b", "enter", "up"], ["a\nb"], "a\nb"),
    ("up within several lines moves the cursor", ["a", "ctrl+j", "b", "up", "x"], [], "ax\nb"),
    ("tab completes", [*"@zh", "tab"], [], "@Zhou Ming "),
    ("tab again takes the next", [*"@zh", "tab", "tab"], [], "@Zhao "),
    ("tab goes round", [*"@zh", "tab", "tab", "tab"], [], "@Zhou Ming "),
    ("shift+tab goes back", [*"@zh", "tab", "shift+tab"], [], "@Zhao "),
    ("completion within a line", [*"hi @小", "tab", "!"], [], "hi @小燕 !"),
    ("completion before other text", [*"@zhao x", "left", "left", "tab"], [], "@Zhao  x"),
    ("writing ends a completion", [*"@zh", "tab", "x", "backspace", "tab"], [], "@Zhou Ming "),
    ("tab without a match puts nothing in", [*"@nobody", "tab"], [], "@nobody"),
    ("tab without a name puts nothing in", [*"hi", "tab"], [], "hi"),
    ("select all and write over", [*"abc", "shift+home", "x", "enter"], ["x"], ""),
]  # fmt: skip


async def test_keys_do_what_people_expect() -> None:
    assert len(SCRIPTS) >= 30
    app = Desk()
    async with app.run_test() as pilot:
        for name, keys, sent, left in SCRIPTS:
            app.heard.clear()
            app.box.switch_room(name)
            app.box.focus()
            await pilot.press(*keys)
            await pilot.pause()
            assert (name, app.sent, app.box.text) == (name, sent, left)


async def test_tab_without_a_match_goes_to_the_next_widget() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("h", "tab")
        assert isinstance(app.focused, Button)


async def test_tab_with_a_match_stays_and_names_the_candidates() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"@zh", "tab")
        await pilot.pause()
        (event,) = app.heard
        assert isinstance(event, Composer.Completed)
        assert (event.candidates, event.at) == (("@Zhou Ming", "@Zhao"), 0)
        assert app.focused is app.box


async def test_the_box_grows_to_six_lines_and_shrinks_again() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        assert app.box.size.height == 1
        for lines in (2, 3, 4, 5, 6, 6, 6):
            await pilot.press("ctrl+j")
            await pilot.pause()
            assert app.box.size.height == lines
        await pilot.press("a", "enter")
        await pilot.pause()
        assert app.box.size.height == 1


PASTES = [
    ("emoji go in", "\U0001f600\U0001f469\u200d\U0001f527", "\U0001f600\U0001f469\u200d\U0001f527", 0),
    ("one line goes in", "hello", "hello", 0),
    ("three lines go in", "a\nb\nc", "a\nb\nc", 0),
    ("four lines ask", "a\nb\nc\nd", "", 1),
    ("two hundred lines ask once", "x\n" * 200, "", 1),
    ("a text over the limit asks", "字" * 301, "", 1),
    ("line ends of other systems", "a\r\nb\rc", "a\nb\nc", 0),
    ("escapes are made harmless", "\x1b[31mred\x1b]52;c;aGk=\x07", "\ufffd[31mred\ufffd]52;c;aGk=\ufffd", 0),
    ("bidi signs go", "\u202egnp", "gnp", 0),
    ("nothing is nothing", "", "", 0),
]


async def test_a_paste_goes_in_or_is_asked_about_and_never_sent() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        for name, text, left, asked in PASTES:
            app.heard.clear()
            app.box.switch_room(name)
            await paste(pilot, text)
            assert (name, app.box.text, len(app.heard), app.sent) == (name, left, asked, [])


async def test_an_accepted_paste_goes_in_whole_at_the_cursor() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "left")
        await paste(pilot, "1\n2\n3\n4")
        (event,) = app.heard
        assert isinstance(event, Composer.PasteAsked)
        assert (event.lines, event.over) == (4, 0)
        app.box.accept_paste()
        assert app.box.text == "a1\n2\n3\n4b"
        app.box.accept_paste()
        assert app.box.text == "a1\n2\n3\n4b"


async def test_a_dropped_paste_leaves_the_box_alone() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a")
        await paste(pilot, "1\n2\n3\n4")
        app.box.drop_paste()
        app.box.accept_paste()
        assert (app.box.text, app.box.asked_paste) == ("a", None)


async def test_a_paste_from_the_application_follows_the_same_rules() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.copy_to_clipboard("1\n2\n3\n4\n5")
        await pilot.press("ctrl+v")
        await pilot.pause()
        assert app.box.asked_paste == "1\n2\n3\n4\n5"


def burst(app: Desk, keys: str) -> None:
    """Keys that all came at the same moment."""
    for key in keys:
        event = events.Key("enter" if key == "\r" else key, key)
        event.time = 1.0
        app.box.post_message(event)


async def settled(app: Desk, pilot: Pilot[None]) -> None:
    """Until no key waits any more for what follows it."""
    await pilot.pause()
    async with asyncio.timeout(5):
        while app.box.is_waiting:
            await pilot.pause()
    await pilot.pause()


LINE = "a line as it stands in a book\r"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (f"{LINE}cd\re", "a line as it stands in a book\ncd\ne"),
        (f"ab\r{LINE}", "ab\na line as it stands in a book\n"),
        (LINE * 3, "a line as it stands in a book\n" * 3),
    ],
    ids=["in the middle", "after a short line", "three lines"],
)
async def test_more_than_anybody_types_in_one_moment_is_a_paste(keys: str, left: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        burst(app, keys)
        await settled(app, pilot)
        assert (app.box.text, app.sent) == (left, [])


@pytest.mark.parametrize(
    ("keys", "sent", "left"),
    [
        ("ab\rcd\re", ["ab", "cd"], "e"),
        ("ab\rcd\r", ["ab", "cd"], ""),
        ("ab\r\rc", ["ab"], "c"),
        ("okay\rwait", ["okay"], "wait"),
    ],
)
async def test_lines_typed_while_the_machine_was_busy_are_sent_one_by_one(
    keys: str, sent: list[str], left: str
) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        burst(app, keys)
        await settled(app, pilot)
        assert (app.box.text, app.sent) == (left, sent)


async def test_a_key_that_is_no_sign_finds_all_before_it_done() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        burst(app, "ab\rcd")
        app.box.post_message(events.Key("ctrl+j", None))
        await pilot.pause()
        assert (app.box.text, app.sent) == ("cd\n", ["ab"])


async def test_a_command_and_a_paste_of_ten_lines_in_one_burst_are_both_there() -> None:
    app = Desk()
    ten = "\n".join(f"line {number}" for number in range(10))
    async with app.run_test() as pilot:
        burst(app, "/ooc sorry\r")
        await paste(pilot, ten)
        assert (app.box.text, app.sent, app.box.asked_paste) == ("", ["/ooc sorry"], ten)


async def test_a_short_paste_behind_an_enter_in_one_burst_is_not_sent_with_it() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        burst(app, "/ooc sorry\r")
        await paste(pilot, "one")
        assert (app.box.text, app.sent) == ("one", ["/ooc sorry"])


async def test_where_the_terminal_marks_pastes_every_enter_is_typed() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await paste(pilot, "one")
        burst(app, f"\r{LINE}{LINE}")
        await pilot.pause()
        assert app.sent == ["one", LINE.strip(), LINE.strip()]


async def test_an_enter_that_waits_belongs_to_the_room_it_was_pressed_in() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        burst(app, "okay\rnext")
        await pilot.pause()
        app.box.switch_room("kitchen")
        await pilot.pause()
        (event,) = app.heard
        assert isinstance(event, Composer.Submitted)
        assert (event.text, event.room, app.box.drafts) == ("okay", "line3", {"line3": "next"})


async def test_a_line_that_a_slow_connection_delivers_at_once_is_still_sent() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        burst(app, "okay\r")
        async with asyncio.timeout(5):
            while not app.sent:
                await pilot.pause()
        assert (app.box.text, app.sent) == ("", ["okay"])


async def test_a_text_over_the_limit_stays_and_says_by_how_much() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await paste(pilot, "字" * 310)
        app.box.accept_paste()
        await pilot.press("enter")
        await pilot.pause()
        assert app.box.border_subtitle == "10 too many to send"
        assert isinstance(app.heard[-1], Composer.TooLong)
        assert (app.heard[-1].over, app.sent, len(app.box.text)) == (10, [], 310)


async def test_the_counter_appears_near_the_limit() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await paste(pilot, "x" * 99)
        assert str(app.box.border_subtitle or "") == ""
        await pilot.press("x")
        assert str(app.box.border_subtitle) == "200 left"


async def test_every_room_keeps_its_draft_and_its_history() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a", "enter", *"half a li")
        app.box.switch_room("kitchen")
        assert app.box.text == ""
        await pilot.press("up", "k")
        assert app.box.text == "k"
        assert app.box.drafts == {"line3": "half a li", "kitchen": "k"}
        app.box.switch_room("line3")
        await pilot.press("n", "e", "enter", "up")
        await pilot.pause()
        assert app.sent == ["a", "half a line"]
        assert app.box.text == "half a line"
        assert [event.room for event in app.heard if isinstance(event, Composer.Submitted)] == ["line3"] * 2


async def refuse(pilot: Pilot[None], app: Desk, text: str) -> None:
    app.box.restore(text)
    await pilot.pause()


async def test_a_refused_text_comes_back_chosen_and_says_what_can_be_done() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        assert (app.box.text, app.box.selected_text) == ("refused", "refused")
        assert str(app.box.border_subtitle) == "not sent · type: replace · arrow: keep · Esc: drop"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["n", "e", "w"], "new"),
        (["right", "!"], "refused!"),
        (["escape", "n"], "n"),
    ],
    ids=["typing replaces", "an arrow keeps", "escape drops"],
)
async def test_what_is_typed_next_is_never_glued_to_a_refused_text(keys: list[str], left: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press(*keys)
        await pilot.pause()
        assert app.box.text == left
        assert "not sent" not in str(app.box.border_subtitle)


async def test_undo_brings_a_replaced_text_back() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press("n", "ctrl+z")
        assert app.box.text == "refused"


async def test_a_refused_text_is_sent_again_with_enter() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "refused")
        await pilot.press("enter")
        await pilot.pause()
        assert (app.sent, app.box.text) == (["refused"], "")


async def test_a_refused_text_waits_behind_what_is_being_written() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"since")
        await refuse(pilot, app, "refused")
        assert (app.box.text, str(app.box.border_subtitle)) == (
            "since",
            "1 not sent, back when the box is empty",
        )
        await pilot.press("enter")
        await pilot.pause()
        assert (app.sent, app.box.text) == (["since"], "refused")


async def test_refused_texts_come_back_one_by_one_in_their_own_rooms() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await refuse(pilot, app, "first")
        await refuse(pilot, app, "second")
        app.box.restore("elsewhere", room="kitchen")
        assert app.box.drafts == {"line3": "first\nsecond", "kitchen": "elsewhere"}
        await pilot.press("escape")
        await pilot.pause()
        assert app.box.selected_text == "second"
        app.box.switch_room("kitchen")
        assert app.box.selected_text == "elsewhere"


async def test_a_dropped_text_is_still_among_the_lines_sent_before() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"oh", "enter")
        await refuse(pilot, app, "oh")
        await pilot.press("escape")
        await pilot.pause()
        assert app.box.text == ""
        await pilot.press("up")
        assert app.box.text == "oh"


async def test_the_beginning_of_a_command_stands_before_what_was_written() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"sorry")
        app.box.begin("/ooc ")
        assert (app.box.text, app.box.selected_text) == ("/ooc sorry", "")


async def test_drafts_of_an_earlier_run_are_taken_up() -> None:
    class Later(App[None]):
        def compose(self) -> ComposeResult:
            yield Composer(room="a", drafts={"a": "unsent", "b": "too"})

    app = Later()
    async with app.run_test():
        box = app.query_one(Composer)
        assert box.text == "unsent"
        assert box.drafts == {"a": "unsent", "b": "too"}


async def test_a_placeholder_is_never_markup() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        assert "[/b] Say something" in app.box.render_line(0).text
        app.box.placeholder = "[/] again"
        await pilot.pause()
        assert "[/] again" in app.box.render_line(0).text
