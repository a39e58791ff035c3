"""Everybody in a chat has an ink of their own, and every name can be read."""

import pytest
from rich.style import Style
from textual.theme import Theme

from goodpath_client.contrast import READABLE, contrast
from goodpath_client.themes import MONOCHROME, THEMES
from goodpath_client.widgets.inks import INKS, LIGHT_INKS, inked

COLOURED = [theme for theme in THEMES if theme.name != MONOCHROME]


def styles(theme: Theme) -> tuple[Style, Style]:
    """A name on the ground of the list, and under the cursor."""
    colours = theme.to_color_system().generate()
    name = Style(color=colours["primary"], bgcolor=colours["background"], bold=True)
    return name, Style(bgcolor=colours["panel"])


def ink(theme: Theme, number: int) -> str:
    base, cursor = styles(theme)
    colour = inked(number, base, (base, cursor)).color
    assert colour is not None and colour.triplet is not None
    return colour.triplet.hex


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_both_grounds(theme: Theme) -> None:
    colours = theme.to_color_system().generate()
    inks = [ink(theme, number) for number in range(1, len(INKS) + 1)]
    assert min(contrast(one, colours[on]) for one in inks for on in ("background", "panel")) >= READABLE


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_eight_speakers_have_eight_inks_and_none_that_of_the_own_name(theme: Theme) -> None:
    inks = {ink(theme, number) for number in range(1, 9)}
    assert len(inks) == 8 == len(INKS) == len(LIGHT_INKS)
    assert theme.secondary not in inks


def test_the_ninth_speaker_has_the_ink_of_the_first() -> None:
    assert ink(THEMES[0], 9) == ink(THEMES[0], 1)


def test_where_there_are_no_colours_there_are_no_inks() -> None:
    base, cursor = styles(next(theme for theme in THEMES if theme.name == MONOCHROME))
    assert inked(1, base, (base, cursor)) == base
    assert inked(1, Style(bold=True), ()) == Style(bold=True)
