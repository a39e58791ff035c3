"""Stopping in order, and the one writer of a file."""

import asyncio
import sqlite3
import subprocess
from contextlib import closing
from itertools import cycle
from pathlib import Path

import pytest

from goodpath_core.wire.closing import RESTART
from goodpath_core.wire.frames import Do
from soaks.review import exported
from soaks.stalled import HALF_OPEN_BYTES, TABLE, narrow, stuff
from whole_class import PROGRAM, ServerProcess, Wire, play, see_off, talk_scenario

ROOM = "1/talk1"


EXIT_S = 5


class Talkers:
    """People who say long lines in turn, each as fast as the server takes them."""

    def __init__(self, wires: list[Wire]) -> None:
        self._wires = cycle(wires)
        self._said = 0

    async def say(self) -> None:
        """Say a line; whoever was too fast leaves it to the next."""
        answer = ""
        while answer != "done":
            self._said += 1
            text = "雨" * 4000
            answer = await next(self._wires).ask(f"r{self._said}", "post_message", room=ROOM, text=text)
            await asyncio.sleep(0.02 if answer == "too_fast" else 0)


async def say_until_stopping(wire: Wire) -> list[str]:
    """Say lines without waiting for their answers until one is refused because of the end; all of them."""
    said = list[str]()
    async with asyncio.timeout(EXIT_S):
        while "stopping" not in [refusal.code for refusal in wire.refused.values()]:
            said.append(f"late {len(said)}")
            command = {"kind": "post_message", "room": ROOM, "text": said[-1]}
            await wire.say(Do(id=said[-1], command=command))
            await asyncio.sleep(0.02)
    return said


async def test_a_server_told_to_stop_stores_what_it_took_and_tells_everybody(tmp_path: Path) -> None:
    if not TABLE.exists():
        pytest.skip("whether a socket is full can be seen on Linux only")
    path, errors = tmp_path / "a.goodpath", tmp_path / "errors.txt"
    server = await ServerProcess.start(talk_scenario(tmp_path), "-o", path, "--port", "0", errors=errors)
    personas = [f"1/m{number}" for number in range(1, 31)]
    teacher, (last, *players) = await play(server.port, server.code, server.secret, personas)
    stalled = await narrow(server.port, token=players[0].welcome.token, history=0)
    talkers = Talkers(players[1:])
    assert await stuff(server.port, stalled, talkers.say) > HALF_OPEN_BYTES
    with closing(sqlite3.connect(path, isolation_level=None)) as disk:
        # A disk that is slow for a moment: what was taken is not stored yet when the end begins.
        disk.execute("BEGIN IMMEDIATE")
        began = asyncio.get_running_loop().time()
        stopping = asyncio.create_task(server.stop())
        said = await say_until_stopping(last)
        disk.execute("ROLLBACK")
    assert await stopping == 0
    assert asyncio.get_running_loop().time() - began <= EXIT_S
    assert {await wire.ended() for wire in (teacher, last, *players[1:])} == {RESTART.code}
    await stalled.cut()
    await see_off()
    stored = {line.request: line.seq for line in await exported(path)}
    for wire in (last, *players[1:]):
        told = {request: seq for request, seq in wire.done.items() if request != "take"}
        assert told.items() <= stored.items()
    taken = [request for request in said if request in stored]
    refused = [request for request in said if request in last.refused]
    assert taken and taken == [request for request in said if request in last.done]
    assert {last.refused[request].code for request in refused} == {"stopping"}
    assert set(taken).isdisjoint(refused)
    assert errors.read_text("utf-8") == ""


async def test_a_server_whose_file_another_program_holds_ends_in_time_with_all_that_it_told(
    tmp_path: Path,
) -> None:
    path, errors = tmp_path / "a.goodpath", tmp_path / "errors.txt"
    server = await ServerProcess.start(talk_scenario(tmp_path), "-o", path, "--port", "0", errors=errors)
    teacher, (one, other) = await play(server.port, server.code, server.secret, ["1/m1", "1/m2"])
    assert await one.ask("told", "post_message", room=ROOM, text="told") == "done"
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        tool.execute("BEGIN IMMEDIATE")
        command = {"kind": "post_message", "room": ROOM, "text": "taken"}
        await one.say(Do(id="taken", command=command))
        began = asyncio.get_running_loop().time()
        stopping = asyncio.create_task(server.stop())
        assert {await wire.ended() for wire in (teacher, one, other)} == {RESTART.code}
        assert await stopping == 0
        assert asyncio.get_running_loop().time() - began <= EXIT_S
    await see_off()
    assert "taken" not in one.done
    assert [line.text for line in await exported(path)] == ["told"]
    assert errors.read_text("utf-8") == ""


async def test_a_second_server_on_the_same_file_says_so_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    words = (talk_scenario(tmp_path), "-o", path, "--port", "0")
    server = await ServerProcess.start(*words, errors=tmp_path / "errors.txt")
    command = [str(PROGRAM), "serve", *map(str, words)]
    second = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, check=False, timeout=60
    )
    said = (
        "goodpath: Another server already writes a.goodpath; stop it first, or choose another file with -o. "
        f"Its console: {PROGRAM} teach 127.0.0.1:{server.port} --key {tmp_path}/a.key"
    )
    assert (second.returncode, second.stderr.strip(), second.stdout) == (1, said, "")
    wire = await Wire.join(server.port, code=server.code)
    assert wire.welcome.seat == 1
    assert await server.stop() == 0
    await see_off()
