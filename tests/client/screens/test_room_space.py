"""How the rows of the room's screen are shared, from plenty to next to none."""

import pytest

from goodpath_client.screens.room_space import Shares, Wanted, share

LIGHTS = Wanted(text=8, newest=2, fresh=3, heard=8, near=(1, 3), ways=(1, 2, 3, 4))


@pytest.mark.parametrize(
    ("rows", "shares"),
    [
        (23, Shares(8, 8, 1, 3)),
        (19, Shares(8, 4, 1, 3)),
        (16, Shares(8, 3, 0, 3)),
        (15, Shares(8, 2, 0, 3)),
        (14, Shares(8, 2, 0, 2)),
        (13, Shares(8, 2, 0, 1)),
        (12, Shares(8, 2, 0, 0)),
        (11, Shares(7, 2, 0, 0)),
        (10, Shares(6, 2, 0, 0)),
        (9, Shares(6, 2, -1, 0)),
        (8, Shares(6, 2, -1, -1)),
        (4, Shares(3, 1, -1, -1)),
        (1, Shares(1, 0, -1, -1)),
        (0, Shares(0, 0, -1, -1)),
        (-3, Shares(0, 0, -1, -1)),
    ],
    ids=lambda one: f"{one} rows" if isinstance(one, int) else "",
)
def test_who_is_here_and_why_there_is_no_phone_stand_before_the_end_of_the_room(
    rows: int, shares: Shares
) -> None:
    assert share(rows, LIGHTS) == shares


def test_where_nothing_was_heard_nothing_is_kept_for_it() -> None:
    assert share(10, LIGHTS._replace(newest=0, fresh=0, heard=0)) == Shares(8, 0, 0, 0)


@pytest.mark.parametrize(
    ("rows", "shares"),
    [(24, Shares(8, 5, 1, 3, True)), (22, Shares(8, 3, 1, 3, True)), (21, Shares(8, 6, 1, 3))],
)
def test_what_there_is_to_think_about_stands_whole_before_what_was_heard_earlier(
    rows: int, shares: Shares
) -> None:
    assert share(rows, LIGHTS._replace(prompts=4)) == shares


def test_many_new_lines_do_not_drive_out_a_room_that_fits() -> None:
    assert share(16, LIGHTS._replace(newest=9, fresh=20, heard=20)) == Shares(8, 4, 0, 2)
