"""A message of many lines is folded on the phone, and the menu of a line reads it all or folds it again."""

import pytest
from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, settle
from client.screens.test_online import ROOM, playing
from client.screens.test_watching import watching
from goodpath_client.app import StudentApp
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.narration import SpeakAsNarrator

SIZES = [(80, 24), (60, 20)]
PASTE = "\n".join(f"paste {number}" for number in range(1, 31))
CHINESE = "今天加班到晚上八点，明天再说吧。" * 60
PRIVATE = private_room("1/haibo", "1/yuting")


def filled(text: str = PASTE, before: int = 3, after: int = 0) -> Stage:
    """Haibo has said something short, something long, and something short."""
    stage = playing()
    for number in range(before):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"before {number}"))
    stage.play_persona("haibo", PostMessage(room=ROOM, text=text))
    for number in range(after):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=f"after {number}"))
    return stage


def lines_of(app: StudentApp) -> MessageList:
    return app.screen.query_one(MessageList)


async def press(pilot: Pilot[int], *keys: str) -> str:
    """What is on the screen once these keys have done what they do."""
    assert isinstance(pilot.app, StudentApp)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    return screen_text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_message_is_read_whole_and_folded_again_by_the_keys_it_names(
    size: tuple[int, int],
) -> None:
    stage = filled()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert ".. 22 lines more · choose it and press Enter" in text
        assert "paste 8" in text and "paste 9" not in text and "before 2" in text
        text = await press(pilot, "up", "enter")
        assert "Enter or R  read it all" in text and "A  answer it" in text and "fold it" not in text
        text = await press(pilot, "enter")
        assert "paste 1" in text and "paste 9" in text and "lines more" not in text
        assert "Down: read on · type: answer · Enter: menu" in text
        text = await press(pilot, "down", "down", "down")
        assert "paste 30" in text
        text = await press(pilot, "up", "enter")
        assert "F  fold it again" in text and "Enter or A  answer it" in text and "read it all" not in text
        text = await press(pilot, "f")
        assert ".. 22 lines more" in text and "paste 1" in text and "paste 9" not in text
        assert "type: answer it · Enter: menu" in text
    assert stage.link.commands == []


@pytest.mark.parametrize("size", SIZES)
async def test_chinese_without_a_line_break_is_folded_too(size: tuple[int, int]) -> None:
    app = filled(CHINESE).app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "lines more · choose it and press Enter" in text and "before 2" in text
        text = await press(pilot, "up", "enter", "r")
        assert "lines more" not in text and lines_of(app).is_open(lines_of(app).rows[-1].key)
        await pilot.resize_terminal(size[0] + 20, size[1])
        await settle(pilot)
        assert "lines more" not in screen_text(app)


async def test_an_own_long_message_is_folded_and_can_still_be_taken_back() -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text=PASTE))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert ".. 22 lines more" in screen_text(app)
        text = await press(pilot, "up", "enter")
        assert "read it all" in text and "T  take it back" in text


async def test_an_own_message_on_its_way_is_folded_and_enter_alone_reads_it_all() -> None:
    stage = playing()
    stage.link.do(PostMessage(room=ROOM, text=PASTE))
    app = stage.app()
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        assert ".. 22 lines more" in screen_text(app)
        text = await press(pilot, "up", "enter")
        assert "paste 30" in text and not isinstance(app.screen, LineMenu)
        assert ".. 22 lines more" in await press(pilot, "enter")


async def test_what_the_narrator_told_at_length_is_read_whole_with_enter() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="before"))
    stage.do(SpeakAsNarrator(text=PASTE), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        assert ".. 22 lines more" in screen_text(app)
        assert "paste 30" in await press(pilot, "up", "enter")


async def test_a_long_message_that_was_refused_goes_back_into_the_box_whole() -> None:
    stage = playing()
    stage.link.do(PostMessage(room=ROOM, text=PASTE))
    stage.store.refuse("r1", "paused", "The teacher has paused the world.")
    app = stage.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert ".. 22 lines more" in text and "choose it" not in text and "not sent:" in text
        await press(pilot, "up", "enter")
        assert app.screen.query_one(Composer).text == PASTE


async def test_who_watches_reads_a_long_message_whole_too() -> None:
    stage = watching()
    stage.play_persona("haibo", PostMessage(room=ROOM, text=PASTE))
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(100, 45)) as pilot:
        await settle(pilot)
        assert ".. 22 lines more" in screen_text(app)
        text = await press(pilot, "ctrl+up", "enter")
        assert "Enter or R  read it all" in text and "U  unread from here" in text
        assert "paste 30" in await press(pilot, "enter")


async def test_an_open_message_stays_open_while_lines_come_and_its_chat_is_left() -> None:
    stage = filled()
    stage.play_persona("haibo", PostMessage(room=PRIVATE, text="psst"))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "up", "enter", "r")
        for number in range(3):
            stage.play_persona("haibo", PostMessage(room=ROOM, text=f"after {number}"))
        await settle(pilot)
        text = screen_text(app)
        assert "paste 9" in text and "3 new, End to follow" in text
        assert "psst" in await press(pilot, "f6")
        await press(pilot, "f6")
        text = await press(pilot, "end")
        assert "after 2" in text and "paste 30" in text and "lines more" not in text


async def test_what_is_folded_counts_as_read_once_it_was_on_the_screen_and_opening_counts_nothing() -> None:
    stage = filled(after=2)
    app = stage.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        app.screen.tick()  # type: ignore[attr-defined]
        await settle(pilot)
        assert stage.store.unread.count(ROOM) == 0
        await press(pilot, "up", "up", "up", "enter", "r")
        assert stage.store.unread.count(ROOM) == 0 and lines_of(app).below == 0


async def test_whoever_opened_a_message_answers_it_by_typing() -> None:
    stage = filled()
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "up", "enter", "enter")
        press_at_once(app, *"why?", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="why?", reply_to=seq, mentions=("1/haibo",))]


async def test_a_short_message_has_the_menu_that_it_had() -> None:
    app = filled(text="short").app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = await press(pilot, "up", "enter")
        assert "Enter or A  answer it" in text and "read it all" not in text and "fold it" not in text
        await press(pilot, "r", "f")
        assert isinstance(app.screen, LineMenu)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)], ids=str)
async def test_the_menu_of_a_long_message_has_all_its_keys_on_the_screen(size: tuple[int, int]) -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text=PASTE))
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = await press(pilot, "ctrl+up", "enter")
        for words in ("read it all", "answer it", "T  take it back", "U  unread from here", "Esc  nothing"):
            assert words in text
