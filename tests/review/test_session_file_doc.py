"""docs/session-file.md says what is so: kinds, columns, queries, and a verifier that works."""

import csv
import hashlib
import io
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from goodpath_core.play.registry import EVENTS
from goodpath_core.record import APPLICATION_ID, COLUMNS
from goodpath_review.session_file import SessionFile
from goodpath_review.verify import verify
from review.evening import evening, saved

DOC = (Path(__file__).parents[2] / "docs" / "session-file.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", DOC, re.DOTALL)
SQLITE = shutil.which("sqlite3")
VERIFIER = re.findall(r"```python\n(.*?)```", DOC, re.DOTALL)[0]


def row(kind: str) -> str:
    fact = EVENTS[kind].fact
    fields = [f"`{name}`" + "?" * (not field.is_required()) for name, field in fact.model_fields.items()]
    first = (fact.__doc__ or "").strip().split("\n")[0]
    return f"| `{kind}` | {fact.version} | {first} | {', '.join(fields) or 'none'} |"


def test_every_kind_of_event_has_its_row_and_no_row_is_about_another() -> None:
    rows = re.findall(r"^\| `[a-z_]+(?:\.[a-z_]+)?` \| \d+ \|.*$", DOC, re.MULTILINE)

    assert rows == [row(kind) for kind in EVENTS]


def test_every_column_is_explained() -> None:
    explained = re.findall(
        r"^\| (`[^|]*) \|", DOC.partition("### The columns")[2].partition("##")[0], re.MULTILINE
    )

    assert re.findall(r"`(\w+)`", " ".join(explained)) == list(COLUMNS)
    assert str(APPLICATION_ID) in DOC


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_of_the_page_finds_something(tmp_path: Path, query: str) -> None:
    connection = sqlite3.connect(saved(tmp_path))
    found = connection.execute(query).fetchall()
    connection.close()

    # Nobody in this evening answered a line.
    assert found or "reply_to" in query


def test_whoever_passed_something_on_has_said_something(tmp_path: Path) -> None:
    (query,) = (query for query in QUERIES if "FROM visit" in query)
    connection = sqlite3.connect(saved(tmp_path))
    before = connection.execute(query).fetchall()
    visitor, page = before[0]
    connection.execute(
        "INSERT INTO event SELECT 9999, wall_ms, world_s, phase, cell, place, 'post.published', version,"
        " author, ?, ?, audience, json_object('text', '', 'of', ? || '#page'), request, digest, erased, hash"
        " FROM event WHERE seq = 1",
        (visitor, visitor, page),
    )
    after = connection.execute(query).fetchall()
    connection.close()

    assert before[1:] == after


@pytest.mark.skipif(SQLITE is None, reason="the sqlite3 program is not installed")
@pytest.mark.parametrize("query", QUERIES)
def test_the_sqlite3_program_finds_the_same_in_the_file(tmp_path: Path, query: str) -> None:
    path = saved(tmp_path)
    asked = [str(SQLITE), "-batch", "-csv", f"file:{path}?mode=ro", query]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    connection = sqlite3.connect(path)
    found = connection.execute(query).fetchall()
    connection.close()

    for line, row in zip(csv.reader(io.StringIO(shown)), found, strict=True):
        # The program rounds hours.
        assert [one for one, cell in zip(line, row, strict=True) if not isinstance(cell, float)] == [
            "" if cell is None else str(cell) for cell in row if not isinstance(cell, float)
        ]


def verdict(path: Path) -> tuple[int, str]:
    result = subprocess.run(
        [sys.executable, "-c", VERIFIER, str(path)], capture_output=True, text=True, check=False
    )
    return result.returncode, (result.stdout + result.stderr).strip()


def test_the_verifier_of_the_page_knows_a_whole_file_from_a_changed_one(tmp_path: Path) -> None:
    path = saved(tmp_path)

    assert verdict(path) == (0, f"whole, last hash {evening().records[-1].hash.hex()}")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE event SET body = replace(body, 'rain', 'pain') WHERE seq = 38")
    connection.commit()
    connection.close()
    assert verdict(path) == (1, "record 38 is not as it was written")
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '5' WHERE key = 'cells'")
    connection.commit()
    connection.close()
    assert verdict(path) == (1, "record 1 is not as it was written")


def test_read_as_immutable_a_file_of_a_server_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = saved(tmp_path)
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.close()
    assert "?immutable=1" in DOC
    reader = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    (records,) = reader.execute("SELECT count(*) FROM event").fetchone()

    assert records == len(evening().records)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    reader.close()


def test_a_text_is_erased_as_the_page_says(tmp_path: Path) -> None:
    path = saved(tmp_path)
    connection = sqlite3.connect(path)
    (body,) = connection.execute("SELECT body FROM event WHERE seq = 38").fetchone()
    digest = hashlib.sha256(body.encode()).hexdigest()
    connection.execute("UPDATE event SET erased = ?, body = '{}' WHERE seq = 38", (digest,))
    connection.commit()
    connection.close()

    with SessionFile(path) as file:
        assert verify(file).whole
