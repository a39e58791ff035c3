"""A crowd is so many members who can only talk, in one group."""

from goodpath_core.scenario.crowd import crowd
from goodpath_core.scenario.phases import Allow


def test_a_crowd_has_as_many_members_as_were_asked_for_all_in_one_group() -> None:
    made = crowd(3)
    assert [*made.personas] == ["m1", "m2", "m3"]
    assert [(one.key, one.nickname, one.number) for one in made.personas.values()] == [
        ("m1", "m1", "1"),
        ("m2", "m2", "2"),
        ("m3", "m3", "3"),
    ]
    (group,) = made.groups.values()
    assert (group.key, group.owner, group.members, group.town) == ("crowd", "m1", ("m1", "m2", "m3"), False)
    assert {one.lives for one in made.personas.values()} == {*made.houses}


def test_a_crowd_talks_for_longer_than_any_load_test_and_nothing_happens_to_it() -> None:
    (phase,) = crowd(1).phases
    assert (phase.seconds, phase.place, phase.injects) == (2_592_000, "phone", ())
    assert phase.allow == Allow(chat=True, page=True, visit=True, pictures=0, swaps=-1)
