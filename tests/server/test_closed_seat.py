"""A seat that the teacher closed stays closed, whatever lies beside the session file."""

import asyncio
import threading
from pathlib import Path

from goodpath_core.wire.closing import RESET
from goodpath_core.wire.frames import AskReset, Hello
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.memory import MemoryLog
from goodpath_server.session import STOPPED
from hall import CODE, Hall, until


async def test_an_older_key_file_that_was_put_back_does_not_open_it_again(tmp_path: Path) -> None:
    path, log = tmp_path / "class.key", MemoryLog({"session": "s1"})
    hall = Hall(log, keys=KeyFile(path, "s1"))
    token = (await hall.student("1/yuting", name="Mina", secret="a1" * 16)).welcome.token
    older = path.read_bytes()
    await hall.reception.reset(1)
    await hall.close()
    path.write_bytes(older)
    again = Hall(log, keys=KeyFile(path, "s1"))
    closed = ("seat_closed", RESET.text, RESET.code)
    assert await again.refused(Hello(version=PROTOCOL, token=token)) == closed
    assert await again.refused(Hello(version=PROTOCOL, code=CODE, secret=token)) == closed
    assert (await again.student(secret="b2" * 16)).welcome.seat == 2


class SlowToClose(MemoryLog):
    """A log whose disk takes its time once all is stored."""

    def __init__(self) -> None:
        super().__init__({"session": "s1"})
        self.is_closing, self.may_close = threading.Event(), threading.Event()

    def close(self) -> None:
        """Close once that may be."""
        self.is_closing.set()
        assert self.may_close.wait(20)
        super().close()


async def test_a_seat_is_closed_whole_or_not_at_all_while_the_server_stops(tmp_path: Path) -> None:
    log, keys = SlowToClose(), KeyFile(tmp_path / "class.key", "s1")
    hall = Hall(log, keys=keys)
    pupil, teacher = await hall.student("1/yuting"), await hall.teacher()
    stopping = asyncio.create_task(hall.close())
    await until(log.is_closing.is_set)
    assert await hall.ask(teacher, AskReset(seat=pupil.welcome.seat)) == STOPPED.code
    assert pupil.closings == []
    log.may_close.set()
    await stopping
    again = Hall(log, keys=keys)
    assert (await again.back(pupil)).welcome.persona == "1/yuting"
    await again.close()
