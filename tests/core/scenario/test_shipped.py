"""The shipped scenarios are whole, and however their text is broken the reader says so in its own way."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_core.errors import ScenarioProblems
from goodpath_core.scenario.actions import Narrate, Say
from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.value import Before, Scenario

SCENARIOS = Path(__file__).parents[3] / "scenarios"
NAMES = ("apple-phone", "ten-pictures")
TEXTS = {name: (SCENARIOS / name / "scenario.yaml").read_text(encoding="utf-8") for name in NAMES}


def read_shipped(name: str) -> Scenario:
    pictures = [path.name for path in (SCENARIOS / name / "pictures").iterdir()]
    return read(TEXTS[name], key=name, pictures=pictures)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_scenario_has_no_problem(name: str) -> None:
    scenario = read_shipped(name)

    assert len(scenario.personas) == 8
    assert len(scenario.before) >= 12
    assert all(persona.dream and persona.wants_today for persona in scenario.personas.values())
    assert scenario.debrief.seconds >= 0.15 * scenario.minutes * 60


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_that_is_shipped_has_a_style(name: str) -> None:
    cards = read_shipped(name).cards

    assert len(cards) >= 20
    assert [key for key, card in cards.items() if not card.tags] == []


def test_the_names_are_all_that_is_shipped() -> None:
    assert sorted(NAMES) == sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_the_table_of_how_it_runs_adds_up_to_the_minutes_of_the_scenario(name: str) -> None:
    readme = (SCENARIOS / name / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## How it runs")[2].partition("## ")[0]
    last = [line.strip(" |").rpartition("|")[2].strip() for line in table.strip().splitlines()[2:]]
    seconds = [int(one.split()[0]) * (1 if one.endswith("seconds") else 60) for one in last]
    scenario = read_shipped(name)

    assert sum(seconds) == scenario.minutes * 60
    assert seconds[1:] == [*(phase.seconds for phase in scenario.phases), scenario.debrief.seconds]


@pytest.mark.parametrize("name", NAMES)
def test_nobody_real_and_nobody_under_age_is_played(name: str) -> None:
    names = {persona.name.pinyin for persona in read_shipped(name).personas.values()}

    assert not {"Lily", "Weida"} & names
    assert all(persona.age >= 18 for persona in read_shipped(name).personas.values())


def test_the_current_is_cut_in_the_last_phase_of_the_apple_phone_alone() -> None:
    phases = read_shipped("apple-phone").phases

    assert [phase.name for phase in phases if not phase.current] == ["38 degrees"]


def test_pages_in_ten_pictures_begin_empty_and_the_group_has_a_past() -> None:
    scenario = read_shipped("ten-pictures")

    assert all(not persona.nickname and not persona.signature for persona in scenario.personas.values())
    assert all(isinstance(past, Before) and past.say and not past.post for past in scenario.before)
    assert [phase.allow.swaps for phase in scenario.phases] == [-1, 0, 0, 1]
    assert (scenario.phases[2].place, scenario.phases[2].seconds) == ("room", 40)


@pytest.mark.parametrize("name", NAMES)
def test_no_script_speaks_as_a_persona(name: str) -> None:
    scenario = read_shipped(name)
    actions = [action for phase in scenario.phases for inject in phase.injects for action in inject.actions]

    assert not {getattr(action, "by", "") for action in actions} & {*scenario.personas}


def test_the_boy_in_the_apple_phone_has_his_scene() -> None:
    (phase,) = [phase for phase in read_shipped("apple-phone").phases if phase.key == "the-apple-phone"]
    lines = [
        (inject.at_s, action.by)
        for inject in phase.injects
        for action in inject.actions
        if isinstance(action, Say)
    ]

    assert [by for at, by in lines if at < 120] == [
        "wen",
        "lele",
        "wen",
        "lele",
        "wen",
        "lele",
        "wen",
        "lele",
    ]


@pytest.mark.parametrize(
    ("name", "key", "begins_s"),
    [
        ("apple-phone", "charging", 180),
        ("apple-phone", "last-percent", 300),
        ("ten-pictures", "last-minute", 360),
    ],
)
def test_one_minute_more_is_said_when_one_minute_is_left(name: str, key: str, begins_s: int) -> None:
    ((phase, inject),) = (
        (phase, inject)
        for phase in read_shipped(name).phases
        for inject in phase.injects
        if inject.key == key
    )

    assert inject.before_end_s == 60
    assert phase.seconds - inject.before_end_s == begins_s


@pytest.mark.parametrize("name", NAMES)
def test_whatever_counts_what_is_left_is_tied_to_the_end(name: str) -> None:
    injects = [inject for phase in read_shipped(name).phases for inject in phase.injects]
    counting = [
        inject
        for inject in injects
        for action in inject.actions
        if isinstance(action, Narrate) and "minute more" in action.text
    ]

    assert counting and all(inject.before_end_s is not None for inject in counting)


@st.composite
def broken_texts(draw: st.DrawFn) -> str:
    """A shipped text with a few pieces cut out, doubled, moved or written over."""
    text = TEXTS["ten-pictures"][: draw(st.integers(2_000, 9_000))]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        filling = draw(st.one_of(st.text(max_size=12), st.sampled_from(SIGNS), st.just(text[start:end] * 2)))
        text = text[:start] + filling + text[end:]
    return text


SIGNS = (
    "\n",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!x ",
    "<<: ",
    "'",
    '"',
    "\t",
    "|\n",
    "：",
    "\\",
    "%",
    "\0",
)


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(broken_texts())
def test_a_broken_text_is_a_scenario_or_a_list_of_problems_and_nothing_else(text: str) -> None:
    try:
        read(text, key="broken", pictures=["lamp.png"])
    except ScenarioProblems as error:
        assert error.problems
        assert list(error.problems) == sorted(error.problems)
        assert all(problem.text and "\n" not in problem.text for problem in error.problems)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_scenario_opens_with_its_cast_its_groups_and_its_past(name: str) -> None:
    scenario = read_shipped(name)
    kinds = [type(draft.fact).__name__ for draft in opening(scenario, 2)]

    assert kinds.count("CellOpened") == 2
    assert kinds.count("GroupOpened") == 2 * len(scenario.groups) - sum(
        g.town for g in scenario.groups.values()
    )
    assert len(kinds) > 2 * len(scenario.before)
