"""The scenario commands say what they found and leave with 0, 1 or 2."""

import json
from pathlib import Path

import pytest

from core.scenario.small import SMALL
from processes import OWN
from typed import typed

PNG = (Path(__file__).parents[2] / "scenarios/ten-pictures/pictures/red-car.png").read_bytes()


@pytest.mark.parametrize("name", ["apple-phone", "ten-pictures"])
def test_check_finds_nothing_wrong_with_a_shipped_scenario(name: str) -> None:
    result = typed("scenario", "check", name)

    assert (result.exit_code, result.output.split(":")[0]) == (0, "No problems")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "my-town"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "lamp.png").write_bytes(PNG)
    (folder / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    return folder


def test_one_phase_is_a_phase(town: Path) -> None:
    assert typed("scenario", "check", str(town)).output == "No problems: A small town, 20 min, 1 phase.\n"
    sheet = " ".join(typed("scenario", "show", str(town)).output.split())
    assert "Visitors on one page of Pan Yuting, Wei Chunmei, drawn by lot: 60 strangers; 9 likes." in sheet


def test_check_prints_every_problem_on_a_line_and_then_their_number(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(
        SMALL.replace("age: 39", "age: 3").replace("cards: [lamp]", r'cards: ["lam\e[2J"]'), encoding="utf-8"
    )
    result = typed("scenario", "check", str(tmp_path / "scenario.yaml"))
    lines = result.output.splitlines()

    assert result.exit_code == 1
    assert "scenario.yaml:31:10: expected 18 or more; here is 3" in lines
    assert lines[-1] == f"{len(lines) - 1} problems. Mend them and run this again."
    assert "\x1b" not in result.output


def test_one_problem_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text(SMALL.replace("age: 39", "age: 3"), "utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "lamp.png").write_bytes(PNG)
    (tmp_path / "town.yaml").write_text((tmp_path / "scenario.yaml").read_text("utf-8"), "utf-8")
    lines = typed("scenario", "check", str(tmp_path / "town.yaml")).output.splitlines()

    assert lines[1:] == ["1 problem. Mend it and run this again."]


def test_check_shows_what_may_not_be_meant_and_finds_nothing_wrong_with_it(town: Path) -> None:
    (town / "scenario.yaml").write_text(SMALL.replace("work: packs boxes", "work: packs boxes #1"), "utf-8")
    result = typed("scenario", "check", str(town))
    doubt, end = result.output.splitlines()

    assert doubt.startswith('scenario.yaml:19:23: is this meant? "#1" is a comment and not read;')
    assert (result.exit_code, end) == (
        0,
        "No problems, but 1 line to look at: A small town, 20 min, 1 phase.",
    )


def test_problems_and_what_may_not_be_meant_come_in_one_order_and_no_place_is_told_twice(town: Path) -> None:
    text = SMALL.replace("work: packs boxes", "work: packs boxes #1").replace("from: 18:30", "from: “18:30”")
    (town / "scenario.yaml").write_text(text.replace("age: 39", "age: 3"), "utf-8")
    lines = typed("scenario", "check", str(town)).output.splitlines()

    assert [line.split(":")[1] for line in lines[:-1]] == ["19", "31", "63"]
    assert lines[-1] == "2 problems. Mend them and run this again."


def test_where_reading_stopped_more_may_stand_behind(town: Path) -> None:
    (town / "scenario.yaml").write_text(SMALL.replace("    age: ", "\tage: "), "utf-8")
    lines = typed("scenario", "check", str(town)).output.splitlines()

    assert lines == [
        "scenario.yaml:17:1: a tab stands here; indent with spaces; the same in 1 other line",
        "1 problem, and what stands behind the last was not read, so there may be more. "
        "Mend it and run this again.",
    ]


@pytest.mark.parametrize(
    ("path", "hint"),
    [("my-town/scenario.yml", 'did you mean "scenario.yaml"?'), ("here/x", "look at the path.")]
    + [("zzz.yaml", "look at the path."), ("a" * 5_000 + "/b", "look at the path.")],
)
def test_a_path_that_leads_nowhere_is_told_as_one(path: str, hint: str, town: Path) -> None:
    result = typed("scenario", "check", str(town.parent / path))

    assert result.exit_code == 2
    assert f'{path[-60:]}"; {hint}' in result.output
    assert "There is no file or folder" in result.output


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_folder_without_a_scenario_is_told_what_it_lacks(command: str, tmp_path: Path) -> None:
    (tmp_path / "my-town").mkdir()
    result = typed("scenario", command, str(tmp_path / "my-town"))

    assert result.exit_code == 2
    assert result.output == (
        'goodpath: There is no scenario.yaml in the folder "my-town"; put it there, or name another file.\n'
    )


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_name_that_leads_nowhere_is_a_misuse(command: str) -> None:
    result = typed("scenario", command, "aple-phone")

    assert result.exit_code == 2
    assert "did you mean apple-phone?" in result.output


def test_list_names_what_is_shipped() -> None:
    output = typed("scenario", "list").output

    assert "apple-phone: The Apple phone, 60 min, 8 personas, 6 played at least" in output
    assert "ten-pictures: Ten pictures, 25 min, 8 personas, 6 played at least" in output


def test_list_says_in_which_folder_they_are_to_be_copied() -> None:
    *_, last = typed("scenario", "list").output.splitlines()

    folder = Path(last.removeprefix("To begin with a copy, take a folder from: "))
    assert (folder / "ten-pictures" / "scenario.yaml").is_file()


def test_the_run_sheet_says_who_looks_at_which_page() -> None:
    sheet = " ".join(typed("scenario", "show", "apple-phone").output.split())

    assert "Visitors on the page of Pan Guoqiang: Third Aunt in the village and 3 others; 2 likes." in sheet
    assert "Visitors on one page of Long Haibo, Pan Yuting, drawn by lot: 60 strangers; 9 likes." in sheet


def test_show_reads_as_a_run_sheet() -> None:
    result = typed("scenario", "show", "apple-phone")

    assert result.exit_code == 0
    assert "It takes 60 min: briefing 6 min, play 40 min, debrief 14 min." in result.output
    assert "Pan Yuting 潘雨婷 (say pahn yoo-ting), 19." in result.output
    assert "Phase 2: Sunday evening" in result.output
    assert "Sunday 14 July 2013, 18:30" in result.output
    assert "10 s after the first post by Pan Guoqiang" in result.output
    assert "10. What did we invent about being poor?" in result.output


def test_show_of_a_broken_scenario_sends_to_check(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("title: A\n", encoding="utf-8")
    result = typed("scenario", "show", str(tmp_path))

    assert result.exit_code == 1
    assert f"run: {OWN} scenario check" in result.output


def test_schema_prints_json() -> None:
    assert json.loads(typed("scenario", "schema").output)["title"] == "goodpath scenario"


def test_the_help_says_of_each_command_in_a_whole_sentence_what_it_does() -> None:
    said = typed("scenario", "--help").output
    assert "..." not in said.partition("Commands:")[2]
