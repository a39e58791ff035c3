"""Every size: all that matters is on the screen, nothing is wider than it, and resizing harms nothing."""

import random

import pytest
from wcwidth import wcswidth

from client.screens.stage import TEACHER, Stage, screen_text, settle, write
from client.screens.test_urgent import evening
from goodpath_client.moment import day_and_time
from goodpath_client.screens.fitting import LEAST_COLUMNS, LEAST_ROWS
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.profile import EditPage

ROOM = "1/page-makers"
KEYS = ("", "f1", "f2", "f3", "f5", "alt+c", "alt+k", "alt+i", "f9")


def crowded() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.do(
        EditPage(nickname="雨后之城的打工妹小潘潘潘潘潘", signature="『莪』乜冇 only online", skin="rose")
    )
    stage.play_persona("haibo", EditPage(nickname="火星文莪丶洏且☆", skin="neon"))
    stage.play_persona("haibo", PostMessage(room=ROOM, text="打工妹打工妹打工妹，打工妹打工妹打工妹。" * 5))
    return stage


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (100, 30), (120, 36)])
async def test_no_line_of_any_screen_is_wider_than_the_window(size: tuple[int, int]) -> None:
    stage = crowded()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        for key in KEYS:
            if key:
                await pilot.press(key)
            await settle(pilot)
            lines = screen_text(app).splitlines()
            assert len(lines) <= size[1]
            assert max(wcswidth(line) for line in lines) <= size[0], key
            if key:
                await pilot.press("escape")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 36)])
async def test_persona_phase_and_stop_key_are_always_there(size: tuple[int, int]) -> None:
    stage = crowded()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(app)
    assert "雨后之城" in text and "Ten pictures" in text and "F9 stop" in text and "observers, " in text


def newcomer() -> Stage:
    return Stage("ten-pictures", "")


def in_the_room() -> Stage:
    stage = crowded()
    stage.do(PutPhoneDown())
    return stage


def debriefed() -> Stage:
    stage = crowded()
    for _ in range(4):
        stage.do(NextPhase(), TEACHER)
    return stage


def over() -> Stage:
    stage = debriefed()
    stage.do(EndSession(), TEACHER)
    return stage


def waiting() -> Stage:
    return Stage("ten-pictures", "yuting")


SMALL = {
    "briefing": (newcomer, "", ("1 of 3: read to the end", "[ ] I know that private", "F9 try the stop key")),
    "briefing read": (newcomer, "end", ("2 of 3: try the stop key, F9. This time it tells nobody.",)),
    "picker": (
        crowded,
        "alt+c",
        ("0 of 10", "[ ] Palace with fountain", "only you know", "only in the debrief", "F2 save"),
    ),
    "room": (
        in_the_room,
        "",
        (
            "in the room 0 min",
            "Pan Yuting 潘雨婷 · Ten",
            "heard by nobody here, teacher, reviewer",
            "F4 pick up phone",
            "F9 stop",
        ),
    ),
    "debrief": (
        debriefed,
        "",
        ("Phones are dark.", "You sit in seat 1.", "10 min", "the room", "the page", "F5 all", "F9 stop"),
    ),
    "debrief, own part": (debriefed, "tab", ("Stepping out;", "One thing I made up is ...")),
    "debrief, over": (over, "", ("You are yourself again; read on as", "long as you like.")),
    "waiting": (waiting, "", ("Waiting for your teacher to start.", "classmate sees it.")),
    "contacts": (crowded, "alt+k", ("Wei Chunmei", "火星文莪丶洏且☆        Long Haibo     not played")),
}


@pytest.mark.parametrize("screen", SMALL)
async def test_in_the_smallest_window_of_use_nothing_that_matters_is_missing_or_cut_off(screen: str) -> None:
    make, key, words = SMALL[screen]
    app = make().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press(*filter(None, [key]))
        await settle(pilot)
        text = screen_text(app)
    assert [word for word in words if word not in text] == []
    assert "…" not in text
    assert len(text.splitlines()) <= 20 and max(map(wcswidth, text.splitlines())) <= 60


async def test_the_title_over_all_pages_is_whole_in_the_smallest_window_of_use() -> None:
    app = debriefed().app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        words = " ".join(screen_text(app).split())
    assert "All pages of your group of players, as they were at the end" in words


async def test_columns_fold_by_width_and_by_key() -> None:
    stage = crowded()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Chats" in screen_text(app) and "Wishes for today" not in screen_text(app)
        await pilot.press("f8")
        await settle(pilot)
        assert "Wishes for today" in screen_text(app)
        await pilot.press("f8", "f7")
        await settle(pilot)
        assert "Chats" not in screen_text(app)
        await pilot.resize_terminal(60, 20)
        await pilot.press("f7")
        await settle(pilot)
        assert "Chats" in screen_text(app)


async def test_a_window_too_small_says_so() -> None:
    stage = crowded()
    app = stage.app()
    async with app.run_test(size=(39, 11)) as pilot:
        await settle(pilot)
        assert "Make this window larger: 40 x 12" in " ".join(screen_text(app).split())
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Make this window larger" not in screen_text(app)


async def test_a_storm_of_sizes_harms_nothing() -> None:
    stage = crowded()
    app = stage.app()
    dice = random.Random(7)
    async with app.run_test(size=(80, 24)) as pilot:
        for step in range(30):
            if step % 10 == 0:
                await pilot.press(KEYS[1 + step // 10], "escape")
            await pilot.resize_terminal(dice.randint(1, 160), dice.randint(1, 50))
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert "observers, " in screen_text(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30)])
async def test_clock_battery_and_what_is_new_elsewhere_are_there_at_every_size(size: tuple[int, int]) -> None:
    stage = evening()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(app)
    assert text.count(day_and_time(stage.store, stage.now_ms, short=True)) == 1, text
    assert text.count("%") == 1, text
    assert " other chats: " in text or size[0] >= 80, text


async def test_in_the_smallest_window_that_is_large_enough_the_room_has_its_box() -> None:
    stage = in_the_room()
    app = stage.app()
    async with app.run_test(size=(LEAST_COLUMNS, LEAST_ROWS)) as pilot:
        await settle(pilot)
        box = app.screen.query_one(Composer)
        assert box.region.height == 3 and box.region.bottom <= LEAST_ROWS
        await write(pilot, "rice")
        assert "rice" in screen_text(app)


@pytest.mark.parametrize("opener", ["f12", "f3", "f5", "f2", "alt+k"])
async def test_no_key_acts_on_a_list_that_the_window_has_no_room_for(opener: str) -> None:
    stage = crowded()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(38, 10)) as pilot:
        await settle(pilot)
        await pilot.press(opener)
        await settle(pilot)
        top = app.screen
        before = [one.highlighted for one in top.query(RowList)]
        await pilot.press("pageup", "pagedown", "down", "down", "home", "end", "pageup", "enter")
        await settle(pilot)
        assert app.screen is top and [one.highlighted for one in top.query(RowList)] == before
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert top.focused is not None and top.focused.region
        await pilot.press("pagedown", "pageup")
        assert app.is_running


async def test_a_box_that_had_no_room_for_a_moment_is_written_in_again() -> None:
    stage = crowded()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("a")
        await pilot.resize_terminal(38, 10)
        await settle(pilot)
        await pilot.press("b", "enter")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await pilot.press("c")
        assert app.screen.query_one(Composer).text == "ac" and not stage.link.commands
