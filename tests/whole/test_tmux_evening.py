"""Three students, an observer and a teacher play "Ten pictures" to the end in tmux, as a class would."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from goodpath.host_commands import STARTS

from tmux import TMUX, Terminal, Tmux
from whole_class import PROGRAM

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
OWN_NAMES = ("王小明", "Ana", "Hüseyin Öz")
PERSONAS = ("Pan Yuting 潘雨婷", "Wei Chunmei 韦春梅", "Pan Guoqiang 潘国强")
NICKNAMES = ("City After Rain", "第九站 Ninth Stop", "Paper Boat 88")
LEFT = rf"^(?:{re.escape(STARTS)} )?Goodbye\. ended with 0$"
"""All that stands in a terminal that a screen has given back."""


@dataclass
class Evening:
    """A class in its terminals; the session file lies in `folder`."""

    tmux: Tmux
    folder: Path
    size: tuple[int, int]

    def __post_init__(self) -> None:
        out = ["-o", "class.goodpath", "--port", "0"]
        self.server = self.open("server", "serve", "ten-pictures", *out, size=(160, 20))
        told = self.server.find(r"goodpath teach (\S+) --key (\S+)")
        self.teacher = self.open("teacher", "teach", told[1], "--key", told[2])
        joining = self.teacher.find(r"(127\.0\.0\.1:\d+) (\S{4}-\S{4})")
        self.line = (joining[1], joining[2])
        self.students = [self.open(f"student{n}", "join", *self.line) for n in range(3)]
        self.observer = self.open("observer", "watch", *self.line, "--name", "Dao")
        self.class_ = [*self.students, self.observer]

    def open(self, name: str, *words: str, size: tuple[int, int] | None = None) -> Terminal:
        """Somebody at a terminal who starts goodpath."""
        surroundings = {"XDG_STATE_HOME": str(self.folder / name), "COLORTERM": "truecolor"}
        return self.tmux.open(name, size or self.size, [str(PROGRAM), *words], self.folder, surroundings)

    def all_see(self, words: str) -> None:
        """Wait until words stand on every student's screen."""
        for one in self.students:
            one.see(words)

    def next_phase(self, name: str) -> None:
        """The teacher ends the phase."""
        self.teacher.press("F7")
        self.teacher.see(f"Then comes: {name}")
        self.teacher.press("y")


@pytest.fixture(params=[(80, 24), (120, 36)], ids=["80x24", "120x36"])
def evening(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Evening]:
    tmux = Tmux()
    try:
        yield Evening(tmux, tmp_path, request.param)
    finally:
        tmux.close()


def test_a_class_plays_from_the_joining_line_to_the_goodbye(evening: Evening) -> None:
    come_in(evening)
    read_the_briefing(evening)
    choose(evening)
    make_pages(evening)
    talk(evening)
    be_in_the_room(evening.students[1])
    post_a_picture(evening)
    visit(evening)
    lose_the_phone_and_get_it_back(evening)
    step_out(evening)
    say_goodbye(evening)
    read_the_record(evening.folder / "class.goodpath")


def come_in(evening: Evening) -> None:
    """Address and code stand in their boxes already; the own name is all that is asked."""
    for student, name in zip(evening.students, OWN_NAMES, strict=True):
        student.see("for your teacher alone")
        student.see(evening.line[0])
        student.type(name)
        student.press("Enter")
        student.see("1 of 3: read to the end")
        evening.teacher.see(f"{name} choosing")


def read_the_briefing(evening: Evening) -> None:
    for one in evening.class_:
        watches = one is evening.observer
        one.see("You watch and play nobody" if watches else "You are going to play somebody who works")
        one.press("End")
        one.see("2 of 3: try the stop key")
        one.press("F9")
        one.see("nobody was told;")
        one.see("3 of 3: press Space to tick the box.")
        one.press("Space")
        one.see("Ready: press Enter to go on.")
        one.press("Enter")
    evening.observer.see("waiting for the teacher to start")
    evening.observer.see("Page makers · 8 members")


def choose(evening: Evening) -> None:
    for student, persona in zip(evening.students, PERSONAS, strict=True):
        student.see("Whom will you play?")
        student.press("Down")
        student.find(f"{persona} .*say")
        student.press("Enter")
        student.see("Waiting for your teacher to start. This is who you are")
        student.see(f"{persona} say")
    evening.teacher.press("F5")
    evening.teacher.see("Start? 4 of 4 here, 1 only watching.")
    evening.teacher.press("y")
    evening.teacher.see("RUNNING")
    evening.all_see("2 classmates, observers, ")
    evening.observer.see("(watching)")


def make_pages(evening: Evening) -> None:
    for student, nickname, persona in zip(evening.students, NICKNAMES, PERSONAS, strict=True):
        student.press("F3")
        student.see("Edit my page · 2 classmates, observers, ")
        student.type(nickname)
        student.press("F2")
        student.see(f"{persona} {nickname}")
        student.press("M-c")
        student.see("Pictures · 0 of 10 chosen")
        student.press("Space")
        student.see("1 of 10 chosen")
        student.press("Down", "Space")
        student.see("2 of 10 chosen")
        student.press("F2")
        student.see("observers, ")


def talk(evening: Evening) -> None:
    first = evening.students[0]
    first.type("who is here tonight? 今晚谁在")
    first.press("Enter")
    for one in evening.class_:
        one.see("who is here tonight? 今晚谁在")
        one.see(NICKNAMES[0])


