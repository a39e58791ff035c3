"""A scenario is read whole, or every mistake in it is told with its place."""

import pytest

from core.scenario.small import PICTURES, SMALL, assert_told, list_problems
from goodpath_core.errors import ScenarioProblems
from goodpath_core.scenario.actions import PhoneChange, Say, Visitors
from goodpath_core.scenario.phases import Allow, Trigger
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.value import Rules, Scenario


def small() -> Scenario:
    return read(SMALL, key="small", pictures=PICTURES)


def test_every_scalar_is_typed_by_the_schema_and_not_by_yaml() -> None:
    scenario = small()

    assert scenario.date == "2013-07-14"
    assert scenario.rules == Rules(battery=True, data=False, money=False)
    assert scenario.personas["yuting"].number == "2715904463"
    assert scenario.phases[0].world_from_s == 18 * 3600 + 30 * 60
    assert scenario.phases[0].speed == 17.5
    assert scenario.phases[0].allow == Allow(chat=True, page=True, visit=False, pictures=3, swaps=-1)


def test_one_may_stand_where_several_may_and_everybody_means_all_personas() -> None:
    scenario = small()

    assert scenario.personas["chunmei"].wants_today == ("one picture",)
    assert scenario.groups["kitchen"].members == ("yuting", "chunmei")
    assert scenario.personas["chunmei"].decks == ("street",)


def test_the_past_comes_in_the_order_of_time() -> None:
    assert [past.at_s for past in small().before] == [-3 * 86_400, -2 * 3_600]


def test_an_inject_hangs_on_a_time_or_on_the_first_of_something() -> None:
    timed, triggered = small().phases[0].injects

    assert (timed.key, timed.at_s, timed.trigger) == ("evening-1", 90, None)
    assert timed.actions == (Say("kitchen", "lele", "my turn"),)
    assert (triggered.at_s, triggered.trigger) == (10, Trigger("post", "yuting"))
    assert triggered.actions == (
        Visitors(("yuting", "chunmei"), "", 60, 9, "is it abroad?"),
        PhoneChange(("chunmei",), battery=4),
    )


def test_an_inject_hangs_on_the_end_of_its_phase() -> None:
    text = SMALL.replace("at: 1m30s", "before_end: 1m30s")
    timed, triggered = read(text, key="small", pictures=PICTURES).phases[0].injects

    assert (timed.key, timed.at_s, timed.before_end_s, timed.trigger) == ("evening-1", 0, 90, None)
    assert (small().phases[0].injects[0].before_end_s, triggered.before_end_s) == (None, None)


def test_the_text_is_kept_as_it_was_read() -> None:
    assert small().text == SMALL


@pytest.mark.parametrize("word", ["no", "0777", "1e3", "12:30:45", "2013-12-25", "~", "{0}", "on"])
def test_what_yaml_would_guess_at_stays_the_text_it_is(word: str) -> None:
    text = SMALL.replace("model: Android", f'model: "{word}"').replace(
        "home: the terraces", f"home: '{word}'"
    )
    scenario = read(text, key="small", pictures=PICTURES)

    assert scenario.personas["yuting"].phone.model == word
    assert scenario.personas["yuting"].home == word


def test_attribute_access_in_a_text_stays_text() -> None:
    text = SMALL.replace("ask: Make a page.", 'ask: "{x.__class__} {0.real}"')

    assert read(text, key="small", pictures=PICTURES).phases[0].ask == "{x.__class__} {0.real}"


def test_an_escape_in_a_text_is_cleaned_away() -> None:
    text = SMALL.replace("title: A small town", r'title: "A \e[2J town\u202e"')
    title = read(text, key="small", pictures=PICTURES).title

    assert "\x1b" not in title
    assert "\u202e" not in title


# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
MISTAKES = {
    "a double colon": (
        "dream: school for her boy",
        "dream: school: for her boy",
        37,
        18,
        "put the text in quotation marks",
    ),
    "a text that begins with @": (
        "nickname: Spring Plum",
        "nickname: @Plum",
        41,
        15,
        'may not begin with "@"',
    ),
    "a tab": ("    age: 39", "\tage: 39", 31, 1, "a tab stands here; indent with spaces"),
    "a full-width colon": ("    age: 39", "    age：39", 31, 8, 'a full-width colon "：" stands here'),
    "an open quotation mark": (
        "dream: school for her boy",
        'dream: "school for her boy',
        37,
        12,
        "never closed",
    ),
    "a key twice": (
        "    age: 39",
        "    age: 39\n    age: 40",
        32,
        5,
        'the key "age" stands here twice; its first is in line 31',
    ),
}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "words"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_a_mistake_is_told_with_its_place(right: str, wrong: str, line: int, column: int, words: str) -> None:
    assert_told(right, wrong, line, column, words)


def test_all_problems_come_at_once_and_in_the_order_of_lines() -> None:
    wrong = (
        SMALL.replace("age: 39", "age: many")
        .replace("title: A small town\n", "")
        .replace("cards: [lamp]", "cards: [lamb]")
        .replace("lasts: 4m", "lasts: 1m")
        .replace("picture: lamp.png", "picture: ../lamp.png")
        .replace("    dream: to photograph weddings\n", "    dreem: to photograph weddings\n")
    )
    problems = list_problems(wrong)

    assert [(problem.line, problem.text.split(";")[0]) for problem in problems] == [
        (1, '"title" is missing'),
        (22, '"dreem" is not known here'),
        (30, "expected a whole number, such as 4"),
        (53, "expected the bare name of a file in the folder pictures/, without any path"),
        (55, "expected the key of a card"),
        (77, "expected a debrief of at least 3 min, 15 % of the minutes"),
    ]


def test_a_problem_reads_as_file_line_column_and_words() -> None:
    (problem,) = list_problems(SMALL.replace("age: 39", "age: 3"))

    assert str(problem) == "scenario.yaml:31:10: expected 18 or more; here is 3"


def test_a_folder_needs_a_plain_name() -> None:
    with pytest.raises(Exception, match="needs a name of small letters, digits and hyphens"):
        read(SMALL, key="My Town", pictures=PICTURES)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "only words", "[a, b]"])
def test_a_file_without_keys_is_told_how_to_begin(text: str) -> None:
    (problem,) = list_problems(text)

    assert 'beginning with "title: ..."' in problem.text


def test_wrong_values_are_told_up_to_a_number_and_a_last_line_says_so() -> None:
    problems = list_problems("".join(f"k{number}: x\n" for number in range(240)))

    assert len(problems) == 201
    assert problems[-1].text == "more than 200 problems are in this file; mend the ones above first"


def test_as_many_wrong_values_as_are_told_need_no_last_line() -> None:
    extra = "".join(f", zz{number}: {{name: A house, sockets: 1}}" for number in range(200))
    problems = list_problems(SMALL.replace("sockets: 1}", f"sockets: 1}}{extra}"))

    assert {problem.text.split(";")[0] for problem in problems} == {"nobody lives in this house"}
    assert len(problems) == 200


@pytest.mark.parametrize(
    ("right", "wrong", "stopped"),
    [("age: 39", "\tage: 39", True), ("age: 39", "age: 3", False), ("age: 39", "age: &a 39", False)],
)
def test_it_is_known_whether_more_may_stand_behind_what_is_told(
    right: str, wrong: str, stopped: bool
) -> None:
    with pytest.raises(ScenarioProblems) as caught:
        read(SMALL.replace(right, wrong), key="small", pictures=PICTURES)

    assert caught.value.stopped is stopped


def test_a_problem_of_the_whole_file_names_no_line() -> None:
    with pytest.raises(ScenarioProblems) as caught:
        read(SMALL, key="My Town", pictures=PICTURES)

    assert str(caught.value) == (
        'scenario.yaml: the folder "My Town" needs a name of small letters, digits and hyphens'
    )
