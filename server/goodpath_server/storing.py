"""Waits until everything that a session has decided so far is stored."""

import asyncio

from goodpath_core.errors import LogError
from goodpath_server.session import Session


async def all_stored(session: Session) -> None:
    """Wait until everything decided so far is stored; LogError if it could not be."""
    landed: asyncio.Future[LogError | None] = asyncio.get_running_loop().create_future()
    session.when_stored(landed.set_result)
    fault = await landed
    if fault:
        raise fault
