"""What was asked too fast is asked again by itself, once it may be."""

import asyncio
from pathlib import Path

import pytest

from client.little_server import LittleServer, running, seat_of_yuting, until
from goodpath_core.errors import GoodpathError
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.closing import TAKEN_OVER
from goodpath_core.wire.frames import AskHistory
from town import playing

ROOM = "1/line3"


async def test_lines_that_were_asked_for_too_fast_come_as_soon_as_they_may(tmp_path: Path) -> None:
    town = playing()
    for number in range(3):
        town.do(PostMessage(room=ROOM, text=f"Line {number}."), town.player("1/ming"))
    async with LittleServer(town) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.asked_too_fast = [0.05, 0.05]
            began = asyncio.get_running_loop().time()
            said = await link.ask(AskHistory(room=ROOM, before=10_000))
            assert asyncio.get_running_loop().time() - began >= 0.1
            assert [values[8]["text"] for values in said] == ["Line 0.", "Line 1.", "Line 2."]


async def test_who_waits_for_the_turn_to_ask_hears_that_the_link_has_ended(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.asked_too_fast = [0.2]
            asking = asyncio.create_task(link.ask(AskHistory(room=ROOM, before=10_000)))
            await until(lambda: not server.asked_too_fast)
            await server.end(TAKEN_OVER)
            with pytest.raises(GoodpathError, match=TAKEN_OVER.text):
                await asking
