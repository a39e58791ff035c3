"""Waits until everything that a session has decided so far is stored."""

import asyncio

from goodpath_core.errors import LogError
from goodpath_server.session import Session


async def all_stored(session: Session) -> None:
    """Wait until everything decided so far is stored; LogError if it could not be."""
    landed: asyncio.Future[LogError | None] = asyncio.get_running_loop().create_future()

    def tell(fault: LogError | None) -> None:
        if not landed.done():  # it is when who waits has gone meanwhile
            landed.set_result(fault)

    session.when_stored(tell)
    fault = await landed
    if fault:
        raise fault
