"""Three students and an observer play "Ten pictures" to the end on the real screens of one process."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from goodpath.library import load
from goodpath.playing import Role, open_seat
from goodpath.serving import new_session
from textual.pilot import Pilot

from client.screens.stage import screen_text
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.own_clock import OwnClock
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.event import Command
from goodpath_core.record import event_of
from goodpath_review.session_file import SessionFile
from goodpath_review.verify import OVER, verify
from goodpath_server.server import Config, Server
from town import TEACHER

OWN_NAMES = ("王小明", "Ana", "Öz")
PERSONAS = ("Pan Yuting 潘雨婷", "Wei Chunmei 韦春梅", "Pan Guoqiang 潘国强")
SOUNDS = ("pahn yoo-ting", "way choon-may", "pahn gwor-chyang")
"""How their names are said, which stands beside the list of all."""
NICKNAMES = ("Rain 雨", "Stop 9", "Boat")
PATIENCE_S = 30
LOOK_S = 0.25


async def until(true: Callable[[], object]) -> None:
    """Wait until something is so; TimeoutError if it never is."""
    async with asyncio.timeout(PATIENCE_S):
        while not true():
            await asyncio.sleep(LOOK_S)


@dataclass
class Person:
    """Somebody at a screen."""

    name: str
    app: StudentApp
    pilot: Pilot[int]

    @property
    def text(self) -> str:
        """The screen, a line a line."""
        with self.app._context():
            return screen_text(self.app)

    def stands(self, words: str) -> bool:
        """Whether words are on the screen, perhaps broken over the lines of a box."""
        return words in " ".join(re.sub(r"[│╭╮╰╯─▌▐█▔▁▀▄▂▃▅▆▇]+", " ", self.text).split())

    async def see(self, *all_of: str) -> None:
        """Wait until all these words stand on the screen."""
        try:
            await until(lambda: all(map(self.stands, all_of)))
        except TimeoutError:
            raise AssertionError(f"{self.name} does not see all of {all_of}:\n{self.text}") from None

    async def press(self, *keys: str) -> None:
        """Press keys, by their names."""
        with self.app._context():
            await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text, sign by sign, and see it."""
        await self.press(*text)
        await self.see(text)


@dataclass
class Evening:
    """A class around one server, and its teacher's commands."""

    server: Server
    students: list[Person]
    observer: Person

    @property
    def class_(self) -> list[Person]:
        """Everybody."""
        return [*self.students, self.observer]

    async def all_see(self, words: str) -> None:
        """Wait until words stand on every student's screen."""
        for one in self.students:
            await one.see(words)

    def teach(self, command: Command) -> None:
        """The teacher does something."""
        self.server.session.command(command, TEACHER)

    async def begin(self, phase: str) -> None:
        """The teacher ends the phase unless its time is up; everybody's program has heard of it."""
        if self.server.session.world.phase.name != phase:
            self.teach(NextPhase())
        await until(lambda: all(one.app.store.world.phase.name == phase for one in self.class_))


