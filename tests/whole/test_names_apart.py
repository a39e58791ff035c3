"""Students' own names stand in the key file and nowhere else, whatever is written of a class."""

import json
from pathlib import Path

import pytest
from goodpath.written import write_up

from goodpath_review.session_file import SessionFile
from goodpath_review.tables import csv_table, json_lines
from whole_class import ServerProcess, Wire, see_off, talk_scenario

NAMES = ("Zoltan Quillfeather", "欧阳千里马", "Ingeborg Ångström-Öz")


async def hold_a_class(folder: Path) -> None:
    """Three students come with their names, play, write, ask to stop and step out; one more watches."""
    errors = folder / "server.log"
    server = await ServerProcess.start(
        talk_scenario(folder), "-o", folder / "class.goodpath", "--port", "0", errors=errors
    )
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    seats = [await Wire.join(server.port, code=server.code, name=name) for name in NAMES]
    for number, seat in enumerate(seats, 1):
        assert await seat.ask("take", "take_persona", persona=f"1/m{number}") == "done"
    assert await teacher.ask("start", "start_world") == "done"
    for seat in seats:
        assert await seat.ask("line", "post_message", room="1/talk1", text="good evening") == "done"
        assert await seat.ask("aside", "speak_aside", room="1/talk1", text="is it ten already?") == "done"
    assert await seats[0].ask("stop", "signal_stop") == "done"
    for phase in ("one", "two"):
        assert await teacher.ask(phase, "next_phase") == "done"
    assert await seats[1].ask("out", "reflect", answers=["the evening"]) == "done"
    assert await teacher.ask("end", "end_session") == "done"
    for wire in (teacher, *seats):
        await wire.leave()
    await see_off()
    assert await server.stop() == 0


def ways_to_write(name: str) -> set[bytes]:
    """A name as text, as JSON writes it, and each of its words alone."""
    whole = {name.encode(), json.dumps(name)[1:-1].encode()}
    return whole | {word.encode() for word in name.split()}


@pytest.fixture
async def folder(tmp_path: Path) -> Path:
    await hold_a_class(tmp_path)
    write_up(tmp_path / "class.goodpath")
    with SessionFile(tmp_path / "class.goodpath") as file:
        (tmp_path / "class.csv").write_text("".join(csv_table(file)), "utf-8")
        (tmp_path / "class.jsonl").write_text("".join(json_lines(file)), "utf-8")
    return tmp_path


async def test_names_of_students_are_in_the_key_file_alone(folder: Path) -> None:
    kept = json.loads((folder / "class.key").read_text("utf-8"))
    assert kept["names"] == {"1": NAMES[0], "2": NAMES[1], "3": NAMES[2]}
    others = [path for path in folder.iterdir() if path.name != "class.key"]
    assert {path.suffix for path in others} >= {".goodpath", ".md", ".html", ".csv", ".jsonl", ".log"}
    found = {
        (path.name, name)
        for path in others
        for name in NAMES
        if any(way in path.read_bytes() for way in ways_to_write(name))
    }
    assert found == set()
