"""What must hold before a command is considered: one named gate per rule."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from goodpath_core.errors import Refused
from goodpath_core.play.clock import LAST_S, seconds_left, world_s
from goodpath_core.play.event import By, Now
from goodpath_core.play.refusals import on_shift
from goodpath_core.play.state import World
from goodpath_core.play.turns import role_of

START_FIRST = "The world has not started yet; start it first."
"""What a teacher is told who wants of the lobby what only a world that has started can do."""
NO_PHONE = "There is no phone now; look at the room, it will pass."
"""Said, with the code `held_in_room`, to whoever wants a phone where the phase or the script forbids it."""
_CLOCKS_DIFFER_S: Final = 2
"""So much earlier than the server a client may believe that a phase is about to end."""


def must_still_play(by: By) -> None:
    """Refuse what was asked as a persona that the seat no longer plays: it would show as another's."""
    if by.asked_as not in ("", by.persona):
        raise Refused(
            "other_persona",
            "You did that as somebody you no longer play, so it did not happen; do it anew if it still fits.",
        )


def _persona(world: World, by: By, now: Now) -> None:
    must_still_play(by)
    if not by.persona:
        raise Refused("no_persona", "Take a persona first: you are not playing anybody yet.")


def _role(world: World, by: By, now: Now) -> None:
    """Whoever has played somebody has a role to step out of, whoever plays that persona since."""
    role = role_of(world.seats.get(by.seat))
    must_still_play(by._replace(persona=role))
    if not role:
        raise Refused("no_role", "You watched, so there is no role to step out of.")


def _open(world: World, by: By, now: Now) -> None:
    if world.session.stage == "ended":
        raise Refused("ended", "The session is over; nothing can be added.")


def _started(world: World, by: By, now: Now) -> None:
    _open(world, by, now)
    if world.session.stage != "lobby":
        return
    if by.role == "teacher":
        raise Refused("not_started", START_FIRST)
    raise Refused("not_started", "The world has not started yet; wait for the teacher.")


def _running(world: World, by: By, now: Now) -> None:
    _started(world, by, now)
    if not world.session.paused:
        return
    if by.role == "teacher":
        raise Refused("paused", "The world is paused; let it go on first.")
    raise Refused("paused", "The world is paused; go on when the teacher resumes it.")


def _heard(world: World, by: By, now: Now) -> None:
    """A teacher pauses to be listened to: for nobody else does the pause open."""
    if by.role == "teacher":
        _started(world, by, now)
    else:
        _running(world, by, now)


def _playing(world: World, by: By, now: Now) -> None:
    _running(world, by, now)
    if world.session.stage == "debrief":
        raise Refused("debrief", "Play is over: phones are dark and the debrief has begun.")


def _phone(world: World, by: By, now: Now) -> None:
    person = world.persons[by.persona]
    if person.place == "shift":
        raise on_shift()
    if person.place == "room" and person.rule == "room":
        raise Refused("held_in_room", NO_PHONE)
    if person.place == "room":
        raise Refused("phone_down", "Your phone is down; pick it up first.")


def _phone_lately(world: World, by: By, now: Now) -> None:
    """Whoever was called away from the phone a moment ago may finish what they had begun on it.

    As a phase ends everybody may: what was begun there goes on the page, wherever its owner is by then.
    """
    if seconds_left(world, now.wall_ms) <= LAST_S + _CLOCKS_DIFFER_S:
        return
    clock, called = world.clock, world.persons[by.persona].called
    if called < 0 or world_s(clock, now.wall_ms) - called > LAST_S * clock.speed:
        _phone(world, by, now)


def _offline(world: World, by: By, now: Now) -> None:
    if world.persons[by.persona].place == "phone":
        raise Refused("on_phone", "You are looking at your phone; put it down first.")


def _room(world: World, by: By, now: Now) -> None:
    _offline(world, by, now)
    if world.persons[by.persona].place == "shift":
        raise on_shift()


def _battery(world: World, by: By, now: Now) -> None:
    phone = world.persons[by.persona].phone
    if phone is None or not phone.drains:
        raise Refused("no_battery", "Batteries do not run down in this scenario, so nothing is plugged in.")


def _chat(world: World, by: By, now: Now) -> None:
    if not world.phase.allow.chat:
        raise Refused("chat_closed", "Chat is closed in this phase.")


def _page(world: World, by: By, now: Now) -> None:
    if not world.phase.allow.page:
        raise Refused("page_closed", "Your page cannot be changed in this phase.")


def _visit(world: World, by: By, now: Now) -> None:
    if not world.phase.allow.visit:
        raise Refused(
            "pages_closed",
            "Pages are closed to visits, likes and comments in this phase; what is posted can be read.",
        )


def _debrief(world: World, by: By, now: Now) -> None:
    _open(world, by, now)
    if world.session.stage != "debrief":
        raise Refused("not_debrief", "This belongs to the debrief, which has not begun.")


Gate = Callable[[World, By, Now], None]
"""Raises Refused, or returns."""
GATES: Mapping[str, Gate] = MappingProxyType(
    {
        "persona": _persona,
        "role": _role,
        "open": _open,
        "running": _running,
        "heard": _heard,
        "playing": _playing,
        "phone": _phone,
        "phone_lately": _phone_lately,
        "offline": _offline,
        "room": _room,
        "battery": _battery,
        "chat": _chat,
        "page": _page,
        "visit": _visit,
        "debrief": _debrief,
    }
)
"""By name."""
