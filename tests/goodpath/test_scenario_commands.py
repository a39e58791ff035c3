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


def test_one_phase_is_a_phase(tmp_path: Path) -> None:
    town = tmp_path / "my-town"
    (town / "pictures").mkdir(parents=True)
    (town / "pictures" / "lamp.png").write_bytes(PNG)
    (town / "scenario.yaml").write_text(SMALL, encoding="utf-8")

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
    assert "day 1, 18:30 to 22:00" in result.output
    assert "10 s after the first post by Pan Guoqiang" in result.output
    assert "10. What did we invent about being poor?" in result.output


def test_show_of_a_broken_scenario_sends_to_check(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("title: A\n", encoding="utf-8")
    result = typed("scenario", "show", str(tmp_path))

    assert result.exit_code == 1
    assert f"run: {OWN} scenario check" in result.output


def test_schema_prints_json() -> None:
    assert json.loads(typed("scenario", "schema").output)["title"] == "goodpath scenario"
