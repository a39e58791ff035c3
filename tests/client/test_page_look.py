"""How a page looks is said in the cells there are: whole, cut behind a word, or not at all."""

import pytest

from goodpath_client.page_look import Look
from goodpath_client.widgets.wrapping import width

WAVE = Look("(^_^)", "Half of this town is rain")


@pytest.mark.parametrize(
    ("look", "cells", "told"),
    [
        (WAVE, 40, '(^_^) "Half of this town is rain"'),
        (WAVE, 33, '(^_^) "Half of this town is rain"'),
        (WAVE, 32, '(^_^) "Half of this town is.."'),
        (WAVE, 17, '(^_^) "Half of.."'),
        (WAVE, 15, "(^_^)"),
        (WAVE, 4, ""),
        (Look("", "Rain"), 6, '"Rain"'),
        (Look("", "Rain"), 5, ""),
        (Look("", "孤独的浪，孤独的海"), 14, '"孤独的浪，.."'),
        (Look("(^_^)", ""), 9, "(^_^)"),
        (Look(), 9, ""),
        (Look(), -3, ""),
    ],
    ids=str,
)
def test_what_fits_is_said_and_marks_are_never_cut(look: Look, cells: int, told: str) -> None:
    assert look.fit(cells) == told
    assert width(told) <= max(0, cells)
