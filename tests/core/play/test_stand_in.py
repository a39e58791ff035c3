"""What was meant for somebody nobody plays goes on, by the order of the cast, to somebody who is played."""

import pytest

from goodpath_core.play.event import Draft
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.narration import Narrated
from goodpath_core.play.stand_in import meant, reached, stand_in, who_is_played
from goodpath_core.play.visits import StrangersCame
from goodpath_core.scenario.actions import Narrate, Visitors, Whisper
from town import Town


@pytest.mark.parametrize(
    ("played", "wanted", "gets"),
    [
        pytest.param(("1/yuting", "1/ming"), "1/ming", "1/ming", id="who is played gets their own"),
        pytest.param(("1/yuting", "1/ming"), "1/chunmei", "1/ming", id="else the next in the cast"),
        pytest.param(("1/yuting",), "1/ming", "1/yuting", id="after the last comes the first"),
        pytest.param(("2/yuting",), "1/ming", "1/ming", id="nobody of another cell stands in"),
    ],
)
def test_who_stands_in(played: tuple[str, ...], wanted: str, gets: str) -> None:
    town = Town(2)
    for one in played:
        town.world.persons[one].played = True
    assert stand_in(town.world, wanted) == gets


def test_of_several_those_who_are_played_are_drawn_from_and_one_stands_in_where_none_is() -> None:
    town = Town(1)
    town.play("1/ming")
    assert who_is_played(town.world, ("1/yuting", "1/ming")) == ("1/ming",)
    assert who_is_played(town.world, ("1/yuting", "1/chunmei")) == ("1/ming",)


def test_only_a_page_and_a_private_line_are_meant_for_one() -> None:
    assert meant(Visitors(("yuting", "ming"), "", 1, 0, ""), 2) == ("2/yuting", "2/ming")
    assert meant(Whisper("ming", "lele", "hm"), 1) == ("1/ming",)
    assert meant(Narrate("Hush.", ("ming",)), 1) == ()


def test_pages_and_private_chats_are_reached_once_each() -> None:
    line = MessagePosted(text="hm")
    drafts = [
        Draft(StrangersCame(count=1), "people:1/ming", 1, "", "1/ming"),
        Draft(line, "people:1/ming,npc:lele", 1, "npc:lele", "private:1/ming+npc:lele"),
        Draft(line, "people:1/yuting,npc:lele", 1, "npc:lele", "private:1/yuting+npc:lele"),
        Draft(line, "room", 1, "npc:lele", "1/line3"),
        Draft(Narrated(text="Hush."), "people:1/chunmei", 1, "narrator"),
    ]
    assert reached(drafts) == ("1/ming", "1/yuting")
