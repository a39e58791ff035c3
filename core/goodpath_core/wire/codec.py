"""Bytes to frames and frames to bytes: msgpack with limits; every fault is one ProtocolError."""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from types import MappingProxyType, NoneType
from typing import Any, TypeVar

import msgpack  # type: ignore[import-untyped]
from pydantic import ValidationError

from goodpath_core.errors import LogError, ProtocolError
from goodpath_core.play.event import Command, Event, Model
from goodpath_core.play.registry import COMMANDS, EVENTS
from goodpath_core.wire.closing import WRONG_VERSION
from goodpath_core.wire.faults import what_is_wrong
from goodpath_core.wire.frames import FROM_CLIENT, FROM_SERVER, QUERIES, Done, Frame, Hello, Query
from goodpath_core.wire.limits import DEPTH, FRAME_BYTES, INTEGER, KEY_CHARACTERS, NEWS_BYTES, PROTOCOL

M = TypeVar("M", bound=Model)

_CLIENT_FRAMES: Mapping[str, type[Frame]] = MappingProxyType({frame.t: frame for frame in FROM_CLIENT})
_SERVER_FRAMES: Mapping[str, type[Frame]] = MappingProxyType({frame.t: frame for frame in FROM_SERVER})
_QUERIES: Mapping[str, type[Query]] = MappingProxyType({query.kind: query for query in QUERIES})
_NESTED = frozenset((dict, tuple))
_HARMLESS = frozenset((str, bytes, bool, NoneType))
"""Types whose values need no look: msgpack itself and the size of a frame bound them."""
_PACKED_BYTES = 1024
"""Room for most values. The packer's own first guess is a quarter of a megabyte, which takes longer to get
than the packing."""


def pack(value: object) -> bytes:
    """A plain value as msgpack."""
    packed: bytes = msgpack.Packer(buf_size=_PACKED_BYTES).pack(value)
    return packed


def unpack(data: bytes, limit: int = FRAME_BYTES, longest_key: int = KEY_CHARACTERS) -> Any:
    """A plain value from msgpack; arrays become tuples; anything unusual is a ProtocolError."""
    if len(data) > limit:
        raise ProtocolError("too_big", f"A frame may have {limit} bytes.", 1009)
    try:
        # Keys of other types are read too: what is wrong with them is said by name.
        value = msgpack.unpackb(
            data, use_list=False, strict_map_key=False, object_pairs_hook=_map, ext_hook=_no_ext
        )
        _check(value, 0, longest_key)
    except ProtocolError:
        raise
    except Exception as fault:  # msgpack raises from several families; all of them mean the same here
        raise ProtocolError("bad_msgpack", "That was not one well-formed msgpack value.") from fault
    return value


