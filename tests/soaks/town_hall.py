"""A server in this process, on a file and on real sockets, with people of the talk scenario in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from goodpath.library import load
from goodpath.serving import new_session

from goodpath_server.server import Config, Server
from whole_class import Wire, see_off, talk_scenario

W = TypeVar("W", bound=Wire)


def session_file(folder: Path) -> Path:
    """Where the session lies."""
    return folder / "talk.goodpath"


@asynccontextmanager
async def town_hall(folder: Path, rooms: int = 1, **config: Any) -> AsyncIterator[Server]:
    """A running server; load tests say `load_test=True`, then nobody is ever too fast."""
    loaded = load(talk_scenario(folder, groups=rooms))
    server = new_session(loaded, session_file(folder), Config(port=0, **config))
    await server.start()
    try:
        yield server
    finally:
        await server.stop()
        await see_off()


async def seated(server: Server, count: int, of: type[W]) -> list[W]:
    """So many people with a persona each, cell after cell in turn, and a world that has started."""
    wires = []
    cells = server.config.cells
    for number in range(count):
        wire = await of.join(server.port, code=server.code, history=0)
        persona = f"{wire.welcome.cell}/m{number // cells + 1}"
        assert await wire.ask("take", "take_persona", persona=persona) == "done"
        wires.append(wire)
    teacher = await Wire.join(server.port, role="teacher", code=server.secret, history=0)
    assert await teacher.ask("start", "start_world") == "done"
    await teacher.leave()
    return wires
