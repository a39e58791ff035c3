"""The students' own link to a seat that is theirs already."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from goodpath_client.joining import Identity
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_client.store import Store
from goodpath_core.wire.frames import Welcome

CODE = "of no use"
"""The seat is found by its token alone."""


@dataclass(frozen=True)
class Client:
    """A client without a screen."""

    link: Link
    store: Store
    outbox: Outbox


@asynccontextmanager
async def client(port: int, seat: Welcome, name: str, store: Store | None = None) -> AsyncIterator[Client]:
    """A client in this seat, which comes back at once; `name` begins the ids of its requests.

    A store of an earlier one is carried on.
    """
    address = f"ws://127.0.0.1:{port}"
    tokens = SeatTokens(None)
    tokens.keep(SeatToken(address, seat.session, CODE, "", "student", seat.seat, seat.token))
    made = iter(range(10_000))
    outbox, store = Outbox(None, lambda: f"{name}-{next(made)}"), store or Store()
    link = Link(address, Identity(code=CODE), store, outbox, tokens, dice=lambda: 0.0, now=lambda: 0)
    running = asyncio.create_task(link.run())
    try:
        yield Client(link, store, outbox)
    finally:
        await link.close()
        await running
