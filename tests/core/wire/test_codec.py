"""Bytes to frames and back; whatever is wrong with the bytes is one ProtocolError."""

import msgpack  # type: ignore[import-untyped]
import pytest

from frame_examples import FRAMES
from goodpath_core.errors import LogError, ProtocolError
from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessagePosted, PostMessage
from goodpath_core.wire.closing import WRONG_VERSION
from goodpath_core.wire.codec import (
    array_head,
    command_value,
    decode_client,
    decode_command,
    decode_query,
    decode_server,
    done_blob,
    encode,
    event_blob,
    event_from,
    history_frames,
    news_frames,
    pack,
    unpack,
)
from goodpath_core.wire.frames import (
    FROM_CLIENT,
    FROM_SERVER,
    QUERIES,
    AskDoor,
    AskEdits,
    AskFile,
    AskHistory,
    AskPicture,
    AskReset,
    AskScenario,
    AskSeats,
    AskShutDown,
    AskState,
    Do,
    Done,
    Frame,
    Hello,
    History,
    News,
)
from goodpath_core.wire.limits import FRAME_BYTES, INTEGER, NEWS_BYTES
from soaks.frames import read_spoilt
from town import Town

HELLO = {"t": "hello", "version": 1}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.t)
def test_a_frame_comes_out_as_it_went_in(frame: Frame) -> None:
    if isinstance(frame, FROM_CLIENT):
        assert decode_client(encode(frame)) == frame
    if isinstance(frame, FROM_SERVER):
        assert decode_server(encode(frame)) == frame


def test_done_put_together_by_hand_is_the_frame() -> None:
    assert done_blob("r1", 70_000) == encode(Done(id="r1", seq=70_000))


def test_every_frame_is_among_the_examples() -> None:
    assert {type(frame) for frame in FRAMES} == {*FROM_CLIENT, *FROM_SERVER}


def nested(depth: int) -> bytes:
    """An array in an array ... `depth` deep."""
    return b"\x91" * depth + b"\xc0"


def with_field(raw: bytes) -> bytes:
    """A hello whose unknown field `x` has this value."""
    return b"\x83\xa1t\xa5hello\xa7version\x01\xa1x" + raw


def do_with(request: str) -> bytes:
    """A do with this id."""
    return pack({"t": "do", "id": request, "command": {}})


