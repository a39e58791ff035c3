"""A picture that cannot be shown leaves its words, on every screen, and stops nobody."""

from collections.abc import Awaitable, Callable
from io import BytesIO

import pytest
from goodpath.library import Loaded
from PIL import Image
from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage, seen, settle
from client.shipped import shipped
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost


def png(wide: int, high: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (wide, high), "red").save(file, "PNG")
    return file.getvalue()


SPOILT = {
    "too wide": png(5_000, 700),
    "cut off": png(48, 36)[:-30],
}


def stage_with(picture: bytes, scenario: str, phases: int) -> Stage:
    """Yuting and her page, in a class whose pictures are all like this one."""
    loaded = shipped(scenario)
    stage = Stage(Loaded(loaded.scenario, dict.fromkeys(loaded.pictures, picture)))
    stage.start()
    stage.now_ms += 60_000
    if scenario == "ten-pictures":
        stage.do(ArrangeAlbum(name="My pictures", cards=("red-car", "snow-city")))
        stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps", cards=("night-market",)))
    for _ in range(phases):
        stage.do(NextPhase(), TEACHER)
    return stage


async def choose_pictures(pilot: Pilot[int]) -> None:
    await pilot.press("alt+c")


async def look_at_one_large(pilot: Pilot[int]) -> None:
    await pilot.press("alt+c")
    await settle(pilot)
    await pilot.press("o")


async def write_a_post(pilot: Pilot[int]) -> None:
    await pilot.press("f2", "tab")


async def read_the_feed(pilot: Pilot[int]) -> None:
    await pilot.press("f5")


async def look_at_the_own_page(pilot: Pilot[int]) -> None:
    pilot.app.push_screen(PageViewScreen("1/yuting"))


async def look_around(pilot: Pilot[int]) -> None:
    """The room is where the evening begins."""


PLACES = [
    (choose_pictures, "ten-pictures", 0, "A low red sports car"),
    (look_at_one_large, "ten-pictures", 0, "A low red sports car"),
    (write_a_post, "ten-pictures", 0, "A white palace lit gold"),
    (read_the_feed, "ten-pictures", 1, "Strings of bare bulbs"),
    (look_at_the_own_page, "ten-pictures", 1, "Red sports car at the sea"),
    (look_around, "apple-phone", 0, "Half of a nine-square-metre"),
    (look_around, "ten-pictures", 4, "Half of a nine-square-metre"),
]


@pytest.mark.row
@pytest.mark.parametrize("picture", SPOILT.values(), ids=SPOILT.keys())
@pytest.mark.parametrize(
    ("go", "scenario", "phases", "words"),
    PLACES,
    ids=[f"{go.__name__} {phases}" for go, _, phases, _ in PLACES],
)
async def test_what_cannot_be_shown_is_named_beside_its_words(
    go: Callable[[Pilot[int]], Awaitable[None]], scenario: str, phases: int, words: str, picture: bytes
) -> None:
    app = stage_with(picture, scenario, phases).app()
    async with app.run_test(size=(110, 40)) as pilot:
        await settle(pilot)
        await go(pilot)
        await seen(pilot, "(no picture)")
        await seen(pilot, words)
