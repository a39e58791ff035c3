"""Three students and an observer play "Ten pictures" to the end on real screens, against a real server."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from goodpath.library import load
from goodpath.playing import now_ms, open_seat
from goodpath.serving import new_session
from textual.pilot import Pilot

from goodpath_client.app import StudentApp
from goodpath_client.store import Store
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.event import By
from goodpath_server.server import Config, Server

TEACHER = By("teacher", "teacher")
EVENING_S = 240
"""Real seconds after which an evening that takes half a minute is given up."""
NAMES = ("City After Rain", "第九站 Ninth Stop", "Paper Boat 88")


class Student:
    """Somebody at a terminal, through Textual's pilot."""

    def __init__(self, server: Server, size: tuple[int, int], role: str) -> None:
        self.joined = open_seat(
            f"127.0.0.1:{server.port}", server.code, role="observer" if role == "observer" else "student"
        )
        self.app = StudentApp(self.joined, now=now_ms)
        self.size = size
        self.role = role
        self.waits_for = ""
        self.has_played = False
        """Whether everything meant for the phone and the room is done."""

    @property
    def store(self) -> Store:
        return self.joined.store

    @property
    def stage(self) -> str:
        return self.store.world.session.stage

    def thoughts(self) -> list[str]:
        return [line.text for line in self.store.world.journal if line.kind == "thought"]

    def on(self, screen: str) -> bool:
        return type(self.app.screen).__name__ == f"{screen}Screen"

    async def until(self, pilot: Pilot[int], true: Callable[[], bool], what: str) -> None:
        """Wait for something; the whole evening has one bound, which the test sets."""
        self.waits_for = what
        while not true():
            await pilot.pause(0.05)

    async def brief(self, pilot: Pilot[int]) -> None:
        await self.until(pilot, lambda: self.store.view is not None, "the scenario came")
        await self.until(pilot, lambda: self.on("Briefing"), "the briefing is shown")
        await pilot.pause(0.2)
        await pilot.press("end")
        await pilot.pause(0.7)
        await pilot.press("f9", "space", "enter")
        await self.until(pilot, lambda: not self.on("Briefing"), "the briefing is read")

    async def meet(self, pilot: Pilot[int]) -> None:
        """Come to the phone; where the world began before the sheet was shown, read that to its end first."""
        self.waits_for = "the phone is on"
        while not self.on("Online"):
            if self.on("Life"):
                await pilot.press("end", "enter")
            await pilot.pause(0.05)

    async def write_face(self, pilot: Pilot[int], name: str) -> None:
        await pilot.press("f3")
        await pilot.pause(0.1)
        await pilot.press(*name)
        await pilot.press("f2")
        await self.until(pilot, lambda: self.store.my_page.face.nickname == name, "the name is kept")  # type: ignore[union-attr]

    async def choose_pictures(self, pilot: Pilot[int]) -> None:
        await pilot.press("alt+c")
        await pilot.pause(0.2)
        for _ in range(10):
            await pilot.press("down", "space")
        await pilot.press("f2")
        await self.until(pilot, lambda: bool(self.store.my_page.albums), "pictures are kept")  # type: ignore[union-attr]
        await pilot.press("escape")

    async def chat(self, pilot: Pilot[int], text: str) -> None:
        await self.until(pilot, lambda: self.on("Online"), "the phone is in the hand")
        await pilot.press(*text, "enter")
        room = next(iter(self.store.world.rooms))

        def said() -> bool:
            return any(line.text == text for line in self.store.lines(room))

        await self.until(pilot, said, f"{text!r} is in the room")


async def play(student: Student, number: int) -> str:
    """One student's evening; returns what the debrief showed."""
    async with student.app.run_test(size=student.size) as pilot:
        await student.brief(pilot)
        await pilot.pause(0.2)
        await pilot.press("enter")
        await student.until(pilot, lambda: bool(student.store.me), "a persona is taken")
        await student.until(pilot, lambda: student.stage == "playing", "the world has started")
        await student.meet(pilot)
        await pilot.pause(0.2)
        await student.write_face(pilot, NAMES[number])
        await student.choose_pictures(pilot)
        await student.chat(pilot, f"hello from number {number} 你好")
        await pilot.press("f4")
        await student.until(pilot, lambda: student.store.my_person.place == "room", "the room is there")  # type: ignore[union-attr]
        await pilot.pause(0.2)
        await pilot.press(*"/think quiet here", "enter")
        await pilot.press("f4")
        await student.until(pilot, lambda: student.thoughts() == ["quiet here"], "the thought is kept")
        student.has_played = True
        await student.until(pilot, lambda: student.stage == "debrief", "the debrief has begun")
        await pilot.pause(0.3)
        await pilot.press("tab", *"the moon", "f2")
        await student.until(pilot, lambda: bool(student.store.world.reflections), "the reflection is kept")
        await student.until(pilot, lambda: student.stage == "ended", "the session has ended")
        assert type(student.app.screen).__name__ in ("EndedScreen", "DebriefScreen")
        return student.store.me


async def watch(student: Student) -> int:
    """The observer's evening; returns how many lines were read."""
    async with student.app.run_test(size=student.size) as pilot:
        await student.brief(pilot)
        await student.until(pilot, lambda: student.stage == "ended", "the session has ended")
        rooms = student.store.world.rooms
        assert all(room.kind != "private" for room in rooms.values())
        assert student.store.me == ""
        return sum(len(room.messages) for room in rooms.values())


async def lead(server: Server, students: list[Student]) -> None:
    """The teacher's part: start when all have a persona, go through the phases, end when all have written."""
    session = server.session
    players = [student for student in students if student.role != "observer"]
    while not all(student.store.me for student in players):
        await asyncio.sleep(0.05)
    session.command(StartWorld(), TEACHER)
    while not all(student.has_played for student in players):
        await asyncio.sleep(0.05)
    while session.stored.session.stage == "playing":
        session.command(NextPhase(), TEACHER)
        await asyncio.sleep(1)
    while len(session.stored.reflections) < len(players):
        await asyncio.sleep(0.05)
    session.command(EndSession(), TEACHER)


@pytest.fixture(params=[(80, 24), (120, 36)], ids=["80x24", "120x36"])
def size(request: pytest.FixtureRequest) -> Iterator[tuple[int, int]]:
    yield request.param


async def test_three_students_and_an_observer_play_to_the_end(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    server = new_session(load("ten-pictures"), path, Config(port=0))
    await server.start()
    students = [Student(server, size, "student") for _ in range(3)]
    observer = Student(server, size, "observer")
    everybody = [*students, observer]
    try:
        async with asyncio.timeout(EVENING_S), asyncio.TaskGroup() as group:
            playing = [group.create_task(play(student, n)) for n, student in enumerate(students)]
            watching = group.create_task(watch(observer))
            group.create_task(lead(server, everybody))
    except TimeoutError as late:
        raise AssertionError([student.waits_for for student in everybody]) from late
    finally:
        await server.stop()
    assert len({task.result() for task in playing}) == 3
    assert watching.result() >= 3
    nicknames = {page.face.nickname for page in server.session.stored.pages.values()}
    assert set(NAMES) <= nicknames
    thoughts = [line.text for line in server.session.stored.journal if line.kind == "thought"]
    assert thoughts.count("quiet here") == 3
