"""Nobody in a scenario can be taken for somebody else, for the teacher or for the system."""

import pytest

from core.scenario.small import SMALL, assert_told, list_problems

ALIKE = "looks like the name in line {}; choose another"
RESERVED = "could be taken for the teacher or the system; choose another"
# What stands in the file, what is written instead, line, column, words.
TAKEN = {
    "a nickname of the system": ("Spring Plum", "Narrator", 41, 15, RESERVED),
    "a pinyin of the teacher": ("Wei Chunmei", "Teacher", 30, 20, RESERVED),
    "the teacher in characters": ("韦春梅", "老师", 30, 45, RESERVED),
    "an NPC called as the system": ("{name: Lele", "{name: System", 13, 16, RESERVED),
    "an NPC called as the narrator": ("{name: Lele", "{name: The narrator", 13, 16, RESERVED),
    "somebody's name as a nickname": ("Spring Plum", "PAN YUTlNG", 41, 15, ALIKE.format(16)),
    "signs that look the same": ("Spring Plum", "Pаn Yuting", 41, 15, ALIKE.format(16)),
    "an NPC's name as a nickname": ("Spring Plum", "LeIe", 41, 15, ALIKE.format(13)),
    "a name twice": ("Wei Chunmei", "Pan Yuting", 30, 20, ALIKE.format(16)),
    "characters twice": ("韦春梅", "潘雨婷", 30, 45, ALIKE.format(16)),
    "an NPC called as a persona": ("{name: Lele", "{name: Wei Chunmei", 30, 20, ALIKE.format(13)),
    "two NPCs with one name": (
        "  lele: {name: Lele, about: A boy of seven.}\n",
        "  lele: {name: Lele, about: A boy.}\n  lala: {name: lele, about: A girl.}\n",
        14,
        16,
        ALIKE.format(13),
    ),
    "two groups with one name": (
        "groups:\n",
        "groups:\n  yard: {name: kitchen, owner: lele, members: everybody}\n",
        44,
        19,
        ALIKE.format(43),
    ),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), TAKEN.values(), ids=TAKEN.keys())
def test_a_name_that_could_be_taken_for_another_is_told(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


def test_one_persona_may_use_its_own_name_again_and_a_group_may_be_called_as_its_owner() -> None:
    text = SMALL.replace("nickname: Spring Plum", "nickname: Wei Chunmei").replace(
        "{name: Kitchen", "{name: Wei Chunmei"
    )

    assert list_problems(text) == ()


def test_a_name_that_is_missing_is_like_no_other() -> None:
    text = SMALL.replace("pinyin: Pan Yuting", 'pinyin: ""').replace("pinyin: Wei Chunmei", 'pinyin: ""')

    assert not [problem for problem in list_problems(text) if "looks like" in problem.text]
