"""The demo, as a newcomer meets it: robots play seven people, and the newcomer plays the eighth."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.library import list_shipped
from goodpath.review_commands import verify

from processes import PATIENCE_S, Spoken, Terminal

END, F2, F4, F9 = b"\x1b[F", b"\x1bOQ", b"\x1bOS", b"\x1b[20~"
CONTACTS, LEAVE, ALT_ENTER = b"\x1bk", b"\x1bq", b"\x1b\r"
SHUT, OPEN = "{chat: on, page: on, visit: off,", "{chat: on, page: on, visit: on,"
"""What the first phase allows as shipped, and so that all that is done in these tests can be done in it."""


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Terminal]:
    """The demo in a terminal, with a first phase that no slow machine outlives; files come into `out`."""
    evening = tmp_path / "evening"
    shutil.copytree(list_shipped()["ten-pictures"], evening)
    written = (evening / "scenario.yaml").read_text("utf-8")
    assert SHUT in written
    (evening / "scenario.yaml").write_text(written.replace(SHUT, OPEN), "utf-8")
    terminal = Terminal(tmp_path, "demo", "evening", "--folder", "out", "--pace", "1")
    yield terminal
    terminal.close()


def test_a_class_of_robots_waits_until_one_knows_who_one_is_and_leaves_session_transcript_and_report(
    demo: Terminal, tmp_path: Path
) -> None:
    read_the_briefing(demo)
    demo.wait_for("Whom will you play?")
    demo.press(b"\r")
    demo.wait_for("This is who you are")
    (session,) = (tmp_path / "out").glob("*.goodpath")
    assert "phase.began" not in kinds_in(session)
    demo.press(F9)
    demo.wait_for("In class this tells your teacher")
    demo.press(END, b"\r")
    wait_until_it_plays(session)
    demo.wait_for("observers, ")
    demo.press("hello, I am new 你好".encode())
    demo.wait_for("hello, I am new 你好")
    demo.press(ALT_ENTER, b"from the next line")
    demo.wait_for("from the next line")
    demo.press(b"\r")
    demo.wait_for("Enter sends")  # the box is empty again
    demo.press(F4)
    demo.wait_for("aloud; heard by")
    demo.wait_for("F4 pick up")  # the foot of the phone is gone too, which comes last
    demo.press(F4)
    demo.wait_for("F4 phone down")
    demo.press(F2)
    demo.wait_for("A new post")
    demo.press(b"on my wall")
    demo.wait_for("on my wall")
    demo.press(b"\t", b" ")
    demo.wait_for("[x] ")
    demo.press(F2)
    demo.wait_for("Enter sends")
    demo.press(CONTACTS)
    demo.wait_for("Contacts")
    demo.press(b"\r")
    demo.wait_for("They will see that you came.")
    demo.press(LEAVE)
    demo.wait_for("The class ends when you leave")
    demo.press(b"\r")
    assert demo.finish() == 0
    for what in ("Session file:", "Transcript:", "Report:"):
        assert what in demo.text
    look_at_what_is_left(tmp_path / "out")


def test_one_who_leaves_during_the_briefing_leaves_a_class_that_ended_in_order(
    demo: Terminal, tmp_path: Path
) -> None:
    demo.wait_for("1 of 3")
    demo.press(LEAVE)
    demo.wait_for("The class ends when you leave")
    demo.press(b"\r")
    assert demo.finish() == 0
    assert "Session file:" in demo.text and "cut off" not in demo.text
    (session,) = (tmp_path / "out").glob("*.goodpath")
    assert "session.ended" in kinds_in(session)
    assert list((tmp_path / "out").glob("*.log")) == []


def test_who_plays_a_class_that_is_killed_is_told_at_once_and_at_the_end_and_by_the_exit_code(
    demo: Terminal, tmp_path: Path
) -> None:
    read_the_briefing(demo)
    demo.wait_for("Whom will you play?")
    demo.press(b"\r")
    demo.wait_for("This is who you are")
    demo.press(END, b"\r")
    demo.wait_for("observers, ")
    os.kill(class_behind(demo), signal.SIGKILL)
    demo.wait_for("The class broke off, as it was killed (SIGKILL)")
    demo.wait_for("start the demo again")
    demo.press(LEAVE)
    demo.wait_for("Leave? The class broke off")
    demo.press(b"\r")
    assert demo.finish() == 1
    (session,) = (tmp_path / "out").glob("*.goodpath")
    told = (
        "goodpath: The class broke off, as it was killed (SIGKILL); what was stored of it is in "
        f"out/{session.name}; start the demo again to play."
    )
    assert "".join(told.split()) in "".join(demo.text.split())  # the terminal breaks lines within words
    assert "Session file: " in demo.text and "Report: " in demo.text
    verify(session)
    assert list((tmp_path / "out").glob("*.log")) == []


@pytest.mark.parametrize("begun", [False, True], ids=["in the lobby", "in play"])
def test_the_class_behind_it_ends_when_it_is_told_to_while_its_input_stays_open(
    tmp_path: Path, begun: bool
) -> None:
    behind = Spoken(tmp_path, "demo-class", "ten-pictures", "-o", "class.goodpath")
    try:
        told = json.loads(behind.wait_for(r"\{.*\}\n")[0])
        assert told.keys() == {"port", "code"}
        if begun:
            behind.say("begin")
            wait_until_it_plays(tmp_path / "class.goodpath")
        behind.process.send_signal(signal.SIGTERM)
        assert behind.finish() == 0
    finally:
        behind.close()
    assert len(behind.said.splitlines()) == 1
    kinds = kinds_in(tmp_path / "class.goodpath")
    assert ("phase.began" in kinds, "session.ended" in kinds) == (begun, True)


@pytest.mark.parametrize("begun", [False, True], ids=["in the lobby", "in play"])
def test_the_class_behind_it_ends_in_order_where_its_player_was_killed(tmp_path: Path, begun: bool) -> None:
    behind = Spoken(tmp_path, "demo-class", "ten-pictures", "-o", "class.goodpath")
    try:
        behind.wait_for(r"\{.*\}\n")
        if begun:
            behind.say("begin")
            wait_until_it_plays(tmp_path / "class.goodpath")
        behind.say_no_more()
        assert behind.finish() == 0
    finally:
        behind.close()
    kinds = kinds_in(tmp_path / "class.goodpath")
    assert ("phase.began" in kinds, "session.ended" in kinds) == (begun, True)


def class_behind(demo: Terminal) -> int:
    """Number of the process that holds the class."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True)
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
    (found,) = [row[0] for row in rows if row[1] == str(demo.process.pid) and "demo-class" in row[2]]
    return int(found)


