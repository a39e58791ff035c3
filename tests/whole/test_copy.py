"""The one file, copied in the middle of a class without what lies beside it, holds the class."""

import subprocess
import time
from pathlib import Path

import pytest

from processes import PATIENCE_S, WORDS, Spoken, surroundings

OPENING = 17
"""Records with which "Ten pictures" begins."""


def verified(session: Path) -> str:
    """What `goodpath verify` says of a session file alone, with its exit code."""
    alone = session.with_name("alone.goodpath")
    alone.write_bytes(session.read_bytes())
    ran = subprocess.run(
        [*WORDS, "verify", alone.name],
        cwd=alone.parent,
        env=surroundings(alone.parent),
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{ran.returncode} {ran.stdout}{ran.stderr}"


@pytest.mark.parametrize("killed", [False, True], ids=["running", "killed"])
def test_a_copy_of_the_file_alone_holds_what_happened_and_says_that_more_may_have(
    tmp_path: Path, killed: bool
) -> None:
    server = Spoken(tmp_path, "serve", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    try:
        server.wait_for("Session:")
        end = time.monotonic() + PATIENCE_S
        while not (said := verified(tmp_path / "class.goodpath")).startswith("0 "):
            assert time.monotonic() < end, said
        if killed:
            server.process.kill()
            server.finish()
            said = verified(tmp_path / "class.goodpath")
    finally:
        server.close()
    assert said.startswith(f"0 Whole: {OPENING} records")
    assert "The session was not over when this was written" in said
