"""The servers that are measured: how each is started, entered and spoken to."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import msgpack  # type: ignore[import-untyped]

from bench.measured_process import MeasuredProcess
from goodpath_core.wire.limits import PROTOCOL

HERE = Path(__file__).parent
UPGRADE = (
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
ZERO_MASK = bytes(4)
"""A mask of zeros is a legal one and leaves the payload as it is: nothing to mask per frame."""


class Seat(NamedTuple):
    """One place in a group and how to enter it."""

    group: int
    """Number of the group, from 1."""
    hello: bytes
    """The first frame."""


class Peer(NamedTuple):
    """A running server, ready for a crowd."""

    process: MeasuredProcess
    """Its processor time and memory are what is measured of it."""
    port: int
    """Where it listens on this machine."""
    upgrade: bytes
    """What is sent before the first frame; empty without WebSocket."""
    ready: bytes
    """Stands in the answer to the first frame."""
    seats: tuple[Seat, ...]
    """Group after group, in each as many as it has members."""
    message: Callable[[int, int, str], bytes]
    """(group, number, text) -> the frame that says the text."""


Start = Callable[[int, int, Path], Peer]
"""(groups, members, folder for its files) -> a running peer."""


def masked_frame(payload: bytes) -> bytes:
    """A payload as the WebSocket frame of a client."""
    size = len(payload)
    head = bytes((0x82, 0x80 | size)) if size < 126 else b"\x82\xfe" + size.to_bytes(2, "big")
    return head + ZERO_MASK + payload


def _frame(value: Any) -> bytes:
    return masked_frame(msgpack.packb(value))


def counted_frame(payload: bytes) -> bytes:
    """A payload behind its length."""
    return len(payload).to_bytes(4, "big") + payload


def _port(process: MeasuredProcess, pattern: str) -> int:
    while (found := re.search(pattern, process.line())) is None:
        pass
    return int(found[1])


def _seats(groups: int, members: int, hello: Callable[[int], bytes]) -> tuple[Seat, ...]:
    return tuple(Seat(group, hello(group)) for group in range(1, groups + 1) for _ in range(members))


def compiler() -> str | None:
    """A C compiler, if there is one."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def start_rawc(groups: int, members: int, folder: Path) -> Peer:
    """The relay in C."""
    program = folder / "raw"
    cc = compiler() or "cc"
    subprocess.run([cc, "-O2", "-o", str(program), str(HERE / "raw.c")], check=True)
    process = MeasuredProcess([str(program)])
    seats = _seats(groups, members, lambda group: counted_frame(b"J%d" % group))
    return Peer(
        process,
        _port(process, r"port (\d+)"),
        b"",
        b"joined",
        seats,
        lambda g, n, t: counted_frame(t.encode()),
    )


def start_broadcast(groups: int, members: int, folder: Path) -> Peer:
    """The relay on `websockets.broadcast()`."""
    return _relay(MeasuredProcess([sys.executable, "-m", "bench.relay"]), groups, members)


def start_bare(groups: int, members: int, folder: Path) -> Peer:
    """The server without rules that stores."""
    command = [sys.executable, "-m", "bench.bare", str(folder / "bare.sqlite")]
    return _relay(MeasuredProcess(command), groups, members)


def _relay(process: MeasuredProcess, groups: int, members: int) -> Peer:
    """A relay in Python, spoken to in msgpack."""
    seats = _seats(groups, members, lambda group: _frame({"t": "join", "group": group}))

    def message(group: int, number: int, text: str) -> bytes:
        return _frame({"t": "line", "id": f"{number:012x}", "voice": "a member", "text": text})

    return Peer(process, _port(process, r"port (\d+)"), UPGRADE, b"joined", seats, message)


def has_node_ws() -> bool:
    """Whether node and its package `ws` are here."""
    node = shutil.which("node")
    return (
        node is not None
        and subprocess.run([node, "-e", "require('ws')"], capture_output=True).returncode == 0
    )


def start_node_ws(groups: int, members: int, folder: Path) -> Peer:
    """The relay on node's `ws`, which speaks JSON."""
    process = MeasuredProcess(["node", str(HERE / "node_ws.js")])
    seats = _seats(groups, members, lambda group: _text({"t": "join", "group": group}))

    def message(group: int, number: int, text: str) -> bytes:
        return _text({"t": "line", "id": f"{number:012x}", "voice": "a member", "text": text})

    return Peer(process, _port(process, r"port (\d+)"), UPGRADE, b"joined", seats, message)


def _text(value: Any) -> bytes:
    return masked_frame(json.dumps(value).encode())


def start_goodpath(groups: int, members: int, folder: Path) -> Peer:
    """The real server with its rules and its log on disk, stored before anybody receives."""
    tokens, log = folder / "tokens.txt", folder / "load.goodpath"
    command = ["serve", "--load-test", f"{groups}x{members}", "--tokens", str(tokens)]
    program = "from goodpath.cli import main; main()"
    process = MeasuredProcess([sys.executable, "-uc", program, *command, "-o", str(log), "--port", "0"])
    port = _port(process, r"127\.0\.0\.1:(\d+)")
    lines = [line.split() for line in tokens.read_text("utf-8").splitlines()]
    seats = tuple(Seat(int(room.partition("/")[0]), _hello(token)) for room, _, token in lines)
    return Peer(process, port, UPGRADE, b"welcome", seats, _post)


def _hello(token: str) -> bytes:
    return _frame({"t": "hello", "version": PROTOCOL, "token": token})


def packed_post(group: int, number: int, text: str) -> bytes:
    """A line as goodpath's wire carries it."""
    command = {"kind": "post_message", "room": f"{group}/crowd", "text": text}
    packed: bytes = msgpack.packb({"t": "do", "id": f"{number:012x}", "command": command})
    return packed


def _post(group: int, number: int, text: str) -> bytes:
    return masked_frame(packed_post(group, number, text))


RAWC, BROADCAST, BARE, NODE_WS, GOODPATH = "rawc", "broadcast", "bare", "node-ws", "goodpath"
PEERS: Mapping[str, Start] = MappingProxyType(
    {
        RAWC: start_rawc,
        BROADCAST: start_broadcast,
        BARE: start_bare,
        NODE_WS: start_node_ws,
        GOODPATH: start_goodpath,
    }
)
NEEDS: Mapping[str, tuple[Callable[[], object], str]] = MappingProxyType(
    {
        RAWC: (compiler, "a C compiler"),
        NODE_WS: (has_node_ws, "node with the package `ws` (NODE_PATH says where)"),
    }
)
"""What some peers need that may not be here: how to find out, and its name."""
