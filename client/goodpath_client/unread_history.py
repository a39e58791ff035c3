"""Fetch what a copy does not know of a chat, as far back as somebody has read it, in bounded steps."""

import asyncio
from typing import Final

from goodpath_client.shelf import Link
from goodpath_client.store import Store
from goodpath_core.wire.limits import ASK_RATE

PAGES_MAX: Final = 20
"""So many pages are fetched at once at most; whoever is further behind goes on by opening the chat again."""
PACE_S: Final = 2 / ASK_RATE
"""Seconds between two pages: half of what may be asked is left for pictures and all else."""


async def fetch_back_to(link: Link, store: Store, room: str, read: int) -> None:
    """Fetch the lines of a room behind the line `read` that are not known; waits for a connection.

    Raises GoodpathError where they cannot be had; what came by then is in the store.
    """
    for page in range(PAGES_MAX):
        gap = store.known.gap(room)
        if gap <= read:
            return
        if page:
            await asyncio.sleep(PACE_S)
        await link.fetch_history(room)
        if store.known.gap(room) == gap:
            return  # What came does not join what is known: the copy was made anew meanwhile.
