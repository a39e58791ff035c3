"""Order whom an NPC can speak to: first where it wrote last or the script lets it write, then the groups."""

from collections.abc import Iterator

from goodpath_client.store import Store
from goodpath_client.teacher.places import PERSONA, ROOM
from goodpath_core.play.event import cell_of, key_of, npc_voice
from goodpath_core.play.messages import ends_of
from goodpath_core.scenario.actions import Say, Whisper


def npc_first(store: Store, voice: str, targets: list[str]) -> list[str]:
    """The targets of an NPC's voice, such as `npc:lele`, in the order in which they are offered."""
    first = next(
        (one for one in (_written_last(store, voice), *_written_in_plan(store, voice)) if one in targets), ""
    )
    town = {ROOM + room.id for room in store.world.rooms.values() if room.kind == "town"}
    return sorted(targets, key=lambda one: (one != first, one.startswith(PERSONA), one in town))


def _written_last(store: Store, voice: str) -> str:
    """Where the newest line of a voice stands; empty for one that has written nothing."""
    lines = [
        (one.seq, room.id)
        for room in store.world.rooms.values()
        for one in room.messages
        if one.voice == voice
    ]
    if not lines:
        return ""
    _, room = max(lines)
    persons = [PERSONA + end for end in ends_of(room) if cell_of(end)]
    return persons[0] if persons else ROOM + room


def _written_in_plan(store: Store, voice: str) -> Iterator[str]:
    """Where the script lets a voice write, from the running phase on and then in those before."""
    plan, at = (store.view.plan if store.view else ()), max(0, store.world.phase.index)
    world = store.world
    for phase in (*plan[at:], *plan[:at]):
        for action in (action for inject in phase.injects for action in inject.actions):
            if isinstance(action, Say) and voice == npc_voice(action.by):
                yield from (ROOM + room for room in world.rooms if key_of(room) == action.group)
            if isinstance(action, Whisper) and voice == npc_voice(action.by):
                yield from (PERSONA + one for one in world.persons if key_of(one) == action.to)
