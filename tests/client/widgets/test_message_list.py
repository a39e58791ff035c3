"""The message list shows every text as it is, never moves under its reader, and survives every size."""

import random

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer

from client.little_server import until
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_layout import MARKS
from goodpath_client.widgets.rows import PENDING, SENT, Kind, Picture, Row
from goodpath_core.text import clean_block

MARKUP = [
    "[/", "[/b] hi", "[/]", "[b]bold[/b]", "[link=http://x]x[/]", "[type=x, v={'a[0]'}]",
    "[TODO] buy phone", "[@click=app.quit]free phone[/]", "[red]", "[on blue]x", "[[", "]]", "[]", "[ ]",
    "[bold red]x[/bold red]", "[/nothing]", "[#ff0000]x", "[link]", "[$primary]x[/]",
    "[reverse]x[/reverse]", "\\[b]", "\\\\[b]", "a[0]", "list[int]", "[1, 2, 3]", "[x](http://y)",
    "![x](y)", "**bold**", "# heading", "<b>x</b>", "&amp;", "{x}", "{x.__class__}", "%s %d", "$HOME",
    "`ls`", ":smile:", "[:smile:]", "[dim]a[/dim]b", "[a=b]", '[a="b"]', "[a='b]", "[@click]",
    "[@click=]x[/]", "[@click=app.bell()]x[/]", "[/@click]", "[not bold]x[/]", "[u]x", "[s]x[/s]",
    "[blink]x", "[auto]x", "[on auto]x", "[b][i][u]x", "[/b][/i]", "[b", "b]", "[[b]]", "[b]]",
    "[bold]]x[[/bold]", "[default]x[/default]", "[transparent]x", "[12]", "[rgb(1,2,3)]x", "[~]", "[!]",
    "[?]", "[=]", "[,]",
]  # fmt: skip
ESCAPES = [
    "\x1b[2J", "\x1b[31mred", "\x1b]52;c;aGk=\x07", "\x1b]0;title\x07",
    "\x1b]8;;http://x\x1b\\x\x1b]8;;\x1b\\", "\x1bP1$q\x1b\\", "\x1bc", "\x1b[?1000h", "\x1b[?1049l",
    "\x9b2J", "\x9d0;x\x9c", "\x00", "\x7f", "\x0e\x0f", "\x08\x08", "\x07", "a\rb", "a\x0bb",
    "\u202egnp", "\u2066a\u2069", "\u200b", "\ufeff", "a\u2028b", "\x85", "\U000e0041",
    "x" + "\u0335" * 40, "\x1b[6n", "\x1b_x\x1b\\", "\x1b^x\x1b\\", "\x1bX", "\x9fx\x9c", "\ud800",
]  # fmt: skip


HOUSE_KINDS = (Kind.LINE, Kind.NARRATOR, Kind.OUT_OF_CHARACTER, Kind.TEACHER)


class Shown(App[None]):
    def __init__(self, *rows: Row) -> None:
        super().__init__()
        self.start = rows
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield MessageList(self.start)
        yield Footer()

    def on_message_list_row_chosen(self, event: MessageList.RowChosen) -> None:
        self.heard.append(event)

    def on_message_list_older_wanted(self, event: MessageList.OlderWanted) -> None:
        self.heard.append(event)


def some(count: int, start: int = 0) -> list[Row]:
    return [
        Row(key, speaker="Wave 长发", time="19:42", text=f"line {key}") for key in range(start, start + count)
    ]


def screen(app: App[None]) -> list[str]:
    """The list as it is drawn, top to bottom."""
    shown = app.query_one(MessageList)
    return [shown.render_line(y).text for y in range(shown.scrollable_content_region.height)]


