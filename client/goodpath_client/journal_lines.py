"""Know which lines of the journal are for the own persona: what it heard, and what its phone told it."""

from typing import Final

from goodpath_client.store import Store
from goodpath_core.play.state import JournalLine

PHONE: Final = "phone"
"""The kind of what a phone told its owner."""
FROM_PHONE: Final = "Your phone: "
"""Stands before what it tells, where a line says by itself whose words they are."""


def told_by_phone(store: Store, after: int | None) -> list[JournalLine]:
    """What the own phone told behind event number `after`, oldest first; None for all of this phase."""
    behind = store.world.phase.seq if after is None else after
    return [line for line in store.world.journal if line.seq > behind and is_own_phone(store, line)]


def is_own_phone(store: Store, line: JournalLine) -> bool:
    """Whether a line is what the own phone told."""
    return line.kind == PHONE and bool(store.me) and line.people == (store.me,)


def is_heard(store: Store, line: JournalLine) -> bool:
    """Whether a line is for the own persona: what was said and told there, and what it thought itself."""
    own = line.kind == "thought" and line.voice == store.me
    return line.kind in ("said", "narrated") or own or is_own_phone(store, line)
