"""A mistyped word leads to the one that was meant."""

from goodpath_core.scenario.nearest import MOST_COMPARED, find_nearest, shortlist, suggest


def test_the_nearest_word_is_found_whatever_its_case() -> None:
    assert find_nearest("YUTIGN", ["chunmei", "yuting"]) == ["yuting"]


def test_without_a_near_word_the_known_ones_are_named() -> None:
    assert suggest("zzz", ["room", "phone"]) == "; known are room, phone"
    assert suggest("zzz", []) == ""


def test_only_the_first_dozen_of_the_known_are_named() -> None:
    assert suggest("zzz", [f"k{number}" for number in range(20)]).endswith("k11, ...")


def test_of_many_words_only_a_few_are_compared_closely() -> None:
    known = [f"card-lamp-number-{number}-in-the-rain" for number in range(400)]

    assert len(shortlist("card-lump-nomber-7-en-the-rain", known)) == MOST_COMPARED
    assert find_nearest("card-lmap-number-237-in-the-rain", known) == ["card-lamp-number-237-in-the-rain"]


def test_turned_signs_of_a_short_word_are_found_among_many() -> None:
    known = [
        "pinyin",
        "name",
        "home",
        "game",
        "gear",
        "eagle",
        "stage",
        "page",
        "wage",
        "rage",
        "sage",
        "edge",
    ]

    assert find_nearest("aeg", [*known, "age", "great", "agent"]) == ["age"]


def test_a_near_word_is_asked_for() -> None:
    assert suggest("yutign", ["chunmei", "yuting"]) == '; did you mean "yuting"?'
