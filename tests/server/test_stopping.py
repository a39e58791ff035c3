"""While a server stops nothing begins: what is asked for is refused, and a seat is closed whole or not."""

import asyncio
import threading

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.seats import OpenSeat
from goodpath_core.wire.frames import AskReset
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.memory import MemoryLog
from goodpath_server.session import SERVER, STOPPED
from hall import Hall, until


class SlowClose(MemoryLog):
    """A log that takes its time to be let go of."""

    def __init__(self) -> None:
        super().__init__({"session": "s1"})
        self.begun, self.gate = threading.Event(), threading.Event()

    def close(self) -> None:
        """Wait until the test lets it."""
        self.begun.set()
        self.gate.wait(20)


async def test_a_seat_that_is_reset_while_the_server_stops_is_not_closed_and_the_teacher_is_told() -> None:
    log, keys = SlowClose(), KeyFile(None)
    hall = Hall(log, keys=keys)
    one, teacher = await hall.student("1/yuting"), await hall.teacher()
    closing = asyncio.create_task(hall.close())
    await until(log.begun.is_set)
    async with asyncio.timeout(5):
        assert await hall.ask(teacher, AskReset(seat=1)) == "stopping"
    log.gate.set()
    await closing
    assert one.closings == []
    again = Hall(log, keys=keys)
    back = await again.back(one)
    assert (back.welcome.seat, back.welcome.persona) == (1, "1/yuting")
    # Once it is back the same key closes the seat.
    assert await again.ask(await again.teacher(), AskReset(seat=1)) == {"seat": 1}
    await again.close()


async def test_nothing_is_begun_by_the_server_itself_while_it_stops_but_that_nobody_is_here() -> None:
    log = SlowClose()
    hall = Hall(log)
    await hall.student("1/yuting")
    closing = asyncio.create_task(hall.close())
    await until(log.begun.is_set)
    with pytest.raises(Refused, match=STOPPED.text):
        hall.session.command(OpenSeat(role="observer"), SERVER)
    log.gate.set()
    await closing
    assert [seat.here for seat in hall.session.stored.seats.values()] == [False]
