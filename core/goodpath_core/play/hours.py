"""The hours between phases that were not played: which they are, and how that is said.

1. No second of them is lived at any place.
2. What a persona did then is told by the words about its room and work, and by nothing that is counted.
"""

from goodpath_core.play.clock import clock_face
from goodpath_core.play.phase_now import Clock
from goodpath_core.scenario.durations import DAY_S

LEAST_S = 60
"""World seconds from which a time that was not played is told: a clock without seconds shows no less."""
DEEP_NIGHT_S = 3 * 3600
"""A second of each day at which whoever works nights is at work, and the others sleep."""
ALL_PLAYED = "Only the hours that were played are counted; between them none was left out."
NIGHT_WORK = "who works nights worked then"
"""What the deep night hides, where it was not played."""

Span = tuple[int, int]
"""World seconds: from the one, up to the other."""


def leave_out(clock: Clock, until: int, world_from: int) -> None:
    """Keep in `Clock.unplayed` that nobody plays from world second `until` to `world_from`.

    What follows another such time without a second of play between goes on with it."""
    if world_from > until:
        *before, last = clock.unplayed or ((until, until),)
        is_one = last[1] == until
        clock.unplayed = (*before, (last[0], world_from)) if is_one else (*before, last, (until, world_from))


def unplayed_spans(clock: Clock) -> tuple[Span, ...]:
    """The times between phases that were not played, in order, without those of a few seconds."""
    return tuple(span for span in clock.unplayed if span[1] - span[0] >= LEAST_S)


def unplayed_seconds(clock: Clock) -> int:
    """World seconds of all that `unplayed_spans` tells of."""
    return sum(until - since for since, until in unplayed_spans(clock))


def unplayed_words(clock: Clock) -> str:
    """Those times: `22:00 to 08:00 and 20:00 to 20:15`; empty for none."""
    *before, last = [_span_words(*span) for span in unplayed_spans(clock)] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def hides_deep_night(clock: Clock) -> bool:
    """Whether a deep night lies between phases: then whoever works nights is not seen at work."""
    return any(
        (until - DEEP_NIGHT_S) // DAY_S > (since - DEEP_NIGHT_S) // DAY_S
        for since, until in unplayed_spans(clock)
    )


def counted_words(clock: Clock) -> str:
    """Which hours are counted as lived, and which are not, in one sentence or two."""
    words = unplayed_words(clock)
    return f"Only the hours that were played are counted. Not played: {words}." if words else ALL_PLAYED


def _span_words(since: int, until: int) -> str:
    days = until // DAY_S - since // DAY_S if until - since >= DAY_S else 0
    later = f" {'a day' if days == 1 else f'{days} days'} later" if days else ""
    return f"{clock_face(since)} to {clock_face(until)}{later}"
