"""Read a session file as a reviewer does: what the commands find in it and write of it."""

import asyncio
import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from goodpath_review.session_file import SessionFile
from goodpath_review.tables import json_lines
from goodpath_review.verify import verify
from whole_class import PROGRAM

LONGEST_S = 120


class Line(NamedTuple):
    """A line that was said in a room."""

    seq: int
    room: str
    request: str
    text: str


async def goodpath(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, in a process of its own."""
    command = [str(PROGRAM), *map(str, words)]
    return await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, check=False, timeout=LONGEST_S
    )


async def faults_in(path: Path) -> list[str]:
    """What `goodpath verify` finds wrong with a session file."""
    return await asyncio.to_thread(_faults, path)


def _faults(path: Path) -> list[str]:
    with SessionFile(path) as session:
        return [f"goodpath verify says: {fault}" for fault in verify(session).faults]


async def exported(path: Path) -> list[Line]:
    """The lines of a session in the order in which `goodpath export --as jsonl` writes them."""
    return await asyncio.to_thread(_exported, path)


def _exported(path: Path) -> list[Line]:
    with SessionFile(path) as session:
        records = [json.loads(text) for text in json_lines(session)]
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
