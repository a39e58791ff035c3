"""Every command line in the papers is one that goodpath understands."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer
from goodpath.cli import app

HOUSE = Path(__file__).parents[2]
PAPERS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/wire.md", "docs/scenario.md")
NOT_FOR_PEOPLE = {"demo-class"}
COMMANDS: Any = typer.main.get_command(app)


def lines() -> list[str]:
    """Command lines in the papers: those that stand alone, and those inside sentences."""
    found = set()
    for paper in PAPERS:
        text = (HOUSE / paper).read_text("utf-8")
        found |= set(re.findall(r"^    goodpath (.+)$", text, re.MULTILINE))
        found |= set(re.findall(r"`goodpath ([^`]+)`", text))
    return sorted(found)


@pytest.mark.parametrize("line", lines())
def test_the_command_and_its_options_exist(line: str) -> None:
    words = line.partition(" > ")[0].split()
    command: Any = COMMANDS
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    known = {name for one in command.params for name in one.opts}

    assert command is not COMMANDS
    assert not (words and hasattr(command, "commands"))
    assert {word for word in words if word.startswith("-")} <= known


def test_the_readme_knows_every_command() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8")
    everything = set(COMMANDS.commands) - NOT_FOR_PEOPLE

    assert {name for name in everything if f"goodpath {name}" not in readme} == set()


@pytest.mark.parametrize("word", ["demo", "test", "check"])
def test_the_bootstrap_does_what_the_readme_says(word: str) -> None:
    assert f'"{word}":' in (HOUSE / "run.py").read_text("utf-8")
    assert f"python3 run.py {word}" in (HOUSE / "README.md").read_text("utf-8")
