"""Say how a voice shows on a screen."""

from collections.abc import Mapping
from types import MappingProxyType

from goodpath_core.play.event import NPC, cell_of, key_of
from goodpath_core.play.state import World
from goodpath_core.scenario.view import View
from goodpath_core.text import clean_line

_FIXED: Mapping[str, str] = MappingProxyType(
    {"narrator": "narrator", "stranger": "a stranger", "teacher": "teacher", "": "somebody"}
)


def name_voice(world: World, view: View | None, voice: str) -> str:
    """How a voice shows: page nickname, else the persona's name, an NPC's name, or the label itself."""
    if voice in _FIXED:
        return _FIXED[voice]
    page = world.pages.get(voice)
    nickname = page.face.nickname if page else ""
    return clean_line(nickname or _known_name(view, voice) or voice)


def name_person(view: View | None, persona: str) -> str:
    """The pinyin name of a persona, whatever its page says; empty if it is not known."""
    cast = view.cast if view else ()
    return clean_line(next((one.name.pinyin for one in cast if one.key == key_of(persona)), ""))


def name_and_person(world: World, view: View | None, persona: str) -> str:
    """How a persona's page is called, and whose it is where that is another name: `Wave (Long Haibo)`."""
    name, real = name_voice(world, view, persona), name_person(view, persona)
    return name if name == real else f"{name} ({real})"


def characters_of(view: View | None, persona: str) -> str:
    """The name of a persona in characters; empty if it is not known or has none."""
    cast = view.cast if view else ()
    return clean_line(next((one.name.characters for one in cast if one.key == key_of(persona)), ""))


def name_in_full(view: View | None, persona: str) -> str:
    """A persona's name as `Pan Yuting 潘雨婷`; empty if it is not known."""
    return " ".join(filter(None, (name_person(view, persona), characters_of(view, persona))))


def ink_of(view: View | None, voice: str) -> int:
    """Which ink the name of a persona has, the same for all: its place in the cast from 1; 0 for nobody's."""
    cast = view.cast if view and voice else ()
    return next((at for at, one in enumerate(cast, start=1) if one.key == key_of(voice)), 0)


def in_cell(world: World, identity: str) -> str:
    """`, cell 2` for a persona or room of cell 2, where there are several cells; else empty."""
    several = len({cell_of(one) for one in world.persons}) > 1
    return f", cell {cell_of(identity)}" if several and cell_of(identity) else ""


def _known_name(view: View | None, voice: str) -> str:
    if not voice.startswith(NPC):
        return name_person(view, voice)
    npcs = view.npcs if view else ()
    return next((npc.name for npc in npcs if npc.key == voice.removeprefix(NPC)), "")
