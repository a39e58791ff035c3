"""Whatever is odd about a scenario: it can be played in lines, and robots find something to do in it."""

from random import Random

import pytest

from client.odd_class import go_on, odd_stage
from client.screens.stage import TEACHER
from goodpath_client.changes import Change
from goodpath_client.plain.commands import ORDERS
from goodpath_client.plain.scenes import tell_event
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey
from goodpath_client.robot_acts import resolve
from goodpath_client.robot_plan import lay_ground, plan_debrief, plan_phase
from goodpath_core.play.control import EndSession
from odd_scenarios import ODD

BEHIND = ("", "1", "1 So.", "So.", "Person 2", "none")
"""What is typed behind each order."""
NOT_TYPED = ("quit", "observe", "go", "older")
"""Orders that leave the play, that say nothing after the briefing, and that only a server answers."""
TRIED_FOR = 3
"""Stops of the script at which everything is typed; what comes later is alike."""


@pytest.mark.row
@pytest.mark.parametrize("name", ODD)
def test_everything_can_be_typed_at_any_moment_and_each_line_is_answered(name: str) -> None:
    stage, heard = odd_stage(name), list[str]()
    table = Table(stage.link, stage.store, heard.append, lambda: stage.now_ms)  # type: ignore[arg-type]

    def hear(change: Change) -> None:
        if change.kind == "refused":
            heard.append(change.text)
        elif change.event is not None:
            heard.extend(tell_event(stage.store, change.event))

    stage.store.on_change(hear)
    stage.start()
    stops = 0
    while True:
        for line in _lines() if stops < TRIED_FOR else ():
            before = len(heard)
            obey(table, line)
            assert len(heard) > before, f"{line} is answered"
        if not go_on(stage):
            break
        stops += 1
    stage.do(EndSession(), TEACHER)
    assert "The session is over. Thank you for playing." in heard


def _lines() -> list[str]:
    orders = [order.name for order in ORDERS if order.name not in NOT_TYPED]
    return ["Hello.", *(f"/{order} {rest}".rstrip() for order in orders for rest in BEHIND)]


@pytest.mark.row
@pytest.mark.parametrize("name", ODD)
def test_robots_find_something_to_do_in_every_phase_and_in_the_debrief(name: str) -> None:
    stage, dice = odd_stage(name), Random(7)
    stage.start()
    store, phase = stage.store, -1
    while True:
        if store.world.phase.index > phase:
            phase = store.world.phase.index
            person, view = store.my_person, store.view
            assert person is not None and view is not None
            rooms = tuple(room.id for room in store.world.rooms.values() if room.kind != "private")
            steps = plan_phase(lay_ground(view, store.me, rooms, store.world.phase, person.rule), dice)
            assert steps
            for step in steps:
                command = resolve(store, step)
                if command is not None:
                    stage.link.do(command)
        if not go_on(stage):
            break
    assert len(plan_debrief(len(store.world.session.step_out), dice).cards) <= 8
