"""Tells whether a record is still as it was written, and reads its event, erased ones as blanks."""

from collections.abc import Mapping
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin

from goodpath_core.errors import LogError
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.registry import EVENTS
from goodpath_core.record import TOMBSTONE, Record, event_of, hash_of

TYPES: tuple[type, ...] = tuple(Record.__annotations__.values())
"""What each column of a record holds."""
_HASH_DIGITS = 64
_BLANKS: Mapping[Any, object] = MappingProxyType({str: "", int: 0, float: 0.0, bool: False, tuple: ()})


def fault_of(record: Record, number: int, before: bytes) -> str:
    """What is wrong with the record that should be number `number` after the hash `before`; empty if nothing.

    The text goes on from "Record 17 ".
    """
    if any(type(value) is not kind for value, kind in zip(record, TYPES, strict=True)):
        return "holds something other than its columns allow"
    if record.seq != number:
        return f"bears the number {record.seq}"
    if record.erased and (record.body != TOMBSTONE or not _is_hash(record.erased)):
        return "is marked as erased, but not as erasing leaves it"
    if hash_of(record, before) != record.hash:
        return "does not match its hash: it, or the one before it, was changed after it was written"
    return ""


def _is_hash(text: str) -> bool:
    return len(text) == _HASH_DIGITS and set(text) <= set("0123456789abcdef")


def read_event(record: Record) -> Event:
    """The event in a record; an erased one comes back with blank texts. LogError if it is unreadable."""
    row = EVENTS.get(record.kind)
    if not record.erased or row is None:
        return event_of(record)
    return Event(*record[:6], *record[8:12], _blank(row.fact))


def _blank(fact: type[Fact]) -> Fact:
    """A fact that says nothing: empty texts, zeros, empty lists."""
    required = {name: field for name, field in fact.model_fields.items() if field.is_required()}
    values: dict[str, Any] = {name: _blank_of(field.annotation) for name, field in required.items()}
    return fact.model_construct(**values)


def _blank_of(annotation: Any) -> object:
    kind = get_origin(annotation) or annotation
    if kind in _BLANKS:
        return _BLANKS[kind]
    if NoneType in get_args(annotation):
        return None
    raise LogError("An erased record is of a kind that holds no text; run `goodpath verify` on the file.")
