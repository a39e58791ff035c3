"""What refusing a hostile scenario file costs: the worst of all that we know."""

import time
from collections.abc import Collection

from bench.hostile_yaml import BOMBS, TAGS
from goodpath_core.errors import ScenarioProblems
from goodpath_core.scenario.reader import read

TRIES = 5
"""The quickest counts: what else runs on the machine is not the file's fault."""


def measure(tries: int = TRIES) -> dict[str, float]:
    """CPU milliseconds of the dearest refusal, and how many `bombs` there are.

    `max_ms` is the quickest of some tries, `first_ms` the first, as a server meets it that has just started.
    """
    texts = [bomb.text for bomb in (*BOMBS.values(), *TAGS.values())]
    costs = [[refuse(text) for _ in range(tries)] for text in texts]
    return {
        "max_ms": round(max(map(min, costs)) * 1_000, 1),
        "first_ms": round(max(first for first, *_ in costs) * 1_000, 1),
        "bombs": len(texts),
    }


def refuse(text: str, pictures: Collection[str] = ()) -> float:
    """CPU seconds until the text is refused; ValueError if it is not."""
    began = time.process_time()
    try:
        read(text, key="bomb", pictures=pictures)
    except ScenarioProblems:
        return time.process_time() - began
    raise ValueError("a hostile file was read as a scenario")
