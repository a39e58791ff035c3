"""Seats for a load generator are told once they are stored, or never."""

from collections.abc import Sequence

import pytest
from goodpath.load_test import MOST_SEATS

from goodpath_core.errors import LogError, Refused
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By
from goodpath_core.scenario.crowd import crowd
from goodpath_core.scenario.opening import opening
from goodpath_core.wire.weight import must_travel
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry
from goodpath_server.storing import all_stored
from hall import Hall


class Full(MemoryLog):
    """A log that takes the opening of a session and nothing after it."""

    def append(self, entries: Sequence[Entry]) -> None:
        if list(self.records()):
            raise LogError("The disk is full.")
        super().append(entries)


@pytest.mark.parametrize("log", [MemoryLog({"session": "s1"}), Full({"session": "s1"})], ids=["free", "full"])
async def test_what_could_not_be_stored_is_said(log: MemoryLog) -> None:
    hall = Hall(log)
    await all_stored(hall.session)
    hall.session.command(StartWorld(), By("teacher", "teacher"))
    if isinstance(log, Full):
        with pytest.raises(LogError, match="The disk is full"):
            await all_stored(hall.session)
    else:
        await all_stored(hall.session)
        assert hall.session.stored.session.stage == "playing"
    await hall.close()


def test_the_largest_group_there_can_be_fits_what_can_be_told_of_it() -> None:
    must_travel(opening(crowd(MOST_SEATS), 1))
    with pytest.raises(Refused, match="more than can be told at once"):
        must_travel(opening(crowd(2 * MOST_SEATS), 1))
