"""Say whether whoever plays a persona is there, as far as that is known."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.store import Store

_THERE: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({"lobby": ("not here", "here")})
"""Stage -> words for somebody without and with a connection: before play nobody has gone away yet."""
_LATER: Final = ("away", "here")
_NOT_TOLD: Final = "played"
"""Of somebody who is played, for the moment until the server has told who is connected."""


def presence(store: Store, persona: str) -> str:
    """Whether somebody plays a persona, and is connected."""
    person = store.world.persons.get(persona)
    if persona not in store.here and not (person and person.played):
        return "not played"
    if not store.is_here_told:
        return _NOT_TOLD
    return _THERE.get(store.world.session.stage, _LATER)[persona in store.here]
