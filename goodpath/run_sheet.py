"""Writes a scenario as a run sheet in plain sentences, to be read before class or aloud."""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_client.plurals import counted
from goodpath_core.play.visits import visitor_words
from goodpath_core.scenario.actions import (
    Action,
    MoveTo,
    Narrate,
    Notice,
    PhoneChange,
    RoomChange,
    Say,
    Visitors,
    Whisper,
)
from goodpath_core.scenario.durations import say_clock, say_duration
from goodpath_core.scenario.phases import Inject, Phase
from goodpath_core.scenario.value import Scenario

_WIDTH = 96


def write_run_sheet(scenario: Scenario) -> str:
    """The whole sheet: cast, groups, phases with their times and injects, debrief questions."""
    names = _list_names(scenario)
    parts = (
        _write_head(scenario),
        _write_cast(scenario),
        _write_groups(scenario, names),
        *(_write_phase(scenario, phase, names) for phase in scenario.phases),
        _write_debrief(scenario),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _write_head(scenario: Scenario) -> Iterator[str]:
    yield scenario.title
    yield "=" * len(scenario.title)
    yield from _wrap(scenario.about)
    played = sum(phase.seconds for phase in scenario.phases)
    rest = scenario.minutes * 60 - played - scenario.debrief.seconds
    yield from _wrap(
        f"It takes {scenario.minutes} min: briefing {say_duration(rest)}, play {say_duration(played)}, "
        f"debrief {say_duration(scenario.debrief.seconds)}. The first day is {scenario.date}. "
        f"{scenario.players} of {len(scenario.personas)} personas should be played at least."
    )


def _write_cast(scenario: Scenario) -> Iterator[str]:
    yield "Cast"
    for persona in scenario.personas.values():
        name = persona.name
        yield from _wrap(
            f"{name.pinyin} {name.characters} (say {name.say}), {persona.age}. {_end(persona.work)} "
            f"Lives in: {_end(scenario.houses[persona.lives].name)} Dream: {_end(persona.dream)}",
            "- ",
        )
    for npc in scenario.npcs.values():
        yield from _wrap(f"{npc.name}, played by nobody. {npc.about}", "- ")


def _write_groups(scenario: Scenario, names: dict[str, str]) -> Iterator[str]:
    yield "Groups"
    for group in scenario.groups.values():
        town = " It spans the whole town." if group.town else ""
        members = ", ".join(names[key] for key in group.members)
        yield from _wrap(f"{group.name}, owned by {names[group.owner]}: {members}.{town}", "- ")


def _write_phase(scenario: Scenario, phase: Phase, names: dict[str, str]) -> Iterator[str]:
    before = sum(part.seconds for part in scenario.phases[: scenario.phases.index(phase)])
    number = scenario.phases.index(phase) + 1
    ends = round(phase.world_from_s + phase.seconds * phase.speed)
    yield f"Phase {number}: {phase.name}"
    yield from _wrap(
        f"Begins {say_duration(before)} into play and lasts {say_duration(phase.seconds)}. "
        f"In the world it is day {phase.day + 1}, {say_clock(phase.world_from_s)} to {say_clock(ends)}. "
        f"{_PLACES[phase.place]}"
        + "".join(f" {names[key]}: {_PLACES[place].lower()}" for key, place in phase.places)
    )
    yield from _wrap(f"Ask: {phase.ask}")
    for prompt in phase.prompts:
        yield from _wrap(f"Prompt: {prompt}", "- ")
    for inject in phase.injects:
        told = " ".join(_tell(action, names) for action in inject.actions)
        yield from _wrap(f"{_say_when(inject, names)} ({inject.key}): {told}", "- ")


def _write_debrief(scenario: Scenario) -> Iterator[str]:
    yield f"Debrief, {say_duration(scenario.debrief.seconds)}"
    for sentence in scenario.debrief.step_out:
        yield from _wrap(f"Everybody completes: {sentence}", "- ")
    for number, question in enumerate(scenario.debrief.questions, 1):
        yield from _wrap(question, f"{number}. ")


def _say_when(inject: Inject, names: dict[str, str]) -> str:
    if inject.trigger is None:
        return f"At {say_duration(inject.at_s)}"
    who = names.get(inject.trigger.by, "anybody")
    wait = f"{say_duration(inject.at_s)} after" if inject.at_s else "As soon as"
    return f"{wait} the first {inject.trigger.first} by {who}"


def _tell(action: Action, names: dict[str, str]) -> str:
    return _TELLING[type(action)](action, names)


def _join(keys: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(names[key] for key in keys) or "everybody"


def _list_names(scenario: Scenario) -> dict[str, str]:
    """What every key is called."""
    return {
        **{key: persona.name.pinyin for key, persona in scenario.personas.items()},
        **{key: npc.name for key, npc in scenario.npcs.items()},
        **{f"#{key}": group.name for key, group in scenario.groups.items()},
    }


def _tell_phone(action: PhoneChange, names: dict[str, str]) -> str:
    changes = (
        ("battery", action.battery, "%"),
        ("balance", action.balance_yuan, " yuan"),
        ("data", action.data_mb, " MB"),
        ("model", action.model, ""),
        ("camera", action.camera, ""),
    )
    told = ", ".join(f"{name} {now}{unit}" for name, now, unit in changes if now is not None)
    return f"Phone of {_join(action.personas, names)}: {told or 'a notice'}. {action.text}".strip()


def _tell_visitors(action: Visitors, names: dict[str, str]) -> str:
    among = "" if len(action.pages) > 4 else f" of {_join(action.pages, names)}"
    page = f"the page{among}" if len(action.pages) == 1 else f"one page{among}, drawn by lot"
    who = visitor_words(action.count, names.get(action.by, ""))
    word = f' One leaves a word: "{action.comment}"' if action.comment else ""
    likes = f"; {counted(action.likes, 'like')}" if action.likes else ""
    return f"Visitors on {page}: {who}{likes}.{word}"


# One row per kind of action.
_TELLING: Mapping[type, Callable[[Any, dict[str, str]], str]] = MappingProxyType(
    {
        Notice: lambda act, names: f'Notice in {names["#" + act.group]}: "{act.text}"',
        Say: lambda act, names: f'{names[act.by]} says in {names["#" + act.group]}: "{act.text}"',
        Whisper: lambda act, names: f'{names[act.by]} writes to {names[act.to]} alone: "{act.text}"',
        Visitors: _tell_visitors,
        RoomChange: lambda act, names: f"The room of {_join(act.personas, names)} changes: {act.text}",
        PhoneChange: _tell_phone,
        Narrate: lambda act, names: f"The narrator tells {_join(act.to, names)}: {act.text}",
        MoveTo: lambda act, names: (
            f"{_join(act.personas, names)} from now on {_PLACES[act.place].lower()} {act.text}"
        ),
    }
)
_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "room": "In the room.",
        "phone": "On the phone.",
        "shift": "On the line, phones locked away.",
        "free": "Free to choose between room and phone.",
    }
)


def _end(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _wrap(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
