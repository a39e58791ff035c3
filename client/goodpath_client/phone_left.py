"""What a phone still has, in the whole numbers that are shown: never more than there is."""

from typing import NamedTuple

from goodpath_core.play.phone import battery_at
from goodpath_core.play.state import Person, World

_KB_PER_MB = 1000


class PhoneLeft(NamedTuple):
    """What is left, rounded down: below 1 a battery is empty, and so it reads."""

    battery: int
    """Percent."""
    megabytes: int
    """Of the month's data."""
    yuan: int
    """On the card."""


def phone_left(world: World, person: Person | None, at: int) -> PhoneLeft | None:
    """What a persona's phone has at world second `at`; None for nobody, and for a phone that is not known."""
    phone = person.phone if person else None
    if person is None or phone is None:
        return None
    battery = int(battery_at(world, person, at))
    return PhoneLeft(battery, phone.data_kb // _KB_PER_MB, int(phone.balance_yuan))