CONTROLS = ("\x00", "\n", "\x1f", "\x7f", "\x85", "\x9f")
FAULTS: list[tuple[str, bytes | str, str]] = [
    ("nothing at all", b"", "bad_msgpack"),
    ("a text frame", '{"t": "hello"}', "text_frame"),
    ("a frame one byte too long", b"\xc0" * (FRAME_BYTES + 1), "too_big"),
    ("an array that claims four billion items", b"\xdd\xff\xff\xff\xff", "bad_msgpack"),
    ("a map that claims four billion pairs", b"\xdf\xff\xff\xff\xff", "bad_msgpack"),
    ("a text that claims four billion bytes", b"\xdb\xff\xff\xff\xffx", "bad_msgpack"),
    ("bytes that claim four billion bytes", b"\xc6\xff\xff\xff\xffx", "bad_msgpack"),
    ("an extension that claims four billion bytes", b"\xc9\xff\xff\xff\xff\x01x", "bad_msgpack"),
    ("a frame cut short", pack(HELLO)[:-1], "bad_msgpack"),
    ("a byte too many", pack(HELLO) + b"\xc0", "bad_msgpack"),
    ("two frames in one", pack(HELLO) * 2, "bad_msgpack"),
    ("a byte that means nothing", b"\xc1", "bad_msgpack"),
    ("seventeen deep", with_field(nested(17)), "too_deep"),
    ("five hundred deep", nested(500), "too_deep"),
    ("sixty thousand deep", nested(60_000), "bad_msgpack"),
    ("an extension", with_field(b"\xd4\x05x"), "bad_msgpack"),
    ("a timestamp", with_field(b"\xd6\xff\x00\x00\x00\x00"), "bad_msgpack"),
    ("not a number", with_field(b"\xcb\x7f\xf8" + bytes(6)), "bad_number"),
    ("infinity", with_field(b"\xcb\x7f\xf0" + bytes(6)), "bad_number"),
    ("less than nothing at all", with_field(b"\xca\xff\x80\x00\x00"), "bad_number"),
    ("two to the 64th less one", with_field(b"\xcf" + b"\xff" * 8), "bad_number"),
    ("less than minus two to the 53rd", with_field(pack(-INTEGER - 1)), "bad_number"),
    ("the same key twice", b"\x83\xa1t\xa5hello\xa7version\x01\xa7version\x02", "bad_msgpack"),
    ("a key that is a number", with_field(b"\x81\x01\x02"), "bad_msgpack"),
    ("a key that is bytes", with_field(b"\x81\xc4\x01a\x02"), "bad_msgpack"),
    ("a key that is a map", with_field(b"\x81\x80\x02"), "bad_msgpack"),
    ("a key of 65 characters", with_field(pack({"k" * 65: 1})), "bad_msgpack"),
    ("a lone surrogate", with_field(b"\xa3\xed\xa0\x80"), "bad_msgpack"),
    ("text that is not UTF-8", with_field(b"\xa2\xc3\x28"), "bad_msgpack"),
    ("no map", pack([1]), "bad_frame"),
    ("no type", pack({"version": 1}), "bad_frame"),
    ("a type that is no text", pack({"t": 1}), "bad_frame"),
    ("an unknown frame", pack({"t": "shout"}), "unknown_frame"),
    ("a server's frame from a client", pack({"t": "done", "id": "a", "seq": 1}), "unknown_frame"),
    ("a field that is missing", pack({"t": "hello"}), "bad_frame"),
    ("a number as text", pack({"t": "hello", "version": "1"}), "bad_frame"),
    ("a truth as a number", pack({"t": "hello", "version": True}), "bad_frame"),
    ("a text too long", pack({**HELLO, "code": "x" * 65}), "bad_frame"),
    ("a role that does not exist", pack({**HELLO, "role": "server"}), "bad_frame"),
    ("a number too small", pack({"t": "ask", "id": 0, "query": {}}), "bad_frame"),
    *((f"an id with {sign!a} in it", do_with(f"a{sign}b"), "bad_frame") for sign in CONTROLS),
]


