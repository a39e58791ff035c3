"""In the group of the whole town the script speaks once, in whichever cell its moment comes first."""

from goodpath_core.play.control import StartWorld
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.script import FireInject, SkipInject
from goodpath_core.scenario.actions import Notice, Say
from goodpath_core.scenario.phases import Trigger
from town import OPEN, TEACHER, Town, after, at, one_phase

NINE = at(
    "nine", 10, Say("fair", "lele", "Nine!"), Say("line3", "lele", "Nine?"), Notice("fair", "Fair.", "lele")
)
POSTED = after("posted", Trigger("post", ""), 0, Say("fair", "lele", "Somebody posted."))


def three_cells() -> Town:
    town = Town(3, one_phase(OPEN, NINE, POSTED))
    town.play("1/yuting", "2/yuting", "3/yuting")
    town.do(StartWorld(), TEACHER)
    return town


def said(town: Town, room: str) -> list[str]:
    return [line.text for line in town.world.rooms[room].messages if line.voice == "npc:lele"]


def test_the_town_hears_it_once_and_each_cell_hears_its_own() -> None:
    town = three_cells()
    town.wait(10)
    town.tick()

    assert said(town, "0/fair") == ["Nine!", "Fair."]
    assert [said(town, f"{cell}/line3") for cell in (1, 2, 3)] == [["Nine?"]] * 3


def test_what_waits_for_a_deed_is_said_where_it_is_done_first() -> None:
    town = three_cells()
    for cell in (2, 1):
        town.do(PublishPost(text="Today."), town.player(f"{cell}/yuting"))
        town.tick()

    assert said(town, "0/fair") == ["Somebody posted."]


def test_a_cell_in_which_it_was_left_out_does_not_count_as_the_first() -> None:
    town = three_cells()
    town.do(SkipInject(inject="nine", cell=1), TEACHER)
    town.do(FireInject(inject="nine", cell=3), TEACHER)
    town.wait(10)
    town.tick()

    assert said(town, "0/fair") == ["Nine!", "Fair."]
    assert [said(town, f"{cell}/line3") for cell in (1, 2, 3)] == [[], ["Nine?"], ["Nine?"]]
