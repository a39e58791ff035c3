"""Whoever stops reading is cut and costs the others nothing."""

import asyncio
from pathlib import Path

from goodpath_core.wire.frames import Do
from whole_class import ServerProcess, Wire, see_off

BIG = "🌧" * 3900
"""A line of 15,600 bytes."""
WARM = 600
"""So many lines are read by all, until the server's own buffers and what it keeps have their size."""
LINES = 1500
"""So many lines come while one does not read."""
GROWTH_KIB = 20_000
"""The one who does not read may cost so much, with what is kept for those who come back."""


async def seats(tokens: Path) -> list[str]:
    """The tokens of a load test, once they are all written."""
    while not tokens.exists() or len(tokens.read_text("ascii").splitlines()) < 8:
        await asyncio.sleep(0.05)
    return [line.split()[2] for line in tokens.read_text("ascii").splitlines()]


async def post(speaker: Wire, numbers: range) -> None:
    """Say a line for each number, at most a hundred ahead of what is stored."""
    for number in numbers:
        command = {"kind": "post_message", "room": "1/crowd", "text": BIG}
        await speaker.say(Do(id=f"a{number}", command=command))
        if number % 50 == 49:
            await speaker.until(lambda: len(speaker.done) > number - 50)  # noqa: B023
    await speaker.until(lambda: len(speaker.done) == numbers.stop)


async def test_a_client_that_stops_reading_is_cut_and_the_others_hear_everything(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.txt"
    words = ("--load-test", "1x8", "--tokens", tokens, "--port", "0", "-o", tmp_path / "a.goodpath")
    server = await ServerProcess.start(*words, errors=tmp_path / "errors.txt")
    everybody = await seats(tokens)
    wires = [await Wire.join(server.port, token=token, history=0) for token in everybody]
    frozen, speaker, *others = wires
    await post(speaker, range(WARM))
    for wire in wires:
        await wire.until(lambda: len(wire.lines("1/crowd")) == WARM)  # noqa: B023
    frozen.socket.transport.pause_reading()
    before = server.memory_kib
    await post(speaker, range(WARM, WARM + LINES))
    stored = sorted(speaker.done.values())
    for wire in others:
        await wire.until(lambda: len(wire.lines("1/crowd")) == WARM + LINES)  # noqa: B023
        assert [seq for seq, _ in wire.lines("1/crowd")] == stored
    # 140 MB went by; neither the frozen one's share of it was kept, nor much of the lines themselves.
    assert server.memory_kib - before < GROWTH_KIB
    frozen.socket.transport.resume_reading()
    assert await frozen.ended() == 1006
    back = await Wire.join(server.port, token=everybody[0], history=0)
    assert await back.ask("b", "post_message", room="1/crowd", text="back") == "done"
    assert await server.stop() == 0
    await see_off()
