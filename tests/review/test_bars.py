"""The parts of a bar meet, fill what was lived, and compare lives on one scale."""

from goodpath_review.bars import WIDTH, bar


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
