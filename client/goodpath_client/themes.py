"""Give the whole client its colours: the chat blue of 2013, dark, high contrast, and no colour at all.

Every text colour reaches a contrast of 4.5 on every ground it may stand on. The colours that Textual would
blend (`text-muted` and its like) are fixed here, since a blend can fall below that. `NO_COLOR` is honoured by
Textual itself.
"""

from typing import Final

from textual.theme import Theme

BLUE: Final = "goodpath-blue"
DARK: Final = "goodpath-dark"
CONTRAST: Final = "goodpath-contrast"
MONOCHROME: Final = "goodpath-monochrome"


def _fixed(foreground: str, muted: str, ground: str, chosen: str) -> dict[str, str]:
    """Return the colours that Textual would otherwise blend."""
    return {
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
        variables=_fixed("#10243a", "#44566a", "#ffffff", "#bcd9f5"),
    ),
    Theme(
        name=DARK,
        dark=True,
        primary="#7cb8f0",
        secondary="#8fd694",
        accent="#ffb86b",
        warning="#f2cc60",
        error="#ff9a8f",
        success="#8fd694",
        foreground="#e6edf3",
        background="#10161d",
        surface="#18212b",
        panel="#223040",
        variables=_fixed("#e6edf3", "#a9b7c6", "#10161d", "#2f4a66"),
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
        surface="#000000",
        panel="#1c1c1c",
        variables=_fixed("#ffffff", "#e0e0e0", "#000000", "#003f8a"),
    ),
    Theme(
        name=MONOCHROME,
        dark=True,
        primary="#ffffff",
        secondary="#dddddd",
        accent="#ffffff",
        warning="#ffffff",
        error="#ffffff",
        success="#dddddd",
        foreground="#eeeeee",
        background="#000000",
        surface="#101010",
        panel="#2a2a2a",
        variables=_fixed("#eeeeee", "#bbbbbb", "#000000", "#444444"),
    ),
)
"""All themes of the client, the default first."""


def next_theme(name: str) -> str:
    """The name of the theme after this one: the first after the last, and after one that is not ours."""
    names = [theme.name for theme in THEMES]
    at = names.index(name) if name in names else -1
    return names[(at + 1) % len(names)]
