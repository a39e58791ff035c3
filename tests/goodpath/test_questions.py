"""A question at the terminal is answered by what is typed once it stands there, and by nothing else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from mortal import mortal
from processes import surroundings

ASKS = """
import select, sys
from goodpath.questions import is_agreed
print("ready", flush=True)
select.select([sys.stdin], [], [])
print("agreed" if is_agreed("Stop the server?", default=True) else "not agreed", flush=True)
"""


def test_what_was_typed_before_the_question_appeared_is_no_answer(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    asking = subprocess.Popen(
        mortal(sys.executable, "-c", ASKS),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=surroundings(tmp_path),
        start_new_session=True,
    )
    os.close(slave)
    try:
        said = read_until(master, "ready")
        os.write(master, b"so who of you\n")
        said += read_until(master, "[Y/n]")
        os.write(master, b"n\n")
        said += read_until(master, "agreed")
    finally:
        asking.kill()
        asking.wait()
        os.close(master)
    assert "not agreed" in said and "Error" not in said


def read_until(master: int, words: str) -> str:
    """What comes from a terminal up to some words; OSError if it closes before."""
    said = b""
    while words.encode() not in said:
        said += os.read(master, 4096)
    return said.decode(errors="replace")
