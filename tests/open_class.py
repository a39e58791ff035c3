"""Hold a class open in this process, for those who come in as processes of their own."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from goodpath.library import load
from goodpath.serving import new_session

from goodpath_core.join_code import spoken_code
from goodpath_server.server import Config, Server


@contextmanager
def open_class(path: Path, port: int = 0) -> Iterator[tuple[str, str]]:
    """Address and code of a class whose session file is `path`; its server has a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        server = asyncio.run_coroutine_threadsafe(_started(path, port), loop).result()
        yield f"127.0.0.1:{server.port}", spoken_code(server.code)
        asyncio.run_coroutine_threadsafe(server.stop(), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _started(path: Path, port: int) -> Server:
    server = new_session(load("ten-pictures"), path, Config(port=port))
    await server.start()
    return server
