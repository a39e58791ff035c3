"""Writes a phase of a run sheet: its time, what is open in it, what is asked, what happens when."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from goodpath.sheet_rows import join, wrap
from goodpath_client.plurals import counted
from goodpath_core.play.clock import clock_face
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
from goodpath_core.scenario.durations import DAY_S, say_duration
from goodpath_core.scenario.phases import Allow, Inject, Phase
from goodpath_core.scenario.scalars import ANY_NUMBER
from goodpath_core.scenario.value import Scenario
from goodpath_review.moments import moment


def write_phase(scenario: Scenario, phase: Phase, names: dict[str, str]) -> Iterator[str]:
    """When it begins, what is open, what is asked, and what the script makes happen."""
    before = sum(part.seconds for part in scenario.phases[: scenario.phases.index(phase)])
    number = scenario.phases.index(phase) + 1
    yield f"Phase {number}: {phase.name}"
    yield from wrap(
        f"Begins {say_duration(before)} into play and lasts {say_duration(phase.seconds)}. "
        f"In the world it is {_say_time(scenario, phase)}. "
        f"{_PLACES[phase.place]}"
        + "".join(f" {names[key]}: {_PLACES[place].lower()}" for key, place in phase.places)
        + " There is no current." * (not phase.current)
    )
    yield from wrap(_say_open(phase.allow))
    yield from wrap(f"Ask: {phase.ask}")
    for prompt in phase.prompts:
        yield from wrap(f"Prompt: {prompt}", "- ")
    for inject in phase.injects:
        told = " ".join(_tell(action, names) for action in inject.actions)
        yield from wrap(f"{_say_when(inject, names)} ({inject.key}): {told}", "- ")


def _say_time(scenario: Scenario, phase: Phase) -> str:
    """From when to when, the day once if it stays the same."""
    begins = phase.day * DAY_S + phase.world_from_s
    ends = round(begins + phase.seconds * phase.speed)
    until = clock_face(ends) if ends // DAY_S == phase.day else moment(scenario, ends)
    return f"{moment(scenario, begins)} to {until}"


def _say_open(allow: Allow) -> str:
    parts = (
        ("chat", allow.chat, "chat"),
        ("own page", allow.page, _say_page(allow)),
        ("visits", allow.visit, "visits"),
    )
    opened = ", ".join(words for _, is_open, words in parts if is_open)
    closed = ", ".join(name for name, is_open, _ in parts if not is_open)
    return " ".join(f"{word}: {what}." for word, what in (("Open", opened), ("Closed", closed)) if what)


def _say_page(allow: Allow) -> str:
    if not allow.pictures:
        return "own page without pictures"
    swaps = {ANY_NUMBER: "exchanged as one likes", 0: "none exchanged"}
    exchanged = swaps.get(allow.swaps, f"{allow.swaps} exchanged")
    return f"own page with {counted(allow.pictures, 'picture')}, {exchanged}"


def _say_when(inject: Inject, names: dict[str, str]) -> str:
    if inject.before_end_s is not None:
        return f"{say_duration(inject.before_end_s)} before the end" if inject.before_end_s else "At the end"
    if inject.trigger is None:
        return f"At {say_duration(inject.at_s)}"
    who = names.get(inject.trigger.by, "anybody")
    wait = f"{say_duration(inject.at_s)} after" if inject.at_s else "As soon as"
    return f"{wait} the first {inject.trigger.first} by {who}"


def _tell(action: Action, names: dict[str, str]) -> str:
    return _TELLING[type(action)](action, names)


def _tell_phone(action: PhoneChange, names: dict[str, str]) -> str:
    changes = (
        ("battery", action.battery, "%"),
        ("balance", action.balance_yuan, " yuan"),
        ("data", action.data_mb, " MB"),
        ("model", action.model, ""),
        ("camera", action.camera, ""),
    )
    told = ", ".join(f"{name} {now}{unit}" for name, now, unit in changes if now is not None)
    return f"Phone of {join(action.personas, names)}: {told or 'a notice'}. {action.text}".strip()


def _tell_visitors(action: Visitors, names: dict[str, str]) -> str:
    among = "" if len(action.pages) > 4 else f" of {join(action.pages, names)}"
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
        RoomChange: lambda act, names: f"The room of {join(act.personas, names)} changes: {act.text}",
        PhoneChange: _tell_phone,
        Narrate: lambda act, names: f"The narrator tells {join(act.to, names)}: {act.text}",
        MoveTo: lambda act, names: (
            f"{join(act.personas, names)} from now on {_PLACES[act.place].lower()} {act.text}"
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
