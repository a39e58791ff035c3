"""The first events of a session: who and what is there, in which cell, and what happened before play."""

from dataclasses import replace

import pytest

from goodpath_core.play.control import SessionOpened
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import GroupOpened, MessagePosted
from goodpath_core.play.phone import PhoneGiven
from goodpath_core.play.posts import PostPublished
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.seats import CellOpened
from goodpath_core.scenario.crowd import crowd
from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.value import Before, Rules
from goodpath_core.wire.weight import must_travel
from town import Town, phase, scenario

EVENING_S = 18 * 3600
"""World time at which the first phase of the small town begins."""


def test_the_session_comes_first_then_each_cells_cast_then_groups_and_the_past() -> None:
    kinds = [type(draft.fact) for draft in opening(scenario(), 2)]
    cast = [CellOpened, PhoneGiven, PhoneGiven, PhoneGiven]
    past = [PostPublished, ThingLiked, CommentWritten, MessagePosted]
    groups = [GroupOpened, GroupOpened]
    # The line in the town's group is said once, in the past of the first cell.
    first = [*groups, *past, MessagePosted]
    assert kinds == [SessionOpened, *cast, *cast, GroupOpened, *first, *groups, *past]


def test_the_towns_group_is_one_for_all_cells_and_the_others_are_one_in_each() -> None:
    drafts = [draft for draft in opening(scenario(), 2) if isinstance(draft.fact, GroupOpened)]
    assert [(draft.cell, draft.room) for draft in drafts] == [
        (0, "0/fair"),
        (1, "1/line3"),
        (1, "1/kitchen"),
        (2, "2/line3"),
        (2, "2/kitchen"),
    ]
    fair, *_, kitchen = [draft.fact for draft in drafts]
    everybody = ("1/yuting", "1/chunmei", "1/ming", "2/yuting", "2/chunmei", "2/ming")
    assert fair == GroupOpened(name="The fair", owner="1/ming", members=everybody, town=True)
    assert kitchen == GroupOpened(name="Kitchen", owner="2/chunmei", members=("2/yuting", "2/chunmei"))


def test_likes_and_words_stand_under_the_post_of_their_own_cell() -> None:
    town = Town(cells=2)
    for cell in (1, 2):
        page = town.world.pages[f"{cell}/yuting"]
        (post,) = page.posts
        assert (post.text, post.cards) == ("A lamp.", ("lamp",))
        (thing,) = page.responses
        assert thing == f"post:{post.seq}"
        assert page.responses[thing].likes == [f"{cell}/chunmei"]
        assert [(voice, text) for _, voice, text in page.responses[thing].comments] == [
            ("npc:lele", "bright")
        ]


def test_the_past_lies_as_long_before_the_first_phase_as_the_scenario_says() -> None:
    def told(draft: Draft) -> tuple[str, str, int | None]:
        return draft.voice, draft.room, draft.at

    drafts = [draft for draft in opening(scenario(), 1) if draft.at is not None]
    assert [told(draft) for draft in drafts] == [
        ("1/yuting", "1/yuting", EVENING_S - 3600),
        ("1/chunmei", "1/yuting", EVENING_S - 3600),
        ("npc:lele", "1/yuting", EVENING_S - 3600),
        ("npc:lele", "1/kitchen", EVENING_S - 1800),
        ("1/ming", "0/fair", EVENING_S - 900),
    ]
    assert [draft.cell for draft in drafts] == [1, 1, 1, 1, 0]


def test_a_phone_is_given_to_its_owner_alone_with_its_plan_in_kilobytes() -> None:
    phones = [draft for draft in opening(scenario(), 1) if isinstance(draft.fact, PhoneGiven)]
    assert [draft.audience for draft in phones] == ["people:1/yuting", "people:1/chunmei", "people:1/ming"]
    assert phones[0].fact == PhoneGiven(
        persona="1/yuting", model="Android", camera="poor", battery=50, balance_yuan=10, data_kb=2000
    )


def test_phones_are_known_only_where_something_about_them_counts() -> None:
    def drains(battery: bool, data: bool, money: bool) -> list[bool]:
        of = replace(scenario(), rules=Rules(battery, data, money))
        return [draft.fact.drains for draft in opening(of, 1) if isinstance(draft.fact, PhoneGiven)]

    assert drains(False, False, False) == []
    assert drains(False, True, False) == drains(False, False, True) == [False] * 3
    assert drains(True, False, False) == [True] * 3


@pytest.mark.parametrize("data", [False, True])
@pytest.mark.parametrize("money", [False, True])
def test_each_phone_says_whether_data_and_money_count(data: bool, money: bool) -> None:
    of = replace(scenario(), rules=Rules(battery=True, data=data, money=money))
    phones = [draft.fact for draft in opening(of, 1) if isinstance(draft.fact, PhoneGiven)]

    assert [(phone.metered, phone.credit) for phone in phones] == [(data, money)] * 3


def test_a_cast_that_fits_no_frame_is_opened_in_several_parts() -> None:
    """Only load tests have so many; a scenario's cast is opened at once."""
    parts = [draft.fact for draft in opening(crowd(1_500), 1) if isinstance(draft.fact, CellOpened)]
    assert [len(part.persons) for part in parts] == [100] * 15
    assert [person.number for part in parts for person in part.persons] == [str(n) for n in range(1, 1_501)]
    must_travel(opening(crowd(1_500), 1))


def test_the_life_before_play_is_counted_back_from_the_moment_at_which_it_begins() -> None:
    """18:00 of the third day, and a line 40 minutes earlier."""
    third_day = replace(phase("first"), day=2)
    line = Before(-2_400, "lele", group="kitchen", say="i am hungry")
    drafts = opening(replace(scenario(), phases=(third_day,), before=(line,)), 1)
    assert [draft.at for draft in drafts if isinstance(draft.fact, MessagePosted)] == [2 * 86_400 + 62_400]
