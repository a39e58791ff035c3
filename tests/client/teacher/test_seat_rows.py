"""What is known of each seat, in words, and which seat comes first."""

from dataclasses import replace

import pytest

from goodpath_client.store import Store
from goodpath_client.teacher.seat_rows import (
    Known,
    SeatRow,
    fit_for_the_wall,
    known_acts,
    known_seats,
    seat_rows,
    span,
    urgent_first,
)
from goodpath_client.teacher.seat_table import columns_for, seat_line
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.clock import all_played_ms
from goodpath_core.play.control import PauseWorld, ResumeWorld
from goodpath_core.play.seats import MarkHere, OpenSeat
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.phases import Allow
from goodpath_core.scenario.view import view
from town import SERVER, TEACHER, Town, phase, playing, scenario

SHUT = Allow(chat=False, page=False, visit=False, pictures=3, swaps=0)
ROW = SeatRow(
    7, "7", "Hüseyin 打工妹打工妹打工妹", "Pan Yuting", "雨后之城的打工妹", "phone", "here", "posted", "now"
)


@pytest.mark.parametrize(
    ("robot", "known", "shown"),
    [(False, "Mina", "Mina"), (False, "", "-"), (True, "", "robot"), (True, "Mina", "robot Mina")],
)
def test_a_name_is_shown_whoever_plays(robot: bool, known: str, shown: str) -> None:
    town, store = Town(1), Store()
    town.do(OpenSeat(robot=robot), SERVER)
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    (row,) = seat_rows(store, {1: Known(known)}, {}, 0)
    assert row.name == shown


def test_time_is_told_in_steps_that_keep_the_table_calm() -> None:
    assert [span(ms) for ms in (-5, 9_999, 10_000, 59_999, 60_000, 185_000)] == [
        *("now", "now", "10 s", "50 s", "1 min", "3 min")
    ]


def test_stop_gone_and_quiet_come_first_in_this_order_and_all_else_stays_in_its_place() -> None:
    states = {1: "here", 2: "quiet", 3: "gone", 4: "here", 5: "STOP", 6: "quiet", 7: "STOP", 8: "gone"}
    rows = [replace(ROW, number=number, state=state) for number, state in states.items()]
    assert [row.number for row in urgent_first(rows)] == [5, 7, 3, 8, 2, 6, 1, 4]


def test_who_still_reads_the_briefing_stands_first_of_who_is_well() -> None:
    town, store = Town(3), Store()
    for number in (1, 2, 3):
        town.do(OpenSeat(robot=number == 3), SERVER)
        town.do(MarkHere(seat=number, here=True), SERVER)
    town.do(ReadBriefing(), town.seat(1))
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    rows = seat_rows(store, {}, {}, 0)
    assert [row.state for row in rows] == ["here", "briefing", "here"]
    assert [row.number for row in urgent_first(rows)] == [2, 1, 3]
    town.do(MarkHere(seat=2, here=False), SERVER)
    assert seat_rows(store, {}, {}, 0)[1].state == "gone"


def test_on_the_wall_who_asks_to_stop_stands_as_they_would_without_the_signal() -> None:
    town, store = playing(), Store()
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    town.world.seats[1].here, town.world.seats[1].stopped_ms = True, 1
    town.wait(200)
    row = seat_rows(store, {1: Known("Ana", 1)}, {}, town.wall_ms)[0]
    assert (row.state, fit_for_the_wall(row).state) == ("STOP", "quiet")


def test_of_those_who_ask_to_stop_the_one_who_waits_longest_comes_first() -> None:
    rows = [replace(ROW, number=number, state="STOP", stopped_ms=at) for number, at in ((1, 30), (2, 10))]
    assert [row.number for row in urgent_first([*rows, replace(ROW, number=3, state="gone")])] == [2, 1, 3]


def test_on_the_wall_nobody_moves_for_a_stop_signal() -> None:
    rows = [replace(ROW, number=number, state="here", calm="here") for number in (1, 2, 3)]
    asked = [replace(rows[0], state="STOP", stopped_ms=10), *rows[1:]]
    assert [row.number for row in urgent_first(map(fit_for_the_wall, asked))] == [1, 2, 3]


def test_who_asked_to_stop_and_left_is_as_urgent_and_told_as_gone() -> None:
    town, store = Town(1), Store()
    town.play("1/ming")
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    town.world.seats[1].stopped_ms, town.world.seats[1].here = 1, False
    (row,) = seat_rows(store, {}, {}, 0)
    assert row.state == "STOP gone"
    assert urgent_first([replace(ROW, state="gone"), row])[0] == row
    for cells in (25, 57, 75):
        assert seat_line(row, columns_for(cells)).plain.startswith("STOP gone 1    -")


def test_who_only_watches_is_above_nobody_unless_they_ask_to_stop() -> None:
    watching = [
        replace(ROW, number=number, persona="watching", state=state)
        for number, state in ((2, "quiet"), (3, "gone"), (4, "STOP"))
    ]
    assert [row.number for row in urgent_first([ROW, *watching])] == [4, 7, 2, 3]


def test_an_answer_that_fits_nothing_is_passed_over() -> None:
    assert known_seats(None) == {}
    assert (
        known_seats(({"name": "x"}, 7, {"seat": 3, "name": "A\x1b[31mna", "last_act_ms": 5}))[3].last_act_ms
        == 5
    )
    assert "\x1b" not in known_seats(({"seat": 3, "name": "A\x1b[31mna"},))[3].name


def test_nobody_is_silent_while_nobody_can_do_anything() -> None:
    town, store = playing(), Store()
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    done = {1: Known("Ana", town.wall_ms, all_played_ms(town.world.clock, town.wall_ms))}
    town.world.seats[1].here = True
    town.do(ReadBriefing(), town.seat(1))
    town.wait(30)
    town.do(PauseWorld(), TEACHER)
    town.wait(170)
    assert seat_rows(store, done, {}, town.wall_ms)[0].silent == "30 s"
    town.do(ResumeWorld(), TEACHER)
    town.wait(100)
    row = seat_rows(store, done, {}, town.wall_ms)[0]
    assert (row.silent, row.state == "quiet") == ("2 min", True)


@pytest.mark.parametrize(
    ("allow", "prompts", "state"),
    [
        (SHUT, (), "here"),
        (SHUT, ("What do you hear?",), "quiet"),
        (replace(SHUT, chat=True), (), "quiet"),
        (replace(SHUT, page=True), (), "quiet"),
        (replace(SHUT, visit=True), (), "quiet"),
    ],
    ids=["nothing to do", "a question", "chat", "own page", "visits"],
)
def test_nobody_is_called_quiet_where_nothing_is_to_be_done(
    allow: Allow, prompts: tuple[str, ...], state: str
) -> None:
    lights = replace(phase("lights", (), allow), prompts=prompts)
    town, store = playing(replace(scenario(), phases=(lights,))), Store()
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    town.world.seats[1].here = True
    town.wait(150)
    (row, *_) = seat_rows(store, {1: Known("Ana", 1)}, {}, town.wall_ms)
    assert (row.state, row.silent != "") == (state, True)


def test_what_a_seat_last_did_is_told_in_the_words_of_the_table_and_nothing_else_is() -> None:
    known = known_seats(
        (
            {"seat": 3, "last_did": "page.visited"},
            {"seat": 4, "last_did": "place.changed"},
            {"seat": 5, "last_did": 7},
            {"seat": 6},
        )
    )
    assert known_acts(known) == {3: "visited"}