def be_in_the_room(student: Terminal) -> None:
    student.press("F4")
    student.see("The room with the big bed, the rice cooker")
    student.see("Nobody else looks up.")
    student.see("aloud; heard by nobody here, ")
    student.type("/think quiet here")
    student.see("a thought; teacher and reviewer read it")
    student.press("Enter")
    student.see("(you think) quiet here")
    student.type("/ooc ")
    student.see("2 classmates, observers, ")
    student.press("C-u")
    student.see("aloud; heard by nobody here, ")
    student.press("F4")
    student.see("2 classmates, observers, ")


def post_a_picture(evening: Evening) -> None:
    author, reader = evening.students[1:]
    author.press("F2")
    author.see("A new post")
    author.see("2 classmates, observers, ")
    author.type("the light in the yard 院子里的灯")
    author.press("Tab", "Space")
    author.see("[x] ")
    author.press("F2")
    author.see("observers, ")
    reader.press("F5")
    reader.see("Qzone · what everybody posted, newest first")
    reader.see("the light in the yard 院子里的灯")
    reader.see("web · ")


def visit(evening: Evening) -> None:
    owner, visitor = evening.students[1:]
    evening.next_phase("Gallery walk")
    evening.teacher.see("2/4 · Gallery walk")
    visitor.press("v")
    visitor.see(f"The page of {NICKNAMES[1]}. They will see that you came.")
    visitor.see("My pictures (2)")
    visitor.press("l")
    visitor.see("You like ")
    visitor.see("1 like (you too)")
    visitor.press("c")
    visitor.see("a word under ")
    visitor.see("2 classmates, observers, ")
    visitor.press("Escape")
    visitor.see(f"The page of {NICKNAMES[1]}.")
    visitor.press("Escape")
    visitor.see("Qzone · what everybody posted")
    visitor.press("Escape")
    visitor.see("observers, ")
    if evening.size[0] < 100:
        owner.press("F8")
    owner.see("1 visitor · 1 like")


def lose_the_phone_and_get_it_back(evening: Evening) -> None:
    evening.next_phase("Lights")
    evening.all_see("There is no phone now; look at the room, it will pass.")
    evening.observer.see("All phones are down. Everybody is in their room, and nobody can be watched there.")
    evening.next_phase("One swap")
    evening.all_see("Your phone is back.")
    evening.observer.see("(watching)")


def step_out(evening: Evening) -> None:
    evening.next_phase("the debrief")
    for number, student in enumerate(evening.students):
        student.see("Phones are dark. You are yourself again.")
        student.see(f"You played {PERSONAS[number]}")
        student.press("Tab")
        student.see("One thing I made up is ...")
        student.type(f"the moon {number}")
        student.press("Enter")
        student.see(f"the moon {number}")
        student.find(r"\bkept ")
    evening.observer.see("You watched.")
    for one in evening.class_:
        one.press("F5")
        one.see("All pages of your group of players, as they were at the end")
        one.see(f"{NICKNAMES[1]} (")
        one.press("Escape")
        one.see("Phones are dark. You are yourself again.")
    evening.teacher.see("Debrief: 3 of 3 have stepped out of the role.")


def say_goodbye(evening: Evening) -> None:
    evening.teacher.press("M-e")
    evening.teacher.see("End the session for good?")
    evening.teacher.press("y")
    for one in (*evening.students, evening.observer):
        one.see("The session is over. You are yourself again; read on as long as you like.")
    assert {one.size for one in evening.class_} == {evening.size}
    for one in evening.class_:
        one.press("M-q")
        one.find(LEFT)
    evening.teacher.see("OVER")
    evening.teacher.press("M-q")
    evening.teacher.see("Close this console?")
    evening.teacher.press("Enter")
    evening.teacher.see("Stop the server?")
    evening.teacher.press("Enter")
    for words in ("The server has stopped", "Make the report to look at together:", "ended with 0"):
        evening.teacher.see(words)
    evening.server.see("ended with 0")


def read_the_record(path: Path) -> None:
    """The file is whole, and holds what was done on the screens."""
    verdict = subprocess.run([PROGRAM, "verify", path], capture_output=True, text=True, check=False)
    assert (verdict.returncode, verdict.stderr) == (0, ""), verdict.stdout
    with closing(sqlite3.connect(path)) as file:

        def of(kind: str) -> list[tuple[str, str]]:
            asked = "SELECT voice, body FROM event WHERE kind = ? AND author LIKE 'seat:%' ORDER BY seq"
            return file.execute(asked, (kind,)).fetchall()

        assert [voice for voice, _ in of("page.edited")] == ["1/yuting", "1/chunmei", "1/guoqiang"]
        assert [voice for voice, _ in of("message.posted")] == ["1/yuting"]
        assert [voice for voice, _ in of("thought")] == ["1/chunmei"]
        assert [voice for voice, _ in of("post.published")] == ["1/chunmei"]
        assert "cards" in of("post.published")[0][1]
        assert [voice for voice, _ in of("page.visited")] == ["1/guoqiang"]
        assert [voice for voice, _ in of("thing.liked")] == ["1/guoqiang"]
        kept = dict(of("reflection.written"))
        assert list(kept) == ["1/yuting", "1/chunmei", "1/guoqiang"]
        assert "the moon 2" in kept["1/guoqiang"]
