"""The shelf asks a real server for pictures, and not for ever for one that there is not."""

import asyncio
from typing import Any, cast

from client.teacher.classroom import Classroom, until
from goodpath_client.shelf import Link, Shelf
from goodpath_core.wire.frames import AskPicture, Query


class Counted:
    """A link that remembers for which files it was asked."""

    def __init__(self, link: object) -> None:
        self._link = cast(Link, link)
        self.files: list[str] = []

    async def ask(self, query: Query) -> Any:
        """Pass it on."""
        assert isinstance(query, AskPicture)
        self.files.append(query.file)
        return await self._link.ask(query)


async def test_a_picture_that_the_server_does_not_have_is_asked_for_once() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        link, came = Counted(pupil.link), list[str]()
        shelf = Shelf(came.append)
        fetching = asyncio.create_task(shelf.fetch(cast(Link, link)))
        view = pupil.store.view
        assert view is not None
        there = view.cards[0].picture

        assert shelf.get("none.png") == b""
        await until(lambda: link.files == ["none.png"])
        assert shelf.get(there) == b""
        await until(lambda: came == [there])

        assert shelf.get("none.png") == b""
        assert shelf.get(there).startswith(b"\x89PNG")
        await asyncio.sleep(0)
        assert link.files == ["none.png", there]
        fetching.cancel()
