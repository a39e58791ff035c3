"""Large letters can be told apart, and are as large as it is asked for."""

from goodpath_client.widgets.big_letters import can_write, write_large

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def test_every_symbol_of_a_code_has_letters_of_its_own() -> None:
    shapes = {tuple(write_large(sign)) for sign in SYMBOLS}
    assert len(shapes) == len(SYMBOLS)
    assert {len(line) for line in write_large("ABCD EFGH")} == {53}
    assert write_large("_") == ["     "] * 3


def test_the_signs_of_an_address_have_letters_and_take_less_room() -> None:
    assert (
        can_write("192.168.1.20:8713") and can_write("[fe80::1]:8713") and can_write("my-laptop.local:8713")
    )
    assert not can_write("雨.local") and not can_write("a_b")
    assert write_large("1.2:3") == [
        " ▄█     ▀▀▀▀▄ ▄ ▀▀▀▀▄",
        "  █     ▄▀▀▀  ▄  ▀▀▀▄",
        " ▀▀▀  ▀ ▀▀▀▀▀   ▀▀▀▀ ",
    ]


def test_letters_of_twice_the_size_are_the_same_letters() -> None:
    once, twice = write_large("A8"), write_large("A8", 2)
    assert (len(once), len(twice)) == (3, 6) and len(twice[0]) == 2 * len(once[0])
    halves = {"█": ("██", "██"), "▀": ("██", "  "), "▄": ("  ", "██"), " ": ("  ", "  ")}
    for at, line in enumerate(once):
        assert twice[2 * at] == "".join(halves[sign][0] for sign in line)
        assert twice[2 * at + 1] == "".join(halves[sign][1] for sign in line)
