"""Stops a server whose session is over, from wherever its teacher is: the secret is enough."""

import asyncio

from goodpath.ending import PATIENCE_S
from goodpath.playing import open_seat
from goodpath_client.own_clock import OwnClock
from goodpath_core.errors import GoodpathError
from goodpath_core.wire.frames import AskShutDown


async def shut_down(address: str, secret: str, patience_s: float = PATIENCE_S) -> None:
    """Have the server at an address store everything and stop.

    GoodpathError, with its sentence, if it says no; or with one of ours if it does not go in so many seconds.
    """
    link, *_ = open_seat(address, secret, role="teacher", now=OwnClock().now_ms)
    running = asyncio.create_task(link.run())
    try:
        async with asyncio.timeout(patience_s):
            await link.ask(AskShutDown())
            await asyncio.wait([running])
    except TimeoutError:
        raise GoodpathError(
            "The server does not answer, so it was not stopped; come back to it and try again."
        ) from None
    finally:
        await link.close()
        await asyncio.wait([running])
