"""Say what comes next: the coming phase, and the injects that wait, with their time and in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from goodpath_client.names import in_cell, name_person
from goodpath_client.store import Store
from goodpath_core.play.clock import played_ms
from goodpath_core.play.script import cells_of, due_ms, fired_key
from goodpath_core.play.shortening import is_left_out
from goodpath_core.play.stand_in import meant, who_is_played
from goodpath_core.play.visits import visitor_words
from goodpath_core.scenario.durations import say_duration
from goodpath_core.scenario.phases import Inject
from goodpath_core.scenario.view import PhasePlan
from goodpath_core.text import clean_line

NAMED: Final = 4
"""So many injects are named one by one."""
EVERYBODY: Final = "everybody"


@dataclass(frozen=True, slots=True)
class Coming:
    """An inject that waits at the same moment in one cell or more."""

    inject: Inject
    """From the plan of the running phase."""
    cells: tuple[int, ...]
    """Numbers of the cells in which it waits, in order."""
    due_ms: int | None
    """Milliseconds of play in this phase; None while its trigger has not happened."""
    all_cells: bool
    """Whether these are all cells there are, so that none need be named."""

    @property
    def id(self) -> str:
        """Names the row."""
        return f"{self.inject.key}@{','.join(map(str, self.cells))}"


def coming(store: Store) -> list[Coming]:
    """What waits in this phase, the soonest first; cells that wait alike are one row."""
    phase = _phase(store, store.world.phase.index)
    if phase is None or store.world.session.stage != "playing":
        return []
    cells = cells_of(store.world)
    found: dict[tuple[str, int | None], list[int]] = {}
    by_key = {inject.key: inject for inject in phase.injects}
    for inject in phase.injects:
        for cell in cells:
            if fired_key(inject.key, cell) not in store.world.fired:
                found.setdefault((inject.key, due_ms(store.world, inject, cell)), []).append(cell)
    rows = [Coming(by_key[key], tuple(at), due, at == cells) for (key, due), at in found.items()]
    return sorted(rows, key=lambda row: (row.due_ms is None, row.due_ms or 0))


def when(store: Store, row: Coming, now_ms: int) -> str:
    """Such as `in 1:20`, or `first repost`; `too late` for what the end of the phase comes before."""
    if row.due_ms is None:
        trigger = row.inject.trigger
        return f"first {trigger.first}" if trigger else ""
    if not _in_time(store, row):
        return "too late"
    left = max(0, row.due_ms - played_ms(store.world.clock, store.shown_ms(now_ms))) // 1000
    return f"in {left // 60}:{left % 60:02d}"


def _in_time(store: Store, row: Coming) -> bool:
    return row.due_ms is not None and row.due_ms <= store.world.phase.seconds * 1000


def left_out_words(store: Store, seconds: int = 0) -> str:
    """Which injects have a time in this phase and never happen if it ends now, as a sentence; or nothing.

    `seconds` is how long the phase has been by its end, where its last LAST_S begin now; 0 where nothing more
    happens in it. What waits for a deed is not named: nobody can say whether it would have happened.
    """
    rows = [row for row in coming(store) if is_left_out(store.world, row.inject, row.cells[0], seconds)]
    names = [f"{row.inject.key}{' (put off)' * _is_put_off(store, row)}" for row in rows[:NAMED]]
    more = [f"{len(rows) - NAMED} more"] if len(rows) > NAMED else []
    return f"Left out then: {', '.join([*names, *more])}." if rows else ""


def _is_put_off(store: Store, row: Coming) -> bool:
    return any(fired_key(row.inject.key, cell) in store.world.delays for cell in row.cells)


def next_phase(store: Store) -> PhasePlan | None:
    """The phase after this one; None if the debrief comes then, or the plan is not here yet."""
    return _phase(store, store.world.phase.index + 1)


def next_words(store: Store) -> str:
    """What the next step of the session is, as words."""
    phase = next_phase(store)
    if store.world.session.stage in ("debrief", "ended") or store.view is None:
        return ""
    return f"{clean_line(phase.name)}, {say_duration(phase.seconds)}" if phase else "the debrief"


def phase_count(store: Store) -> str:
    """Such as `2/5`; empty outside the phases."""
    plan = store.view.plan if store.view else ()
    playing = store.world.session.stage == "playing"
    return f"{store.world.phase.index + 1}/{len(plan)}" if playing and plan else ""


def _phase(store: Store, index: int) -> PhasePlan | None:
    plan = store.view.plan if store.view else ()
    return plan[index] if 0 <= index < len(plan) else None


def inject_words(store: Store, inject: Inject, cells: tuple[int, ...] = ()) -> str:
    """What an inject does, in one line; and who gets it in these cells where nobody plays whom it is for."""
    words = [_DOES[action.does](store, action) for action in inject.actions]
    return clean_line("; ".join([*words, *_instead(store, inject, cells)]))


def _instead(store: Store, inject: Inject, cells: tuple[int, ...]) -> list[str]:
    found = []
    for cell in cells:
        for action in inject.actions:
            wanted = meant(action, cell)
            gets = who_is_played(store.world, wanted) if wanted else ()
            if not {*gets} & {*wanted}:
                found += [
                    f"goes to {name_person(store.view, one)}{in_cell(store.world, one)}" for one in gets
                ]
    return list(dict.fromkeys(found))


def _who(store: Store, key: str) -> str:
    npcs: Mapping[str, str] = {npc.key: npc.name for npc in (store.view.npcs if store.view else ())}
    return npcs.get(key) or name_person(store.view, f"1/{key}") or key or "strangers"


def _people(store: Store, keys: tuple[str, ...]) -> str:
    everybody = not keys or len(keys) == len(store.view.cast if store.view else ())
    return EVERYBODY if everybody else ", ".join(_who(store, key) for key in keys)


def _group(store: Store, key: str) -> str:
    rooms = store.world.rooms.values()
    return next((room.name for room in rooms if room.id.rpartition("/")[2] == key), key)


def _visitors(store: Store, action: Any) -> str:
    who = visitor_words(action.count, _who(store, action.by) if action.by else "")
    said = f': "{action.comment}"' if action.comment else ""
    return f"{who} on {_page(store, action.pages)}{said}"


def _page(store: Store, keys: tuple[str, ...]) -> str:
    """The one page that gets the visitors: of several that may, nobody knows beforehand which."""
    if len(keys) == 1:
        return f"the page of {_who(store, keys[0])}"
    people = _people(store, keys)
    return f"one page{'' if people == EVERYBODY else f' of {people}'}, drawn by lot"


_GOES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "room": "to the room",
        "phone": "to the phone",
        "shift": "to the line",
        "free": "free to choose between room and phone",
    }
)
_DOES: Final[Mapping[str, Callable[[Store, Any], str]]] = MappingProxyType(
    {
        "notice": lambda store, a: f"notice in {_group(store, a.group)}: {a.text}",
        "say": lambda store, a: f"{_who(store, a.by)} in {_group(store, a.group)}: {a.text}",
        "whisper": lambda store, a: f"{_who(store, a.by)} to {_who(store, a.to)} alone: {a.text}",
        "visitors": _visitors,
        "room": lambda store, a: f"room of {_people(store, a.personas)}: {a.text}",
        "phone": lambda store, a: f"phone of {_people(store, a.personas)}: {a.text or 'changes'}",
        "narrate": lambda store, a: f"narrator: {a.text}",
        "move": lambda store, a: f"{_people(store, a.personas)} {_GOES[a.place]}",
    }
)
"""How each action reads, by what it does."""
