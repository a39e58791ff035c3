"""The rows of a run sheet: wrapped to its width, with what every key is called."""

import textwrap
from collections.abc import Iterable

from goodpath_core.scenario.value import Scenario

_WIDTH = 96


def wrap(text: str, mark: str = "") -> list[str]:
    """The text in rows, the first behind a mark such as a hyphen, the others below its words."""
    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))


def end(text: str) -> str:
    """The text as a sentence that ends."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def list_names(scenario: Scenario) -> dict[str, str]:
    """What every key is called; that of a group stands behind a "#"."""
    return {
        **{key: persona.name.pinyin for key, persona in scenario.personas.items()},
        **{key: npc.name for key, npc in scenario.npcs.items()},
        **{f"#{key}": group.name for key, group in scenario.groups.items()},
    }


def join(keys: Iterable[str], names: dict[str, str]) -> str:
    """Names in one row; everybody where nobody is named."""
    return ", ".join(names[key] for key in keys) or "everybody"
