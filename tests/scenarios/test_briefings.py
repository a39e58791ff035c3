"""What the shipped scenarios tell teachers and students is what the program does."""

import re
from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_client import keys
from goodpath_client.teacher import keys as teacher_keys

SCENARIOS = Path(__file__).parents[2] / "scenarios"
NAMES = ("apple-phone", "ten-pictures")
COMMANDS = {f"/{deed.name.split()[0]}" for deed in keys.DEEDS if deed.palette}
KEYS = {key.upper() for deed in (*keys.DEEDS, *teacher_keys.DEEDS) for key in deed.keys}


def briefing(name: str) -> str:
    return load(name).scenario.briefing.text


def readme(name: str) -> str:
    return (SCENARIOS / name / "README.md").read_text(encoding="utf-8")


def sentences(text: str, word: str) -> list[str]:
    """The parts of a text, up to a full stop or a semicolon, in which a word stands."""
    return [part for part in re.split(r"[.;:\n]", text) if re.search(rf"\b{word}\b", part)]


@pytest.mark.parametrize("name", NAMES)
def test_a_briefing_names_only_keys_and_commands_that_there_are(name: str) -> None:
    named = re.findall(r"(?<!\S)/[a-z]+|\bF\d+\b", briefing(name))
    assert {"F9", "/observe"} <= set(named) <= COMMANDS | KEYS


@pytest.mark.parametrize("name", NAMES)
def test_a_readme_names_only_keys_that_there_are(name: str) -> None:
    assert set(re.findall(r"\bF\d+\b", readme(name))) <= KEYS


@pytest.mark.parametrize("name", NAMES)
def test_the_key_that_tells_the_teacher_alone_is_everywhere_the_stop_key(name: str) -> None:
    for text in (briefing(name), readme(name)):
        assert "stop key" in text
        assert "pause key" not in text
    (stop,) = [deed for deed in keys.DEEDS if deed.name == "stop"]
    assert "f9" in stop.keys and "the teacher, and nobody else" in stop.help
    assert "teacher, and nobody else" in "".join(sentences(briefing(name), "stop key"))


@pytest.mark.parametrize("name", NAMES)
def test_no_briefing_lets_classmates_read_a_thought_or_a_private_chat(name: str) -> None:
    thoughts = sentences(briefing(name), "think")
    assert thoughts and all("no classmate reads" in one for one in thoughts)
    assert "A private chat is read by the two of you" in briefing(name)


def test_no_student_is_promised_the_voice_of_an_npc() -> None:
    scenario = load("apple-phone").scenario
    assert [npc.name for npc in scenario.npcs.values() if "student" in npc.about] == []
    assert [line for line in readme("apple-phone").splitlines() if "student may" in line] == []
