"""Takes up what a log holds: the world as it was stored, and the requests that were heard."""

from collections.abc import Iterator
from itertools import islice

from goodpath_core.play.event import Event
from goodpath_core.play.state import World
from goodpath_core.record import checked, event_of, fold
from goodpath_server.log.port import Log
from goodpath_server.requests import Requests

TOGETHER = 500
"""So many records of a log go through one step before the next: a long log is taken up a third faster."""


def fold_log(log: Log, world: World, requests: Requests) -> Iterator[list[Event]]:
    """Fold a log into a world in which nothing has happened, and tell what was folded, some at a time.

    LogError if the log is not whole.
    """
    records = checked(log.records(), log.meta())
    while some := list(islice(records, TOGETHER)):
        events = [event_of(record) for record in some]
        for event in events:
            fold(world, event)
        for record in some:
            if record.request:
                requests.keep(record.author, record.request, record.seq, record.digest)
        yield events
