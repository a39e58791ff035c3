"""One order for everybody: many people talk in several rooms at once, and all hear the same."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from websockets.asyncio.client import ClientConnection

from goodpath_core.wire.frames import Do, Frame, News
from soaks.findings import Findings
from soaks.review import Line, exported, faults_in, stored
from soaks.town_hall import seated, session_file, town_hall
from whole_class import CAST, Wire

AHEAD = 40
"""So many lines of one sender may be on their way: an unbounded crowd would be cut as too slow to read."""


@dataclass
class Tally:
    """The lines of one room, counted and as one fingerprint of their numbers and texts."""

    count: int = 0
    print: blake2b = field(default_factory=lambda: blake2b(digest_size=16))

    def add(self, seq: int, text: str) -> None:
        """One more line."""
        self.count += 1
        self.print.update(f"{seq} {text}\n".encode())

    @property
    def so_far(self) -> tuple[int, bytes]:
        """How many lines, and which in which order."""
        return self.count, self.print.digest()


class Listener(Wire):
    """A client that keeps of what it hears no more than a tally of each room: millions of lines come."""

    def __init__(self, socket: ClientConnection) -> None:
        self.rooms = defaultdict[str, Tally](Tally)
        self.steps_back = 0
        """How often a number came that was not above the one before it."""
        self._last = 0
        super().__init__(socket)

    def _take(self, frame: Frame) -> None:
        super()._take(frame)
        if not isinstance(frame, News):
            return
        self.frames.pop()
        for event in self.events:
            self.steps_back += event[0] <= self._last
            self._last = event[0]
            if event[3] == "message.posted":
                self.rooms[event[7]].add(event[0], event[8]["text"])
        self.events.clear()

    @property
    def heard(self) -> int:
        """Lines heard so far, in all rooms."""
        return sum(tally.count for tally in self.rooms.values())


async def order(folder: Path, seed: int = 1, senders: int = 60, lines: int = 200, rooms: int = 5) -> Findings:
    """Let so many people say so many lines in each of so many rooms; what is wrong with their order."""
    began, cells = asyncio.get_running_loop().time(), -(-senders // CAST)
    async with town_hall(folder, rooms, cells=cells, load_test=True) as server:
        wires = await seated(server, senders, Listener)
        await asyncio.gather(*(_talk(wire, number, lines, rooms) for number, wire in enumerate(wires)))
        total = senders // cells * lines * rooms
        for wire in wires:
            await wire.until(lambda: wire.heard >= total)  # noqa: B023
    took = asyncio.get_running_loop().time() - began
    said = await exported(session_file(folder))
    findings = Findings(f"{len(said)} lines of {senders} people in {cells * rooms} rooms, {took:.0f} s")
    findings.expect(said == stored(session_file(folder)), "the export has another order than the file")
    findings.faults += await faults_in(session_file(folder))
    findings.faults += [*_out_of_order(said, lines), *_heard_otherwise(wires, said)]
    findings.expect(len(said) == senders * lines * rooms, f"{len(said)} lines are stored")
    return findings


async def _talk(wire: Listener, name: int, lines: int, rooms: int) -> None:
    """Say lines in all rooms in turn, without waiting for the answer to each."""
    said = 0
    for number in range(lines):
        for room in range(1, rooms + 1):
            await wire.until(lambda: said - len(wire.done) < AHEAD)  # noqa: B023
            said += 1
            command = {"kind": "post_message", "room": f"{wire.welcome.cell}/talk{room}"}
            await wire.say(Do(id=f"r{said}", command={**command, "text": f"{name} {number}"}))


def _out_of_order(said: list[Line], lines: int) -> Iterator[str]:
    """Whether each sender's lines of each room stand as they were said, each once."""
    own = defaultdict[tuple[str, str], list[int]](list)
    for line in said:
        name, _, number = line.text.partition(" ")
        own[line.room, name].append(int(number))
    for (room, name), numbers in own.items():
        if numbers != list(range(lines)):
            yield f"the lines of {name} in {room} are not as they were said"


def _heard_otherwise(wires: list[Listener], said: list[Line]) -> Iterator[str]:
    """Whether each heard every line of its rooms once, in the order of the file."""
    rooms = defaultdict[str, Tally](Tally)
    for line in said:
        rooms[line.room].add(line.seq, line.text)
    for number, wire in enumerate(wires):
        mine = {room: tally.so_far for room, tally in wire.rooms.items()}
        cell = f"{wire.welcome.cell}/"
        if mine != {room: tally.so_far for room, tally in rooms.items() if room.startswith(cell)}:
            yield f"{number} heard other lines, or in another order, than the file holds"
        if wire.steps_back:
            yield f"{number} heard {wire.steps_back} numbers that were not above the one before"
