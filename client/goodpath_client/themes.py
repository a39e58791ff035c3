"""Give the whole client its colours: the chat blue of 2013, dark, high contrast, and no colour at all.

Every text colour reaches a contrast of 4.5 on every ground it may stand on. The colours that Textual would
blend (`text-muted` and its like) are fixed here, since a blend can fall below that. The phone is bright or
coloured in each, since the room is dark grey in all: the two are never taken for one another. `NO_COLOR` is
honoured by Textual itself.
"""

from typing import Any, Final

from textual.app import App
from textual.theme import Theme

BLUE: Final = "goodpath-blue"
DARK: Final = "goodpath-dark"
CONTRAST: Final = "goodpath-contrast"
MONOCHROME: Final = "goodpath-monochrome"


def _fixed(foreground: str, muted: str, ground: str, chosen: str, quiet: tuple[str, str]) -> dict[str, str]:
    """Return the colours that Textual would otherwise blend, and ground and ink of a quiet seat."""
    return {
        "quiet": quiet[0],
        "quiet-ink": quiet[1],
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "text-muted": muted,
        "text-disabled": muted,
        "block-cursor-foreground": ground,
        "block-cursor-background": foreground,
        "block-cursor-blurred-foreground": foreground,
        "block-cursor-blurred-background": chosen,
        "input-cursor-foreground": ground,
        "input-cursor-background": foreground,
        "input-selection-background": chosen,
        "input-selection-foreground": foreground,
        "screen-selection-background": chosen,
        "screen-selection-foreground": foreground,
        "footer-foreground": foreground,
        "footer-description-foreground": foreground,
        "border-blurred": muted,
    }


THEMES: Final = (
    Theme(
        name=BLUE,
        dark=False,
        primary="#0b5394",
        secondary="#1f6626",
        accent="#9a3b00",
        warning="#7a4b00",
        error="#a61b1b",
        success="#1b6330",
        foreground="#10243a",
        background="#ffffff",
        surface="#eef5fc",
        panel="#dcebf9",
        variables=_fixed("#10243a", "#44566a", "#ffffff", "#bcd9f5", ("#ffd24a", "#10243a")),
    ),
    Theme(
        name=DARK,
        dark=True,
        primary="#86ccff",
        secondary="#8fe39a",
        accent="#ffb86b",
        warning="#f2cc60",
        error="#ffa399",
        success="#8fe39a",
        foreground="#eaf1ff",
        background="#0a1338",
        surface="#132058",
        panel="#1d2f78",
        variables=_fixed("#eaf1ff", "#aebce6", "#0a1338", "#2b468f", ("#f2cc60", "#0a1338")),
    ),
    Theme(
        name=CONTRAST,
        dark=True,
        primary="#7fd4ff",
        secondary="#a0ff9a",
        accent="#ffe14d",
        warning="#ffe14d",
        error="#ffb3ad",
        success="#a0ff9a",
        foreground="#ffffff",
        background="#000000",
        surface="#000c3d",
        panel="#001263",
        variables=_fixed("#ffffff", "#e0e0e0", "#000000", "#003f8a", ("#ffe14d", "#000000")),
    ),
    Theme(
        name=MONOCHROME,
        dark=False,
        primary="#000000",
        secondary="#2a2a2a",
        accent="#000000",
        warning="#000000",
        error="#000000",
        success="#2a2a2a",
        foreground="#111111",
        background="#ffffff",
        surface="#f2f2f2",
        panel="#dedede",
        variables=_fixed("#111111", "#4a4a4a", "#ffffff", "#c4c4c4", ("#c4c4c4", "#111111")),
    ),
)
"""All themes of the client, the default first."""


def begin_with(app: App[Any], theme: str) -> None:
    """Let an app know all themes, and show it in one of them."""
    for one in THEMES:
        app.register_theme(one)
    app.theme = theme


def next_theme(name: str) -> str:
    """The name of the theme after this one: the first after the last, and after one that is not ours."""
    names = [theme.name for theme in THEMES]
    at = names.index(name) if name in names else -1
    return names[(at + 1) % len(names)]


def change_theme(app: App[Any]) -> None:
    """Go to the next colours."""
    app.theme = next_theme(app.theme)


def wears_skins(theme: str) -> bool:
    """Whether pages have the colours of their owners under this theme; contrast is chosen to be read by."""
    return theme not in (CONTRAST, MONOCHROME)
