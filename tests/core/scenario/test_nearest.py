"""A mistyped word leads to the one that was meant."""

from goodpath_core.scenario.nearest import find_nearest, suggest


def test_the_nearest_word_is_found_whatever_its_case() -> None:
    assert find_nearest("YUTIGN", ["chunmei", "yuting"]) == ["yuting"]


def test_without_a_near_word_the_known_ones_are_named() -> None:
    assert suggest("zzz", ["room", "phone"]) == "; known are room, phone"
    assert suggest("zzz", []) == ""


def test_only_the_first_dozen_of_the_known_are_named() -> None:
    assert suggest("zzz", [f"k{number}" for number in range(20)]).endswith("k11, ...")
