"""Find the style of a role in a list of rows: in the colours of the theme, in an ink, or in a skin."""

from typing import Final

from rich.style import Style
from textual.widget import Widget

from goodpath_client.themes import wears_skins
from goodpath_client.widgets.inks import INK, inked
from goodpath_client.widgets.worn import worn

PREFIX: Final = "row-view--"
"""How the component classes of a list begin; a role follows."""


def style_in(rows: Widget, role: str, skin: str) -> Style:
    """The style of a role in this list; `skin` is empty where it has the colours of the theme."""
    ink = role.removeprefix(INK) if role.startswith(INK) else ""
    base = rows.get_component_rich_style(f"{PREFIX}{'speaker' if ink else role}")
    if skin and wears_skins(rows.app.theme):
        return worn(role, base, skin)
    if not ink:
        return base
    return inked(int(ink), base, (base, rows.get_component_rich_style(f"{PREFIX}cursor")))