@pytest.mark.parametrize(("data", "code"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_fault_is_one_protocol_error(data: bytes | str, code: str) -> None:
    with pytest.raises(ProtocolError) as fault:
        decode_client(data)
    assert fault.value.code == code
    assert fault.value.close == (1009 if code == "too_big" else 1002)
    assert fault.value.text.endswith(".")


@pytest.mark.parametrize("request_id", ["1", " ", "a b", "\u00a0", "雨", "x" * 64, "雨" * 64])
def test_an_id_is_any_other_text(request_id: str) -> None:
    assert decode_client(do_with(request_id)) == Do(id=request_id, command={})


@pytest.mark.parametrize("key", [1, -1, 1.5, True, None, b"a"])
def test_a_key_that_is_no_text_is_told_so(key: object) -> None:
    with pytest.raises(ProtocolError, match="keys of a map are text"):
        unpack(pack({key: 1}))


@pytest.mark.parametrize("version", [-1, 0, 2, 1_000])
@pytest.mark.parametrize("other", [{}, {"role": "projector"}, {"code": "x" * 65}, {"token": ("a", "b")}])
def test_a_hello_of_another_version_is_told_so_whatever_else_it_says(
    version: int, other: dict[str, object]
) -> None:
    with pytest.raises(ProtocolError) as fault:
        decode_client(pack({"t": "hello", "version": version, **other}))
    assert (fault.value.code, fault.value.close) == ("wrong_version", WRONG_VERSION.code)
    assert fault.value.text == WRONG_VERSION.text


@pytest.mark.parametrize(
    "raw",
    [
        nested(15),
        pack(INTEGER),
        pack(-INTEGER),
        pack(0.5),
        pack(None),
        pack(True),
        pack(b"x"),
        pack({"a": [1]}),
        pack({"潘" * 64: 1}),
    ],
)
def test_what_is_just_within_the_limits_passes_and_an_unknown_field_is_ignored(raw: bytes) -> None:
    assert decode_client(with_field(raw)) == Hello(version=1)


def test_a_frame_as_long_as_it_may_be_passes() -> None:
    filled = pack({**HELLO, "x": b""})
    filled = pack({**HELLO, "x": bytes(FRAME_BYTES - len(filled) - 1)})
    assert len(filled) == FRAME_BYTES
    assert decode_client(filled) == Hello(version=1)


def test_three_thousand_spoilt_frames_are_frames_or_protocol_errors() -> None:
    read_spoilt(3_000, seed=7)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({}, "unknown_command"),
        ({"kind": "shout"}, "unknown_command"),
        ({"kind": 5}, "unknown_command"),
        ({"kind": None}, "unknown_command"),
        ({"kind": {}}, "unknown_command"),
        ({"kind": ({},)}, "unknown_command"),
        ({"kind": "post_message"}, "bad_command"),
        ({"kind": "post_message", "room": "1/line3", "text": ""}, "bad_command"),
        ({"kind": "post_message", "room": "1/line3", "text": b"x"}, "bad_command"),
        ({"kind": "post_message", "room": "1/line3", "text": "x" * 8001}, "bad_command"),
        ({"kind": "post_message", "room": "r" * 201, "text": "x"}, "bad_command"),
        (
            {"kind": "post_message", "room": "1/line3", "text": "x", "mentions": ("1/ming",) * 21},
            "bad_command",
        ),
    ],
)
def test_a_command_that_cannot_be_read_is_a_protocol_error(value: dict[str, object], code: str) -> None:
    with pytest.raises(ProtocolError) as fault:
        decode_command(value)
    assert fault.value.code == code


def test_a_command_comes_out_as_it_went_in() -> None:
    command = PostMessage(room="1/line3", text="x", reply_to=3, mentions=("1/ming",))
    assert decode_command(unpack(pack(command_value(command)))) == command
    assert decode_command({**command_value(command), "role": "teacher"}) == command


def test_queries_come_out_as_they_went_in() -> None:
    queries = [
        AskState(),
        AskScenario(),
        AskHistory(room="r", before=9, limit=200),
        AskEdits(page="p", before=9, limit=200),
        AskPicture(file="f"),
        AskSeats(),
        AskDoor(turn="lock"),
        AskReset(seat=3),
        AskFile(),
        AskShutDown(),
    ]
    assert {type(query) for query in queries} == set(QUERIES)
    for query in queries:
        assert decode_query({"kind": query.kind, **query.model_dump()}) == query


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({}, "unknown_query"),
        ({"kind": "everything"}, "unknown_query"),
        ({"kind": {}}, "unknown_query"),
        ({"kind": "history", "room": "r", "before": 1, "limit": 0}, "bad_query"),
        ({"kind": "history", "room": "r", "before": 1, "limit": 201}, "bad_query"),
        ({"kind": "picture", "file": "f" * 101}, "bad_query"),
    ],
)
def test_a_query_that_cannot_be_read_is_a_protocol_error(value: dict[str, object], code: str) -> None:
    with pytest.raises(ProtocolError) as fault:
        decode_query(value)
    assert fault.value.code == code


LINE = (5, 1_000, 64_800, "message.posted", 1, 1, "1/yuting", "1/line3", {"text": "x"})


def test_an_event_travels_without_its_author_its_audience_and_its_place() -> None:
    event = Event(
        5, 1_000, 64_800, 2, 1, "phone", "seat:1", "1/yuting", "1/line3", "room", MessagePosted(text="x")
    )
    assert unpack(event_blob(event)) == LINE
    assert event_from(LINE) == event._replace(phase=0, place="", author="", audience="")
    assert event_from((*LINE, "something newer")) == event_from(LINE)


