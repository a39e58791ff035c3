"""Find what a screen or the app does for a deed: a row of its table, or a method of its own."""

from collections.abc import Callable
from functools import partial


def doing_of(place: object, action: str) -> Callable[[str], None] | None:
    """What `place` does for the deed of this action name; None if it is not possible there.

    A row of its table `DEEDS` takes the place and what follows the slash command; a method `deed_...` takes
    only the latter.
    """
    row = getattr(place, "DEEDS", {}).get(action)
    if row is not None:
        return partial(row, place)
    method: Callable[[str], None] | None = getattr(place, f"deed_{action}", None)
    return method
