"""Put the moment into words: day and time, what is left, what the phone still has."""

from goodpath_client.held_socket import keeps_socket
from goodpath_client.phone_left import phone_left
from goodpath_client.store import Store
from goodpath_core.days import day_and_month, day_name, world_date
from goodpath_core.play.clock import clock_face, seconds_left, world_s
from goodpath_core.scenario.durations import DAY_S


def world_now(store: Store, now_ms: int) -> int:
    """World time in seconds at the own time `now_ms`."""
    return world_s(store.world.clock, store.shown_ms(now_ms))


def day_and_time(store: Store, now_ms: int, short: bool = False) -> str:
    """Such as `Sunday 14 July 19:42`, or `Sun 19:42`."""
    seconds = world_now(store, now_ms)
    return f"{day_words(store, seconds, short)} {clock_face(seconds)}".strip()


def day_words(store: Store, world_seconds: int, short: bool = False) -> str:
    """Such as `Sunday 14 July`, or `Sun`; empty before the scenario has come."""
    if store.view is None:
        return ""
    day = world_date(store.view.date, world_seconds)
    return day_name(day)[:3] if short else f"{day_name(day)} {day_and_month(day)}"


def time_left(store: Store, now_ms: int) -> str:
    """Such as `6 min left` or `40 s left`; empty when nothing runs out."""
    if store.world.session.stage != "playing":
        return ""
    left = seconds_left(store.world, store.shown_ms(now_ms))
    if left > DAY_S:
        return ""
    return f"{left} s left" if left < 100 else f"{round(left / 60)} min left"


def phase_words(store: Store) -> str:
    """The name of the phase, or what is instead of one."""
    session = store.world.session
    waiting = {"lobby": "waiting for the teacher to start", "debrief": "debrief", "ended": "over"}
    return waiting.get(session.stage) or store.world.phase.name


def scarce(store: Store, now_ms: int) -> list[str]:
    """Battery, data and money, where the scenario counts them: `[##  ] 34%`, `12 MB`, `86 yuan`.

    Behind the battery of a plugged phone in the hand stands `, not charging`.
    """
    view, left = store.view, phone_left(store.world, store.my_person, world_now(store, now_ms))
    if left is None or view is None:
        return []
    rules = view.rules
    found = [
        (rules.battery, battery_sign(left.battery) + ", not charging" * keeps_socket(store)),
        (rules.data, f"{left.megabytes} MB"),
        (rules.money, f"{left.yuan} yuan"),
    ]
    return [words for counted, words in found if counted]


def battery_sign(percent: int) -> str:
    """A battery in signs of one cell each: `[##  ] 34%`."""
    full = max(0, min(4, round(percent / 25)))
    return f"[{'#' * full}{' ' * (4 - full)}] {percent}%"
