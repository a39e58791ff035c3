"""Says which hours the bars count, what they leave out, and when they show a timetable instead of choices."""

from collections.abc import Sequence

from goodpath_core.play.hours import NIGHT_WORK, counted_words, hides_deep_night, unplayed_spans
from goodpath_core.play.phase_now import Clock
from goodpath_core.play.places import PLACES
from goodpath_review.bars import Part
from goodpath_review.lives import Stay

TOLD = "What somebody did then is in no bar; the words about their room and their work tell it"
EQUAL = (
    "All these bars are equal: they show the timetable of the scenario, which was the same for everybody, "
    "and not what each of them chose."
)


def bar_words(clock: Clock) -> str:
    """Which hours were counted and which were not, and where it stands what was done in those."""
    night = f": {NIGHT_WORK}" if hides_deep_night(clock) else ""
    told = f" {TOLD}{night}." if unplayed_spans(clock) else ""
    return counted_words(clock) + told


def equal_words(bars: Sequence[Sequence[Part]], stays: Sequence[Sequence[Stay]]) -> str:
    """That bars show no choice, where there are several and all read the same; else empty.

    Also empty unless each life was in the same places in the same phases and could go to no other: who may
    choose and stays has chosen too, and two may have chosen differently and yet as long.
    """
    if len(set(map(tuple, stays))) != 1 or not all(stay.place == stay.rule for stay in stays[0]):
        return ""
    read = {tuple(part.length for part in parts) for parts in bars}
    is_lived = any(part.seconds for parts in bars for part in parts if part.place in PLACES)
    return EQUAL if is_lived and len(bars) > 1 and len(read) == 1 else ""
