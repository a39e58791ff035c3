"""How an event stands in a session file: columns, body, and the hash that chains the records.

1. `hash` of a record = SHA-256 over the hash of the record before (32 zero bytes for the first), the envelope
   (the columns of ENVELOPE as text, joined by 0x1F) and the SHA-256 of the body's UTF-8 bytes.
2. An erased body leaves its hash in `erased`, so that the chain can still be verified.
3. Tags and versions are stored, never Python names.
"""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType, NoneType
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import ValidationError

from goodpath_core.errors import LogError
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.registry import EVENTS

APPLICATION_ID = 0x476F5061
"""`GoPa`: the application_id of a session file."""
FORMAT = 1
FIRST_HASH = bytes(32)
TOMBSTONE = "{}"
"""The body of an erased record."""
_BLANKS: Mapping[Any, object] = MappingProxyType({str: "", int: 0, float: 0.0, bool: False, tuple: ()})


class Record(NamedTuple):
    """One row of the table `event`, in the order of its columns."""

    seq: int
    wall_ms: int
    world_s: int
    phase: int
    cell: int
    place: str
    kind: str
    version: int
    author: str
    voice: str
    room: str
    audience: str
    body: str
    """The fact as JSON."""
    request: str
    """The client's id of the request behind it; only on the first event of a request."""
    digest: str
    """Fingerprint of that request's content, so that the same id with another content is noticed."""
    erased: str
    """Hash of the body that was here, hexadecimal; empty for a body that stands."""
    hash: bytes


ENVELOPE = 12
"""The first so many columns, with `request` and `digest`, are the envelope."""
COLUMNS = Record._fields
_CHAINED = "\x1f".join(["%s"] * (ENVELOPE + 2))


def record_of(event: Event, request: str, digest: str, before: bytes) -> Record:
    """The record of an event that follows the record with the hash `before`."""
    fact = event.fact
    body = fact.model_dump_json(exclude_defaults=True)
    envelope = (*event[:6], fact.kind, fact.version, *event[6:10])
    chained = chain(before, envelope, request, digest, hashlib.sha256(body.encode()).digest())
    return Record(*envelope, body, request, digest, "", chained)


def chain(before: bytes, envelope: tuple[object, ...], request: str, digest: str, body: bytes) -> bytes:
    """The hash of a record; `body` is the hash of its body."""
    text = _CHAINED % (*envelope, request, digest)
    return hashlib.sha256(before + text.encode() + body).digest()


def hash_of(record: Record, before: bytes) -> bytes:
    """The hash a record must have."""
    body = bytes.fromhex(record.erased) if record.erased else hashlib.sha256(record.body.encode()).digest()
    return chain(before, tuple(record[:ENVELOPE]), record.request, record.digest, body)


def event_of(record: Record) -> Event:
    """The event in a record; an erased one comes back with blank texts. LogError if it is unreadable."""
    row = EVENTS.get(record.kind)
    if row is None:
        raise LogError(
            f"Record {record.seq} is a {record.kind!r}, which this goodpath does not know; use a newer one."
        )
    try:
        fact = _blank(row.fact) if record.erased else row.fact.model_validate_json(record.body)
    except ValidationError as fault:
        raise LogError(f"Record {record.seq} cannot be read; run `goodpath verify` on the file.") from fault
    return Event(*record[:6], *record[8:12], fact)


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
