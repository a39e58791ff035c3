"""A session played by the real rules with a clock set by hand, and written as a session file."""

import hashlib
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from goodpath.library import Loaded

from goodpath_core.play import registry
from goodpath_core.play.event import By, Command, Draft, Event, Now
from goodpath_core.play.script import armed_by, due
from goodpath_core.play.seats import OpenSeat, TakePersona
from goodpath_core.play.state import World
from goodpath_core.record import APPLICATION_ID, FORMAT, TOMBSTONE, Record, first_hash, record_of
from goodpath_core.scenario.opening import opening
from goodpath_core.session_schema import TABLES, VIEWS
from told import Told

OPENED_MS = 1_795_000_000_000
"""Wall time at which every session here is opened."""
TEACHER = By("teacher", "teacher")
SERVER = By("server", "server")


class PlayedClass:
    """A session in memory; each command goes through decide, stamp and reduce as on the server."""

    def __init__(self, loaded: Loaded, cells: int = 1, told: Mapping[str, str] | None = None) -> None:
        self.loaded = loaded
        self.cells = cells
        self.told = dict(told or {})
        self.world = World(scenario=loaded.scenario)
        self.now_ms = OPENED_MS
        self.records: list[Record] = []
        self.events: list[Event] = []
        self._add(opening(loaded.scenario, cells), "server")

    def seat(self, persona: str) -> By:
        """Open a seat in the persona's cell and let it play the persona."""
        cell = int(persona.partition("/")[0])
        while True:
            self._do(OpenSeat(), SERVER)
            number = max(self.world.seats)
            if self.world.seats[number].cell == cell:
                break
        self._do(TakePersona(persona=persona), By("student", f"seat:{number}", number, cell))
        return self.by(persona)

    def by(self, persona: str) -> By:
        """Whoever plays a persona."""
        seat = next(seat for seat in self.world.seats.values() if seat.persona == persona)
        return By("student", f"seat:{seat.number}", seat.number, seat.cell, persona)

    def after(self, seconds: float, command: Command, by: By) -> int:
        """Let so many seconds of play pass, then do a command; the number of its first event."""
        self.wait(seconds)
        first = self.world.seq + 1
        self._do(command, by)
        return first

    def happen(self, draft: Draft) -> None:
        """Let something happen that no command asked for, past all checks."""
        self._add([draft], "script")

    def wait(self, seconds: float) -> None:
        """Let time pass, second by second, with all that the script does in it."""
        end = self.now_ms + int(seconds * 1000)
        while self.now_ms < end:
            self.now_ms = min(end, self.now_ms + 1000)
            while drafts := due(self.world, self._now()):
                self._add(drafts, "script")

    def erase(self, seq: int) -> None:
        """Erase the body of a record, as a teacher may who removes a text for good."""
        record = self.records[seq - 1]
        gone = hashlib.sha256(record.body.encode()).hexdigest()
        self.records[seq - 1] = record._replace(body=TOMBSTONE, erased=gone)

    def save(self, path: Path) -> Path:
        """Write the session file."""
        connection = sqlite3.connect(path)
        connection.executescript(TABLES + VIEWS)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.executemany("INSERT INTO meta VALUES (?, ?)", self.meta().items())
        connection.executemany(
            "INSERT INTO picture VALUES (?, ?, ?)",
            [(name, hashlib.sha256(png).hexdigest(), png) for name, png in self.loaded.pictures.items()],
        )
        connection.execute("INSERT INTO epoch VALUES ('first', 1, ?)", (OPENED_MS,))
        marks = ", ".join("?" * len(Record._fields))
        connection.executemany(f"INSERT INTO event VALUES ({marks})", self.records)
        connection.commit()
        connection.close()
        return path

    def meta(self) -> dict[str, str]:
        """What the session file says of the session as a whole."""
        scenario = self.loaded.scenario
        return {
            "format": str(FORMAT),
            "session": "k7f3",
            "scenario": scenario.key,
            "title": scenario.title,
            "scenario_text": scenario.text,
            "created_ms": str(OPENED_MS),
            "cells": str(self.cells),
            "program": "goodpath 0.1.0",
            "load_test": "",
        } | self.told

    def _now(self) -> Now:
        return Now(self.now_ms, 0.0, Told(self.events))

    def _do(self, command: Command, by: By) -> None:
        request = f"r{len(self.records)}" if by.seat else ""
        self._add(registry.decide(self.world, command, by, self._now()), by.author, request)

    def _add(self, drafts: list[Draft], author: str, request: str = "") -> None:
        """Seal and fold each draft, then whatever it sets off."""
        for draft in drafts:
            event = registry.stamp(self.world, draft, author, self._now())
            before = self.records[-1].hash if self.records else first_hash(self.meta())
            self.records.append(record_of(event, request, "", before))
            self.events.append(event)
            request = ""
            registry.reduce(self.world, event)
            self._add(armed_by(self.world, event), "script")
