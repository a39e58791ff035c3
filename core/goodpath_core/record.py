"""How an event stands in a session file: columns, body, and the hash that chains the records.

1. `hash` of a record = SHA-256 over the hash of the record before (`first_hash` for the first), the envelope
   (the columns of ENVELOPE as text, joined by 0x1F) and the SHA-256 of the body's UTF-8 bytes. No column
   holds 0x1F: all are the server's own words but `request`, and the wire takes no id with one in it.
   The chain starts from what the table `meta` says, so that scenario and cells are sealed with the first.
2. An erased body leaves its hash in `erased`, so that the chain can still be verified.
3. Tags and versions are stored, never Python names.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, get_origin

from pydantic import ValidationError

from goodpath_core.errors import LogError
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.registry import EVENTS, reduce
from goodpath_core.play.state import World

APPLICATION_ID = 0x476F5061
"""`GoPa`: the application_id of a session file."""
FORMAT = 1
TOMBSTONE = "{}"
"""The body of an erased record."""
_BLANKS: Mapping[Any, object] = MappingProxyType({str: "", int: 0, float: 0.0, bool: False, tuple: ()})


class Record(NamedTuple):
    """One row of the table `event`, in the order of its columns."""

    seq: int
    """1, 2, 3 ... without a hole; line names such as `L012` are made of it."""
    wall_ms: int
    """Real time, milliseconds since 1970; for people to read, never for order."""
    world_s: int
    """World time in seconds since midnight of the first day; negative for what happened before."""
    phase: int
    """Index of the phase it happened in; -1 before the first."""
    cell: int
    """The cell it belongs to; 0 for the whole town."""
    place: str
    """Where the voice's persona was: room, phone, shift; empty for others."""
    kind: str
    """Tag of the fact, such as `message.posted`."""
    version: int
    """Which form of that kind the body has."""
    author: str
    """Who really did it: seat:7, robot:7, teacher, script, server."""
    voice: str
    """Whom it shows as, such as 1/yuting, npc:lele or narrator; may be empty."""
    room: str
    """Group, private chat or page it happened in; may be empty."""
    audience: str
    """Who may see it; see sight.py."""
    body: str
    """The fact as JSON."""
    request: str
    """The client's id of the request behind it; only on the first event of a request."""
    digest: str
    """Fingerprint of that request's content, so that the same id with another content is noticed."""
    erased: str
    """Hash of the body that was here, hexadecimal; empty for a body that stands."""
    hash: bytes
    """SHA-256 that seals this record and all before it, 32 bytes."""


ENVELOPE = 12
"""The first so many columns, with `request` and `digest`, are the envelope."""
COLUMNS = Record._fields
_TYPES = tuple(Record.__annotations__.values())
_HASH_DIGITS = 64
_CHAINED = "\x1f".join(["%s"] * (ENVELOPE + 2))


def first_hash(meta: Mapping[str, str]) -> bytes:
    """The hash that the first record follows: SHA-256 over the hashes of keys and values, in order of key."""
    sealed = hashlib.sha256()
    for item in sorted(meta.items()):
        for text in item:
            sealed.update(hashlib.sha256(text.encode()).digest())
    return sealed.digest()


def record_of(event: Event, request: str, digest: str, before: bytes) -> Record:
    """The record of an event that follows the record with the hash `before`."""
    fact = event.fact
    body: bytes = fact.__pydantic_serializer__.to_json(fact, exclude_defaults=True)
    envelope = (*event[:6], fact.kind, fact.version, *event[6:10])
    chained = chain(before, envelope, request, digest, hashlib.sha256(body).digest())
    return Record(*envelope, body.decode(), request, digest, "", chained)


def chain(before: bytes, envelope: tuple[object, ...], request: str, digest: str, body: bytes) -> bytes:
    """The hash of a record; `body` is the hash of its body."""
    return hashlib.sha256(before + (_CHAINED % (*envelope, request, digest)).encode() + body).digest()


def hash_of(record: Record, before: bytes) -> bytes:
    """The hash a record must have."""
    body = bytes.fromhex(record.erased) if record.erased else hashlib.sha256(record.body.encode()).digest()
    return chain(before, record[:ENVELOPE], record.request, record.digest, body)


def fault_of(record: Record, number: int, before: bytes) -> str:
    """What is wrong with the record that should be number `number` after the hash `before`; empty if nothing.

    The text goes on from "Record 17 ".
    """
    if tuple(map(type, record)) != _TYPES:
        return "holds something other than its columns allow"
    if record.seq != number:
        return f"bears the number {record.seq}"
    if record.erased and (record.body != TOMBSTONE or not _is_hash(record.erased)):
        return "is marked as erased, but not as erasing leaves it"
    if hash_of(record, before) != record.hash:
        if number == 1:
            return "does not match its hash: it, or what `meta` says of the session, was changed"
        return "does not match its hash: it, or the one before it, was changed after it was written"
    return ""


def _is_hash(text: str) -> bool:
    return len(text) == _HASH_DIGITS and set(text) <= set("0123456789abcdef")


def checked(records: Iterable[Record], meta: Mapping[str, str]) -> Iterator[Record]:
    """All records of a session, each as it was written; LogError at the first that is not."""
    before = first_hash(meta)
    for number, record in enumerate(records, start=1):
        fault = fault_of(record, number, before)
        if fault:
            raise LogError(f"Record {number} {fault}; run `goodpath verify` on the file.")
        before = record.hash
        yield record


def fold(world: World, event: Event) -> None:
    """Fold one event. LogError if it could never have followed, as in a record that somebody else sealed."""
    try:
        reduce(world, event)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        raise LogError(f"Record {event.seq} is sealed, but does not follow from those before it.") from error


def event_of(record: Record) -> Event:
    """The event in a record; an erased one comes back with blank texts. LogError if it is unreadable."""
    row = EVENTS.get(record.kind)
    if row is None:
        raise LogError(
            f"Record {record.seq} is a {record.kind!r}, which this goodpath does not know; use a newer one."
        )
    if record.version != row.fact.version:
        form = f"form {record.version} of {record.kind!r}"
        raise LogError(f"Record {record.seq} has {form}, which this goodpath does not know; use a newer one.")
    read = row.fact.__pydantic_validator__.validate_json
    try:
        fact = _blank(row.fact) if record.erased else read(record.body)
    except ValidationError as fault:
        raise LogError(f"Record {record.seq} cannot be read; run `goodpath verify` on the file.") from fault
    return Event(*record[:6], *record[8:12], fact)


def _blank(fact: type[Fact]) -> Fact:
    """A fact that says nothing: empty texts, zeros, empty lists."""
    required = {name: field for name, field in fact.model_fields.items() if field.is_required()}
    kinds = {name: get_origin(field.annotation) or field.annotation for name, field in required.items()}
    values: dict[str, Any] = {name: _BLANKS[kind] for name, kind in kinds.items()}
    return fact.model_construct(**values)
