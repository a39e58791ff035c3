"""Do what is typed in its order: with a copy of the session, and when the line before it is answered."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Final, Literal

from goodpath_client.plain.table import Table
from goodpath_client.store import Store

PATIENCE_S: Final = 2.0
"""So long the next line waits at most for an answer to the last: a script of lines is read in no time."""

Read = Callable[[], Awaitable[str | None]]
Obey = Callable[[Table, str], None]
When = Literal["at once", "with a copy", "last"]
"""When a line can be done: needing nothing, with the copy of the session, or after all typed before it."""


async def obey_all(table: Table, read: Read, obey: Obey, when: Callable[[str], When]) -> None:
    """Do each line `when` it can be done, until one leaves or the input ends."""
    lines = await _early(table, read, obey, when)
    while not table.left:
        line = lines.pop(0) if lines else await read()
        if line is None:
            return
        before = table.asked.waiting
        obey(table, line)
        await _answered(table, before)


async def first_answer(store: Store) -> None:
    """Wait until the first try to join has come to something: the input may have ended long before."""
    await _until(store, lambda: store.welcome is not None or store.link.kind != "connecting")


async def _early(table: Table, read: Read, obey: Obey, when: Callable[[str], When]) -> list[str | None]:
    """What is typed before the copy has come and must wait for it; the rest is done at once."""
    waiting: list[str | None] = []
    coming = asyncio.ensure_future(_until(table.store, lambda: table.store.view is not None))
    try:
        while not (coming.done() or table.left):
            typing = asyncio.ensure_future(read())
            try:
                await asyncio.wait({coming, typing}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                # A reading that was given up must not take a line from whoever reads next.
                typing.cancel()
            if not typing.done():
                break
            line = typing.result()
            if line is None or (waiting and when(line) == "last"):
                return [*waiting, line] if await _has_copy(table.store) else [None]
            if when(line) == "with a copy":
                waiting.append(line)
            else:
                obey(table, line)
        return waiting
    finally:
        coming.cancel()


async def _has_copy(store: Store) -> bool:
    """Whether the first try to join brings a copy; nothing more is to be typed, so there is no second try."""
    await first_answer(store)
    if store.welcome is not None:
        await _until(store, lambda: store.view is not None or store.link.kind == "closed")
    return store.view is not None


async def _answered(table: Table, before: frozenset[str]) -> None:
    """Wait for the answer to what was asked for since, but no longer than a person would.

    What is held until a paused world goes on has its answer later.
    """
    store = table.store

    def is_answered() -> bool:
        return not (table.asked.waiting - before - {*store.link.held} or store.stale)

    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await _until(store, lambda: not store.link.online or is_answered())


async def _until(store: Store, true: Callable[[], bool]) -> None:
    """Wait until something is so; it is looked at whenever the store changes."""
    changed = asyncio.Event()
    end = store.on_change(lambda change: changed.set())
    try:
        while not true():
            changed.clear()
            await changed.wait()
    finally:
        end()
