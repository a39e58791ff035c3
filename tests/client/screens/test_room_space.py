"""How the rows of the room's screen are shared, from plenty to next to none."""

import pytest

from goodpath_client.screens.room_space import Shares, Wanted, share

LIGHTS = Wanted(text=8, newest=2, fresh=3, heard=8, around=3, ways=3)


@pytest.mark.parametrize(
    ("rows", "shares"),
    [
        (22, Shares(8, True)),
        (19, Shares(5, True)),
        (14, Shares(3, True)),
        (13, Shares(2, True)),
        (12, Shares(3, False)),
        (10, Shares(2, False)),
        (9, Shares(2, False)),
        (4, Shares(1, False)),
        (1, Shares(0, False)),
        (0, Shares(0, False)),
        (-3, Shares(0, False)),
    ],
    ids=lambda one: f"{one} rows" if isinstance(one, int) else "",
)
def test_the_room_is_whole_before_anything_else_is(rows: int, shares: Shares) -> None:
    assert share(rows, LIGHTS) == shares


def test_where_nothing_was_heard_nothing_is_kept_for_it() -> None:
    assert share(9, LIGHTS._replace(newest=0, fresh=0, heard=0)) == Shares(0, False)


def test_many_new_lines_do_not_drive_out_a_room_that_fits() -> None:
    assert share(16, LIGHTS._replace(newest=9, fresh=20, heard=20)) == Shares(5, True)
