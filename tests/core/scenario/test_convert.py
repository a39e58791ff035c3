"""Keys that a scenario does not give are made, each like no other."""

from core.scenario.small import PICTURES, SMALL
from goodpath_core.scenario.reader import read
from goodpath_core.wire.limits import ANSWER_KEY_CHARACTERS


def test_phases_whose_names_make_no_key_get_keys_of_their_own_and_their_injects_too() -> None:
    """A key twice would let the second of two injects pass for one that has happened."""
    night = SMALL[SMALL.index("  - name: Evening") : SMALL.index("debrief:")]
    text = SMALL.replace("name: Evening", "name: 傍晚").replace(
        "debrief:\n",
        night.replace("name: Evening", "name: 夜").replace("12m", "4m").replace("day: 0", "day: 1")
        + "debrief:\n",
    )
    text = text.replace("minutes: 20", "minutes: 25").replace(
        "- at: 1m30s", "- key: phase-2\n        at: 1m30s", 1
    )
    first, second = read(text, key="small", pictures=PICTURES).phases

    assert (first.key, second.key) == ("phase", "phase-2")
    assert [inject.key for inject in (*first.injects, *second.injects)] == [
        "phase-2",
        "phase-2-2",
        "phase-2-1",
        "phase-2-2-2",
    ]


def test_signs_that_become_many_letters_make_no_endless_key() -> None:
    (phase,) = read(
        SMALL.replace("name: Evening", f"name: {80 * 'ﬃ'}"), key="small", pictures=PICTURES
    ).phases

    assert len(f"5@{phase.injects[1].key}") < ANSWER_KEY_CHARACTERS
