"""What is pasted goes in whole or is asked about, and is never sent by an Enter inside it."""

import asyncio

import pytest
from textual import events
from textual.pilot import Pilot

from client.little_server import until
from client.widgets.desk import Desk, paste
from goodpath_client.widgets.composer import Composer

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
    ("a blank is a blank", " ", " ", 0),
    ("three lines and the end of the third go in", "a\nb\nc\n", "a\nb\nc\n", 0),
    ("many empty lines ask", "\n" * 4, "", 1),
]


async def test_a_paste_goes_in_or_is_asked_about_and_never_sent() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        for name, text, left, asked in PASTES:
            app.heard.clear()
            app.box.switch_room(name)
            await paste(pilot, text)
            assert (name, app.box.text, len(app.heard), app.sent) == (name, left, asked, [])


@pytest.mark.parametrize(
    ("pasted", "stands", "sent"),
    [
        ("hello ", "hello w", "hello w"),
        ("hello\n", "hello\nw", "hello\nw"),
        ("\n\nhello", "\n\nhellow", "hellow"),
        ("1\n2\n3\n4\n", "1\n2\n3\n4\nw", "1\n2\n3\n4\nw"),
    ],
)
async def test_what_is_typed_behind_a_paste_stays_parted_from_it_and_the_whole_is_cleaned(
    pasted: str, stands: str, sent: str
) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await paste(pilot, pasted)
        app.box.accept_paste()
        await pilot.press("w")
        assert app.box.text == stands
        await pilot.press("enter")
        await pilot.pause()
        assert app.sent == [sent]


async def test_what_is_copied_out_of_a_line_parts_words_where_it_is_put_in() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "left")
        await paste(pilot, " and ")
        assert app.box.text == "a and b"


async def test_an_accepted_paste_goes_in_whole_at_the_cursor() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "left")
        await paste(pilot, "1\n2\n3\n4")
        (event,) = app.heard
        assert isinstance(event, Composer.PasteAsked)
        assert app.box.asked_paste == "1\n2\n3\n4"
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
        assert (app.box.text, app.box.asked_paste) == ("a", "")


async def test_a_paste_that_waits_belongs_to_its_room_and_writer_and_is_asked_about_again_there() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.box.switch_room("line3", "1/yuting")
        await pilot.press("a")
        await paste(pilot, "1\n2\n3\n4\n")
        for room, writer in (("kitchen", "1/yuting"), ("line3", "1/ming")):
            app.box.switch_room(room, writer)
            app.box.accept_paste()
            app.box.drop_paste()
            assert (app.box.text, app.box.asked_paste) == ("", "")
        await pilot.pause()
        app.heard.clear()
        app.box.switch_room("line3", "1/yuting")
        await pilot.pause()
        assert [type(event) for event in app.heard] == [Composer.PasteAsked]
        assert (app.box.text, app.box.asked_paste) == ("a", "1\n2\n3\n4\n")
        app.box.accept_paste()
        app.box.switch_room("kitchen")
        app.box.switch_room("line3")
        assert (app.box.text, app.box.asked_paste) == ("a1\n2\n3\n4\n", "")


async def test_a_second_long_paste_waits_behind_the_first() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await paste(pilot, "1\n2\n3\n4\n")
        await paste(pilot, "5\n6\n7\n8")
        app.box.accept_paste()
        assert app.box.text == "1\n2\n3\n4\n5\n6\n7\n8"


async def test_a_paste_of_each_room_waits_for_its_own_answer() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await paste(pilot, "1\n2\n3\n4")
        app.box.switch_room("kitchen")
        await paste(pilot, "5\n6\n7\n8")
        app.box.switch_room("line3")
        app.box.drop_paste()
        app.box.switch_room("kitchen")
        assert app.box.drafts == {"kitchen": "5\n6\n7\n8"}
        app.box.accept_paste()
        assert app.box.text == "5\n6\n7\n8"


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


async def settled(app: Desk, pilot: Pilot[None], text: str, sent: list[str]) -> None:
    """Until this stands in the box and was sent, and nothing more comes of it."""
    await until(lambda: (app.box.text, app.sent) == (text, sent))
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
        await settled(app, pilot, left, [])
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
        await settled(app, pilot, left, sent)
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
