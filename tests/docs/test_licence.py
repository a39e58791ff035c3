"""What is free in which way is said where it lies: the program in LICENSE, each scenario beside its texts."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCENARIOS = sorted(path.parent for path in (ROOT / "scenarios").glob("*/scenario.yaml"))


def read(path: Path) -> str:
    """The text of a file with its lines joined."""
    return " ".join(path.read_text("utf-8").split())


def test_the_licence_gives_texts_and_pictures_away_under_cc0() -> None:
    licence = read(ROOT / "LICENSE")

    assert licence.startswith("MIT License")
    assert "The files under scenarios/ (texts and pictures) are not under this licence" in licence
    assert "CC0 1.0 Universal (https://creativecommons.org/publicdomain/zero/1.0/)" in licence


def test_the_readme_names_both() -> None:
    text = read(ROOT / "README.md").rpartition("## Licence")[2]

    assert "[MIT](LICENSE)" in text
    assert "`scenarios/`: [CC0]" in text


@pytest.mark.parametrize("folder", SCENARIOS, ids=[folder.name for folder in SCENARIOS])
def test_each_scenario_says_that_its_texts_and_pictures_are_cc0(folder: Path) -> None:
    text = read(folder / "README.md").rpartition("## Licence")[2]

    assert "Texts and pictures in this folder are dedicated to the public domain: CC0 1.0" in text
    assert "https://creativecommons.org/publicdomain/zero/1.0/" in text


def test_there_are_scenarios_to_look_at() -> None:
    assert len(SCENARIOS) >= 2
