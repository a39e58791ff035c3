"""An NPC that is let speak is offered first where its words belong; the town is last of the groups."""

import pytest

from client.screens.stage import write
from client.shipped import shipped
from client.teacher.classroom import Classroom, seen, start, until
from goodpath_client.store import Store
from goodpath_client.teacher.speak import target_lines
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.messages import private_room
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.view import view
from town import TEACHER, Town


def in_phase(name: str, *played: str) -> tuple[Town, Store]:
    """The Apple phone in a phase, before the script has said anything, and what the console knows of it."""
    scenario = shipped("apple-phone").scenario
    town, store = Town(of=scenario, cells=len({one[0] for one in played})), Store()
    town.play(*played)
    town.do(StartWorld(), TEACHER)
    while town.world.phase.name != name:
        town.do(NextPhase(), TEACHER)
    store.world, store.view = town.world, view(scenario, Viewer("teacher"))
    return town, store


def offered(store: Store, voice: str) -> list[str]:
    return [one.id for one in target_lines(store, voice)]


@pytest.mark.parametrize("phase", ["The room first", "The Apple phone", "38 degrees"])
@pytest.mark.parametrize(
    ("voice", "first"),
    [
        ("npc:lele", "room:1/kitchen"),
        ("npc:lin", "persona:1/yuting"),
        ("npc:cook", "room:1/line3"),
        ("npc:wuping", "room:0/night-market"),
    ],
    ids=["in the script", "in the script to one alone", "before play", "before play in the town"],
)
def test_a_voice_is_offered_where_it_has_written_or_the_script_lets_it_write(
    phase: str, voice: str, first: str
) -> None:
    _, store = in_phase(phase, "1/yuting", "1/chunmei")

    assert offered(store, voice)[0] == first


def test_who_never_writes_is_offered_the_town_behind_the_other_groups() -> None:
    _, store = in_phase("Sunday evening", "1/yuting", "1/chunmei")

    assert offered(store, "npc:aunt") == [
        "room:1/line3",
        "room:1/village",
        "room:1/kitchen",
        "room:0/night-market",
        "persona:1/yuting",
        "persona:1/chunmei",
    ]


@pytest.mark.parametrize(
    ("room", "target"),
    [("2/line3", "room:2/line3"), (private_room("1/chunmei", "npc:lele"), "persona:1/chunmei")],
    ids=["in a group of the other cell", "privately"],
)
def test_a_voice_is_offered_where_it_wrote_last(room: str, target: str) -> None:
    town, store = in_phase("The Apple phone", "1/chunmei", "2/yuting")
    for where in ("0/night-market", room):
        town.do(SpeakAsNpc(npc="lele", room=where, text="i am here"), TEACHER)

    assert offered(store, "npc:lele")[0] == target
    assert len(offered(store, "npc:lele")) == len({*offered(store, "npc:lele")})


async def test_words_of_the_boy_go_to_his_kitchen_without_choosing_it() -> None:
    async with Classroom("apple-phone") as room:
        pupil = await room.pupil("Ana", "1/chunmei")
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await pilot.press("f8", "down", "down", "enter", "enter")
            await seen(app, "as Lele, in House-row kitchen")
            await write(pilot, "mama look", "enter")
            await until(lambda: pupil.store.lines("1/kitchen")[-1].text == "mama look")
