"""Find what was said, thought or said as oneself and waits for a paused world to go on."""

from typing import Final, NamedTuple

from goodpath_client.store import Store
from goodpath_core.play.event import Command
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.safety import SpeakAside

NOTHING_WAITS: Final = "Nothing you have said here waits to be sent."


class HeldLine(NamedTuple):
    """One line that waits."""

    request: str
    """Its id in the outbox."""
    command: SayAloud | Think | SpeakAside
    """What it asks for."""


def held_lines(store: Store) -> list[HeldLine]:
    """Those of the persona that is played, the oldest first."""
    found: list[HeldLine] = []
    nothing: tuple[Command | None, str] = (None, "")
    for request in store.link.held:
        command, persona = store.asked.get(request, nothing)
        if persona == store.me and isinstance(command, SayAloud | Think | SpeakAside):
            found.append(HeldLine(request, command))
    return found
