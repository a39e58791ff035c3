"""A class in which some personas are played by nobody: whoever writes to them, and is with them, is told."""

import pytest

from client.little_server import until
from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, seen, settle, told, write
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import NextPhase
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing
from goodpath_core.play.seats import Observe, TakePersona
from goodpath_core.play.visits import VisitPage

NOBODY = "Nobody plays Zhou Ming at the moment: what you write there is stored, but no one answers."


def playing(phases: int = 0) -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.do(TakePersona(persona="1/chunmei"), stage.student(2))
    stage.start()
    for _ in range(phases):
        stage.do(NextPhase(), TEACHER)
    return stage


async def test_who_writes_to_somebody_nobody_plays_is_told_at_once() -> None:
    app = playing().app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "/private", "space")
        await write(pilot, "zhou", "enter")
        await settle(pilot)
        assert told(app) == [NOBODY]
        app.clear_notifications()
        await write(pilot, "hello", "enter")
        await settle(pilot)
        assert told(app) == [NOBODY]
        app.clear_notifications()
        await write(pilot, "/private", "space")
        await write(pilot, "chunmei", "enter")
        await write(pilot, "mum?", "enter")
        await settle(pilot)
        assert told(app) == []


async def test_in_the_room_are_only_the_played_and_they_have_their_real_names() -> None:
    stage = playing()
    stage.play_persona("chunmei", EditPage(nickname="夏天的雨"))
    stage.play_persona("chunmei", PutPhoneDown())
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        text = screen_text(app)
    assert "In this room: Wei Chunmei." in text and "heard by Wei Chunmei, " in text
    assert "夏天的雨" not in text and "Guoqiang" not in text
    assert "plug in" not in text and "ocket" not in text


async def test_only_what_the_narrator_told_last_in_this_phase_calls() -> None:
    stage = playing()
    stage.do(SpeakAsNarrator(text="One minute more."), TEACHER)
    for _ in range(2):
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert "One minute more." not in screen_text(app)
        for words in ("Hush.", "A dog."):
            stage.do(SpeakAsNarrator(text=words), TEACHER)
        await settle(pilot)
        assert [_is_bold(app, words) for words in ("Hush.", "A dog.")] == [False, True]


def _is_bold(app: object, words: str) -> bool:
    strips = app.screen._compositor.render_strips()  # type: ignore[attr-defined]
    found = [segment for strip in strips for segment in strip if words in segment.text]
    assert len(found) == 1
    return bool(found[0].style and found[0].style.bold)


async def test_whoever_watches_sits_in_the_dark_while_all_phones_are_down() -> None:
    stage = Stage("ten-pictures", "")
    stage.do(Observe())
    stage.start()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "Qzone")
        await pilot.press("f5")
        await seen(pilot, "what everybody posted")
        stage.do(NextPhase(), TEACHER)
        await seen(pilot, "All phones are down.")
        text = screen_text(app)
        assert "Lights · 40 s left" in text and "Qzone" not in text
        stage.do(NextPhase(), TEACHER)
        await seen(pilot, "Qzone")


async def test_the_own_name_opens_the_own_page_and_a_number_tells_that_somebody_came() -> None:
    stage = playing()
    stage.do(EditPage(nickname="Rain"))
    stage.do(NextPhase(), TEACHER)
    stage.play_persona("chunmei", VisitPage(page="1/yuting"))
    stage.play_persona("chunmei", LikeThing(page="1/yuting", thing="page"))
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert _entry(app) == ["My page", "2"]
        for name in ("@rain", "Pan Yuting"):
            await write(pilot, "/visit ", *name, "enter")
            await settle(pilot)
            assert isinstance(app.screen, PageViewScreen) and app.screen.owner == "1/yuting"
            assert "looked at your page" in screen_text(app)
            await pilot.press("escape")
            await settle(pilot)
        assert _entry(app) == ["My page", ""]
        assert told(app) == []
    assert stage.link.commands == []


def _entry(app: object) -> list[str]:
    (line,) = [line for line in screen_text(app).splitlines() if "My page" in line]  # type: ignore[arg-type]
    return ["My page", line[: line.index("│", 2)].partition("My page")[2].strip()]


async def test_a_post_with_its_words_is_posted() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "/post new moon", "enter")
        await settle(pilot)
    assert stage.link.commands == [PublishPost(text="new moon")]


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_key_before_its_time_in_the_briefing_says_what_is_still_to_do(key: str) -> None:
    app = Stage("ten-pictures", "").app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert told(app)[0].startswith("First read to the end")
        await pilot.press("end")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert told(app)[0].startswith("First try the stop key, F9")


async def test_enter_before_the_tick_says_that_it_is_missing() -> None:
    app = Stage("ten-pictures", "").app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("end", "f9")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert told(app) == ["First tick the box: Space."]


async def test_the_box_of_the_briefing_is_ticked_and_left_in_one_burst() -> None:
    stage = Stage("ten-pictures", "")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("end", "f9")
        await settle(pilot)
        press_at_once(app, "space", "enter")
        await until(lambda: stage.link.commands == [ReadBriefing()])
