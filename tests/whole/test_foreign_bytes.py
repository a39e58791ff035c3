"""Whatever people wrote, a real terminal gets no byte sequence that is not the client's own."""

import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from goodpath_core.play.state import World
from goodpath_core.scenario.view import View
from hostile import TEXT, misshown, unnamed_fields
from mortal import mortal

ROOT = Path(__file__).parents[2]
PATHS = os.pathsep.join(str(ROOT / part) for part in ("core", "client", "server", "tests", "."))
TOUR = Path(__file__).with_name("foreign_tour.py")
WALL_S = 300

SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\]\d+;\w*\x07|[ -/]*[0-~]|)|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
"""One escape sequence, the start of one that holds a text, or a control that is neither CR nor LF."""
PAINTING = re.compile(r"\x1b\[(?:\d+;\d+H|(?:(?:[34]8;2;\d+;\d+;\d+|[0-9])(?:;(?=\d)|(?=m)))*m)")
"""What is in every frame: going to a place, and 24-bit colours with plain attributes."""
OWN = re.compile(r"\x1b(?:\[[?><]?[0-9]*(?:\$p|[hlu])|\]22;\w+\x07)")
"""Modes switched and asked for, the keyboard protocol, the shape of the pointer."""
UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
STUDENT_SCREENS = {
    "OnlineScreen", "OfflineScreen", "PageEditorScreen", "PicturePickerScreen", "PictureViewScreen",
    "PageViewScreen", "FeedScreen", "ContactsScreen", "LifeScreen", "PostScreen", "BriefingScreen",
    "LineMenu", "DebriefScreen", "EndedScreen", "ChoosePersonaScreen", "JoinScreen", "AllPagesScreen",
    "DarkScreen", "PageViewScreen, a word", "UnsentScreen", "GroupNoticeScreen",
}  # fmt: skip
TEACHER_SCREENS = {"ConsoleScreen", "RoomsScreen", "SpeakScreen", "HandOverScreen", "UnsentScreen", "debrief"}
SCREENS = {"student": STUDENT_SCREENS, "teacher": TEACHER_SCREENS}


