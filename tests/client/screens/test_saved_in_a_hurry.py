"""The key that sends comes after the signs that were typed just before it, however fast both came."""

from client.little_server import until
from client.screens.stage import TEACHER, Stage, press_at_once, seen, settle
from goodpath_core.play.control import NextPhase
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    return stage


async def test_a_post_has_all_that_was_typed_and_its_audience() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        press_at_once(app, *"neon", "f3", "f2")
        await until(lambda: stage.link.commands)
    assert stage.link.commands == [PublishPost(text="neon", visible_to="me")]


async def test_a_page_has_all_that_was_typed_and_its_next_face() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        press_at_once(app, *"rain", "f5", "f2")
        await until(lambda: stage.link.commands)
    (edited,) = stage.link.commands
    assert isinstance(edited, EditPage)
    assert (edited.nickname or "").endswith("rain") and edited.face


async def test_sentences_of_stepping_out_are_kept_whole() -> None:
    stage = playing()
    for _ in range(4):
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 60)) as pilot:
        await seen(pilot, "Stepping out")
        await pilot.press("tab")
        await settle(pilot)
        press_at_once(app, *"the", "f2")
        await until(lambda: stage.link.commands)
    (kept,) = stage.link.commands
    assert isinstance(kept, Reflect) and kept.answers[0] == "the"