@asynccontextmanager
async def evening(folder: Path, size: tuple[int, int]) -> AsyncIterator[Evening]:
    """Four people who have started the program, of whom only the first must type the whole joining line."""
    server = new_session(load("ten-pictures"), folder / "class.goodpath", Config(port=0))
    await server.start()
    address = f"127.0.0.1:{server.port}"
    async with AsyncExitStack() as screens:

        async def come(name: str, role: Role, line: tuple[str, str]) -> Person:
            now = OwnClock().now_ms

            def connect(address: str, code: str, own_name: str, token: str, cell: int) -> Joined:
                return open_seat(address, code, own_name, token, role, folder / name, now=now)

            watches = role == "observer"
            app = StudentApp(now=now, connect=connect, watches=watches, address=line[0], code=line[1])
            pilot = await screens.enter_async_context(app.run_test(size=size, notifications=True))
            return Person(name, app, pilot)

        students = [await come("first", "student", ("", ""))]
        students += [await come(name, "student", (address, server.code)) for name in ("second", "third")]
        yield Evening(server, students, await come("observer", "observer", (address, server.code)))
    await server.stop()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_a_class_plays_from_the_joining_form_to_the_goodbye(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with evening(tmp_path, size) as class_:
        await come_in(class_)
        await read_the_briefing(class_)
        await choose(class_)
        await make_pages(class_)
        await talk(class_)
        await be_in_the_room(class_.students[1])
        await post_a_picture(class_)
        await visit(class_)
        await lose_the_phone_and_get_it_back(class_)
        await exchange_a_picture(class_.students[0])
        await step_out(class_)
        await say_goodbye(class_)
    read_the_record(tmp_path / "class.goodpath")


async def come_in(evening: Evening) -> None:
    first, *others = evening.students
    await first.see("for your teacher alone")
    await first.press(*f"127.0.0.1:{evening.server.port}", "enter", *evening.server.code, "enter")
    for student, name in zip(evening.students, OWN_NAMES, strict=True):
        await student.type(name)
        await student.press("enter")
        await student.see("1 of 3: read to the end")
    await evening.observer.type("Dao")
    await evening.observer.press("f10")


async def read_the_briefing(evening: Evening) -> None:
    for one in evening.class_:
        watches = one is evening.observer
        await one.see("You watch and play nobody" if watches else "You are going to play somebody who works")
        await one.press("end")
        await one.see("2 of 3: try the stop key")
        await one.press("f9")
        await one.see("nobody was told;", "3 of 3: press Space to tick the box.")
        await one.press("space")
        await one.see("Ready: press Enter to go on.")
        await one.press("enter")
    await evening.observer.see("waiting for the teacher to start", "Page makers · 8 members")


async def choose(evening: Evening) -> None:
    for student, persona, sound in zip(evening.students, PERSONAS, SOUNDS, strict=True):
        await student.see("Whom will you play?")
        await student.press("down")
        await student.see(f'say "{sound}"')
        await student.press("enter")
        await student.see("Waiting for your teacher to start. This is who you are", persona)
    evening.teach(StartWorld())
    await evening.all_see("2 classmates, observers, ")
    await evening.observer.see("(watching)")


async def make_pages(evening: Evening) -> None:
    for student, nickname, persona in zip(evening.students, NICKNAMES, PERSONAS, strict=True):
        await student.press("f3")
        await student.see("Edit my page · 2 classmates, observers, ")
        await student.type(nickname)
        await student.press("f2")
        await student.see(f"{persona} {nickname}")
        await student.press("alt+c")
        await student.see("Pictures · 0 of 10 chosen")
        await student.press("space")
        await student.see("1 of 10 chosen")
        await student.press("down", "space")
        await student.see("2 of 10 chosen")
        await student.press("f2")
        await student.see("observers, ")


async def talk(evening: Evening) -> None:
    first = evening.students[0]
    await first.type("who? 今晚谁在")
    await first.press("enter")
    for one in evening.class_:
        await one.see("who? 今晚谁在", NICKNAMES[0])


async def be_in_the_room(student: Person) -> None:
    await student.press("f4")
    await student.see("The room with the big bed, the rice cooker", "Nobody else looks up.")
    await student.type("/think quiet")
    await student.see("a thought; teacher and reviewer read it")
    await student.press("enter")
    await student.see("(you think) quiet")
    await student.press("f4")
    await student.see("2 classmates, observers, ")


async def post_a_picture(evening: Evening) -> None:
    author, reader = evening.students[1:]
    await author.press("f2")
    await author.see("A new post", "2 classmates, observers, ")
    await author.type("the yard 灯")
    await author.press("tab", "space")
    await author.see("[x] ")
    await author.press("f2")
    await author.see("observers, ")
    await reader.press("f5")
    await reader.see("Qzone · what everybody posted, newest first", "the yard 灯")


async def visit(evening: Evening) -> None:
    """Each looks at the page of another one, and each owner is told."""
    await evening.begin("Gallery walk")
    *others, reader = evening.students
    await reader.press("v")
    await reader.see(f"The page of {NICKNAMES[1]}. They will see that you came.", "My pictures (2)")
    await reader.press("l")
    await reader.see("You like ", "1 like (you too)")
    await reader.press("escape")
    await reader.see("Qzone · what everybody posted")
    await reader.press("escape")
    for visitor, page in zip(others, (NICKNAMES[2], NICKNAMES[0]), strict=True):
        await visitor.press(*f"/visit {page}", "enter")
        await visitor.see(f"The page of {page}. They will see that you came.", "My pictures (2)")
        await visitor.press("escape")
    for owner in evening.students:
        await owner.see("observers, ")
        narrow = owner.app.size.width < 100
        await owner.press(*["f8"] * narrow)
        await owner.see("1 visitor · 1 like" if owner is evening.students[1] else "1 visitor · 0 likes")
        await owner.press(*["f8"] * narrow)


async def lose_the_phone_and_get_it_back(evening: Evening) -> None:
    await evening.begin("Lights")
    await evening.all_see("There is no phone now; look at the room, it will pass.")
    await evening.observer.see(
        "All phones are down. Everybody is in their room, and nobody can be watched there."
    )
    await evening.begin("One swap")
    await evening.all_see("Your phone is back.")
    await evening.observer.see("(watching)")


async def exchange_a_picture(student: Person) -> None:
    await student.press("alt+c")
    await student.see("Pictures · 2 of 2 chosen")
    await student.press("space", "down", "down", "space")
    await student.press("f2")
    await student.see("observers, ")


async def step_out(evening: Evening) -> None:
    if evening.server.session.world.session.stage == "playing":
        evening.teach(NextPhase())
    for number, student in enumerate(evening.students):
        await student.see("Phones are dark. You are yourself again.", f"You played {PERSONAS[number]}")
        await student.press("tab")
        await student.see("One thing I made up is ...")
        await student.type(f"moon {number}")
        await student.press("enter")
        await student.see("kept ")
    await evening.observer.see("You watched.")
    for one in evening.class_:
        await one.press("f5")
        await one.see("All pages of your group of players, as they were at the end", f"{NICKNAMES[1]} (")
        await one.press("escape")
        await one.see("Phones are dark. You are yourself again.")


async def say_goodbye(evening: Evening) -> None:
    evening.teach(EndSession())
    for one in evening.class_:
        await one.see("The session is over. You are yourself again; read on as long as you like.")
        await one.press("alt+q")
    await until(lambda: not any(one.app.is_running for one in evening.class_))
    assert [(one.app.return_value, one.app.return_code) for one in evening.class_] == [(0, 0)] * 4


def read_the_record(path: Path) -> None:
    """The file is whole, and holds what was done on the screens."""
    with SessionFile(path) as file:
        verdict = verify(file)
        assert (verdict.faults, verdict.notes) == ((), (OVER,))
        events = [event_of(record) for record in file.records()]

    def voices(kind: str) -> list[str]:
        return [one.voice for one in events if one.fact.kind == kind and one.author.startswith("seat:")]

    assert voices("page.edited") == ["1/yuting", "1/chunmei", "1/guoqiang"]
    assert voices("album.arranged") == ["1/yuting", "1/chunmei", "1/guoqiang", "1/yuting"]
    assert voices("message.posted") == ["1/yuting"]
    assert voices("thought") == voices("post.published") == ["1/chunmei"]
    assert voices("page.visited") == ["1/guoqiang", "1/yuting", "1/chunmei"]
    assert voices("thing.liked") == ["1/guoqiang"]
    assert voices("reflection.written") == ["1/yuting", "1/chunmei", "1/guoqiang"]
    assert [one.author for one in events if one.fact.kind == "session.ended"] == ["teacher"]
