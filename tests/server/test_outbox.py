"""One connection's way out: never waited for, bounded in bytes and in age."""

from dataclasses import dataclass

import pytest

from goodpath_core.wire.limits import OUTBOX_BYTES, OUTBOX_S
from goodpath_server.outbox import Outbox, websocket_frame
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
    outbox = Outbox(transport, Moment())
    for data in (b"a", b"b", b"c"):
        outbox.write(data)
    assert (transport.written, transport.aborted, outbox.cut) == ([b"a", b"b", b"c"], False, False)


def test_a_reader_who_has_stopped_is_cut_when_more_waits_than_the_bound() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, Moment())
    outbox.write(b"x" * OUTBOX_BYTES)
    assert not transport.aborted
    outbox.write(b"x")
    assert (transport.aborted, outbox.cut) == (True, True)


def test_a_reader_who_has_stopped_is_cut_when_the_oldest_waits_too_long() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, now)
    outbox.write(b"x")
    now.at = OUTBOX_S
    outbox.check()
    assert not transport.aborted
    now.at = OUTBOX_S + 0.1
    outbox.check()
    assert (transport.aborted, outbox.cut) == (True, True)


def test_a_slow_reader_who_keeps_reading_is_not_cut() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, now)
    for second in range(60):
        now.at = float(second)
        outbox.write(b"x" * 1000)
        # A reader five seconds behind all the time.
        transport.waiting = min(transport.waiting, 5000)
        outbox.check()
    assert not transport.aborted


def test_who_has_read_everything_starts_anew_however_long_ago_that_was() -> None:
    transport, now = ListTransport(stalled=True), Moment()
    outbox = Outbox(transport, now)
    outbox.write(b"x")
    transport.waiting, now.at = 0, 100.0
    outbox.check()
    outbox.write(b"y")
    outbox.check()
    assert not transport.aborted


def test_ephemeral_frames_are_dropped_when_the_way_is_half_full_and_the_others_are_not() -> None:
    transport = ListTransport(stalled=True)
    outbox = Outbox(transport, Moment())
    outbox.write(b"x" * (OUTBOX_BYTES // 2 + 1))
    outbox.write(b"typing", ephemeral=True)
    outbox.write(b"a line")
    assert transport.written[1:] == [b"a line"]


def test_nothing_is_written_to_a_connection_that_has_ended() -> None:
    transport = ListTransport(aborted=True)
    Outbox(transport, Moment()).write(b"x")
    assert transport.written == []
