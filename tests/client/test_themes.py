"""Every text of every theme can be read on every ground, and so can a page in every skin."""

import pytest
from textual.color import Color
from textual.theme import Theme

from client.screens.stage import Stage
from client.teacher.classroom import Classroom
from goodpath_client.contrast import READABLE, contrast, stand_out
from goodpath_client.teacher.seat_colours import STATE_COLOURS, colour_state
from goodpath_client.themes import BLUE, CONTRAST, DARK, MONOCHROME, THEMES, next_theme
from goodpath_core.looks import LOOKS, Look

TEXT_COLOURS = (
    "foreground",
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "text-muted",
)
"""Colours that text may have."""
GROUNDS = ("background", "surface", "panel")
"""Colours that text may stand on."""


def test_after_the_last_theme_comes_the_first_and_after_a_foreign_one_too() -> None:
    names = [theme.name for theme in THEMES]
    assert [next_theme(name) for name in names] == [*names[1:], names[0]]
    assert next_theme("textual-dark") == names[0]


async def test_a_key_goes_to_the_next_colours_at_a_student_s_and_at_the_teacher_s_terminal() -> None:
    student = Stage().app()
    async with student.run_test() as pilot:
        before = student.theme
        await pilot.press("alt+t")
        assert student.theme == next_theme(before)
    async with Classroom() as room, room.console(80, 24) as (teacher, pilot):
        before = teacher.theme
        await pilot.press("alt+t")
        assert teacher.theme == next_theme(before)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_there_are_four_themes_and_the_blue_of_2013_is_the_default() -> None:
    assert [theme.name for theme in THEMES] == [BLUE, DARK, CONTRAST, MONOCHROME]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", [*GROUNDS, "screen-selection-background"])
def test_every_text_of_a_theme_stands_out(theme: Theme, ground: str) -> None:
    colours = theme.to_color_system().generate()
    texts = ("foreground",) if ground.startswith("screen") else TEXT_COLOURS
    weak = {text: contrast(colours[text], colours[ground]) for text in texts}
    assert {text: ratio for text, ratio in weak.items() if ratio < 4.5} == {}


ROOM = "#161616"
"""The ground of the room, the same in every theme."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["surface", "panel"])
def test_the_phone_is_bright_or_coloured_where_the_room_is_grey(theme: Theme, ground: str) -> None:
    colour = Color.parse(theme.to_color_system().generate()[ground])
    is_coloured = max(colour.rgb) - min(colour.rgb) >= 48
    assert is_coloured or contrast(colour.hex, ROOM) >= 10


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_reversed_bars_stand_out(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    assert contrast(colours["background"], colours["accent"]) >= 4.5
    assert contrast(colours["background"], colours["primary"]) >= 4.5
    assert contrast(colours["block-cursor-foreground"], colours["block-cursor-background"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("state", ["STOP", "here", "gone", "quiet", "briefing"])
def test_every_state_of_a_seat_can_be_read_on_its_filled_ground(theme: Theme, state: str) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    ink, ground = colour_state(state).removeprefix("bold ").replace("$", "").split(" on ")
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_no_two_states_of_a_seat_look_alike(theme: Theme) -> None:
    colours = {**theme.to_color_system().generate(), **theme.variables}
    looks = [(style[:4] == "bold", colours[style.rpartition("$")[2]]) for style in STATE_COLOURS.values()]
    assert len(set(looks)) == len(STATE_COLOURS)


def test_the_high_contrast_theme_reaches_seven() -> None:
    colours = next(theme for theme in THEMES if theme.name == CONTRAST).to_color_system().generate()
    assert min(contrast(colours[text], colours[ground]) for text in TEXT_COLOURS for ground in GROUNDS) >= 7


def test_the_monochrome_theme_has_only_greys() -> None:
    colours = next(theme for theme in THEMES if theme.name == MONOCHROME).to_color_system().generate()
    for name in (*TEXT_COLOURS, *GROUNDS):
        red, green, blue = colours[name][1:3], colours[name][3:5], colours[name][5:7]
        assert red == green == blue


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_a_page_can_be_read_in_every_skin(look: Look) -> None:
    assert contrast(look.foreground, look.background) >= 4.5
    assert contrast(look.accent, look.background) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_the_accent_of_every_skin_can_be_made_to_stand_out_in_every_theme(look: Look, theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    grounds = (colours["background"], colours["surface"])
    accent = stand_out(look.accent, grounds)
    assert min(contrast(accent, ground) for ground in grounds) >= READABLE


def test_a_colour_that_stands_out_stays_as_it_is_and_another_moves_no_further_than_it_must() -> None:
    assert stand_out("#0b5394", ("#ffffff",)) == "#0b5394"
    assert 4.5 <= contrast(stand_out("#ff7ad9", ("#ffffff",)), "#ffffff") < 5.5
    assert stand_out("#808080", ("#ffffff", "#000000")) in ("#000000", "#ffffff")
