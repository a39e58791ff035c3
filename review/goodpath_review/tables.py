"""Writes a session as tables: CSV for people with a spreadsheet, JSONL for programs that want it exact.

CSV names no seat and no student. JSONL has every column of every record as it stands in the file.
"""

import csv
import io
import json
import re
from collections.abc import Iterator

from goodpath_core.play.clock import clock_face
from goodpath_core.scenario.durations import DAY_S
from goodpath_core.text import clean_block
from goodpath_review.chronicle import Line, walk
from goodpath_review.scene import Scene
from goodpath_review.session_file import SessionFile

GUARD = "'"
GUARDED = (
    "guarded (columns whose text got an apostrophe in front, so that no spreadsheet reads it as a formula)"
)
"""The last column's name; it tells what to take away again. JSONL has the exact texts."""
COLUMNS = (
    *("seq", "seconds", "day", "time", "phase", "cell", "place", "kind", "author"),
    *("voice", "name", "room", "room_name", "text", "gone", "sentence", GUARDED),
)
# After spaces and signs that are not seen; full-width twins are read as formulas as well.
_FORMULA = re.compile(
    r"[\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]"
)
_CONTROLS = ("\t", "\r", "\n")
_TERMINAL = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def csv_table(file: SessionFile) -> Iterator[str]:
    """One line per event, after a header; lines end with CR LF. LogError if the file is not whole."""
    yield _written(COLUMNS)
    start = 0
    for scene, line in walk(file):
        start = start or line.event.wall_ms
        yield _written(_guarded(_row(scene, line, start)))


def json_lines(file: SessionFile) -> Iterator[str]:
    """One JSON object per record, with its columns as they stand; `hash` in hexadecimal digits."""
    for record in file.records():
        columns = record._asdict() | {"hash": record.hash.hex()}
        text = json.dumps(columns, ensure_ascii=False)
        yield _TERMINAL.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text) + "\n"


def guard(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet could take it for a formula."""
    risky = text.startswith(_CONTROLS) or _FORMULA.match(text)
    return GUARD + text if risky else text


def _row(scene: Scene, line: Line, start: int) -> dict[str, int | str]:
    event = line.event
    return {
        "seq": event.seq,
        "seconds": (event.wall_ms - start) // 1000,
        "day": event.world_s // DAY_S,
        "time": clock_face(event.world_s),
        "phase": event.phase,
        "cell": event.cell,
        "place": event.place,
        "kind": event.fact.kind,
        "author": _role(event.author),
        "voice": event.voice,
        "name": line.name,
        "room": event.room,
        "room_name": line.room,
        "text": clean_block(getattr(event.fact, "text", "") or ""),
        "gone": line.gone,
        "sentence": line.sentence,
    }


def _role(author: str) -> str:
    """What kind of author: seats are not told apart here."""
    head = author.partition(":")[0]
    return "player" if head == "seat" else head


def _guarded(row: dict[str, int | str]) -> tuple[int | str, ...]:
    safe = {name: guard(value) if isinstance(value, str) else value for name, value in row.items()}
    changed = " ".join(name for name in row if safe[name] != row[name])
    return (*safe.values(), changed)


def _written(row: tuple[int | str, ...]) -> str:
    sheet = io.StringIO()
    csv.writer(sheet).writerow(row)
    return sheet.getvalue()
