"""Nothing a person types is lost, sent by accident or cut."""

from textual.app import App, ComposeResult
from textual.widgets import Button

from client.widgets.desk import Desk, paste
from goodpath_client.widgets.composer import Composer

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


async def test_tab_behind_a_name_that_is_none_stays_and_says_so() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"@nobody", "tab", "x")
        await pilot.pause()
        (event,) = app.heard
        assert isinstance(event, Composer.Completed)
        assert (event.candidates, event.word) == ((), "@nobody")
        assert app.box.text == "@nobodyx"


async def test_tab_behind_a_mail_address_goes_to_the_next_widget() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"pan@zh", "tab")
        assert app.box.text == "pan@zh" and isinstance(app.focused, Button)


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


async def test_a_box_without_room_for_a_sign_harms_nothing() -> None:
    app = Desk()
    async with app.run_test(size=(40, 12)) as pilot:
        for text in ("", "打工妹 said"):
            app.box.put(text)
            for columns in range(9):
                app.box.styles.width = columns
                await pilot.pause()
        app.box.styles.width = 20
        await pilot.pause()
        assert app.box.text == "打工妹 said"


async def test_the_start_of_the_line_is_that_of_the_line_as_it_was_typed_and_not_of_its_row() -> None:
    app = Desk()
    async with app.run_test(size=(40, 24)) as pilot:
        app.box.focus()
        await pilot.press("a", "ctrl+j")
        await paste(pilot, "one two three four five six seven eight nine ten eleven twelve")
        await pilot.press("ctrl+u")
        assert app.box.text == "a\n"
        await pilot.press("ctrl+u")
        assert app.box.text == "a"
