"""What stands on a screen can be read: its colours are told apart in every theme."""

from collections.abc import Callable

import pytest
from rich.style import Style

from client.little_server import until
from client.screens.stage import Stage, settle
from goodpath_client.app import StudentApp
from goodpath_client.contrast import contrast
from goodpath_client.themes import THEMES
from goodpath_core.play.places import PutPhoneDown

LEAST = 4.5
"""The contrast of WCAG 2 that a text has at least."""
THEME_NAMES = [theme.name for theme in THEMES]


def faint_words(app: StudentApp) -> list[tuple[str, float]]:
    """Every run of words on the screen with too low a contrast; frames and pictures are no words."""
    found = []
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is not None and any(33 <= ord(sign) < 0x2500 for sign in text):
                measured = contrast(*inks(style))
                found += [(text.strip(), round(measured, 2))] if measured < LEAST else []
    return found


def inks(style: Style) -> tuple[str, str]:
    """The colours of a text and of its ground."""
    assert style.color and style.color.triplet and style.bgcolor and style.bgcolor.triplet
    return style.color.triplet.hex, style.bgcolor.triplet.hex


def newcomer() -> Stage:
    return Stage("ten-pictures", "")


def talker() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    return stage


def in_the_room() -> Stage:
    stage = talker()
    stage.do(PutPhoneDown())
    return stage


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_the_box_to_tick_and_the_button_can_be_seen_before_and_after(theme: str) -> None:
    app = newcomer().app(theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert faint_words(app) == []
        await pilot.press("end", "f9")
        await settle(pilot)
        await until(lambda: not app.screen.query_one("#tick").disabled)
        await pilot.press("space")
        await settle(pilot)
        assert faint_words(app) == []


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("make", [newcomer, talker, in_the_room])
async def test_what_is_told_in_passing_can_be_read(make: Callable[[], Stage], theme: str) -> None:
    app = make().app(theme=theme)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for severe in (False, True):
            app.say("Chat is closed in this phase.", severe=severe, beside=severe)
        await until(lambda: len(app.screen.query("Toast")) == 2)
        await settle(pilot)
        assert faint_words(app) == []


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_what_is_told_in_passing_on_the_phone_stands_out_from_what_it_covers(theme: str) -> None:
    app = talker().app(theme=theme)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for severe in (False, True):
            app.say("Chat is closed in this phase.", severe=severe)
            await until(lambda: app.screen.query("Toast"))
            await settle(pilot)
            grounds = [one.styles.background.hex for one in (app.screen.query_one("Toast"), app.screen)]
            assert contrast(*grounds) >= LEAST
