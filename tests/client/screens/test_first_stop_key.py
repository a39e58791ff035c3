"""The stop key before there is a briefing to try it in: it says what is so, and nothing that is not."""

from client.little_server import until
from client.screens.stage import Stage, screen_text, told
from goodpath_client.app import StudentApp
from goodpath_client.briefing_words import TRIED
from goodpath_client.joined import Joined
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.store import Store
from goodpath_core.play.safety import SignalStop


async def test_a_stop_key_pressed_before_the_briefing_is_there_frightens_nobody_who_reads_it() -> None:
    stage, store = Stage("ten-pictures", ""), Store()
    app = StudentApp(Joined(stage.link, store), now=lambda: stage.now_ms)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("pagedown", "f9")
        await until(lambda: told(app))
        assert "You have not joined yet" in told(app)[0]
        stage.store, stage.seat = store, 0
        stage.join()
        await until(lambda: isinstance(app.screen, BriefingScreen) and app.screen.is_whole)
        assert told(app) == []
        await pilot.press("end")
        await until(lambda: "2 of 3" in screen_text(app))
        await pilot.press("f9")
        await until(lambda: "3 of 3" in screen_text(app))
        assert told(app) == [TRIED]
    assert stage.link.commands == []


async def test_a_stop_key_pressed_while_the_copy_comes_is_no_cry_for_help_either() -> None:
    stage, store = Stage("ten-pictures", ""), Store()
    assert stage.store.welcome is not None
    store.greet(stage.store.welcome, stage.now_ms)
    app = StudentApp(Joined(stage.link, store), now=lambda: stage.now_ms)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        await until(lambda: told(app))
        assert told(app) == ["Your briefing comes in a moment; the stop key is tried there first."]
        store.greet(stage.store.welcome.model_copy(update={"briefed": True}), stage.now_ms)
        await pilot.press("f9", "enter")
    assert stage.link.commands == [SignalStop()]


async def test_in_the_demo_nobody_is_sent_to_a_teacher_before_the_briefing() -> None:
    stage = Stage("ten-pictures", "")
    app = StudentApp(Joined(stage.link, Store()), now=lambda: stage.now_ms, ends_with_me=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        await until(lambda: told(app))
        assert "The demo has no teacher, so nobody was told." in told(app)[0]
