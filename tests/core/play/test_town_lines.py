"""What each may say in a phase in the group of the whole town."""

from dataclasses import replace

from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage, SetNotice
from goodpath_core.play.safety import SpeakAside
from town import TEACHER, one_phase, playing, scenario


def test_in_the_town_each_says_one_line_a_phase() -> None:
    town = playing(replace(scenario(), phases=(one_phase().phases[0], one_phase().phases[0])))
    by = town.player("1/ming")
    town.do(PostMessage(room="0/fair", text="I go."), by)
    assert town.refused(PostMessage(room="0/fair", text="Who else?"), by) == "town_quota"
    town.do(NextPhase(), TEACHER)
    assert town.do(PostMessage(room="0/fair", text="Who else?"), by)


def test_in_the_town_the_owners_notice_is_the_line_of_the_phase_too_and_an_aside_is_none() -> None:
    town = playing(replace(scenario(), phases=(one_phase().phases[0], one_phase().phases[0])))
    by = town.player("1/ming")
    town.do(SetNotice(room="0/fair", text="Fair at nine."), by)
    assert town.refused(SetNotice(room="0/fair", text="Fair at ten."), by) == "town_quota"
    assert town.refused(PostMessage(room="0/fair", text="Or at eleven."), by) == "town_quota"
    assert town.do(SpeakAside(room="0/fair", text="As myself: are we late?"), by)
    town.do(SetNotice(room="0/fair", text="Fair at ten."), TEACHER)
    town.do(NextPhase(), TEACHER)
    assert town.do(SetNotice(room="0/fair", text="Fair at noon."), by)
