"""CONTRIBUTING.md knows every file, and the files it sends people to are there."""

import re
from pathlib import Path

import pytest

from docs.file_map import ROOMS, TABLES, files
from docs.pages import empty_cells, filled, names
from soaks.copies import STEPS

HOUSE = Path(__file__).parents[2]
PAGE = (HOUSE / "CONTRIBUTING.md").read_text("utf-8")
PAPERS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/wire.md",
    "docs/scenario.md",
    "docs/keys.md",
)


def test_the_map_says_what_the_first_lines_of_the_files_say() -> None:
    assert filled(PAGE, TABLES) == PAGE, "run: PYTHONPATH=tests python -m docs.write"
    assert sorted(names(PAGE)) == sorted(TABLES)


def test_every_file_says_its_job() -> None:
    assert empty_cells(PAGE) == []


@pytest.mark.parametrize("folder", ROOMS.values())
def test_no_folder_of_the_map_is_empty(folder: str) -> None:
    assert files(folder)


def test_the_files_named_in_the_steps_are_there() -> None:
    steps = PAGE.partition("## Add an event")[2].partition("## Where everything is")[0]
    named = re.findall(r"`([\w/-]+/[\w-]+\.(?:py|md))`", steps)

    assert len(named) > 8
    assert [name for name in named if not (HOUSE / name).is_file()] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_link_to_a_file_leads_somewhere(paper: str) -> None:
    page = HOUSE / paper
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", page.read_text("utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_file_that_the_architecture_names_is_there() -> None:
    named = set(re.findall(r"([\w/]+\.py)\b", (HOUSE / "ARCHITECTURE.md").read_text("utf-8")))
    there = [f"/{path.relative_to(HOUSE)}" for folder in ROOMS.values() for path in files(folder)]

    assert len(named) > 15
    assert [name for name in sorted(named) if not any(path.endswith(f"/{name}") for path in there)] == []


def test_the_form_of_the_copies_takes_as_many_steps_as_the_page_says() -> None:
    assert f"After any {STEPS} steps and cuts" in PAGE