@pytest.mark.parametrize("size", [(80, 24), (30, 24)])
async def test_every_text_shows_as_it_is_after_cleaning(size: tuple[int, int]) -> None:
    assert len(MARKUP) + len(ESCAPES) >= 60
    app = Shown()
    async with app.run_test(size=size) as pilot:
        shown = app.query_one(MessageList)
        for text in MARKUP + ESCAPES:
            shown.set_rows(
                Row(kind.value, kind, text, text, text, quote=text, detail=text) for kind in HOUSE_KINDS
            )
            screen(app)
            shown.set_rows([Row(1, text=text), Row(2, Kind.DIVIDER, text=text)])
            drawn = "".join(screen(app))
            for part in clean_block(text).split():
                assert part in drawn
            assert not set(drawn) & set(map(chr, [*range(32), *range(127, 160)]))
        await pilot.pause()


@pytest.mark.parametrize("place", ["speaker", "time", "title", "about"])
async def test_no_other_place_of_a_row_takes_markup(place: str) -> None:
    app = Shown()
    async with app.run_test(size=(120, 12)):
        shown = app.query_one(MessageList)
        for text in MARKUP + ESCAPES:
            rows = {
                "speaker": Row(1, speaker=text),
                "time": Row(1, time=text),
                "title": Row(1, picture=Picture(text)),
                "about": Row(1, picture=Picture("title", text)),
            }
            shown.set_rows([rows[place]])
            assert not set("".join(screen(app))) & set(map(chr, [*range(32), *range(127, 160)]))


async def test_the_list_starts_at_its_end_and_follows() -> None:
    app = Shown(*some(100))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        assert shown.visible_keys()[-1] == 99
        shown.append(some(5, 100))
        await pilot.pause()
        assert shown.visible_keys()[-1] == 104
        assert shown.below == 0


class Alone(App[None]):
    """The list and nothing else that could ask for a layout of its own accord."""

    def compose(self) -> ComposeResult:
        yield MessageList(some(100))


async def test_a_line_that_comes_moves_the_bar_and_lays_nothing_else_out() -> None:
    app = Alone()
    async with app.run_test(size=(80, 20)) as pilot:
        shown, laid_out = app.query_one(MessageList), list[Screen[None]]()
        await until(lambda: shown.is_measured)
        await pilot.pause()
        app.screen.screen_layout_refresh_signal.subscribe(shown, laid_out.append)
        shown.append(some(5, 100))
        await pilot.pause()
        assert shown.virtual_size.height == shown.vertical_scrollbar.window_virtual_size == 105
        assert shown.scroll_offset.y == shown.max_scroll_y > 80
        assert laid_out == []
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert laid_out != []


async def test_a_reader_above_the_end_is_left_alone_and_told_what_came() -> None:
    app = Shown(*some(100))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        await pilot.press("pageup", "pageup")
        before = shown.visible_keys()
        shown.append(some(12, 100))
        await pilot.pause()
        assert shown.visible_keys() == before
        assert screen(app)[-1].startswith(" 12 new, End to follow")
        await pilot.press("end")
        assert shown.visible_keys()[-1] == 111
        assert (shown.below, shown.following) == (0, True)


async def test_older_rows_come_in_above_without_moving_the_screen() -> None:
    app = Shown(*some(50, 100))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        await pilot.press("home")
        await pilot.pause()
        assert [type(event) for event in app.heard] == [MessageList.OlderWanted]
        before = screen(app)
        shown.prepend([*some(100), shown.rows[0]])
        await pilot.pause()
        assert screen(app) == before
        assert len(shown.rows) == 150
        await pilot.press("home")
        await pilot.pause()
        assert shown.visible_keys()[0] == 0
        assert len(app.heard) == 2


async def test_a_change_above_the_screen_does_not_move_it() -> None:
    app = Shown(*some(100))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        await pilot.press("pageup")
        before = screen(app)
        shown.replace(3, Row(3, speaker="Wave", text="much longer " * 40))
        shown.discard_all((5,))
        await pilot.pause()
        assert screen(app) == before


