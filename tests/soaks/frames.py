"""Spoilt bytes hurt nobody: read by the codec alone, and sent to a server where others are at work."""

import asyncio
import random
from contextlib import suppress
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed

from frame_examples import FRAMES
from goodpath_core.errors import ProtocolError
from goodpath_core.wire.codec import (
    decode_client,
    decode_command,
    decode_query,
    decode_server,
    encode,
    event_blob,
    event_from,
    news_frames,
)
from goodpath_core.wire.frames import Ask, Do, Hello, News, Typing
from goodpath_core.wire.limits import PROTOCOL
from goodpath_server.keyfile import KeyFile
from goodpath_server.log.memory import MemoryLog
from goodpath_server.server import Config, Server
from soaks.findings import Findings
from town import one_phase, playing
from whole_class import Wire, see_off

MEANINGFUL = (0xC1, 0xDD, 0xDF, 0xC7, 0x80)
"""Bytes with which msgpack begins what is large, strange or not there."""
ROOM = "1/line3"


def spoilt(dice: random.Random, data: bytes) -> bytes:
    """A frame with some of its bytes changed, cut, doubled or put in."""
    bad = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(bad) + 1)
        kind = dice.randrange(5)
        if kind == 0:
            bad[at:at] = dice.randbytes(dice.randint(1, 8))
        elif kind == 1:
            del bad[at : at + dice.randint(1, 8)]
        elif kind == 2:
            bad[at:at] = bad[at : at + dice.randint(1, 8)]
        elif bad:
            bad[at % len(bad)] = dice.choice((dice.randrange(256), *MEANINGFUL))
    return bytes(bad)


def _read_all(data: bytes) -> None:
    """Read a frame to its innermost value, as both ends do."""
    for decode in (decode_client, decode_server):
        try:
            frame = decode(data)
            if isinstance(frame, Do):
                decode_command(frame.command)
            elif isinstance(frame, Ask):
                decode_query(frame.query)
            elif isinstance(frame, News):
                for value in frame.events:
                    event = event_from(value)
                    assert event is None or isinstance(event.seq, int)
        except ProtocolError as fault:
            assert fault.text.endswith(".")


def read_spoilt(count: int, seed: int) -> None:
    """Read so many spoilt frames; anything but a frame or a ProtocolError is raised."""
    dice = random.Random(seed)
    whole = [encode(frame) for frame in FRAMES]
    whole += news_frames(map(event_blob, playing().events))
    for number in range(count):
        _read_all(spoilt(dice, whole[number % len(whole)]))


def _requests(token: str) -> list[bytes]:
    """What a student's client says, whole."""
    commands: list[dict[str, Any]] = [
        {"kind": "post_message", "room": ROOM, "text": "hi", "mentions": ("1/ming",), "reply_to": 7},
        {"kind": "arrange_album", "cards": ("lamp",), "visible_to": "me"},
        {"kind": "edit_page", "nickname": "Rain", "skin": "neon"},
        {"kind": "like_thing", "page": "1/ming", "thing": "post:3"},
        {"kind": "speak_aside", "room": ROOM, "text": "x"},
    ]
    return [
        *(encode(Do(id=f"r{number}", command=command)) for number, command in enumerate(commands)),
        encode(Ask(id=1, query={"kind": "history", "room": ROOM, "before": 99, "limit": 50})),
        encode(Typing(room=ROOM)),
        encode(Hello(version=PROTOCOL, token=token)),
    ]


async def send_spoilt(count: int, seed: int) -> Findings:
    """Send so many spoilt frames to a server; whether anybody but whoever sent them was disturbed."""
    complaints = list[str]()
    asyncio.get_running_loop().set_exception_handler(lambda loop, told: complaints.append(str(told)))
    log = MemoryLog({"session": "s1"})
    server = Server(one_phase(), {"lamp.png": b"x"}, log, KeyFile(None), Config(port=0, load_test=True))
    await server.start()
    watcher, hostile = [await Wire.join(server.port, code=server.code) for _ in range(2)]
    for wire, persona in ((watcher, "1/ming"), (hostile, "1/yuting")):
        assert await wire.ask("take", "take_persona", persona=persona) == "done"
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    assert await teacher.ask("start", "start_world") == "done"
    ends = await _send(server.port, hostile, count, random.Random(seed))
    findings = Findings(f"{count} spoilt frames on {ends + 1} connections", complaints)
    findings.expect(ends > count // 20, f"only {ends} connections were ended")
    still = await watcher.ask("z", "post_message", room=ROOM, text="still here")
    findings.expect(still == "done", f"somebody else was told {still}")
    findings.expect(watcher.code == teacher.code == 0, "somebody else was sent away")
    await server.stop()
    await see_off()
    return findings


async def _send(port: int, hostile: Wire, count: int, dice: random.Random) -> int:
    """Send spoilt frames on one connection after the other; how many were ended for it."""
    token, ends = hostile.welcome.token, 0
    requests = _requests(token)
    for number in range(count):
        if hostile.code:
            ends += 1
            hostile = await Wire.join(port, token=token, history=0)
        # It may have been sent away since.
        with suppress(ConnectionClosed):
            await hostile.socket.send(spoilt(dice, dice.choice(requests)))
        if number % 5 == 0:
            # Lets what was said take effect, so that most frames come on a connection that is open.
            await asyncio.sleep(0.001)
    return ends


async def frames(folder: Path, seed: int = 1, count: int = 100_000) -> Findings:
    """Read one half of so many spoilt frames, send the other."""
    read_spoilt(count // 2, seed)
    findings = await send_spoilt(count - count // 2, seed)
    return Findings(f"{count // 2} spoilt frames read, {findings.said}", findings.faults)
