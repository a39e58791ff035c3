"""What an inject waits for: the first time that somebody does something others can see."""

from dataclasses import replace

import pytest

from core.play.test_script import RAIN, SPARED, fired, with_injects
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing
from goodpath_core.play.script import InjectArmed, armed_by
from goodpath_core.play.visits import VisitPage
from goodpath_core.scenario.actions import Narrate
from goodpath_core.scenario.phases import Trigger
from town import OPEN, TEACHER, Town, after, one_phase, phase, playing, scenario


@pytest.mark.parametrize(
    ("first", "command"),
    [
        ("message", PostMessage(room="1/line3", text="x")),
        ("message", PostMessage(room="0/fair", text="x")),
        ("message", PostMessage(room="private:1/chunmei+1/ming", text="x")),
        ("repost", Repost(page="1/yuting", thing="post:9")),
        ("visit", VisitPage(page="1/yuting")),
        ("like", LikeThing(page="1/yuting", thing="page")),
        ("picture", ArrangeAlbum(cards=("lamp",))),
        ("page", EditPage(signature="So.")),
        ("post", PublishPost(text="x")),
    ],
)
def test_each_kind_of_first_time_counts_in_the_cell_of_who_did_it(first: str, command: Command) -> None:
    trigger = Trigger(first, "")  # type: ignore[arg-type]
    town = with_injects(after("t", trigger, 0, Narrate("It rains.")))
    town.do(command, town.player("1/ming"))
    assert town.events[-1].fact == InjectArmed(inject="t", due_ms=0)
    assert town.tick() == [fired("t"), RAIN]


def test_a_picture_counts_when_everybody_can_see_it_for_the_first_time() -> None:
    town = with_injects(after("p", Trigger("picture", ""), 0))
    for command in (
        ArrangeAlbum(cards=()),
        ArrangeAlbum(album="own", cards=("lamp",), visible_to="me"),
        ArrangeAlbum(album="own", cards=(), visible_to="me"),
        ArrangeAlbum(album="own", cards=()),
        ArrangeAlbum(cards=("lamp",), visible_to="me"),
    ):
        town.do(command, town.player("1/yuting"))
        assert town.world.armed == {}, command
    town.do(ArrangeAlbum(cards=("lamp",)), town.player("1/yuting"))
    assert list(town.world.armed) == ["p@1"]


def test_a_picture_that_was_there_before_the_phase_is_no_first_one_when_others_are_taken_out() -> None:
    waits = after("p", Trigger("picture", ""), 0)
    town = playing(replace(scenario(), phases=(phase("one"), phase("two", (waits,))), rules=SPARED))
    yuting = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp", "bus")), yuting)
    town.do(NextPhase(), TEACHER)
    for command in (
        ArrangeAlbum(cards=("bus", "lamp")),
        ArrangeAlbum(cards=("lamp",)),
        ArrangeAlbum(album="own", cards=("lamp",)),
    ):
        town.do(command, yuting)
        assert town.world.armed == {}, command
    town.do(ArrangeAlbum(cards=("lamp", "neon")), yuting)
    assert list(town.world.armed) == ["p@1"]


def test_a_post_for_oneself_is_no_first_post() -> None:
    town = with_injects(after("p", Trigger("post", ""), 0))
    town.do(PublishPost(text="x", visible_to="me"), town.player("1/ming"))
    assert town.world.armed == {}
    town.do(PublishPost(text="x"), town.player("1/ming"))
    assert list(town.world.armed) == ["p@1"]


def test_a_repost_is_no_post() -> None:
    town = with_injects(after("p", Trigger("post", ""), 0), after("r", Trigger("repost", ""), 0))
    town.do(Repost(page="1/yuting", thing="post:9"), town.player("1/ming"))
    assert list(town.world.armed) == ["r@1"]
    town.do(PublishPost(text="x"), town.player("1/ming"))
    assert list(town.world.armed) == ["r@1", "p@1"]


def test_neither_the_script_nor_an_npc_does_something_for_the_first_time() -> None:
    town = with_injects(after("m", Trigger("message", ""), 0))
    town.do(SpeakAsNpc(npc="lele", room="1/line3", text="x"), TEACHER)
    assert town.world.armed == {}
    town.do(PostMessage(room="1/line3", text="x"), town.player("1/ming"))
    said = town.events[-2]
    town.world.armed.clear()
    assert armed_by(town.world, said)
    assert armed_by(town.world, said._replace(author="script")) == []


def test_what_happens_in_one_cell_arms_nothing_in_another() -> None:
    town = Town(2, one_phase(OPEN, after("m", Trigger("message", ""), 0)))
    town.play("1/yuting", "2/yuting")
    town.do(StartWorld(), TEACHER)
    town.do(PostMessage(room="0/fair", text="x"), town.player("2/yuting"))
    assert list(town.world.armed) == ["m@2"]
