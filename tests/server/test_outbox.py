"""One connection's way out: never waited for, bounded in bytes and in age."""

import asyncio
from dataclasses import dataclass

import pytest

from goodpath_core.wire.limits import OUTBOX_BYTES, OUTBOX_S
from goodpath_server.outbox import ROOM, Outbox, websocket_frame
from hall import ListTransport, payloads


@dataclass
class Moment:
    """A clock in seconds, set by hand."""

    at: float = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536])
def test_a_payload_of_any_size_is_one_frame(size: int) -> None:
    assert payloads(websocket_frame(b"x" * size)) == [b"x" * size]


def test_what_is_written_leaves_in_order() -> None:
    transport = ListTransport()
    outbox = Outbox(transport, transport.push, Moment())
    for data in (b"a", b"b", b"c"):
        outbox.write(data)
    assert (transport.written, transport.aborted, outbox.cut) == ([b"a", b"b", b"c"], False, False)


def test_what_the_socket_does_not_take_goes_to_the_transport_and_the_rest_behind_it() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, lambda data: 2, Moment())
    outbox.write(b"abc")
    outbox.write(b"def")
    assert transport.written == [b"c", b"def"]


def test_a_socket_that_takes_nothing_leaves_all_to_the_transport() -> None:
    def broken(data: bytes) -> int:
        raise ConnectionResetError

    transport = ListTransport()
    Outbox(transport, broken, Moment()).write(b"abc")
    assert transport.written == [b"abc"]


def test_a_reader_who_has_stopped_is_cut_when_more_waits_than_the_bound() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, transport.push, Moment())
    outbox.write(b"x" * OUTBOX_BYTES)
    assert not transport.aborted
    outbox.write(b"x")
    assert (transport.aborted, outbox.cut) == (True, True)


def test_a_reader_who_has_stopped_is_cut_when_the_oldest_waits_too_long() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, transport.push, now)
    outbox.write(b"x")
    now.at = OUTBOX_S
    outbox.check()
    assert not transport.aborted
    now.at = OUTBOX_S + 0.1
    outbox.check()
    assert (transport.aborted, outbox.cut) == (True, True)


def test_a_slow_reader_who_keeps_reading_is_not_cut() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, transport.push, now)
    for second in range(60):
        now.at = float(second)
        outbox.write(b"x" * 1000)
        # A reader five seconds behind all the time.
        transport.waiting = min(transport.waiting, 5000)
        outbox.check()
    assert not transport.aborted


def test_who_has_read_everything_starts_anew_however_long_ago_that_was() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, transport.push, now)
    outbox.write(b"x")
    transport.waiting, now.at = 0, 100.0
    outbox.check()
    outbox.write(b"y")
    outbox.check()
    assert not transport.aborted


def test_ephemeral_frames_are_dropped_when_the_way_is_half_full_and_the_others_are_not() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, transport.push, Moment())
    outbox.write(b"x" * (OUTBOX_BYTES // 2 + 1))
    outbox.write(b"typing", ephemeral=True)
    outbox.write(b"a line")
    assert transport.written[1:] == [b"a line"]


def test_what_was_asked_for_goes_out_by_the_room_there_is_and_live_frames_behind_it() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, transport.push, Moment())
    asked = [bytes([number]) * ROOM for number in range(100)]
    outbox.catch_up(asked)
    outbox.write(b"live")
    assert len(b"".join(transport.written)) <= 2 * ROOM
    for _ in range(100):
        transport.waiting = 0
        outbox.flow()
    assert b"".join(transport.written) == b"".join(asked) + b"live"
    assert not transport.aborted


def test_who_reads_what_was_asked_for_slowly_is_not_cut_and_who_stops_is() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, transport.push, now)
    outbox.catch_up([b"x" * ROOM] * 20)
    outbox.write(b"live")
    signs = list[bool]()
    for second in range(120):
        now.at = float(second)
        transport.waiting -= 5000
        signs.append(outbox.check())
    assert (all(signs), transport.aborted) == (True, False)
    now.at += OUTBOX_S + 0.1
    assert (outbox.check(), transport.aborted, outbox.cut) == (False, True, True)


def test_live_frames_behind_what_was_asked_for_are_bounded_too() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, transport.push, Moment())
    outbox.catch_up([b"x" * ROOM] * 20)
    for _ in range(16):
        outbox.write(b"y" * ROOM)
    assert not transport.aborted
    outbox.write(b"y")
    assert (transport.aborted, outbox.cut) == (True, True)


def test_the_age_of_a_live_frame_counts_from_when_nothing_asked_for_is_before_it() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, transport.push, now)
    outbox.catch_up([b"x" * ROOM])
    outbox.write(b"live")
    for second in range(0, 40, 5):
        now.at = float(second)
        transport.waiting -= 8000
        outbox.check()
    now.at, transport.waiting = 44.0, 2
    outbox.check()
    assert not transport.aborted
    now.at = 44.0 + OUTBOX_S + 0.1
    outbox.check()
    assert transport.aborted


async def test_one_waits_until_everything_asked_for_is_on_its_way_or_nobody_is_there_any_more() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, transport.push, Moment())
    assert await outbox.caught_up()
    outbox.catch_up([b"x" * ROOM] * 3)
    waiting = asyncio.create_task(outbox.caught_up())
    await asyncio.sleep(0)
    assert not waiting.done()
    transport.waiting = 0
    outbox.flow()
    assert await waiting
    transport.waiting = 2 * ROOM
    outbox.catch_up([b"x"])
    outbox.end()
    assert not await outbox.caught_up()


def test_nothing_is_written_to_a_connection_that_has_ended() -> None:
    transport = ListTransport()
    outbox = Outbox(transport, transport.push, Moment())
    outbox.end()
    outbox.write(b"x")
    outbox.write_first(b"y")
    assert transport.written == []
