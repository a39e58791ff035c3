"""A letter that is shown as a capital is the same key with Shift and with Caps Lock, on every screen."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from textual.app import App
from textual.binding import BindingsMap
from textual.events import Key
from textual.screen import Screen

from client.screens.stage import Stage, settle
from client.teacher.classroom import Classroom, seen, start
from goodpath_client import keys as student
from goodpath_client import screens, teacher
from goodpath_client.app import StudentApp
from goodpath_client.key_reading import KeyParser
from goodpath_client.keys import pressed
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.teacher import keys as teacher_keys
from goodpath_client.teacher.app import TeacherApp

PLACES = ("online", "offline", "page", "feed", "debrief", "anywhere")
TEACHER_PLACES = ("console", "rooms")


def _classes() -> list[type[App[int] | Screen[object]]]:
    """Every app and screen that binds keys of its own."""
    modules = [
        import_module(f"{package.__name__}.{module.name}")
        for package in (screens, teacher)
        for module in iter_modules(package.__path__)
    ]
    found = {one for module in modules for one in vars(module).values() if isinstance(one, type)}
    own = [one for one in found if one.__module__.startswith("goodpath_client")]
    bound = [one for one in own if issubclass(one, App | Screen) and "BINDINGS" in vars(one)]
    return [StudentApp, *sorted(bound, key=lambda one: one.__name__)]


def _actions(one: type[App[int] | Screen[object]]) -> dict[str, set[str]]:
    """What each key does there, by the key's name."""
    found: dict[str, set[str]] = {}
    for key, binding in BindingsMap(vars(one)["BINDINGS"]):
        found.setdefault(key, set()).add(binding.action)
    return found


def test_a_letter_has_three_names_and_another_key_one() -> None:
    assert pressed("l") == "l,L,shift+l"
    assert pressed("alt+l") == "alt+l,alt+L,alt+shift+l"
    assert [pressed(key) for key in ("f4", "ctrl+up", "question_mark")] == ["f4", "ctrl+up", "question_mark"]


@pytest.mark.parametrize(
    ("sent", "key"),
    [("L", "l"), ("\x1bL", "alt+l"), ("\x1b[108;2;76u", "l"), ("\x1b[108;2u", "l"), ("\x1b[108;4u", "alt+l")],
    ids=["capital", "Alt and capital", "with its text", "without its text", "Alt, without its text"],
)
def test_what_a_terminal_sends_for_a_capital_is_one_of_them(sent: str, key: str) -> None:
    parser = KeyParser()
    (event,) = [one for one in (*parser.feed(sent), *parser.feed("")) if isinstance(one, Key)]
    assert event.key in pressed(key).split(",")


def test_every_deed_is_bound_under_all_names_of_its_keys() -> None:
    for place in PLACES:
        found = {key for key, _ in BindingsMap(student.bindings(place))}
        wanted = [key for deed in student.DEEDS if place in deed.where for key in deed.keys]
        assert found == {name for key in wanted for name in pressed(key).split(",")}
    for place in TEACHER_PLACES:
        both = [*teacher_keys.bindings(True, place), *teacher_keys.bindings(False, place)]
        wanted = [key for deed in student.deeds_at(place, deeds=teacher_keys.DEEDS) for key in deed.keys]
        assert {key for key, _ in BindingsMap(both)} == {n for key in wanted for n in pressed(key).split(",")}


def test_no_screen_has_a_letter_that_means_something_else_as_a_capital() -> None:
    found = _classes()
    assert {StudentApp, TeacherApp, ContactsScreen} <= {*found}
    for one in found:
        actions = _actions(one)
        for key, does in actions.items():
            letter = key.rpartition("+")[2]
            if len(letter) == 1 and letter.islower() and "shift" not in key:
                assert [actions.get(name) for name in pressed(key).split(",")] == [does] * 3, (one, key)


async def test_capitals_act_on_the_console() -> None:
    async with Classroom() as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await start(app, pilot)
        await pilot.press("P")
        await seen(app, "PAUSED: no student can write")
        await pilot.press("shift+p")
        await seen(app, "RUNNING")
        await pilot.press("alt+shift+l")
        await seen(app, "DOOR LOCKED")


async def test_capitals_act_on_the_screens_of_a_student() -> None:
    stage = Stage()
    stage.start()
    stage.link.answers = True
    async with stage.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("alt+K")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ContactsScreen)
        await pilot.press("W")
        await settle(pilot)
        assert isinstance(pilot.app.screen, OnlineScreen)
        assert pilot.app.screen.room.startswith("private:")
