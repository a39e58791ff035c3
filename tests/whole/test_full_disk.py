"""A full disk: nothing is acknowledged that is not stored, reading goes on, and writing too once it can."""

import asyncio
import resource
import subprocess
from pathlib import Path

import pytest

from whole_class import PROGRAM, ServerProcess, Wire, play, see_off, talk_scenario

ROOM = "1/talk1"
SPACE = 600_000
"""Bytes that a file of the server may have until there is space again."""


def bound_files(server: ServerProcess, most: int) -> None:
    """Bound the files of the server; its hard bound stays, so that there can be space again."""
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


async def test_a_full_disk_refuses_reads_on_and_recovers_without_a_restart(tmp_path: Path) -> None:
    if not hasattr(resource, "prlimit"):
        pytest.skip("the bound of another process can be raised on Linux only")
    path, errors = tmp_path / "a.goodpath", tmp_path / "errors.txt"
    words = (talk_scenario(tmp_path), "-o", path, "--port", "0")
    server = await ServerProcess.start(*words, errors=errors)
    bound_files(server, SPACE)
    _, (one, other) = await play(server.port, server.code, server.secret, ["1/m1", "1/m2"])
    answers, number = list[str](), 0
    while not answers or answers[-1] != "storage_error":
        number += 1
        answers.append(await one.ask(f"r{number}", "post_message", room=ROOM, text="x" * 4000))
        if answers[-1] == "too_fast":
            await asyncio.sleep(one.refused[f"r{number}"].retry_after or 0)
    lost = f"r{number}"
    assert one.refused[lost].retry_after
    assert set(answers) == {"done", "too_fast", "storage_error"}
    heard = len(other.lines(ROOM))
    assert isinstance(await other.query(1, kind="history", room=ROOM, before=10_000), bytes)
    assert isinstance(await other.query(2, kind="state"), bytes)
    bound_files(server, resource.RLIM_INFINITY)
    while lost not in one.done:
        await asyncio.sleep(0.3)
        one.refused.pop(lost, None)
        await one.ask(lost, "post_message", room=ROOM, text="x" * 4000)
    await other.until(lambda: len(other.lines(ROOM)) > heard)
    acked = sorted(seq for request, seq in one.done.items() if request.startswith("r"))
    assert [seq for seq, _ in other.lines(ROOM)] == acked
    assert await server.stop() == 0
    verdict = await asyncio.to_thread(
        subprocess.run, [str(PROGRAM), "verify", str(path)], capture_output=True, text=True, check=False
    )
    assert verdict.returncode == 0, verdict.stderr
    assert "Traceback" not in errors.read_text("utf-8")
    again = await ServerProcess.start(*words, errors=errors)
    back = await Wire.join(again.port, token=one.welcome.token, epoch=one.welcome.epoch, seq=acked[0])
    await back.until(lambda: len(back.lines(ROOM)) == len(acked) - 1)
    assert [seq for seq, _ in back.lines(ROOM)] == acked[1:]
    assert await again.stop() == 0
    await see_off()
