"""Words out of character look unlike those of a role: in another colour, and without colours by a sign."""

import pytest
from rich.style import Style

from client.screens.stage import Stage, screen_text, settle
from goodpath_client.app import StudentApp
from goodpath_client.contrast import READABLE, contrast
from goodpath_client.themes import MONOCHROME, THEMES
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.seats import TakePersona

ROOM = "1/page-makers"
COLOURED = [theme.name for theme in THEMES if theme.name != MONOCHROME]


def talking() -> Stage:
    """Somebody speaks as Haibo, and then as themselves."""
    stage = Stage("ten-pictures", "yuting")
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.start()
    stage.do(PostMessage(room=ROOM, text="said as Haibo"), stage.student(2))
    stage.do(SpeakAside(room=ROOM, text="said as myself"), stage.student(2))
    return stage


def style_of(app: StudentApp, words: str) -> Style:
    """How some words look on the screen."""
    found = (part for strip in app.screen._compositor.render_strips() for part in strip)
    return next(style for text, style, _ in found if words in text and style is not None)


def colours(style: Style) -> tuple[str, str]:
    assert style.color and style.color.triplet and style.bgcolor and style.bgcolor.triplet
    return style.color.triplet.hex, style.bgcolor.triplet.hex


@pytest.mark.parametrize("theme", COLOURED)
async def test_they_have_another_colour_that_can_be_read_also_under_the_cursor(theme: str) -> None:
    app = talking().app(theme=theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        role, own = (colours(style_of(app, f"said as {who}"))[0] for who in ("Haibo", "myself"))
        assert role != own
        assert contrast(*colours(style_of(app, "said as myself"))) >= READABLE
        await pilot.press("ctrl+up")
        await settle(pilot)
        assert colours(style_of(app, "said as myself"))[0] == own
        assert contrast(*colours(style_of(app, "said as myself"))) >= READABLE


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_without_colours_they_have_a_sign_a_seat_and_leaning_letters(theme: str) -> None:
    app = talking().app(theme=theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "% seat 2 (out of character)" in screen_text(app)
        assert [bool(style_of(app, f"said as {who}").italic) for who in ("Haibo", "myself")] == [False, True]
