"""Name the parts of a persona's sheet, of which a scenario writes in the third person."""

from typing import Final

from goodpath_core.scenario.cast import Persona

WISHES: Final = "Wishes for today"
QUIET: Final = "Kept quiet (an offer, not a duty to reveal)"


def dream_of(persona: Persona) -> str:
    """Such as `The dream of Zhou Ming`."""
    return f"The dream of {persona.name.pinyin}"
