"""Keep Python's collector of dead objects from looking where there are none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_OBJECTS = 10_000
"""After so many new objects it looks; with its own default it halts a class, and a screen, too often."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """What is read from a log, or imported, is all kept: looking through it then or later only costs time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(NEW_OBJECTS)
        gc.enable()


def spare_the_collector() -> None:
    """What is alive by now lives as long as the process; looking through it again would halt everybody."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
