"""Running a server in this process: open or make the session file, serve until told to stop."""

import asyncio
import errno
import signal
import socket
import sys
import uuid
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from goodpath import __version__
from goodpath.collector import collector_at_rest, spare_the_collector
from goodpath.library import Loaded, load
from goodpath.reopening import must_be_the_same
from goodpath_core.errors import GoodpathError, LogError
from goodpath_core.record import checked
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.value import Scenario
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.remains import must_have_no_remains
from goodpath_server.log.sqlite import SqliteLog, unmake
from goodpath_server.server import Config, Server
from goodpath_server.session_name import key_path, must_be_no_folder, must_have_folder

STOP_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
PORT_FAULTS: Mapping[int, str] = MappingProxyType(
    {
        errno.EADDRINUSE: "Port {port} is taken, perhaps by another goodpath",
        errno.EACCES: "Port {port} may not be used by everybody on this machine",
        errno.EADDRNOTAVAIL: "This machine does not have the address {host}",
    }
)
"""Why a port cannot be had, by what the machine says."""


def meta_of(scenario: Scenario, cells: int, load_test: bool, made: datetime) -> dict[str, str]:
    """What a new session file says of the session as a whole; `made` is now, in the zone of this machine."""
    offset = made.utcoffset() or timedelta()
    return {
        "session": uuid.uuid4().hex[:12],
        "scenario": scenario.key,
        "title": scenario.title,
        "scenario_text": scenario.text,
        "created_ms": str(int(made.timestamp() * 1000)),
        "utc_offset_min": str(offset // timedelta(minutes=1)),
        "cells": str(cells),
        "program": __version__,
        "load_test": "yes" if load_test else "",
    }


def must_have_port(host: str, port: int) -> None:
    """GoodpathError if nobody can listen there now: asked before a session file is made."""
    with socket.socket() as probe:
        if sys.platform != "win32":  # there it would mean: take the port from whoever has it
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            why = PORT_FAULTS.get(fault.errno or 0, "Port {port} cannot be used").format(host=host, port=port)
            raise GoodpathError(f"{why}; choose another with --port, or --port 0 for any free one.") from None


def look_at(scenario: str, path: Path, cells: int = 0) -> Loaded | None:
    """What a new session file begins with, None for one that is there already; makes nothing.

    Misused with the first thing that is wrong with what was typed. Of a file that is there, an empty
    scenario and 0 cells are whatever the file says.
    """
    key_path(path)
    must_be_no_folder(path)
    if path.exists():
        must_be_the_same(scenario, path, cells)
        return None
    loaded = load(scenario)
    must_have_folder(path)
    must_have_no_remains(path)
    return loaded


def begin_or_go_on(loaded: Loaded | None, path: Path, config: Config) -> Server:
    """A server on a new session file, or on the one that is there; call it in a running loop."""
    return new_session(loaded, path, config) if loaded else reopen_session(path, config)


def new_session(loaded: Loaded, path: Path, config: Config) -> Server:
    """A server on a new session file."""
    return begin(loaded.scenario, loaded.pictures, path, config)


def begin(scenario: Scenario, pictures: Mapping[str, bytes], path: Path, config: Config) -> Server:
    """A server on a new session file, with a key file of its own."""
    key_file, config = key_path(path), replace(config, cells=config.cells or 1)
    meta = meta_of(scenario, config.cells, config.load_test, datetime.now().astimezone())
    with ExitStack() as undo:
        log = SqliteLog.create(path, meta, pictures)
        undo.callback(unmake, path)
        undo.callback(log.close)
        keys = KeyFile.fresh(key_file, meta["session"])
        undo.callback(keys.unmake)
        server = Server(scenario, pictures, log, keys, replace(config, file=str(path.resolve())))
        undo.pop_all()
    return server


def unmake_session(server: Server) -> None:
    """Remove a new session that never began, with all that was made for it, once its server has stopped."""
    unmake(Path(server.config.file))
    server.keys.unmake()


def reopen_session(path: Path, config: Config) -> Server:
    """A server that goes on with a session file; LogError, and nothing written, if it is not whole."""
    key_file = key_path(path)
    log = SqliteLog(path)
    try:
        meta, pictures = log.meta(), log.pictures()
        config = replace(config, cells=_cells(meta, path), file=str(path.resolve()))
        keys = KeyFile(key_file, meta.get("session", ""))
        with collector_at_rest():
            return Server(_scenario(meta, pictures, path), pictures, log, keys, config)
    except LogError:
        log.close()
        raise


def must_go_on(path: Path) -> None:
    """LogError if no server can go on with a session file now: none, damaged, or written by another."""
    key_file = key_path(path)
    log = SqliteLog(path)
    try:
        meta = log.meta()
        _cells(meta, path)
        KeyFile(key_file, meta.get("session", ""))
        _scenario(meta, log.pictures(), path)
        deque(checked(log.records(), meta), maxlen=0)
    finally:
        log.close()


def _scenario(meta: Mapping[str, str], pictures: Mapping[str, bytes], path: Path) -> Scenario:
    try:
        return read(meta["scenario_text"], key=meta["scenario"], pictures=pictures)
    except (KeyError, GoodpathError) as fault:
        raise LogError(f"The scenario inside {path.name} cannot be read; start a new session.") from fault


def _cells(meta: Mapping[str, str], path: Path) -> int:
    cells = meta.get("cells", "")
    if not cells.isdecimal():
        raise LogError(f"{path.name} does not say how many cells it has; run `goodpath verify` on it.")
    return int(cells)


async def run_until_stopped(
    server: Server, started: Callable[[Server], Awaitable[None]], is_new: bool = False
) -> None:
    """Serve until SIGTERM, Ctrl+C, a closed terminal or the teacher's word; everything accepted is stored.

    What `started` raises ends the server as well. If it does not come so far, a session that `is_new` is
    unmade.
    """
    loop = asyncio.get_running_loop()
    for name in STOP_SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and sys.platform != "win32":
            loop.add_signal_handler(number, server.leaving.set)
    with ExitStack() as undo:
        if is_new:
            undo.callback(unmake_session, server)
        try:
            await server.start()
            await started(server)
            undo.pop_all()
            spare_the_collector()
            await server.leaving.wait()
        finally:
            await server.stop()


async def serve(scenario: str, path: Path, config: Config, started: Callable[[Server], None]) -> None:
    """Serve a scenario, or go on with its session file, until stopped; GoodpathError if the port is taken."""
    # What was typed is looked at before the port: whoever has it may be the class of an hour ago.
    loaded = look_at(scenario, path, config.cells)
    try:
        must_have_port(config.host, config.port)
    except GoodpathError:
        if loaded is None:
            # Another port would not help where the file is none to go on with.
            must_go_on(path)
        raise

    async def tell(server: Server) -> None:
        started(server)

    await run_until_stopped(begin_or_go_on(loaded, path, config), tell, is_new=loaded is not None)
