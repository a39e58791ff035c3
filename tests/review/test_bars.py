"""The parts of a bar meet, fill what was lived, and compare lives on one scale."""

from goodpath_review.bars import APART, WIDTH, bar


def spans(lived: dict[str, int], full: int = 0) -> list[tuple[str, int, int]]:
    """Each part with where it begins and ends."""
    return [(part.place, part.x, part.x + part.width) for part in bar(lived, full)]


def test_a_bar_is_filled_in_one_order_whatever_order_the_seconds_come_in() -> None:
    assert spans({"shift": 50, "phone": 30, "room": 20}) == [
        ("room", 0, 200),
        ("phone", 200, 500),
        ("shift", 500, WIDTH),
    ]


def test_parts_that_do_not_divide_evenly_leave_no_gap_and_do_not_stick_out() -> None:
    assert spans({"room": 1, "phone": 1, "shift": 1}) == [
        ("room", 0, 333),
        ("phone", 333, 666),
        ("shift", 666, WIDTH),
    ]


def test_a_shorter_life_fills_its_share_of_the_longest() -> None:
    assert spans({"room": 20, "phone": 30}, full=200) == [
        ("room", 0, 100),
        ("phone", 100, 250),
        ("shift", 250, 250),
    ]


def test_a_scale_that_is_too_short_is_passed_over() -> None:
    assert spans({"room": 50, "phone": 50}, full=10)[1] == ("phone", 500, WIDTH)


def test_where_nobody_lived_yet_there_are_three_empty_parts() -> None:
    assert [(part.word, part.length, part.width) for part in bar({})] == [
        ("room", "0 min", 0),
        ("phone", "0 min", 0),
        ("line", "0 min", 0),
    ]


def test_a_part_says_its_seconds_also_as_people_say_them() -> None:
    (_, phone, _) = bar({"phone": 3 * 3600 + 5 * 60})

    assert (phone.seconds, phone.length) == (11_100, "3 h 05 min")


def test_what_was_not_played_stands_last_and_apart_and_takes_from_no_place() -> None:
    parts = bar({"room": 30, "phone": 30, "shift": 20}, unplayed=20)
    shift, unplayed = parts[2:]

    assert [(part.place, part.seconds) for part in parts[:3]] == [("room", 30), ("phone", 30), ("shift", 20)]
    assert (unplayed.place, unplayed.word, unplayed.seconds) == ("unplayed", "not played", 20)
    assert unplayed.x + unplayed.width == WIDTH
    assert unplayed.x - (shift.x + shift.width) >= APART
    assert unplayed.width == 20 * (WIDTH - APART) // 100


def test_what_was_not_played_ends_every_bar_of_one_scale_alike() -> None:
    short, long = bar({"room": 10}, 120, unplayed=20)[-1], bar({"phone": 100}, 120, unplayed=20)[-1]

    assert short == long


def test_a_minute_that_was_not_played_is_seen_beside_a_long_life() -> None:
    assert bar({"room": 400_000}, unplayed=60)[-1].width == 1


def test_a_bar_in_which_all_was_played_has_no_such_part() -> None:
    assert [part.place for part in bar({"room": 10}, unplayed=0)] == ["room", "phone", "shift"]
