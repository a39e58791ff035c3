"""What a phone tells as the current is cut is so also where the phase before was cut short."""

import pytest

from client.shipped import shipped
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PutPhoneDown
from town import TEACHER, Town


def dark() -> Town:
    """The dark begins as soon as Monday evening has; Chunmei's empty phone waits behind Yuting's."""
    town = Town(of=shipped("apple-phone").scenario)
    town.play("1/chunmei", "1/yuting", "1/jia")
    town.do(StartWorld(), TEACHER)
    while town.world.phase.name != "The Apple phone":
        town.do(NextPhase(), TEACHER)
    for persona in ("1/yuting", "1/chunmei"):
        if town.world.persons[persona].place == "phone":
            town.do(PutPhoneDown(), town.player(persona))
        town.do(PlugIn(), town.player(persona))
    phone = town.world.persons["1/chunmei"].phone
    assert phone is not None
    phone.battery = 0
    town.do(NextPhase(), TEACHER)
    town.tick()
    return town


def told_by_phone(town: Town, persona: str) -> str:
    """What the phone of a persona told last."""
    return [line.text for line in town.world.journal if line.kind == "phone" and line.people == (persona,)][
        -1
    ]


@pytest.mark.parametrize(
    ("persona", "percent", "claim"),
    [("1/chunmei", "Battery 9 %", "charge"), ("1/jia", "Battery 24 %", "new phone")],
    ids=["a phone that waited did not charge", "a phone that never came is not new"],
)
def test_it_claims_nothing_of_a_phone_that_has_not_happened_to_it(
    persona: str, percent: str, claim: str
) -> None:
    words = told_by_phone(dark(), persona)
    assert percent in words and claim not in words