def wait_until_it_plays(session: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while "phase.began" not in kinds_in(session):
        assert time.monotonic() < end, "the world did not start"
        time.sleep(0.05)


def read_the_briefing(demo: Terminal) -> None:
    demo.wait_for("1 of 3")
    demo.press(END)
    demo.wait_for("2 of 3")
    demo.press(F9)
    demo.wait_for("3 of 3")
    demo.press(b" ")
    demo.wait_for("Ready: press Enter")
    demo.press(b"\r")


def look_at_what_is_left(folder: Path) -> None:
    session, transcript, report = (next(folder.glob(f"*.{end}")) for end in ("goodpath", "md", "html"))
    verify(session)
    assert "stop.signalled" not in kinds_in(session)
    mine = kinds_in(session, "WHERE author LIKE 'seat:%'")
    assert {"message.posted", "post.published", "page.visited"} <= set(mine)
    assert mine.count("place.changed") == 2
    assert lines_of_seats(session) == ["hello, I am new 你好\nfrom the next line"]
    assert "hello, I am new 你好" in transcript.read_text("utf-8")
    assert "on my wall" in report.read_text("utf-8")
    assert {path.suffix for path in folder.iterdir()} <= {".goodpath", ".md", ".html", ".key", ".lock"}


def lines_of_seats(session: Path) -> list[str]:
    """What seats said in chats."""
    asked = "SELECT body ->> 'text' FROM event WHERE kind = 'message.posted' AND author LIKE 'seat:%'"
    with closing(sqlite3.connect(session)) as file:
        return [text for (text,) in file.execute(asked)]


def kinds_in(session: Path, of: str = "") -> list[str]:
    """What has happened in a session, in its order."""
    with closing(sqlite3.connect(session)) as file:
        return [kind for (kind,) in file.execute(f"SELECT kind FROM event {of} ORDER BY seq")]
