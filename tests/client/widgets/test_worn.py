"""A page wears the skin of its owner down to its last row, and all of it can be read."""

import pytest
from rich.style import Style

from goodpath_client.contrast import READABLE, contrast
from goodpath_client.widgets.worn import wear, worn
from goodpath_core.looks import LOOKS


@pytest.mark.parametrize("skin", [*LOOKS, "of a scenario"])
def test_every_text_of_every_skin_can_be_read_on_its_ground_and_under_the_cursor(skin: str) -> None:
    colours = wear(skin)
    texts = (colours.words, colours.quiet, colours.accent)
    assert min(contrast(text, on) for text in texts for on in (colours.ground, colours.chosen)) >= READABLE


@pytest.mark.parametrize("skin", LOOKS)
def test_the_chosen_row_differs_from_the_others(skin: str) -> None:
    assert contrast(wear(skin).ground, wear(skin).chosen) >= 1.1


def test_names_have_the_accent_and_stay_bold() -> None:
    style = worn("ink3", Style(color="#0b5394", bgcolor="#ffffff", bold=True), "neon")
    assert style == Style(color="#ff7ad9", bgcolor="#14041f", bold=True)


def test_words_have_the_ink_of_the_skin_and_small_words_stand_back() -> None:
    assert worn("text", Style(), "neon") == Style(color="#ffe6ff", bgcolor="#14041f")
    assert worn("detail", Style(italic=True), "neon") == Style(
        color=wear("neon").quiet, bgcolor="#14041f", italic=True
    )
    assert worn("cursor", Style(), "neon").bgcolor == Style(bgcolor=wear("neon").chosen).bgcolor
