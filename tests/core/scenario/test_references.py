"""What a key may lead to, where it is not enough that it leads somewhere."""

import pytest

from core.scenario.small import SMALL, assert_told, list_problems


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "persona"),
    [
        pytest.param("by: lele, text: my", "by: yuting, text: my", 71, 35, "yuting", id="a line"),
        pytest.param("count: 60", "by: chunmei, count: 60", 75, 46, "chunmei", id="a visitor"),
    ],
)
def test_in_play_no_script_speaks_as_a_persona(
    right: str, wrong: str, line: int, column: int, persona: str
) -> None:
    (problem,) = list_problems(SMALL.replace(right, wrong))
    assert (problem.line, problem.column) == (line, column)
    assert problem.text == (
        f'"{persona}" is a persona, and in play only its player speaks for it; write the key of an NPC here, '
        "or let the narrator say it with `narrate`"
    )


@pytest.mark.parametrize("picture", ['""', "", "'  '"])
def test_a_room_may_have_no_picture(picture: str) -> None:
    assert list_problems(SMALL.replace("    age: 39\n", f"    age: 39\n    room_picture: {picture}\n")) == ()


# What an author does wrong: (what stands in the file, what is written instead, line, column, words).
NOWHERE = {
    "a member who is nobody": ("members: everybody", "members: [yutign]", 43, 54, 'did you mean "yuting"?'),
    "an owner who is nobody": ("owner: chunmei", "owner: Chunmei", 43, 35, 'did you mean "chunmei"?'),
    "a tie to nobody": (
        "ties: {chunmei:",
        "ties: {chunmay:",
        26,
        12,
        'the key of a persona; "chunmay" is none',
    ),
    "a card that is none": (
        "cards: [lamp]",
        "cards: [lamb]",
        56,
        41,
        'the key of a card; "lamb" is none; did you mean "lamp"',
    ),
    "a group that is none": (
        "say: {group: kitchen, by",
        "say: {group: kitchn, by",
        71,
        22,
        'did you mean "kitchen"',
    ),
    "a phase place for nobody": ("places: {chunmei:", "places: {chunmie:", 65, 14, 'did you mean "chunmei"'),
    "an inject for nobody": ("who: chunmei", "who: chunme", 76, 26, "persona or the word everybody"),
    "a missing picture": ("picture: lamp.png", "picture: lam.png", 54, 14, 'did you mean "lamp.png"?'),
    "somebody twice": (
        "who: chunmei",
        "who: [chunmei, chunmei]",
        76,
        36,
        '"chunmei" stands twice in this list',
    ),
}


@pytest.mark.parametrize(("right", "wrong", "line", "column", "words"), NOWHERE.values(), ids=NOWHERE.keys())
def test_a_key_that_leads_nowhere_is_told_with_its_place(
    right: str, wrong: str, line: int, column: int, words: str
) -> None:
    assert_told(right, wrong, line, column, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../lamp.png", "expected the bare name of a file in the folder pictures/, without any path"),
        ("con.png", "expected a file name that every computer can keep"),
        ("'lamp\u202e.png'", "expected a file name that every computer can keep"),
        ("neon.png", 'there is no "neon.png" in the folder pictures/'),
        ("lump.png", 'there is no "lump.png" in the folder pictures/; did you mean "lamp.png"?'),
    ],
    ids=["a path", "a device", "a sign that turns text", "none near", "one near"],
)
def test_a_picture_is_the_name_of_a_file_that_is_there(name: str, words: str) -> None:
    (problem,) = list_problems(SMALL.replace("picture: lamp.png", f"picture: {name}"))

    assert (problem.line, problem.column) == (54, 14)
    assert problem.text.startswith(words)


def test_a_deck_that_nobody_names_is_of_use_only_while_somebody_chooses_from_all() -> None:
    more = SMALL.replace("decks:\n  street:", "decks:\n  home: {name: At home, cards: [lamp]}\n  street:")
    assert list_problems(more) == ()
    (problem,) = list_problems(more.replace("    nickname: Spring Plum\n", "    decks: [street]\n"))

    assert (problem.line, problem.text) == (
        56,
        "nobody chooses from this deck; name it in the decks of a persona, or delete it",
    )
