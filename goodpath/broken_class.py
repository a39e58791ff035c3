"""Break a class off as soon as a task that it stands on fails, and see its links off whatever they raise."""

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from goodpath_client.crash import kind_and_place
from goodpath_core.errors import GoodpathError

T = TypeVar("T")


class Closable(Protocol):
    """A link, as far as it is seen off."""

    async def close(self) -> None:
        """End the connection, and with it the task that keeps it up."""


async def unless_broken(work: Coroutine[Any, Any, T], tasks: Iterable[asyncio.Task[Any]], stored: str) -> T:
    """What some work gives; it is broken off at once when one of these tasks fails, with GoodpathError.

    `stored` says where what was played until then lies.
    """
    working = asyncio.create_task(work)
    waiting: set[asyncio.Task[Any]] = {working, *tasks}
    try:
        while not working.done():
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {working}:
                must_be_sound(task, stored)
        return working.result()
    finally:
        working.cancel()
        await asyncio.wait([working])


def must_be_sound(task: asyncio.Task[Any], stored: str = "") -> None:
    """GoodpathError with a sentence where a task that is done has failed, or was ended by nobody here."""
    fault = asyncio.CancelledError() if task.cancelled() else task.exception()
    if fault is None or isinstance(fault, GoodpathError):
        task.result()
        return
    kept = f"; {stored}" if stored else ""
    raise GoodpathError(
        f"The class broke off because of a fault of goodpath's own: {kind_and_place(fault)}{kept}; "
        "try again with another --seed."
    ) from fault


async def see_off(
    robots: Sequence[asyncio.Task[Any]], links: Sequence[tuple[Closable, asyncio.Task[Any]]]
) -> None:
    """End the robots and close every link, whatever one of them raises; then none of their tasks is left."""
    for robot in robots:
        robot.cancel()
    faults = await asyncio.gather(*(link.close() for link, _ in links), return_exceptions=True)
    for (_, running), fault in zip(links, faults, strict=True):
        if fault is not None:
            running.cancel()
    await asyncio.gather(*robots, *(running for _, running in links), return_exceptions=True)
