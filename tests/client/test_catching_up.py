"""Somebody who comes back is catching up until everything missed has come."""

import asyncio
from pathlib import Path

from client.little_server import LittleServer, running, seat_of_yuting, until
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.wire.frames import AskHistory
from town import playing


async def test_it_is_catching_up_until_the_last_of_what_was_missed_has_come(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.slow = True
            server.cut()
            ming, chunmei = server.town.player("1/ming"), server.town.player("1/chunmei")
            for number in range(40):
                server.town.do(PostMessage(room="1/line3", text=f"Line {number}."), ming)
            # What happens last is not for this seat.
            server.town.do(PutPhoneDown(), chunmei)
            server.town.do(Think(text="away"), chunmei)
            await until(lambda: store.link.kind == "catching_up" and server.joined)
            # Longer than any guess: as on a line that brings a few lines a second.
            began = asyncio.get_running_loop().time()
            while asyncio.get_running_loop().time() - began < 1.2:
                await link.ask(AskHistory(room="1/line3", before=1))
                assert store.link.kind == "catching_up"
            await server.tell()
            await until(lambda: len(store.lines("1/line3")) == 40)
            await link.ask(AskHistory(room="1/line3", before=1))
            assert (store.link.kind, store.link.waiting) == ("catching_up", 1)
            await server.say_all_is_sent()
            await until(lambda: store.link.kind == "connected")
