"""Nobody is waited for: no socket is awaited on the way out, and a slow disk holds up no reader."""

import ast
import threading
from collections.abc import Sequence
from pathlib import Path

import goodpath_server
from goodpath_core.wire.frames import AskState, Do
from goodpath_core.wire.values import world_from
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry
from hall import Hall

SOCKET_WAITS = {"send", "drain", "ping", "pong", "sendall", "sock_sendall", "recv", "writelines"}


def awaited(path: Path) -> set[str]:
    """Names of the methods whose results a module awaits."""
    calls = [
        node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Await)
    ]
    functions = [call.func for call in calls if isinstance(call, ast.Call)]
    return {function.attr for function in functions if isinstance(function, ast.Attribute)}


def test_no_module_of_the_server_awaits_a_write_to_a_socket() -> None:
    modules = sorted(Path(goodpath_server.__file__).parent.rglob("*.py"))
    assert len(modules) > 15
    assert {path.name: awaited(path) & SOCKET_WAITS for path in modules if awaited(path) & SOCKET_WAITS} == {}


class StuckDisk(MemoryLog):
    """A log that stores nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__({"session": "s1"})
        self.gate = threading.Event()
        self.gate.set()

    def append(self, entries: Sequence[Entry]) -> None:
        self.gate.wait(20)
        super().append(entries)


async def test_while_the_disk_is_stuck_questions_are_answered_and_lines_wait_their_turn() -> None:
    disk = StuckDisk()
    hall = Hall(disk)
    one = await hall.student("1/yuting")
    await hall.start()
    stored = hall.session.stored.seq
    disk.gate.clear()
    for number in range(5):
        command = {"kind": "post_message", "room": "1/line3", "text": f"line {number}"}
        hall.session.take([(one.member, Do(id=f"a{number}", command=command))])
    assert world_from(await hall.ask(one, AskState())).seq == stored
    disk.gate.set()
    await hall.settle()
    assert [request for request, _ in one.done[-5:]] == [f"a{number}" for number in range(5)]
