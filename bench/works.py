"""The work that every peer is given: saturation, a steady class, many classes, one big room, a herd."""

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

from bench.load import Crowd, keep_in_flight, keep_the_pace
from bench.peers import Peer, Start

WINDOW = 64
WARM_S = 0.5
DRAIN_S = 3.0
SETTLE_S = 1.5
JOIN_S = 60.0
HISTORY = 50
FROZEN = 3
"""So many of those under strain read nothing."""
PARTS = MappingProxyType({"p50": 500, "p95": 950, "p99": 990, "p999": 999})
"""Name -> how many of a thousand waits are no longer."""


class Size(NamedTuple):
    """How large a work is."""

    groups: int
    """All are on one server; nothing goes from one to another."""
    members: int
    """Of each group."""
    rate: float
    """Lines per second in all; 0 for as fast as it goes."""
    seconds: float
    """For so long it is measured; 0 where the work ends by itself."""


Figures = Mapping[str, float]
"""What was measured, by a stable name."""
Work = Callable[[Start, Size], Figures]


@contextmanager
def _running(start: Start, size: Size, sampled: int = 1) -> Iterator[tuple[Peer, Crowd]]:
    with tempfile.TemporaryDirectory(prefix="goodpath-bench-") as folder:
        peer = start(size.groups, size.members, Path(folder))
        with peer.process:
            crowd = Crowd(peer, sampled)
            try:
                yield peer, crowd
            finally:
                crowd.close()


def _percentiles(waits_ms: Sequence[float]) -> Figures:
    ordered = sorted(waits_ms) or [0.0]
    places = {name: min(len(ordered) - 1, len(ordered) * part // 1000) for name, part in PARTS.items()}
    return {f"{name}_ms": ordered[place] for name, place in places.items()}


def line_counts(due: int, arrived: int) -> Figures:
    """Deliveries that never came, and those that came besides: of `due` ones, `arrived` were counted."""
    return {"lost": max(0, due - arrived), "doubled": max(0, arrived - due)}


def _figures(crowd: Crowd, seconds: float, cpu_s: float) -> dict[str, float]:
    return {
        "deliveries_per_s": crowd.deliveries / seconds,
        "cpu_s_per_million": cpu_s / max(1, crowd.deliveries) * 1e6,
        **_percentiles(crowd.waits_ms),
        "rss_mib": crowd.peer.process.rss_kib() / 1024,
    }


def saturate(start: Start, size: Size) -> Figures:
    """One group, all send, a window of lines in flight; the moments of one connection are read."""
    with _running(start, size, sampled=size.members) as (peer, crowd):
        crowd.connect(peer.seats)
        crowd.join(0, JOIN_S)
        crowd.forget()
        warm = time.monotonic() + min(WARM_S, size.seconds)
        keep_in_flight(crowd, WINDOW, lambda: time.monotonic() > warm)
        _settle(crowd, min(SETTLE_S, size.seconds))
        begin, cpu = time.monotonic(), peer.process.cpu_s()
        keep_in_flight(crowd, WINDOW, lambda: time.monotonic() > begin + size.seconds)
        return _figures(crowd, time.monotonic() - begin, peer.process.cpu_s() - cpu)


def _settle(crowd: Crowd, seconds: float) -> None:
    """Let everything that is on its way arrive, then count anew."""
    quiet = time.monotonic() + seconds
    while time.monotonic() < quiet:
        crowd.turn(0.1)
    crowd.forget()


def pace(start: Start, size: Size) -> Figures:
    """Groups of members, so many lines a second in all, each group in turn and each member of it in turn."""
    with _running(start, size) as (peer, crowd):
        base = peer.process.rss_kib()
        crowd.connect(peer.seats)
        crowd.join(0, JOIN_S)
        _settle(crowd, min(SETTLE_S, size.seconds))
        grown = peer.process.rss_kib() - base
        speakers = [
            client for at in range(size.members) for client in crowd.clients[at :: size.members]
        ]  # all first members, then all second ones ...
        begin, cpu = time.monotonic(), peer.process.cpu_s()
        said = keep_the_pace(crowd, speakers, size.rate, size.seconds)
        end = time.monotonic()
        while crowd.deliveries < said * size.members and time.monotonic() < end + DRAIN_S:
            crowd.turn(0.05)
        figures = _figures(crowd, size.seconds, peer.process.cpu_s() - cpu)
        took = time.monotonic() - begin
        counts = line_counts(said * size.members, crowd.deliveries)
        return {**figures, "kib_per_connection": grown / len(peer.seats), **counts, "took_s": took}


def strain(start: Start, size: Size) -> Figures:
    """As `pace`, but a few read nothing: what the others wait is at least what the server's loop lags."""
    with _running(start, size) as (peer, crowd):
        crowd.connect(peer.seats)
        crowd.join(0, JOIN_S)
        _settle(crowd, min(SETTLE_S, size.seconds))
        crowd.freeze(crowd.clients[-FROZEN:])
        speakers = crowd.clients[:-FROZEN]
        base = peer.process.rss_kib()
        begin, cpu = time.monotonic(), peer.process.cpu_s()
        said = keep_the_pace(crowd, speakers, size.rate, size.seconds)
        while crowd.deliveries < said * len(speakers) and time.monotonic() < begin + size.seconds + DRAIN_S:
            crowd.turn(0.05)
        figures = _figures(crowd, size.seconds, peer.process.cpu_s() - cpu)
        counts = line_counts(said * len(speakers), crowd.deliveries)
        return {**figures, "grown_mib": (peer.process.rss_kib() - base) / 1024, **counts}


def herd(start: Start, size: Size) -> Figures:
    """Everybody connects, says hello and gets the group's last lines, all at once."""
    with _running(start, size) as (peer, crowd):
        first = Crowd(peer)
        first.connect(peer.seats[:: size.members])
        first.join(0, JOIN_S)
        keep_the_pace(first, first.clients, 1e4, HISTORY * size.groups / 1e4)
        end = time.monotonic() + JOIN_S
        while first.deliveries < HISTORY * size.groups and time.monotonic() < end:
            first.turn(0.05)
        first.close()
        time.sleep(WARM_S)
        begin, cpu = time.monotonic(), peer.process.cpu_s()
        crowd.connect(peer.seats)
        crowd.join(HISTORY, JOIN_S)
        lives = [client.live_at - begin for client in crowd.clients]
        return {
            "live": float(len(lives)),
            "all_live_s": max(lives),
            "median_live_s": median(lives),
            "cpu_s": peer.process.cpu_s() - cpu,
            "received_mb": crowd.received_bytes / 1e6,
        }


WORKS: Mapping[str, tuple[Work, Size]] = MappingProxyType(
    {
        "w1max": (saturate, Size(1, 40, 0, 3)),
        "w1fix": (pace, Size(1, 40, 200, 4)),
        "w2": (pace, Size(100, 30, 100, 5)),
        "w3": (pace, Size(1, 1000, 20, 4)),
        "stress": (strain, Size(1, 60, 200, 10)),
        "w4": (herd, Size(25, 40, 0, 0)),
    }
)
"""Name -> what is done, and how large."""
