"""The shelf asks a real server for pictures, and not for ever for one that there is not."""

import asyncio
from typing import Any, cast

from client.teacher.classroom import Classroom, until
from goodpath_client.shelf import Link, Shelf
from goodpath_core.play.seats import Observe, TakePersona
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


async def test_what_was_refused_is_asked_for_again_once_somebody_else_is_played() -> None:
    async with Classroom() as room:
        pupil, other = await room.pupil("Ana", "1/yuting"), await room.pupil("Ben")
        link, came = Counted(pupil.link), list[str]()
        shelf = Shelf(came.append)
        fetching = asyncio.create_task(shelf.fetch(cast(Link, link)))
        mine, theirs = "room-yuting.png", "room-jun.png"
        pupil.store.on_change(shelf.note)

        assert (shelf.get(theirs), shelf.get(mine)) == (b"", b"")
        await until(lambda: came == [mine])
        await other.do(TakePersona(persona="1/chunmei"))
        await until(lambda: pupil.store.world.persons["1/chunmei"].played)
        assert shelf.get(theirs) == b""
        assert link.files == [theirs, mine]

        await pupil.do(Observe())
        await pupil.do(TakePersona(persona="1/jun"))
        await until(lambda: pupil.store.persona and pupil.store.persona.room_picture == theirs)
        assert (shelf.get(mine)[:4], shelf.get(theirs)) == (b"\x89PNG", b"")
        await until(lambda: came == [mine, theirs])
        fetching.cancel()
