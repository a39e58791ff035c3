"""A seat that the teacher closed stays closed, whatever lies beside the session file."""

from pathlib import Path

from goodpath_core.wire.closing import RESET
from goodpath_core.wire.frames import Hello
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.memory import MemoryLog
from hall import CODE, Hall


async def test_an_older_key_file_that_was_put_back_does_not_open_it_again(tmp_path: Path) -> None:
    path, log = tmp_path / "class.key", MemoryLog({"session": "s1"})
    hall = Hall(log, keys=KeyFile(path, "s1"))
    token = (await hall.student("1/yuting", name="Mina", secret="a1" * 16)).welcome.token
    older = path.read_bytes()
    await hall.doorkeeper.reset(1)
    await hall.close()
    path.write_bytes(older)
    again = Hall(log, keys=KeyFile(path, "s1"))
    closed = ("seat_closed", RESET.text, RESET.code)
    assert await again.refused(Hello(version=PROTOCOL, token=token)) == closed
    assert await again.refused(Hello(version=PROTOCOL, code=CODE, secret=token)) == closed
    assert (await again.student(secret="b2" * 16)).welcome.seat == 2
