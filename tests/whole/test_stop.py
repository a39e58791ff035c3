"""Stopping in order, and the one writer of a file."""

import asyncio
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

from websockets.exceptions import ConnectionClosed

from goodpath_core.wire.closing import RESTART
from goodpath_core.wire.frames import Do
from whole_class import PROGRAM, ServerProcess, Wire, play, see_off, talk_scenario

ROOM = "1/talk1"


async def talk(wire: Wire) -> None:
    """Say a line every tenth of a second until the connection ends."""
    with suppress(ConnectionClosed):
        for number in range(1000):
            command = {"kind": "post_message", "room": ROOM, "text": f"line {number}"}
            await wire.say(Do(id=f"r{number}", command=command))
            await asyncio.sleep(0.1)


async def test_a_server_told_to_stop_stores_what_it_took_and_tells_everybody(tmp_path: Path) -> None:
    path, errors = tmp_path / "a.goodpath", tmp_path / "errors.txt"
    server = await ServerProcess.start(talk_scenario(tmp_path), "-o", path, "--port", "0", errors=errors)
    personas = [f"1/m{number}" for number in range(1, 21)]
    teacher, players = await play(server.port, server.code, server.secret, personas)
    stalled, talkers = players[0], players[1:]
    stalled.socket.transport.pause_reading()
    talking = [asyncio.create_task(talk(wire)) for wire in talkers]
    await teacher.until(lambda: len(teacher.lines(ROOM)) > 100)
    # A server that waits for the stalled one would never end.
    async with asyncio.timeout(20):
        assert await server.stop() == 0
    assert {await wire.ended() for wire in (teacher, *talkers)} == {RESTART.code}
    await stalled.cut()
    await asyncio.gather(*talking)
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("SELECT author, request, seq FROM event WHERE request LIKE 'r%'").fetchall()
    stored = {(author, request): seq for author, request, seq in rows}
    for wire in talkers:
        for request, seq in wire.done.items():
            if request.startswith("r"):
                assert stored[f"seat:{wire.welcome.seat}", request] == seq
    assert errors.read_text("utf-8") == ""
    await see_off()


async def test_a_second_server_on_the_same_file_says_so_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    words = (talk_scenario(tmp_path), "-o", path, "--port", "0")
    server = await ServerProcess.start(*words, errors=tmp_path / "errors.txt")
    command = [str(PROGRAM), "serve", *map(str, words)]
    second = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, check=False, timeout=60
    )
    said = (
        "goodpath: Another server already writes a.goodpath; stop it first, or choose another file with -o."
    )
    assert (second.returncode, second.stderr.strip(), second.stdout) == (1, said, "")
    wire = await Wire.join(server.port, code=server.code)
    assert wire.welcome.seat == 1
    assert await server.stop() == 0
    await see_off()
