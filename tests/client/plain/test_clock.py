"""Who has no screen to look at is told of the last seconds and of the battery, once each."""

from client.screens.stage import TEACHER, Stage
from goodpath_client.link_state import LinkState
from goodpath_client.plain.clock import Watch
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.phone import PhoneChanged

HALF = "Half a minute is left in this phase."


def playing(scenario: str) -> Stage:
    stage = Stage(scenario, "yuting")
    stage.start()
    return stage


def heard(stage: Stage, watch: Watch, seconds: float) -> list[str]:
    """What is said when so many seconds more have passed, looking every five of them."""
    told = []
    for _ in range(int(seconds // 5)):
        stage.now_ms += 5000
        told += watch.due(stage.now_ms)
    return told


def test_the_last_half_minute_of_a_phase_is_told_once() -> None:
    stage = playing("ten-pictures")
    watch = Watch(stage.store)
    assert heard(stage, watch, 7 * 60 - 35) == []
    assert heard(stage, watch, 30) == [HALF]


def test_it_is_told_again_where_the_teacher_has_given_a_minute_more() -> None:
    stage = playing("ten-pictures")
    watch = Watch(stage.store)
    assert heard(stage, watch, 7 * 60 - 20) == [HALF]
    stage.do(ExtendPhase(), TEACHER)
    assert heard(stage, watch, 40) == []
    assert heard(stage, watch, 30) == [HALF]


def test_nothing_is_told_before_the_start_and_while_the_world_stands_still() -> None:
    stage = Stage("ten-pictures", "yuting")
    watch = Watch(stage.store)
    assert heard(stage, watch, 500) == []
    stage.start()
    stage.now_ms += 395_000
    stage.do(PauseWorld(why="Look here."), TEACHER)
    assert heard(stage, watch, 60) == []


def test_nothing_is_told_of_time_that_does_not_pass_because_the_server_is_away() -> None:
    stage = playing("ten-pictures")
    watch = Watch(stage.store)
    assert heard(stage, watch, 7 * 60 - 35) == []
    stage.store.set_link(LinkState("reconnecting"))
    assert heard(stage, watch, 30) == []


def test_a_short_phase_has_said_at_its_beginning_how_short_it_is() -> None:
    stage = playing("ten-pictures")
    stage.do(NextPhase(), TEACHER)
    stage.do(NextPhase(), TEACHER)
    assert stage.store.world.phase.seconds == 40
    assert heard(stage, Watch(stage.store), 40) == []


def with_battery(percent: int) -> Stage:
    """The phone in the hand in the second phase of the Apple phone."""
    stage = playing("apple-phone")
    stage.do(NextPhase(), TEACHER)
    stage.happen(Draft(PhoneChanged(persona="1/yuting", battery=percent), "people:1/yuting", 1, "1/yuting"))
    return stage


def test_a_battery_is_told_on_its_way_down_at_fifteen_percent_and_at_five() -> None:
    stage = with_battery(17)
    told = heard(stage, Watch(stage.store), 300)
    assert [line for line in told if line != HALF] == [
        "Your phone: battery 14 percent.",
        "Your phone: battery 4 percent.",
    ]


def test_what_the_script_did_to_the_battery_the_script_has_told() -> None:
    stage = with_battery(60)
    watch = Watch(stage.store)
    assert heard(stage, watch, 10) == []
    stage.happen(Draft(PhoneChanged(persona="1/yuting", battery=9), "people:1/yuting", 1, "1/yuting"))
    assert heard(stage, watch, 5) == []


def test_where_batteries_do_not_run_down_nothing_is_told_of_them() -> None:
    stage = playing("ten-pictures")
    assert heard(stage, Watch(stage.store), 300) == []
