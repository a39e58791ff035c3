"""A fault of the server's own: who met it is told, the log of the server says where, all others go on."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace

from goodpath_core.errors import ProtocolError, Refused
from goodpath_core.play.registry import reduce
from goodpath_core.play.state import World
from goodpath_core.wire.closing import SERVER_FAULT
from goodpath_server.batch import Batch

AGAIN_MS = 5_000
"""Milliseconds of the class's clock after which a script that met a fault is tried again."""
OWN_FAULT = Refused(
    "server_fault", "The server has made a mistake, so nothing was done; tell your teacher, and go on."
)
"""What is said to whoever asked for what the server could not do by a fault of its own."""
_log = logging.getLogger("goodpath")


def note_fault(during: str) -> None:
    """Write the fault that is being handled, with where it happened, to where the server complains."""
    _log.exception("A fault of the server's own, %s; everything before it stands:", during)


def sent_away() -> ProtocolError:
    """What ends a connection with which the server cannot go on by a fault of its own."""
    return ProtocolError("server_fault", SERVER_FAULT.text, SERVER_FAULT.code)


@contextmanager
def sending_away(during: str) -> Iterator[None]:
    """Whatever fails in here ends the connection: ProtocolError, be it the peer's fault or the server's."""
    try:
        yield
    except ProtocolError:
        raise
    except Exception as fault:
        note_fault(during)
        raise sent_away() from fault


@contextmanager
def passed_over(during: str) -> Iterator[None]:
    """Whatever fails in here is noted, and what comes behind it goes on."""
    try:
        yield
    except Exception:
        note_fault(during)


def remade(stored: World, *batches: Batch | None) -> World:
    """The world anew: as it is stored, and then as these batches, where there are any, have changed it."""
    world = own_copy(stored)
    for batch in filter(None, batches):
        for entry in batch.entries:
            reduce(world, entry.event)
    return world


def own_copy(world: World) -> World:
    """A copy that can go its own way; the scenario, which nobody changes, is shared."""
    copied = deepcopy(replace(world, scenario=None))
    copied.scenario = world.scenario
    return copied
