"""Events read from the log and made ready to be sent, by the thread that reads them."""

import asyncio
from collections.abc import Callable, Sequence

from goodpath_core.play.event import Event
from goodpath_core.record import event_of
from goodpath_core.wire.codec import event_blob
from goodpath_server.log.port import Log


async def read_out(log: Log, numbers: Sequence[int], still_said: Callable[[Event], Event]) -> list[bytes]:
    """The events with these numbers, each as frames of news hold it; LogError if one cannot be read.

    `still_said` gives an event as it may be told now: the same one, or one with fewer words. It is asked once
    nothing waits any more, so that nothing removed meanwhile is sent.
    """
    read = await asyncio.to_thread(_read, log, numbers)
    told = ((event, blob, still_said(event)) for event, blob in read)
    return [blob if left is event else event_blob(left) for event, blob, left in told]


def _read(log: Log, numbers: Sequence[int]) -> list[tuple[Event, bytes]]:
    events = map(event_of, log.read(numbers))
    return [(event, event_blob(event)) for event in events]
