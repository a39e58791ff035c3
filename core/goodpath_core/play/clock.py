"""The world clock: what time it is in GoodPath, and how much of the phase is left."""

from math import ceil

from goodpath_core.play.phase_now import Clock
from goodpath_core.play.state import World
from goodpath_core.scenario.durations import DAY_S

LAST_S = 10
"""So many seconds of play before its end a phase is about to end: what was begun for a page is saved now.

As long it may be saved by who was called away from the phone.
"""


def played_ms(clock: Clock, wall_ms: int) -> int:
    """Milliseconds of play in this phase, pauses left out.

    However late somebody asks, a phase has ended with its last second: nothing is played beyond it.
    """
    played = clock.played_ms + (max(0, wall_ms - clock.since_ms) if clock.running else 0)
    return played if clock.ends_ms is None else min(played, clock.ends_ms)


def all_played_ms(clock: Clock, wall_ms: int) -> int:
    """Milliseconds of play in all phases so far, pauses left out."""
    return clock.before_ms + played_ms(clock, wall_ms)


def world_s(clock: Clock, wall_ms: int) -> int:
    """World time in seconds since midnight of the first day."""
    return clock.world_from + int(played_ms(clock, wall_ms) * clock.speed / 1000)


def played_until(clock: Clock, second: int) -> int:
    """Milliseconds of play after which the world clock shows a second of this phase."""
    seconds = second - clock.world_from
    played = ceil(seconds * 1000 / clock.speed)
    # Dividing and multiplying again may fall short of the second by the last binary digit.
    return played + (int(played * clock.speed / 1000) < seconds)


def stop(clock: Clock, wall_ms: int) -> None:
    """Let the clock stand still from now on."""
    clock.played_ms = played_ms(clock, wall_ms)
    clock.running = False


def end_with(world: World, seconds: int, wall_ms: int) -> None:
    """Let the phase be so many seconds of play long; what was played by now stays what it is.

    Without that a phase that is made longer after its end would go on from where it was noticed.
    """
    clock = world.clock
    clock.played_ms, clock.since_ms = played_ms(clock, wall_ms), wall_ms
    world.phase.seconds, clock.ends_ms = seconds, seconds * 1000


def seconds_left(world: World, wall_ms: int) -> int:
    """Seconds of play left in this phase; 0 when it is over."""
    return max(0, world.phase.seconds - played_ms(world.clock, wall_ms) // 1000)


def length_words(seconds: int) -> str:
    """A length of world time: `2 h 05 min`, `7 min`, `40 s`; `0 min` is for nothing at all."""
    minutes = seconds // 60
    if 0 < seconds < 60:
        return f"{seconds} s"
    return f"{minutes // 60} h {minutes % 60:02d} min" if minutes >= 60 else f"{minutes} min"


def clock_face(seconds: int) -> str:
    """World time as on a phone: `19:42`."""
    return f"{seconds % DAY_S // 3600:02d}:{seconds % 3600 // 60:02d}"
