"""Pictures of an album and posts stand side by side where there is room, and what is said stays with them."""

import pytest

from goodpath_client.page_grid import lay_abreast
from goodpath_client.widgets.rows import Kind, Picture, Row, Spot


def pictures(count: int) -> list[Row]:
    return [
        Row(f"1/haibo#card:{at}#{at}", Kind.CARD, f"{at}.", picture=Picture(f"Picture {at}"))
        for at in range(1, count + 1)
    ]


def post(number: int, text: str = "Tonight nobody sleeps") -> Row:
    return Row(f"1/haibo#post:{number}#", speaker="Wave", time="19:40", text=text)


def said(seq: int) -> Row:
    return Row(f"word:{seq}", speaker="Swallow", text="^ Is it far?", inert=True)


def no_skin(owner: str) -> str:
    return ""


def spots(rows: list[Row]) -> list[Spot]:
    found = [row.spot for row in rows]
    assert None not in found
    return [spot for spot in found if spot]


@pytest.mark.parametrize(("cells", "abreast"), [(45, 2), (59, 3), (79, 3), (99, 3)])
def test_in_smaller_windows_all_pictures_are_equally_large(cells: int, abreast: int) -> None:
    found = spots(lay_abreast(pictures(6), cells, no_skin))
    assert sum(spot.left == 0 for spot in found) == 6 // abreast
    assert {(spot.wide, spot.high, spot.top) for spot in found} == {(cells // abreast, found[0].high, 0)}
    assert [bool(spot.band) for spot in found] == [at % abreast == abreast - 1 for at in range(6)]


@pytest.mark.parametrize(("cells", "beside"), [(119, 4), (159, 6)])
def test_in_a_wide_window_the_first_picture_is_twice_as_large(cells: int, beside: int) -> None:
    first, *others = spots(lay_abreast(pictures(10), cells, no_skin))
    assert (first.wide, first.high) == (2 * others[0].wide, 2 * others[0].high)
    assert [spot.band for spot in others[: beside - 1]] == [0] * (beside - 1)
    assert others[beside - 1].band == first.high
    assert all(spot.left >= first.wide for spot in others[:beside])
    assert others[beside].left == 0


def test_one_picture_alone_has_a_band_of_its_own() -> None:
    (only,) = spots(lay_abreast(pictures(1), 119, no_skin))
    assert only.band == only.high


def test_nothing_reaches_over_the_edge_of_the_list_or_over_anything_else() -> None:
    for cells in range(45, 201):
        rows = lay_abreast([*pictures(10), *(post(at, "x" * 9 * at) for at in range(14))], cells, no_skin)
        band: list[Spot] = []
        for spot in spots(rows):
            for other in band:
                aside = spot.left >= other.left + other.wide or other.left >= spot.left + spot.wide
                assert aside or spot.top >= other.top + other.high
            assert spot.left + spot.wide <= cells
            band.append(spot)
            if spot.band:
                assert max(one.top + one.high for one in band) <= spot.band
                band = []
        assert band == []


def test_what_was_said_under_a_picture_stands_below_its_band_and_names_it() -> None:
    first, *others = pictures(3)
    rows = lay_abreast([first, said(7), *others], 79, no_skin)
    assert [row.key for row in rows] == [first.key, *(row.key for row in others), "word:7"]
    answer = rows[-1]
    assert (answer.kind, answer.text) == (Kind.ANSWER, "Is it far?  (under “Picture 1”)")
    assert answer.spot == Spot(0, 79, 0, 1, 1)


def test_what_was_said_under_a_post_stands_in_its_card() -> None:
    rows = lay_abreast([post(1), said(7), post(2)], 119, no_skin)
    one, answer, two = spots(rows)
    assert [row.key for row in rows] == ["1/haibo#post:1#", "word:7", "1/haibo#post:2#"]
    assert (answer.left, answer.wide, answer.top) == (one.left, one.wide, one.high)
    assert two.left >= one.left + one.wide and two.top == 0


def test_a_post_goes_where_there_is_most_room() -> None:
    rows = lay_abreast([post(1, "long " * 80), post(2), post(3), post(4)], 119, no_skin)
    assert [spot.left > 0 for spot in spots(rows)] == [False, True, True, True]


def test_a_post_alone_has_the_whole_width() -> None:
    (only,) = spots(lay_abreast([post(1)], 159, no_skin))
    assert (only.left, only.wide) == (0, 159)


def test_in_a_very_narrow_list_all_stays_as_it_is() -> None:
    rows = [*pictures(2), said(7), post(3)]
    assert lay_abreast(rows, 44, no_skin) == rows


def test_every_row_wears_the_skin_of_whose_it_is() -> None:
    skins = {"1/haibo": "neon", "": "rose"}
    rows = lay_abreast([Row("d", Kind.DIVIDER, text="posts"), post(1), said(7)], 119, skins.__getitem__)
    assert [row.skin for row in rows] == ["rose", "neon", "neon"]


def test_words_that_answer_nothing_here_stand_alone() -> None:
    rows = lay_abreast([Row("about", Kind.DIVIDER, text="about the page"), said(7)], 119, no_skin)
    assert [(row.key, row.spot) for row in rows] == [("about", None), ("word:7", None)]
