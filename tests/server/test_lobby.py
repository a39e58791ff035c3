"""Who may come in, and what wrong guesses cost."""

import pickle

from goodpath_server.lobby import (
    CODE_LENGTH,
    EVERYWHERE,
    LONG_CODE_LENGTH,
    PER_ADDRESS,
    SYMBOLS,
    Door,
    Verdict,
    new_code,
    new_token,
)


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
    assert len(new_code(LONG_CODE_LENGTH)) == 10


def flood(shut: Door, guesses: list[Guess], a_second: int) -> list[float]:
    """When those guesses were looked at that were, of so many a second from forty addresses."""
    read = []
    for number, guess in enumerate(guesses):
        shut.judge(guess, f"10.0.0.{number % 40}", number / a_second)
        read += [number / a_second] * guess.read
    return read


def test_of_ten_thousand_guesses_in_a_minute_thirty_reach_the_check() -> None:
    read = flood(door(), [Guess(f"WRONG{number}") for number in range(10_000)], 200)
    assert len(read) == 30


def test_in_no_minute_of_an_hour_of_guessing_more_than_thirty_reach_the_check() -> None:
    read = flood(door(), [Guess(f"WRONG{number}") for number in range(36_000)], 10)
    assert len(read) > 1_000
    assert all(last - first > 60 for first, last in zip(read, read[30:], strict=False))


def test_one_address_guesses_five_times_and_then_ever_more_slowly() -> None:
    shut = door()
    eighths = [(n / 8, shut.judge(f"WRONG{n}", "10.0.0.1", n / 8)) for n in range(400)]
    read = [at for at, verdict in eighths if verdict is Verdict.WRONG]
    assert read == [0, 0.125, 0.25, 0.375, 0.5, 1.5, 3.5, 7.5, 15.5, 23.5, 31.5, 39.5, 47.5]
    assert {verdict for _, verdict in eighths} == {Verdict.WRONG, Verdict.LATER}


def test_a_right_code_is_never_called_wrong_and_waits_no_longer_than_the_wrong_ones() -> None:
    shut = door()
    for number in range(5):
        shut.judge(f"WRONG{number}", "10.0.0.1", 0.0)
    assert shut.judge("ABCDEFGH", "10.0.0.1", 0.9) is Verdict.LATER
    assert shut.judge("ABCDEFGH", "10.0.0.2", 0.9) is Verdict.RIGHT
    assert shut.judge("ABCDEFGH", "10.0.0.1", 1.0) is Verdict.RIGHT


def test_who_keeps_typing_wrong_codes_keeps_nobody_at_the_same_address_out_for_long() -> None:
    shut, outside = door(), set(range(40))
    for second in range(60):
        if second % 3 == 0:
            shut.judge(f"WRONG{second}", "10.0.0.1", float(second))
        outside -= {
            pupil
            for pupil in outside
            if pupil % 5 == second % 5 and shut.judge("ABCDEFGH", "10.0.0.1", second + 0.5) is Verdict.RIGHT
        }
    assert outside == set()


def test_a_wrong_code_said_again_is_no_new_guess() -> None:
    shut = door()
    for number in range(100):
        assert shut.judge("YESTERDY", f"10.0.0.{number}", 0.0) is Verdict.WRONG
    assert shut.guessing(0.0).guesses == 1
    assert shut.judge("ABCDEFGH", "10.0.0.1", 0.0) is Verdict.RIGHT


def test_a_long_code_needs_no_bound_and_nobody_waits_for_it() -> None:
    shut, guesses = door(), [Guess(f"WRONG{number}") for number in range(1_000)]
    flood(shut, guesses, 10)
    shut.change_code("ABCDEFGHJK")
    assert shut.guessing(100.0) == (0, "", False)
    assert shut.judge("ABCDEFGH", "10.0.0.1", 100.0) is Verdict.WRONG
    again = [Guess(f"WRONG{number}") for number in range(1_000)]
    assert {shut.judge(guess, "10.0.0.1", 100.0) for guess in again} == {Verdict.WRONG}
    assert shut.judge("ABCDEFGHJK", "10.0.0.1", 100.0) is Verdict.RIGHT


def test_it_is_known_how_much_is_guessed_and_where_most_of_it_comes_from() -> None:
    shut = door()
    assert shut.guessing(0.0) == (0, "", False)
    for number, address in enumerate(("10.0.0.1", "10.0.0.7", "10.0.0.7", "10.0.0.2")):
        shut.judge(f"WRONG{number}", address, 10.0 * number)
    assert shut.guessing(30.0) == (4, "10.0.0.7", False)
    assert shut.guessing(75.0) == (2, "10.0.0.7", False)
    assert shut.guessing(91.0) == (0, "", False)


def test_it_is_known_whether_somebody_new_has_to_wait_now() -> None:
    shut = door()
    for number in range(PER_ADDRESS):
        shut.judge(f"WRONG{number}", "10.0.0.7", 0.0)
    assert shut.guessing(0.5) == (PER_ADDRESS, "10.0.0.7", True)
    assert shut.guessing(1.0) == (PER_ADDRESS, "10.0.0.7", False), "a newcomer would come in at once"
    for number in range(EVERYWHERE):
        shut.judge(f"OTHER{number}", f"10.0.1.{number}", 1.0)
    assert shut.guessing(30.0).holds, "whoever comes from anywhere waits"
    assert not shut.guessing(61.5).holds


def test_wrong_codes_from_everywhere_are_forgotten_after_their_minute() -> None:
    shut = door()
    for minute in range(1000):
        shut.judge("x" * 64, f"10.0.{minute // 250}.{minute % 250}", minute * 61.0)
    assert len(pickle.dumps(shut)) < len(pickle.dumps(door())) + 300


def test_a_class_of_sixty_comes_in_from_one_address_at_once() -> None:
    wide = door()
    wide.judge("mistyped", "10.0.0.1", 0.0)
    assert {wide.judge("ABCDEFGH", "10.0.0.1", second / 6) for second in range(60)} == {Verdict.RIGHT}


def test_the_teacher_is_let_in_however_many_have_guessed() -> None:
    shut = door()
    for number in range(100):
        shut.judge(f"WRONG{number}", f"10.0.0.{number}", 0.0)
    assert [shut.is_teacher(given) for given in ("secret", "Secret", "secre", "", "雨")] == [True] + [
        False
    ] * 4


def test_guesses_in_any_script_are_only_wrong() -> None:
    assert door().judge("雨后之城", "10.0.0.1", 0.0) is Verdict.WRONG


def test_a_token_holds_at_least_128_bits_of_chance_in_one_word_of_letters_and_digits() -> None:
    tokens = [new_token() for _ in range(1000)]
    assert all(token.isalnum() and len(token) >= 32 for token in tokens)
    assert len(set(tokens)) == 1000
