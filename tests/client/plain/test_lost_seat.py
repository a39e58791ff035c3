"""In lines of text too it is told that a seat was closed, and what was not sent from it."""

import asyncio
from pathlib import Path

from client.line_terminal import town_with_ming, yuting
from client.little_server import Ids, LittleServer, seat_of_yuting, until
from goodpath_client.outbox import Outbox
from goodpath_client.plain.talk import talk
from goodpath_core.play.control import EndSession
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.closing import ENDED, RESET
from town import TEACHER, playing


async def test_what_an_earlier_process_has_left_is_read_out_before_it_is_said_why_there_is_no_seat(
    tmp_path: Path,
) -> None:
    killed = Outbox(tmp_path / "outbox", Ids("before"))
    killed.open("town|student|1")
    killed.add(PostMessage(room="1/line3", text="Nobody reads this."), "1/yuting")
    printed: list[str] = []
    async with LittleServer(playing()) as server:
        server.void["seat-1"] = RESET
        link, store = server.link(
            Outbox(tmp_path / "outbox", Ids()), seat_of_yuting(tmp_path / "seats.json", server)
        )
        never: asyncio.Queue[str | None] = asyncio.Queue()
        why = await talk(link, store, read=never.get, write=printed.append, now=lambda: 0)
    assert why == RESET.text
    (no,) = [at for at, line in enumerate(printed) if line.startswith("Not done: ")]
    assert printed[no].startswith("Not done: This was for a seat that your teacher has closed, ")
    assert printed[no + 1] == "You had written: Nobody reads this."


async def test_whoever_plays_on_hears_it_and_that_the_connection_is_closed(tmp_path: Path) -> None:
    printed: list[str] = []
    typed: asyncio.Queue[str | None] = asyncio.Queue()
    async with LittleServer(town_with_ming()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        talking = asyncio.create_task(talk(link, store, read=typed.get, write=printed.append, now=lambda: 0))
        await until(lambda: store.link.kind == "connected")
        server.cut()
        await until(lambda: store.link.kind == "reconnecting")
        link.do(PostMessage(room="1/line3", text="Nobody reads this."))
        server.void["seat-1"] = RESET
        assert await talking == ""
    assert "You had written, as Ming: Nobody reads this." in printed
    assert printed[-1] == f"The connection is closed. {RESET.text}"


async def test_whoever_reads_on_after_the_end_stays_when_the_server_is_stopped_and_leaves_by_the_order() -> (
    None
):
    async with yuting() as me:
        await me.server.do(EndSession(), TEACHER)
        await me.hear("/quit leaves.")
        await me.server.end(ENDED)
        await me.hear(
            "The connection is closed. The session is over; nothing more will come. You can read on."
        )
        await me.type("/life", "Yuting")
        assert not me.talking.done()
        me.typed.put_nowait("/quit\n")
        await until(me.talking.done)
