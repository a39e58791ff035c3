"""Every deed of the teacher can be reached, none by a key that terminals keep for themselves."""

from goodpath_client.keys import deeds_at
from goodpath_client.teacher.console import ConsoleScreen
from goodpath_client.teacher.control import WORLD_DEEDS
from goodpath_client.teacher.help import help_paras
from goodpath_client.teacher.keys import (
    BY_NAME,
    CONSOLE,
    DEEDS,
    ROOMS,
    bindings,
    hints,
    label,
)
from goodpath_client.teacher.rooms import RoomsScreen

EATEN = {"ctrl+s", "ctrl+q", "ctrl+z", "ctrl+m", "ctrl+i", "ctrl+h", "f10", "f11"}


def test_no_key_is_eaten_by_a_terminal() -> None:
    assert not {key for deed in DEEDS for key in deed.keys} & EATEN


def test_no_two_deeds_of_one_place_share_a_key() -> None:
    for place in (CONSOLE, ROOMS):
        keys = [key for deed in deeds_at(place, deeds=DEEDS) for key in deed.keys]
        assert sorted(set(keys)) == sorted(keys)


def test_somebody_does_every_deed() -> None:
    for deed in DEEDS:
        on_screen = any(hasattr(screen, f"deed_{deed.action}") for screen in (ConsoleScreen, RoomsScreen))
        assert on_screen or deed.name in WORLD_DEEDS, deed.name
    assert set(WORLD_DEEDS) <= set(BY_NAME)


def test_help_names_every_deed_and_every_key() -> None:
    text = "\n".join(f"{para.lead} {para.text}" for para in help_paras())
    for deed in DEEDS:
        assert deed.help in text
        assert all(label(key) in text for key in deed.keys)


def test_letters_act_after_the_box_one_writes_in_and_other_keys_before() -> None:
    assert not any(one.priority for one in bindings(True, CONSOLE))
    assert all(one.priority for one in bindings(False))
    assert {key for one in bindings(False) for key in one.key.split(",")} >= {"f5", "f6", "f7", "f9", "alt+q"}


def test_the_pause_is_first_in_the_footer_and_only_a_stop_signal_goes_before_it() -> None:
    assert hints("playing", (), False, CONSOLE)[0] == ("F6", "pause")
    assert hints("playing", ("pause",), False, CONSOLE)[0] == ("F6", "GO ON")
    assert hints("playing", (), True, CONSOLE)[:2] == (("F9", "answer"), ("F6", "pause"))
    assert hints("lobby", (), False, CONSOLE)[0] == ("F5", "start")
    assert hints("ended", (), False, CONSOLE)[0] == ("Alt+Q", "quit")


def test_a_key_that_has_locked_the_door_says_that_it_opens_it() -> None:
    assert dict(hints("lobby", (), False, CONSOLE))["L"] == "lock"
    assert dict(hints("lobby", ("lock",), False, CONSOLE))["L"] == "unlock"
