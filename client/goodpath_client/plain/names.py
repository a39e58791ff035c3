"""Find the persona that a typed name means."""

from collections.abc import Callable
from typing import Final

from goodpath_client.mentions import part_keys
from goodpath_client.names import characters_of, name_person
from goodpath_client.plain.numbers import Incomplete
from goodpath_client.store import Store
from goodpath_core.play.event import cell_of
from goodpath_core.play.state import Person
from goodpath_core.text import name_key

_NOBODY: Final = "There is nobody to choose from now; ask your teacher."
Offered = Callable[[Person], bool]
"""Whether a persona may be chosen."""


def persona_named(store: Store, name: str, offered: Offered = lambda person: True) -> str:
    """Id of the persona of the own cell that a typed name means; else Incomplete names those `offered`."""
    wanted = name_key(name.removeprefix("@").replace("_", " "))
    cell = [one for one in store.world.persons if cell_of(one) == store.cell]
    exact = [one for one in cell if wanted and wanted in _keys(store, one)]
    begins = [one for one in cell if wanted and any(key.startswith(wanted) for key in _keys(store, one))]
    found = exact or begins
    if len(found) != 1:
        likely = found or [one for one in cell if offered(store.world.persons[one])]
        names = ", ".join(name_person(store.view, one) for one in likely)
        raise Incomplete(f"Type one of these names: {names}." if likely else _NOBODY)
    return found[0]


def _keys(store: Store, persona: str) -> list[str]:
    whole = (store.name(persona), name_person(store.view, persona), characters_of(store.view, persona))
    return [*map(name_key, filter(None, whole)), *part_keys(store, persona)]
