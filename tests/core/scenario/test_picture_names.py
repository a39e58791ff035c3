"""A picture is named by its file: plainly, as every computer can keep it, and as it is there."""

import pytest

from core.scenario.small import PICTURES, SMALL, list_problems
from goodpath_core.errors import ScenarioProblems
from goodpath_core.scenario.reader import read


@pytest.mark.parametrize(
    "name",
    [
        "../lamp.png",
        "/etc/lamp.png",
        "a/lamp.png",
        "a\\lamp.png",
        "C:lamp.png",
        "\\\\host\\lamp.png",
        "..",
        ".",
        "x/../y.png",
        "a:b",
        "lamp.png:stream",
        "\\\\?\\C:\\lamp.png",
        "//host/share/lamp.png",
        "~/lamp.png",
    ],
)
def test_a_picture_is_named_without_a_path(name: str) -> None:
    problems = list_problems(SMALL.replace("picture: lamp.png", f"picture: '{name}'"))

    assert [problem.text for problem in problems] == [
        "expected the bare name of a file in the folder pictures/, without any path"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "con.png",
        "NUL",
        "Nul.tar.png",
        "AUX .png",
        "PRN",
        "COM1.png",
        "lpt9",
        "COM¹.png",
        "CONIN$",
        "lamp.png.",
        "lamp.png...",
        "la?p.png",
        "la*p.png",
        'la"p.png',
        "<lamp>.png",
        "la|p.png",
        "lamp\u202egnp.png",
    ],
)
def test_a_picture_has_a_name_that_every_computer_can_keep(name: str) -> None:
    text = SMALL.replace("picture: lamp.png", f"picture: '{name}'")
    with pytest.raises(ScenarioProblems) as caught:
        read(text, key="small", pictures=(*PICTURES, name))

    (problem,) = caught.value.problems
    assert problem.line == 54
    assert problem.text.startswith(
        ("expected a file name that every computer can keep", "expected the bare name")
    )


@pytest.mark.parametrize("name", ["lamp.png ", " lamp.png", "lamp.png\u3000"])
def test_a_space_around_the_name_of_a_picture_is_no_part_of_it(name: str) -> None:
    text = SMALL.replace("picture: lamp.png", f"picture: '{name}'")

    assert read(text, key="small", pictures=PICTURES).cards["lamp"].picture == "lamp.png"


@pytest.mark.parametrize(
    "name", ["console.png", "comet1.png", "nuls.png", "雨夜.png", "a lamp-2_b.png", "com10.png"]
)
def test_a_plain_name_that_only_looks_like_another_is_one(name: str) -> None:
    text = SMALL.replace("picture: lamp.png", f"picture: '{name}'")

    assert read(text, key="small", pictures=[name]).cards["lamp"].picture == name


def test_a_missing_picture_is_near_no_other_only_because_both_end_alike() -> None:
    with pytest.raises(ScenarioProblems) as found:
        read(
            SMALL.replace("picture: lamp.png", "picture: neon-hair.png"),
            key="small",
            pictures=("room-haibo.png", "lamp.png"),
        )
    assert [problem.text for problem in found.value.problems] == [
        'there is no "neon-hair.png" in the folder pictures/'
    ]


def test_a_picture_with_another_ending_is_near() -> None:
    with pytest.raises(ScenarioProblems, match='did you mean "lamp.png"'):
        read(SMALL.replace("picture: lamp.png", "picture: lamp.jpg"), key="small", pictures=("lamp.png",))
