"""What a session begins with: the life before play lies where the scenario says."""

from dataclasses import replace

from goodpath_core.play.messages import MessagePosted
from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.value import Before
from town import phase, scenario


def test_the_life_before_play_is_counted_back_from_the_moment_at_which_it_begins() -> None:
    """18:00 of the third day, and a line 40 minutes earlier."""
    third_day = replace(phase("first"), day=2)
    line = Before(-2_400, "lele", group="kitchen", say="i am hungry")
    drafts = opening(replace(scenario(), phases=(third_day,), before=(line,)), 1)
    assert [draft.at for draft in drafts if isinstance(draft.fact, MessagePosted)] == [2 * 86_400 + 62_400]
