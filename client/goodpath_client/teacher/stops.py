"""Say on top of every screen of the teacher who asks to stop, and answer after a question that names who."""

from typing import TYPE_CHECKING, Final

from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.seat_rows import STOP, name_whoever, open_seats, span
from goodpath_core.play.safety import AnswerStop

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp

_HIDDEN: Final = "This may be on the wall: {way} and shows who asks; then F9 answers."
_LONG_MS: Final = 10_000
"""Milliseconds from which it is said how long somebody waits."""


def stop_words(app: "TeacherApp") -> tuple[str, str]:
    """Who asks to stop, and how many if several do; without names while the screen may be on a wall."""
    waiting = _waiting(app)
    if not waiting:
        return "", ""
    if way := _way_off_the_wall(app):
        return f"{STOP} wanted ({len(waiting)}). {way} and shows by whom.", ""
    names = ", ".join(_who(app, number) for number in waiting)
    return f"{STOP} wanted by {names}. Go there, then F9 answers.", _how_long(app, waiting)


def _how_long(app: "TeacherApp", waiting: list[int]) -> str:
    """How many wait where several do, and how long the first has; nothing of a moment."""
    store = app.store
    first_ms = store.shown_ms(app.now()) - store.world.seats[waiting[0]].stopped_ms
    many = f"{len(waiting)} wait" if len(waiting) > 1 else ""
    if first_ms < _LONG_MS:
        return many
    return f"{many}, the first {span(first_ms)}" if many else f"waits {span(first_ms)}"


def _who(app: "TeacherApp", number: int) -> str:
    left = "" if app.store.world.seats[number].here else " (has left)"
    return f"{name_whoever(app.store, app.known, number)}{left}"


def answer(app: "TeacherApp") -> None:
    """Answer the chosen seat's stop signal, else the oldest, after one more key that says whose."""
    waiting = _waiting(app)
    if not waiting:
        app.say("Nobody has given a stop signal.")
    elif way := _way_off_the_wall(app):
        app.say(_HIDDEN.format(way=way), severe=True)
    else:
        chosen = app.desk.led_to_seat
        _ask(app, chosen if chosen in waiting else waiting[0], waiting)


def _ask(app: "TeacherApp", seat: int, waiting: list[int]) -> None:
    others = ", ".join(name_whoever(app.store, app.known, one) for one in waiting if one != seat)
    more = f" Still to be answered then: {others}." if others else ""
    who = name_whoever(app.store, app.known, seat)
    words = f"Do you take care of {who}? They are told that you have seen the signal.{more}"
    app.ask(ConfirmScreen(words, "I take care of it", destroys=True), lambda sure: _answer(app, seat, sure))


def _answer(app: "TeacherApp", seat: int, sure: bool | None) -> None:
    """Another console may have answered while the question stood there."""
    if sure and seat not in _waiting(app):
        app.say("That signal has just been answered at another console.")
    elif sure:
        app.do(AnswerStop(seat=seat))


def _waiting(app: "TeacherApp") -> list[int]:
    """Numbers of the seats whose signal has not been answered, who waits longest first."""
    waiting = [seat for seat in open_seats(app.store) if seat.stopped_ms]
    return [seat.number for seat in sorted(waiting, key=lambda seat: seat.stopped_ms)]


def _way_off_the_wall(app: "TeacherApp") -> str:
    """What takes the screen on top out of a class's sight; empty where it is not shown to one."""
    top = next((one for one in reversed(app.screen_stack) if isinstance(one, Desk)), None)
    return top.way_off_the_wall if top is not None else ""