def _map(pairs: list[tuple[Any, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ProtocolError("bad_msgpack", "A map named the same key twice.")
    return found


def _no_ext(code: int, data: bytes) -> Any:
    raise ProtocolError("bad_msgpack", "Extension types are not used on this wire.")


def _check(value: object, depth: int, longest_key: int) -> None:
    """Refuse what a frame may not hold, however deep it stands."""
    if type(value) in _NESTED and depth >= DEPTH:
        raise ProtocolError("too_deep", f"Values may be nested {DEPTH} deep.")
    if type(value) is dict:
        for key, item in value.items():
            if type(key) is not str:
                raise ProtocolError("bad_msgpack", "The keys of a map are text.")
            if len(key) > longest_key:
                raise ProtocolError("bad_msgpack", f"A key may have {longest_key} characters.")
            if type(item) is not str:  # most are
                _check(item, depth + 1, longest_key)
    elif type(value) is tuple:
        for item in value:
            _check(item, depth + 1, longest_key)
    elif type(value) not in _HARMLESS:
        _check_number(value)


def _check_number(value: object) -> None:
    if type(value) is int:
        if not -INTEGER <= value <= INTEGER:
            raise ProtocolError("bad_number", "A number was too large.")
    elif type(value) is float:
        if not isfinite(value):
            raise ProtocolError("bad_number", "A number was not a number.")
    else:  # a timestamp, the one extension that msgpack reads by itself
        raise ProtocolError("bad_msgpack", "Extension types are not used on this wire.")


def encode(frame: Frame) -> bytes:
    """A frame as bytes."""
    return pack({"t": frame.t, **frame.model_dump()})


def decode_client(data: bytes | str) -> Frame:
    """The frame a client sent."""
    return _decode(data, _CLIENT_FRAMES)


def decode_server(data: bytes | str) -> Frame:
    """The frame a server sent."""
    return _decode(data, _SERVER_FRAMES)


def _decode(data: bytes | str, frames: Mapping[str, type[Frame]]) -> Frame:
    if isinstance(data, str):
        raise ProtocolError("text_frame", "Frames are binary on this wire.")
    value = unpack(data)
    if type(value) is not dict or type(value.get("t")) is not str:
        raise ProtocolError("bad_frame", "A frame is a map with its type under `t`.")
    model = frames.get(value["t"])
    if model is None:
        raise ProtocolError("unknown_frame", f"There is no frame {value['t'][:40]!r}.")
    if model is Hello:
        _must_be_of_this_version(value)
    return _validate(model, value, "bad_frame")


def _must_be_of_this_version(hello: Mapping[str, Any]) -> None:
    """A hello of another version may have any form: what it is told is the version, and not the form."""
    version = hello.get("version")
    if type(version) is int and version != PROTOCOL:
        raise ProtocolError("wrong_version", WRONG_VERSION.text, WRONG_VERSION.code)


def _validate(model: type[M], value: Any, code: str) -> M:
    try:
        valid: M = model.__pydantic_validator__.validate_python(value)
        return valid
    except ValidationError as fault:
        field, words = what_is_wrong(fault)
        raise ProtocolError(code, f"The field {field} {words}.") from None


def decode_command(value: Mapping[str, Any]) -> Command:
    """The command inside a `do` frame."""
    kind = str(value.get("kind"))
    row = COMMANDS.get(kind)
    if row is None:
        raise ProtocolError("unknown_command", f"There is no command {kind[:40]!r}.")
    return _validate(row.command, value, "bad_command")


def decode_query(value: Mapping[str, Any]) -> Query:
    """The query inside an `ask` frame."""
    kind = str(value.get("kind"))
    model = _QUERIES.get(kind)
    if model is None:
        raise ProtocolError("unknown_query", f"There is no query {kind[:40]!r}.")
    return _validate(model, value, "bad_query")


def command_value(command: Command) -> dict[str, Any]:
    """A command as a plain value, the reverse of `decode_command`."""
    return {"kind": command.kind, **command.model_dump(exclude_none=True)}


def done_blob(request: str, seq: int) -> bytes:
    """A `done` frame, put together by hand: there is one for everything anybody says."""
    return pack({"t": Done.t, "id": request, "seq": seq})


def event_blob(event: Event) -> bytes:
    """An event as every viewer gets it: without author and audience.

    LogError for one that no frame can carry: it must never have been stored.
    """
    fact = event.fact
    blob = pack(
        (
            event.seq,
            event.wall_ms,
            event.world_s,
            fact.kind,
            fact.version,
            event.cell,
            event.voice,
            event.room,
            fact.__pydantic_serializer__.to_python(fact, exclude_defaults=True),
        )
    )
    if len(blob) > NEWS_BYTES:
        raise LogError(f"Event {event.seq} is too large to be sent to anybody; start a new session.")
    return blob


def event_from(value: Any) -> Event | None:
    """The event in a news frame; None for a kind this version does not know.

    ProtocolError for a form of a kind that it does not know: what that changes cannot be passed over.
    """
    try:
        seq, wall_ms, world_s, kind, version, cell, voice, room, body = value[:9]
        row = EVENTS.get(kind)
    except (TypeError, ValueError, KeyError) as fault:
        raise ProtocolError("bad_event", "An event has nine parts.") from fault
    if tuple(map(type, (seq, wall_ms, world_s, cell, voice, room))) != _EVENT_PARTS:
        raise ProtocolError("bad_event", "A part of an event has the wrong type.")
    if row is None:
        return None
    if version != row.fact.version:
        raise ProtocolError(
            "bad_event", "An event has a form that is not known here; install the same version."
        )
    fact = _validate(row.fact, body, "bad_event")
    return Event(seq, wall_ms, world_s, 0, cell, "", "", voice, room, "", fact)


_EVENT_PARTS = (int, int, int, int, str, str)
_NEWS_HEAD = pack({"t": "news", "events": ()})[:-1]


def array_head(count: int) -> bytes:
    """The msgpack head of an array of `count` values."""
    if count < 16:
        return bytes((0x90 | count,))
    return b"\xdc" + count.to_bytes(2, "big") if count < 65_536 else b"\xdd" + count.to_bytes(4, "big")


def array_of(blobs: Sequence[bytes]) -> bytes:
    """An array of values that are packed already; joined, never encoded again."""
    return array_head(len(blobs)) + b"".join(blobs)


def news_frames(blobs: Iterable[bytes]) -> list[bytes]:
    """News frames that carry these events, each within the frame limit; joined, never encoded again."""
    frames: list[bytes] = []
    batch: list[bytes] = []
    size = 0
    for blob in blobs:
        if batch and size + len(blob) > NEWS_BYTES:
            frames.append(_NEWS_HEAD + array_of(batch))
            batch, size = [], 0
        batch.append(blob)
        size += len(blob)
    if batch:
        frames.append(_NEWS_HEAD + array_of(batch))
    return frames


def history_frames(room: str, blobs: Iterable[bytes]) -> list[bytes]:
    """History frames of a room, newest lines last, each within the frame limit."""
    head = pack({"t": "history", "room": room, "events": ()})[:-1]
    return [head + frame[len(_NEWS_HEAD) :] for frame in news_frames(blobs)]
