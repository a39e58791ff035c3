"""Who may come in, and what wrong guesses cost."""

import pickle

import pytest

from goodpath_server.lobby import CODE_LENGTH, SYMBOLS, Door, new_code, new_token, normal


class Guess(str):
    """A guess that knows whether it was looked at."""

    read = False

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        self.read = True
        return super().encode(encoding, errors)


def door() -> Door:
    return Door("ABCDEFGH", "secret")


def test_codes_are_eight_of_thirty_one_signs_that_are_not_taken_for_each_other() -> None:
    assert (CODE_LENGTH, len(SYMBOLS), set("01ILO") & set(SYMBOLS)) == (8, 31, set())
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert all(len(code) == 8 and set(code) <= set(SYMBOLS) for code in codes)


def test_tokens_hold_at_least_128_bits_of_chance() -> None:
    assert len({new_token() for _ in range(100)}) == 100
    assert len(new_token()) == 32


@pytest.mark.parametrize("typed", ["abcd-efgh", " ABCD EFGH ", "abcdefgh", "ABCD·EFGH"])
def test_a_code_may_be_typed_with_spaces_hyphens_and_small_letters(typed: str) -> None:
    assert normal(typed) == "ABCDEFGH"


def test_ten_thousand_guesses_in_a_minute_reach_the_check_thirty_times() -> None:
    shut, guesses = door(), [Guess(f"WRONG{number}") for number in range(10_000)]
    for number, guess in enumerate(guesses):
        shut.admits(guess, f"10.0.{number // 250}.{number % 250}", number / 200)
    assert sum(guess.read for guess in guesses) == 30
    assert not shut.admits("ABCDEFGH", "10.9.9.9", 50.0)


def test_one_address_has_five_guesses_a_minute_and_the_others_are_not_held_up() -> None:
    shut = door()
    tries = [shut.admits("x", "10.0.0.1", 0.0) for _ in range(5)]
    assert tries == [False] * 5
    assert not shut.admits("ABCDEFGH", "10.0.0.1", 59.0)
    assert shut.admits("ABCDEFGH", "10.0.0.2", 59.0)
    assert shut.admits("ABCDEFGH", "10.0.0.1", 61.0)


def test_wrong_codes_from_everywhere_are_forgotten_after_their_minute() -> None:
    shut = door()
    for minute in range(1000):
        assert not shut.admits("x", f"10.0.{minute // 250}.{minute % 250}", minute * 61.0)
    assert len(pickle.dumps(shut)) < len(pickle.dumps(door())) + 100


def test_a_class_of_sixty_comes_in_from_one_address_at_once() -> None:
    wide = door()
    wide.admits("mistyped", "10.0.0.1", 0.0)
    assert all(wide.admits("ABCDEFGH", "10.0.0.1", second / 6) for second in range(60))


def test_the_teacher_is_let_in_however_many_have_guessed() -> None:
    shut = door()
    for number in range(100):
        shut.admits("x", f"10.0.0.{number}", 0.0)
    assert [shut.is_teacher(given) for given in ("secret", "Secret", "secre", "", "雨")] == [True] + [
        False
    ] * 4


def test_guesses_in_any_script_are_only_wrong() -> None:
    assert not door().admits("雨后之城", "10.0.0.1", 0.0)
