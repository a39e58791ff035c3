"""Dress the phone in the skin of the own page: its top line, the frame of the page, all headings."""

from textual.color import Color
from textual.screen import Screen

from goodpath_client.contrast import stand_out
from goodpath_client.themes import wears_skins
from goodpath_core.looks import PLAIN, dress


class PhoneSkin:
    """What the phone wears."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._worn: tuple[str, str] | None = None
        """Skin and theme in which the phone is dressed; None for none yet."""

    def wear(self, key: str) -> None:
        """Wear the skin of that key, in the theme of the moment."""
        theme, colours = self._screen.app.theme, self._screen.app.theme_variables
        if (key, theme) == self._worn:
            return  # each style that is set draws its widget anew, also where it is the same
        self._worn = (key, theme)
        look, top = dress(key), self._screen.query_one("#top").styles
        top.background, top.color = Color.parse(look.background), Color.parse(look.accent)
        worn = key != PLAIN and wears_skins(theme)
        grounds = (colours["background"], colours["surface"])
        accent = Color.parse(stand_out(look.accent if worn else colours["primary"], grounds))
        for part in self._screen.query("#side, #lines, #right"):
            part.styles.border_title_color = accent
        self._screen.query_one("#right").styles.border = ("round", accent)
