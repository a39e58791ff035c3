"""Tables: CSV that no spreadsheet runs and that names no seat, JSONL that is exactly the file."""

import csv
import io
import json
from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.control import StartWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.record import COLUMNS, Record, first_hash, hash_of
from goodpath_review.session_file import SessionFile
from goodpath_review.tables import csv_table, guard, json_lines
from review.evening import GROUP, REMOVED, SECRET, evening, saved, two_cells
from review.played_class import TEACHER, PlayedClass

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u200b=1",
    "\ufeff=1",
    "\u00a0=1",
    "\u3000=1",
    "\u2060@x",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    " ＝cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
    "=IMPORTXML(A1,B1)",
    "-2+3+cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "@=1",
    "|cmd",
    "%0A=1",
)
HARMLESS = ("rain", "a=b", "1+1", "(^_^)", "'quoted'", "", "“=1”", "你好")


def rows(path: Path) -> list[dict[str, str]]:
    with SessionFile(path) as file:
        return list(csv.DictReader(io.StringIO("".join(csv_table(file)), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


def test_csv_has_one_row_for_each_event_and_says_which_columns_were_guarded(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    first = town.world.seq + 1
    for text in FORMULAS:
        town.after(2, PostMessage(room=GROUP, text=text), yuting)

    found = rows(town.save(tmp_path / "formulas.goodpath"))
    lines = [row for row in found[first - 1 :] if row["voice"] == "1/yuting"]
    guarded = next(name for name in found[0] if name.startswith("guarded (columns"))

    assert len(found) == len(town.records)
    assert len(lines) == len(FORMULAS)
    assert [row["text"] for row in lines if not row["text"].startswith("'")] == []
    assert {row[guarded] for row in lines} == {"text"}
    assert [cell for row in found for cell in row.values() if guard(cell) != cell and not number(cell)] == []


def number(cell: str) -> bool:
    return cell.lstrip("-").isdecimal()


def test_csv_names_no_seat_and_no_text_that_was_taken_away(tmp_path: Path) -> None:
    found = rows(saved(tmp_path))
    cells = [cell for row in found for cell in row.values()]

    assert {row["author"] for row in found} == {"server", "player", "teacher", "script"}
    assert [
        cell for cell in cells if "seat:" in cell or "seat 3" in cell or SECRET in cell or REMOVED in cell
    ] == []
    line = found[37]
    assert (line["seq"], line["time"], line["name"], line["room_name"]) == (
        "38",
        "19:39",
        "City After Rain (Pan Yuting)",
        "Page makers",
    )
    assert line["text"] == "who has a picture\nwith rain in it?"


def test_csv_calls_a_group_by_its_name_from_the_event_that_opens_it(tmp_path: Path) -> None:
    one = rows(saved(tmp_path))
    two = rows(two_cells().save(tmp_path / "two.goodpath"))

    assert [row["room_name"] for row in one if row["kind"] == "group.opened"] == ["Page makers"]
    assert [row["room_name"] for row in two if row["kind"] == "group.opened"] == [
        "Page makers (cell 1)",
        "Page makers (cell 2)",
    ]


def test_json_lines_are_the_records_exactly_and_their_chain_can_be_checked(tmp_path: Path) -> None:
    with SessionFile(saved(tmp_path)) as file:
        text = "".join(json_lines(file))
    found = [json.loads(line) for line in text.splitlines()]
    records = [Record(**row | {"hash": bytes.fromhex(row["hash"])}) for row in found]

    assert tuple(found[0]) == COLUMNS
    assert records == evening().records
    before = first_hash(evening().meta())
    for record in records:
        assert hash_of(record, before) == record.hash
        before = record.hash


def test_json_lines_keep_signs_that_would_break_a_line_or_a_terminal(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    body = '{"text":"a\u2028b\x9b31m\x85c"}'
    town.records[-1] = town.records[-1]._replace(body=body)

    with SessionFile(town.save(tmp_path / "signs.goodpath")) as file:
        text = "".join(json_lines(file))

    assert len(text.splitlines()) == len(town.records)
    assert "\x9b" not in text
    assert json.loads(text.splitlines()[-1])["body"] == body
