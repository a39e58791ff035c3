"""What the parts of a scenario must be to each other."""

import pytest

from core.scenario.small import SMALL, assert_told, list_problems


def test_no_more_players_are_wanted_than_there_are_personas() -> None:
    (problem,) = list_problems(SMALL.replace("players: 2", "players: 3"))
    assert (problem.line, problem.column) == (3, 10)
    assert problem.text == "there are 2 personas; expected no more players than that"
    assert list_problems(SMALL) == ()


def test_more_players_than_one_persona_are_told_in_the_singular() -> None:
    text = SMALL.replace("players: 2", "players: 3")
    begins, ends = text.index("  chunmei:\n"), text.index("groups:")
    assert "there is 1 persona; expected no more players than that" in [
        problem.text for problem in list_problems(text[:begins] + text[ends:])
    ]


# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
SENSELESS = {
    "a short debrief": ("lasts: 4m", "lasts: 2m", 78, 10, "a debrief of at least 3 min, 15 % of the minutes"),
    "too many minutes": ("lasts: 12m", "lasts: 17m", 2, 10, "last 21 min together; expected at most 20 min"),
    "a number twice": ("number: 1983360527", "number: 2715904463", 40, 13, "stands in line 27 already"),
    "an NPC with a page": ("at: -3d, by: yuting", "at: -3d, by: lele", 59, 19, "is an NPC and has no page"),
    "a group like a persona": ("  kitchen: {", "  chunmei: {", 43, 3, "is already the key of a persona"),
    "a debrief of no time": ("lasts: 4m", "lasts: 0s", 78, 10, "a debrief of at least 3 min"),
}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "words"), SENSELESS.values(), ids=SENSELESS.keys()
)
def test_what_does_not_fit_the_rest_is_told_with_its_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


def test_a_persona_speaks_only_in_groups_it_is_in() -> None:
    text = SMALL.replace("members: everybody", "members: chunmei").replace(
        "by: lele, group: kitchen", "by: yuting, group: kitchen"
    )
    (problem,) = list_problems(text)

    assert (problem.line, problem.text) == (58, '"yuting" is not a member of the group "kitchen"')


def test_a_persona_speaks_in_a_group_of_everybody_and_owns_it() -> None:
    text = SMALL.replace("by: lele, group: kitchen, say", "by: yuting, group: kitchen, say")

    assert list_problems(text) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "words"),
    [
        (
            "owner: chunmei, members: everybody",
            "owner: chunmei, members: yuting",
            43,
            35,
            'the owner "chunmei" is not among the members; add this key to them',
        ),
        ("ties: {chunmei:", "ties: {yuting:", 26, 12, "a persona has no tie to itself; delete this line"),
        (
            "  lele: {name: Lele",
            "  everybody: {name: All}\n  lele: {name: Lele",
            13,
            3,
            '"everybody" means all personas; choose another key',
        ),
        (
            "groups:\n",
            "groups:\n  one: {name: One, owner: lele, members: everybody, town: on}\n"
            "  two: {name: Two, owner: lele, members: everybody, town: on}\n",
            44,
            59,
            "only one group can span the whole town; leave `town` out here",
        ),
    ],
    ids=["an owner outside", "a tie to oneself", "an NPC called everybody", "two groups of the town"],
)
def test_what_cannot_be_in_one_scenario_is_told_with_its_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


@pytest.mark.parametrize("minutes", ["many", "0", "-5"])
def test_minutes_that_cannot_be_read_bound_no_phase_and_no_debrief(minutes: str) -> None:
    problems = list_problems(SMALL.replace("minutes: 20", f"minutes: {minutes}"))

    assert [problem.line for problem in problems] == [2]


NIGHT = """\
  - name: Night
    lasts: 2m
    world: {@}
    place: room
    ask: Sleep.
    allow: {}
debrief:
"""


def list_for_night(world: str) -> list[tuple[int, str]]:
    """What is wrong, with its line, if a second phase has this world; the first ends at 22:00 of day 0."""
    return [
        (problem.line, problem.text)
        for problem in list_problems(SMALL.replace("debrief:\n", NIGHT.replace("@", world)))
    ]


@pytest.mark.parametrize(
    "world",
    [
        pytest.param('from: "22:00", speed: 1', id="at the same minute"),
        pytest.param('day: 1, from: "05:10", speed: 1', id="another day"),
        pytest.param('day: -1, from: "22:00", speed: 1', id="a day before all days"),
        pytest.param('day: -, from: "late", speed: 1', id="no time at all"),
    ],
)
def test_a_phase_begins_where_the_one_before_ended_or_later(world: str) -> None:
    assert [words for _, words in list_for_night(world) if "the phase before" in words] == []


@pytest.mark.parametrize(
    ("world", "words"),
    [
        pytest.param(
            'from: "05:10", speed: 1',
            'the phase before lasts until 22:00 of day 0; expected a later time, or "day: 1"',
            id="the day is forgotten",
        ),
        pytest.param(
            'from: "21:59", speed: 1',
            'the phase before lasts until 22:00 of day 0; expected a later time, or "day: 1"',
            id="a minute too early",
        ),
    ],
)
def test_time_never_runs_backwards_from_one_phase_to_the_next(world: str, words: str) -> None:
    assert list_for_night(world) == [(79, words)]


def test_the_day_that_is_asked_for_is_one_on_which_the_phase_can_begin() -> None:
    text = SMALL.replace("speed: 17.5", "speed: 300").replace(
        "debrief:\n", NIGHT.replace("@", 'day: 1, from: "12:30", speed: 1')
    )
    (problem,) = list_problems(text)

    assert problem.text == 'the phase before lasts until 06:30 of day 3; expected a later time, or "day: 3"'


def test_after_the_last_day_there_is_only_a_later_time_helps() -> None:
    text = SMALL.replace("day: 0, from: 18:30, speed: 17.5", "day: 999, from: 18:30, speed: 300")
    (problem,) = list_problems(
        text.replace("debrief:\n", NIGHT.replace("@", 'day: 999, from: "5:00", speed: 1'))
    )

    assert problem.text == "the phase before lasts until 06:30 of day 1002; expected a later time"