async def test_a_pending_line_becomes_the_stored_one_in_its_place() -> None:
    app = Shown(*some(3))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.append([Row("mine", own=True, speaker="you", text="hello", mark=PENDING, time="19:50")])
        shown.append(some(1, 3))
        await pilot.pause()
        assert MARKS[PENDING] in screen(app)[3]
        shown.replace("mine", Row(77, own=True, speaker="you", text="hello", mark=SENT, time="19:50"))
        await pilot.pause()
        assert MARKS[SENT] in screen(app)[3]
        assert shown.visible_keys() == (0, 1, 2, 77, 3)


async def test_a_row_that_comes_twice_is_shown_once() -> None:
    app = Shown(*some(3))
    async with app.run_test(size=(80, 20)):
        shown = app.query_one(MessageList)
        shown.append([Row(1, text="again"), *some(1, 3)])
        assert shown.visible_keys() == (0, 1, 2, 3)
        found = shown.row(1)
        assert found is not None and found.text == "again"


async def test_the_unread_divider_stands_behind_the_last_read_row_and_moves() -> None:
    app = Shown(*some(5))
    async with app.run_test(size=(80, 20)):
        shown = app.query_one(MessageList)
        shown.mark_unread(2, "2 new")
        assert screen(app)[3].startswith(" 2 new ──")
        shown.mark_unread(0)
        assert screen(app)[1].startswith(" new ──")
        shown.mark_unread("unknown")
        assert screen(app)[0].startswith(" new ──")
        assert shown.visible_keys() == (0, 1, 2, 3, 4)
        shown.mark_unread(None)
        assert not [line for line in screen(app) if "──" in line]
        assert len(shown.rows) == 5


async def test_the_cursor_chooses_a_row_and_skips_the_divider() -> None:
    app = Shown(*some(5))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        shown.mark_unread(3)
        await pilot.press("up", "up", "enter")
        await pilot.pause()
        assert [event.row.key for event in app.heard if isinstance(event, MessageList.RowChosen)] == [3]
        assert screen(app)[3].startswith(" >Wave")
        await pilot.press("down")
        assert shown.chosen == shown.rows[4]
        await pilot.press("escape")
        assert shown.chosen is None
        assert not [line for line in screen(app) if line.startswith(" >")]


async def test_going_up_past_the_first_row_asks_for_older_ones_once() -> None:
    app = Shown(*some(2))
    async with app.run_test(size=(80, 20)) as pilot:
        app.query_one(MessageList).focus()
        await pilot.press("up", "up", "up", "up", "up")
        await pilot.pause()
        assert [type(event) for event in app.heard] == [MessageList.OlderWanted]


async def test_the_cursor_leaves_with_its_row() -> None:
    app = Shown(*some(5))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        await pilot.press("up")
        shown.discard_all((4,))
        assert shown.chosen is None
        with pytest.raises(KeyError):
            shown.discard_all((4,))