@dataclass
class Tour:
    """One client on its way through all screens, in a terminal of 104 x 32."""

    role: str
    report: Path
    options: tuple[str, ...] = ()
    out: bytearray = field(default_factory=bytearray)

    def start(self) -> None:
        """Let it go."""
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 32, 104, 0, 0))
        environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            mortal(sys.executable, TOUR, self.role, self.report, *self.options),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": PATHS},
            start_new_session=True,
        )
        os.close(slave)

    def stop(self) -> None:
        """End it if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)

    @property
    def text(self) -> str:
        """What came to the terminal."""
        return self.out.decode("utf-8", "replace")

    @property
    def seen(self) -> dict[str, set[str]]:
        """Screen -> fields of which the text was seen on it."""
        return {name: set(tags) for name, tags in self._told["seen"].items()}

    @property
    def fields(self) -> set[str]:
        """All that a text can stand in: those of the session, and what clients are told or given."""
        return set(self._told["fields"])

    @property
    def wrong(self) -> list[str]:
        """Where a text stood otherwise than it is."""
        found: list[str] = self._told["wrong"]
        return found

    @property
    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.report.read_text("utf-8"))
        return told

    @property
    def sequences(self) -> set[str]:
        """All sequences and controls that came, without those of painting."""
        return {one for one in set(SEQUENCE.findall(self.text)) if not PAINTING.fullmatch(one)}


def run_all(*tours: Tour) -> None:
    """Let tours go side by side until each has ended."""
    for one in tours:
        one.start()
    try:
        _read_all({one.master: one for one in tours})
    finally:
        for one in tours:
            one.stop()
    for one in tours:
        assert one.process.returncode == 0, one.text[-600:]


def _read_all(open_tours: dict[int, Tour]) -> None:
    end = time.monotonic() + WALL_S
    while open_tours:
        assert time.monotonic() < end, "a tour did not end"
        for master in select.select(list(open_tours), [], [], 1)[0]:
            try:
                part = os.read(master, 1 << 16)
            except OSError:
                part = b""  # the last one who wrote to it has closed it
            open_tours[master].out += part
            if not part:
                del open_tours[master]


Tours = dict[str, tuple[Tour, Tour]]
"""Role -> the tour with harmless text and the one with hostile text."""


def gave_the_terminal_nothing_that_is_not_our_own(tours: Tours) -> None:
    for plain, hostile in tours.values():
        assert hostile.sequences - plain.sequences == set()
        assert set(UNSEEN.findall(hostile.text)) - set(UNSEEN.findall(plain.text)) == set()


def came_to_every_screen(tours: Tours) -> None:
    for role, (_, hostile) in tours.items():
        assert {name for name, fields in hostile.seen.items() if fields} >= SCREENS[role]


def saw_every_field_with_words_on_some_screen(tours: Tours) -> None:
    seen = {tag for _, hostile in tours.values() for tags in hostile.seen.values() for tag in tags}
    fields = {field for _, hostile in tours.values() for field in hostile.fields}
    assert fields > TEXT
    assert fields - seen == set()


def saw_every_text_sign_for_sign(tours: Tours) -> None:
    for plain, hostile in tours.values():
        assert (plain.wrong, hostile.wrong) == ([], [])


def gave_the_terminal_only_sequences_that_are_known(tours: Tours) -> None:
    for plain, _ in tours.values():
        assert all(OWN.fullmatch(one) for one in plain.sequences), plain.sequences


PROPERTIES = (
    gave_the_terminal_nothing_that_is_not_our_own,
    came_to_every_screen,
    saw_every_field_with_words_on_some_screen,
    saw_every_text_sign_for_sign,
    gave_the_terminal_only_sequences_that_are_known,
)
"""What is so of the tours. They are the longest work of all: one test of them all does it only once."""


def test_whatever_people_wrote_is_shown_as_it_is_and_nothing_else_comes_to_the_terminal(
    tmp_path: Path,
) -> None:
    tours = {
        role: (
            Tour(role, tmp_path / f"plain-{role}", ("harmless",)),
            Tour(role, tmp_path / f"hostile-{role}"),
        )
        for role in SCREENS
    }
    run_all(*(one for pair in tours.values() for one in pair))
    for holds in PROPERTIES:
        holds(tours)


@pytest.mark.parametrize(
    ("text", "rest", "found"),
    [
        ("[b]bold[/b]", "[b]bold[/b], 19   │", ""),
        ("[b]bold[/b]", "[b]bol..  │", ""),
        ("[b]bold[/b]", "[b│", ""),
        ("[b]bold[/b]", "[b]", ""),
        ("[b]bold[/b]", "bold            ", "bold     "),
        ("[red]", "                ", "         "),
        ("[TODO] buy phone", "[TODO]          ", ""),
        ("[1, 2, 3]x[b]y", "[1, 2, 3]xy     ", "[1, 2, 3]xy     "),
        ("a[0]", "a      ", "a      "),
    ],
)
def test_a_text_that_is_shown_otherwise_is_told_from_one_that_is_cut_off(
    text: str, rest: str, found: str
) -> None:
    assert misshown(text, rest) == found


def test_what_is_our_own_is_little() -> None:
    own = "\x1b[?1049h\x1b[1;1H\x1b[38;2;1;2;3;1m\x1b[0m"
    assert [one for one in SEQUENCE.findall(own) if not PAINTING.fullmatch(one)] == ["\x1b[?1049h"]
    foreign = ["\x1b[31m", "\x1b[2J", "\x1b]0;title\x07", "\x1b]", "\x1bP", "\x1bc", "\x1b_", "\x9b", "\x00"]
    assert SEQUENCE.findall("汉".join(foreign)) == foreign
    assert not any(PAINTING.fullmatch(one) for one in foreign)


def test_every_field_with_words_is_made_hostile() -> None:
    assert unnamed_fields(World, View) == set()
    assert {"nickname", "signature", "face", "music", "text", "notice", "comment", "reasons", "name"} <= TEXT
