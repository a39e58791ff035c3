"""Folding is the same whole or in halves, and for everybody what they may see of the whole."""

import pytest
from hypothesis import given, settings

from followers import Followers, heard, travelled
from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.event import Event
from goodpath_core.play.messages import GroupOpened
from goodpath_core.play.registry import reduce
from goodpath_core.play.sight import scope_of, sees
from goodpath_core.play.state import World
from goodpath_core.record import event_of, first_hash, hash_of, record_of
from goodpath_core.wire.codec import event_blob
from goodpath_core.wire.limits import NEWS_BYTES
from random_play import STEPS, UNCLEAN, VIEWERS, Step, list_texts, take, two_cells
from town import Town

pytestmark = pytest.mark.no_cover

IN_CI = settings(max_examples=100, deadline=None)
TIGHT = Bounds(3, 200, 150, 2, 1, 2, 1, 2, 1, 1)
"""So little is kept that something leaves the state all the time."""


def played(steps: list[Step]) -> Town:
    town = two_cells()
    for step in steps:
        take(town, step)
    return town


def fold(world: World, events: list[Event]) -> World:
    for event in events:
        reduce(world, event)
    return world


def folds_whole_and_in_halves_to_the_state_it_was_written_from(town: Town) -> None:
    half = len(town.events) // 2

    first = fold(World(), town.events[:half])
    whole = fold(travelled(first), town.events[half:])

    assert fold(World(), town.events) == town.world
    assert whole == town.world
    assert travelled(town.world) == town.world


def is_seen_alike_before_and_after_a_batch_except_for_a_group_that_opens(town: Town) -> None:
    world = World()
    for event in town.events:
        scope = scope_of(event)
        before = [sees(world, viewer, scope) for viewer in VIEWERS]
        reduce(world, event)
        if not isinstance(event.fact, GroupOpened):
            assert before == [sees(world, viewer, scope) for viewer in VIEWERS]
            assert before == [sees(town.world, viewer, scope) for viewer in VIEWERS]


def travels_and_is_stored_without_loss(town: Town) -> None:
    last = first_hash({})
    for number, event in enumerate(town.events, 1):
        assert event.seq == number
        assert heard(event) == event._replace(phase=0, place="", author="", audience="")
        assert len(event_blob(event)) <= NEWS_BYTES
        record = record_of(event, f"r{number}", "d", last)
        assert event_of(record) == event
        assert hash_of(record, last) == record.hash
        last = record.hash


def holds_no_control_and_no_sign_that_turns_text(town: Town) -> None:
    assert [text for event in town.events for text in list_texts(event) if UNCLEAN.search(text)] == []


PROPERTIES = (
    folds_whole_and_in_halves_to_the_state_it_was_written_from,
    is_seen_alike_before_and_after_a_batch_except_for_a_group_that_opens,
    travels_and_is_stored_without_loss,
    holds_no_control_and_no_sign_that_turns_text,
)
"""What is so of the log of every evening."""


@IN_CI
@given(STEPS)
def test_the_log_of_whatever_is_played_has_all_its_properties(steps: list[Step]) -> None:
    town = played(steps)
    for holds in PROPERTIES:
        holds(town)


@IN_CI
@given(STEPS)
def test_folding_what_one_may_see_gives_what_one_may_see_of_the_whole(steps: list[Step]) -> None:
    live(steps, CLASS)


@IN_CI
@given(STEPS)
def test_the_same_is_so_where_almost_nothing_is_kept(steps: list[Step]) -> None:
    live(steps, TIGHT)


def live(steps: list[Step], bounds: Bounds) -> None:
    town = two_cells(bounds)
    followers = Followers(town)
    for step in steps:
        phase, stage = town.world.phase.index, town.world.session.stage
        take(town, step)
        followers.follow()
        if (phase, stage) != (town.world.phase.index, town.world.session.stage):
            followers.compare()
    followers.compare()
