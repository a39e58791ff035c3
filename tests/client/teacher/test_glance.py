"""One line sums up the class, tells no more than its table, and gives up what matters least."""

from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from goodpath_client.teacher.glance import Glance, counts
from goodpath_client.teacher.seat_rows import SeatRow, fit_for_the_wall

ANA = SeatRow(1, "1", "Ana", "Pan Yuting", "City", "phone", "here", "posted", "now")
ROWS = [
    ANA,
    replace(ANA, number=2, place="room", page=False),
    replace(ANA, number=3, place="shift", state="quiet", calm="quiet"),
    replace(ANA, number=4, state="gone", calm="gone"),
    replace(ANA, number=5, state="STOP gone", calm="gone"),
    replace(ANA, number=6, persona="choosing", place=""),
    replace(ANA, number=7, persona="watching", place="", state="quiet", calm="quiet"),
]
WHOLE = (
    " 1 STOP   3 here   1 gone   1 quiet    phone 3  room 1  shift 1   no page 1  no persona 1  watching 1"
)


def words(rows: list[SeatRow], stage: str = "playing") -> list[str]:
    return [one.words.strip() for one in counts(rows, stage)]


def test_states_come_first_then_places_then_what_is_missing() -> None:
    assert words(ROWS) == [
        *("1 STOP", "3 here", "1 gone", "1 quiet", "phone 3", "room 1", "shift 1"),
        *("no page 1", "no persona 1", "watching 1"),
    ]
    assert words([]) == []


def test_on_the_wall_nobody_has_asked_to_stop() -> None:
    assert words([fit_for_the_wall(row) for row in ROWS])[:3] == ["3 here", "2 gone", "1 quiet"]


def test_who_still_reads_the_briefing_is_counted_apart() -> None:
    assert words([replace(ANA, state="briefing", place=""), ANA]) == ["1 here", "1 briefing", "phone 1"]


def test_after_play_nobody_lacks_a_persona() -> None:
    assert words([replace(ANA, persona="choosing", place="")], "debrief") == ["1 here"]


class GlanceApp(App[None]):
    """The line alone."""

    def compose(self) -> ComposeResult:
        yield Glance()


@pytest.mark.parametrize(
    ("columns", "shown"),
    [(120, WHOLE), (80, WHOLE.partition("  no persona")[0]), (40, WHOLE[:36]), (34, WHOLE[:26])],
)
async def test_what_has_no_room_goes_from_the_end(columns: int, shown: str) -> None:
    async with GlanceApp().run_test(size=(columns, 3)) as pilot:
        glance = pilot.app.query_one(Glance)
        glance.show(ROWS, "playing")
        await pilot.pause()
        assert glance.render().plain.rstrip() == shown.rstrip()
        glance.show([], "playing")
        assert not glance.display
