"""Read a session file afterwards as a reviewer does: with the `goodpath` command, in a process of its own."""

import asyncio
import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from whole_class import PROGRAM

LONGEST_S = 120


class Line(NamedTuple):
    """A line that was said in a room."""

    seq: int
    room: str
    request: str
    text: str


async def goodpath(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    command = [str(PROGRAM), *map(str, words)]
    return await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, check=False, timeout=LONGEST_S
    )


async def faults_in(path: Path) -> list[str]:
    """What `goodpath verify` finds wrong with a session file."""
    found = await goodpath("verify", path)
    return [] if found.returncode == 0 else [f"goodpath verify says: {found.stdout}{found.stderr}"]


async def exported(path: Path) -> list[Line]:
    """The lines of a session in the order of its export."""
    found = await goodpath("export", path, "--as", "jsonl")
    assert found.returncode == 0, found.stderr
    records = [json.loads(text) for text in found.stdout.splitlines()]
    said = [record for record in records if record["kind"] == "message.posted"]
    return [Line(r["seq"], r["room"], r["request"], json.loads(r["body"]).get("text", "")) for r in said]


def stored(path: Path) -> list[Line]:
    """The lines of a session as its file holds them."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        rows = file.execute(
            "SELECT seq, room, request, coalesce(json_extract(body, '$.text'), '') FROM event"
            " WHERE kind = 'message.posted' ORDER BY seq"
        )
        return [Line(*row) for row in rows]