def test_a_kind_of_event_that_is_newer_than_this_version_is_left_out() -> None:
    assert event_from((5, 1, 1, "comet.seen", 1, 1, "", "", {"tail": "long"})) is None


@pytest.mark.parametrize(
    "value",
    [
        None,
        5,
        "x",
        {},
        LINE[:8],
        (*LINE[:3], {}, *LINE[4:]),
        (*LINE[:3], ({},), *LINE[4:]),
        ("5", *LINE[1:]),
        (True, *LINE[1:]),
        (*LINE[:1], 1.5, *LINE[2:]),
        (*LINE[:2], None, *LINE[3:]),
        (*LINE[:5], "1", *LINE[6:]),
        (*LINE[:6], 1, *LINE[7:]),
        (*LINE[:7], b"r", *LINE[8:]),
        (*LINE[:4], 2, *LINE[5:]),
        (*LINE[:4], "1", *LINE[5:]),
        (*LINE[:8], {"text": 5}),
        (*LINE[:8], "x"),
    ],
    ids=str,
)
def test_an_event_that_cannot_be_read_is_a_protocol_error(value: object) -> None:
    with pytest.raises(ProtocolError) as fault:
        event_from(value)
    assert fault.value.code == "bad_event"


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 65_535, 65_536, 70_000])
def test_the_head_of_an_array_is_msgpacks_own(count: int) -> None:
    whole = msgpack.packb([None] * count)
    assert array_head(count) == whole[: len(whole) - count]


def news_of(frames: list[bytes]) -> list[object]:
    found: list[object] = []
    for data in frames:
        frame = decode_server(data)
        assert isinstance(frame, News | History)
        found += frame.events
    return found


@pytest.mark.parametrize("count", [1, 15, 16, 300, 20_000])
def test_news_are_joined_into_frames_in_order(count: int) -> None:
    blobs = [pack((number, "x")) for number in range(count)]
    frames = news_frames(blobs)
    assert all(len(frame) <= FRAME_BYTES for frame in frames)
    assert news_of(frames) == [(number, "x") for number in range(count)]


def test_nothing_to_say_is_no_frame() -> None:
    assert news_frames([]) == []
    assert history_frames("1/line3", []) == []


def test_a_frame_is_closed_before_it_grows_too_big() -> None:
    blob = pack("x" * 19_997)
    assert len(blob) == NEWS_BYTES / 3
    assert [len(news_of([frame])) for frame in news_frames([blob] * 7)] == [3, 3, 1]
    more = pack("x" * 19_998)
    assert [len(news_of([frame])) for frame in news_frames([more] * 7)] == [2, 2, 2, 1]


def test_an_event_as_large_as_the_limit_travels_alone() -> None:
    blob = pack("x" * (NEWS_BYTES - 3))
    assert len(blob) == NEWS_BYTES
    assert [len(news_of([frame])) for frame in news_frames([pack(1), blob, pack(2)])] == [1, 1, 1]


def test_history_travels_as_news_do_under_its_rooms_name() -> None:
    blobs = [event_blob(event) for event in Town(2).events if event.room == "0/fair"]
    (data,) = history_frames("0/fair", blobs)
    frame = decode_server(data)
    assert isinstance(frame, History)
    assert frame.room == "0/fair"
    assert [pack(event) for event in frame.events] == blobs
    room = "r" * 200
    assert all(len(f) <= FRAME_BYTES for f in history_frames(room, [pack("x" * 20_000)] * 7))


def test_an_event_that_no_frame_can_carry_must_not_have_been_stored() -> None:
    (event,) = [one for one in Town().events if one.fact.kind == "session.opened"]
    said = event._replace(fact=MessagePosted(text="x" * (NEWS_BYTES - 100)))
    assert len(event_blob(said)) <= NEWS_BYTES
    with pytest.raises(LogError, match=f"Event {event.seq} is too large to be sent to anybody"):
        event_blob(event._replace(fact=MessagePosted(text="x" * NEWS_BYTES)))
