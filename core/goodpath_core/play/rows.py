"""The shape of a table row: one per command, one per event."""

from collections.abc import Callable
from typing import Any, NamedTuple

from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.state import World

Decide = Callable[[World, Any, By, Now], list[Draft]]
Reduce = Callable[[World, Event, Any], None]


class CommandRow(NamedTuple):
    """Who may ask for what, and what must hold before it is even considered."""

    command: type[Command]
    """Its `kind` is the tag under which the registry finds the row."""
    decide: Decide
    """Makes the drafts of it, or raises Refused; called once roles and gates have let it through."""
    roles: tuple[str, ...]
    """student, observer, teacher, server."""
    needs: tuple[str, ...] = ()
    """Names of gates (gates.py), tried in order."""


class EventRow(NamedTuple):
    """How a fact changes the state, and how a transcript says it."""

    fact: type[Fact]
    """Its `kind` is the tag under which the registry finds the row."""
    reduce: Reduce
    """Folds the event into the world; the fact comes as an argument of its own."""
    sentence: str
    """Template over the fact's fields, `voice`, `room` and `author`; empty if a transcript leaves it out."""
