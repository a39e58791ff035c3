"""Whoever has docs/wire.md alone folds what a server would tell them: the clock, lives, places and phones."""

from pathlib import Path
from typing import Any

import pytest

from docs.evenings import evening
from docs.plain_fold import PlainFold
from goodpath_core.play.seats import SeatChanged, SeatOpened
from goodpath_core.play.sight import Viewer, scope_of, sees, visible
from goodpath_core.wire.codec import event_blob, pack, unpack
from goodpath_core.wire.limits import ANSWER_BYTES, ANSWER_KEY_CHARACTERS
from goodpath_core.wire.values import world_value
from town import Town

pytestmark = pytest.mark.no_cover
PAGE = (Path(__file__).parents[2] / "docs" / "wire.md").read_text("utf-8")
TEACHER_S = 0
"""In place of a seat's number: the teacher has none."""


class Strangers:
    """A copy for each seat that is not closed, and one for the teacher."""

    def __init__(self, page: str) -> None:
        self._page = page
        self.copies = {TEACHER_S: PlainFold(page, {})}
        self._done = 0

    def follow(self, town: Town) -> None:
        """Tell each what it may see of what has happened; who has other eyes now asks for the state."""
        fresh, self._done = town.events[self._done :], len(town.events)
        anew = {event.fact.seat for event in fresh if isinstance(event.fact, SeatOpened | SeatChanged)}
        there = {TEACHER_S, *(seat.number for seat in town.world.seats.values() if not seat.closed)}
        self.copies = {seat: copy for seat, copy in self.copies.items() if seat in there - anew}
        for event in fresh:
            news = unpack(event_blob(event))
            for seat, copy in self.copies.items():
                if sees(town.world, eyes(town, seat), scope_of(event)):
                    copy.fold(news)
        self.copies |= {seat: PlainFold(self._page, asked(town, seat)) for seat in anew & there}

    def differing(self, town: Town) -> list[int]:
        """The seats whose copy is not what they would be told."""
        copies = self.copies.items()
        return [seat for seat, copy in copies if copy.world != copy.told(asked(town, seat))]


def eyes(town: Town, seat: int) -> Viewer:
    found = town.world.seats.get(seat)
    return Viewer(found.role, seat, found.cell, found.persona) if found else Viewer("teacher")


def asked(town: Town, seat: int) -> Any:
    """The answer to `ask state`."""
    answer = pack(world_value(visible(town.world, eyes(town, seat))))
    return unpack(answer, ANSWER_BYTES, ANSWER_KEY_CHARACTERS)


@pytest.mark.parametrize("seed", range(3))
def test_the_page_is_enough_to_fold_the_clock_lives_places_and_phones(seed: int) -> None:
    strangers, wrong = Strangers(PAGE), list[int]()

    def follow(town: Town) -> None:
        strangers.follow(town)
        wrong.extend(strangers.differing(town) if len(town.events) % 5 == 0 else ())

    town = evening(seed, follow)

    assert wrong == []
    assert len(strangers.copies) > 5
    assert any(one.phone and one.phone.battery < 49 for one in town.world.persons.values())


def test_with_another_rate_on_the_page_the_copies_would_differ() -> None:
    strangers = Strangers(PAGE.replace("| 1/240 |", "| 1/241 |"))
    town = evening(0, strangers.follow)

    assert TEACHER_S in strangers.differing(town)
