"""Screens and lines tell the same numbers of a phone, and none that is more than there is."""

import pytest

from client.screens.stage import Stage
from goodpath_client.moment import scarce
from goodpath_client.phone_left import PhoneLeft, phone_left
from goodpath_client.plain.room_words import phone_words
from goodpath_client.screens.room_words import around


def stage_with(battery: float, data_kb: int, yuan: float) -> Stage:
    """Yuting's phone, as its owner's copy has it."""
    stage = Stage("apple-phone", "yuting")
    stage.start()
    phone = stage.store.world.persons["1/yuting"].phone
    assert phone is not None
    phone.battery, phone.data_kb, phone.balance_yuan = battery, data_kb, yuan
    phone.since = stage.store.world.clock.world_from
    return stage


@pytest.mark.parametrize(
    ("battery", "data_kb", "yuan", "signs", "words"),
    [
        (34.6, 11_600, 86.9, ["[#   ] 34%", "11 MB", "86 yuan"], "battery 34 percent, 11 megabytes, 86 yuan"),
        (0.7, 999, 0.5, ["[    ] 0%", "0 MB", "0 yuan"], "battery 0 percent, 0 megabytes, 0 yuan"),
    ],
)
def test_screens_and_lines_tell_the_same_and_round_down(
    battery: float, data_kb: int, yuan: float, signs: list[str], words: str
) -> None:
    stage = stage_with(battery, data_kb, yuan)

    assert scarce(stage.store, stage.now_ms) == signs
    assert phone_words(stage.store, stage.now_ms) == f"Your phone: {words}."
    room = " ".join(para.text for rows in around(stage.store, stage.now_ms, 80) for para in rows)
    assert f"Battery {signs[0]}" in room


def test_of_a_phone_that_is_not_known_nothing_is_told() -> None:
    stage = stage_with(50.0, 1000, 1.0)
    person = stage.store.world.persons["1/yuting"]

    assert phone_left(stage.store.world, person, person.since) == PhoneLeft(50, 1, 1)
    person.phone = None
    assert phone_left(stage.store.world, person, person.since) is None