async def test_rows_that_are_not_measured_yet_can_be_taken_out_from_under_the_reader() -> None:
    app = Shown(*[Row(key, speaker="Wave", text=f"{key} " + "long text " * 20) for key in range(2000)])
    async with app.run_test(size=(60, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.scroll_to(y=1000, animate=False)
        for _ in range(100):
            shown.discard_all(shown.visible_keys()[:1])
            assert len(screen(app)) == 19
        await pilot.pause()
        assert len(shown.rows) == 1900


async def test_dragging_selects_text_that_can_be_copied() -> None:
    app = Shown(*some(3000))
    async with app.run_test(size=(80, 20)) as pilot:
        assert app.query_one(MessageList).visible_keys()[0] == 2981
        await pilot.mouse_down(MessageList, offset=(20, 1))
        await pilot.hover(MessageList, offset=(23, 2))
        await pilot.mouse_up(MessageList, offset=(23, 2))
        await pilot.pause()
        selected = app.screen.get_selected_text()
        assert selected is not None
        first, second = selected.split("\n")
        assert first.split() == ["line", "2982", "19:42"]
        assert second == "  Wave 长发         line"


async def test_fifty_sizes_break_nothing_and_the_end_stays_in_view() -> None:
    dice = random.Random(7)
    rows = [
        Row(
            key,
            dice.choice(list(Kind)),
            dice.choice(["Zhou Ming", "打工妹", "潘" * 32, ""]),
            "19:42",
            "今天加班到八点 overtime \U0001f600 " * dice.randint(0, 12),
            mention=dice.random() < 0.2,
            picture=Picture("neon", "a wet street") if dice.random() < 0.1 else None,
        )
        for key in range(120)
    ]
    app = Shown(*rows)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(50):
            wide, high = dice.randint(20, 200), dice.randint(3, 60)
            await pilot.resize_terminal(wide, high)
            shown = app.query_one(MessageList)
            while shown.outer_size != (wide, high - 1):  # the last row is the footer
                await pilot.pause()
            assert {shown.render_line(y).cell_length for y in range(shown.size.height)} <= {wide - 1}
            assert shown.following
            assert shown.visible_keys()[-1] == 119


async def test_a_reader_in_the_middle_keeps_the_top_row_when_the_width_changes() -> None:
    app = Shown(*[Row(key, speaker="Wave", text=f"{key} " + "long text " * 20) for key in range(300)])
    async with app.run_test(size=(100, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        for _ in range(6):
            await pilot.press("pageup")
        top = shown.visible_keys()[0]
        for wide in (40, 120, 25, 100):
            await pilot.resize_terminal(wide, 20)
            await until(lambda: shown.outer_size.width == wide)  # noqa: B023
            await pilot.pause()
            assert shown.visible_keys()[0] == top


async def test_ten_thousand_rows_can_be_walked_from_end_to_start() -> None:
    app = Shown(*some(10_000))
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        assert shown.visible_keys()[-1] == 9_999
        await pilot.press("home")
        assert shown.visible_keys()[0] == 0
        await pilot.press("end")
        assert shown.visible_keys()[-1] == 9_999


async def test_an_empty_list_has_nothing_to_choose() -> None:
    app = Shown()
    async with app.run_test(size=(80, 20)) as pilot:
        shown = app.query_one(MessageList)
        shown.focus()
        await pilot.press("up", "enter", "home", "pageup", "end")
        assert (shown.visible_keys(), shown.chosen, app.heard) == ((), None, [])


class Page(App[None]):
    def compose(self) -> ComposeResult:
        yield MessageList(from_top=True)


async def test_a_list_from_the_top_stays_there_when_its_pictures_come() -> None:
    app = Page()
    async with app.run_test(size=(60, 12)) as pilot:
        page = app.query_one(MessageList)
        page.set_rows(some(40))
        await pilot.pause()
        page.replace(3, Row(3, speaker="Wave", text="a\nmuch\nlonger\nline"))
        await pilot.pause()
        assert page.scroll_offset.y == 0
        assert 0 in page.visible_keys()
        await pilot.press("end")
        await pilot.pause()
        assert 39 in page.visible_keys()


async def test_rows_that_are_revised_off_the_screen_are_laid_out_later_and_the_screen_stays() -> None:
    app = Shown(*some(3_000))
    async with app.run_test(size=(40, 12)) as pilot:
        shown = app.query_one(MessageList)
        while not shown.is_measured:
            await pilot.pause()
        shown.revise(Row(key, speaker="a name of two lines " * 2, text="x") for key in range(2_500))
        assert not shown.is_measured
        assert shown.newest(1)[0].text == "line 2999"
        shown.action_oldest()
        await pilot.pause()
        top = shown.row(0)
        assert top is not None and shown.visible_keys()[0] == 0 and len(shown.visible_keys()) < 6
        while not shown.is_measured:
            await pilot.pause()
        assert shown.visible_keys()[0] == 0 and len(shown.visible_keys()) < 6
