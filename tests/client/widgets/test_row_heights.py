"""Running sums always agree with plain addition, whatever is changed in whatever order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_client.widgets.row_heights import RowHeights

changes = st.lists(st.tuples(st.sampled_from("xirt"), st.integers(0, 50), st.integers(1, 9)), max_size=40)


@given(changes)
@settings(max_examples=200, deadline=None)
def test_tops_and_places_agree_with_addition(steps: list[tuple[str, int, int]]) -> None:
    heights, plain = RowHeights(), list[int]()
    for kind, at, height in steps:
        place = at % (len(plain) + 1)
        if kind == "x":
            heights.extend([height])
            plain.append(height)
        elif kind == "i":
            heights.insert(place, [height, 1])
            plain[place:place] = [height, 1]
        elif plain and kind == "r":
            heights.replace(at % len(plain), height)
            plain[at % len(plain)] = height
        elif plain:
            heights.remove((at % len(plain),))
            del plain[at % len(plain)]
        assert heights.top(place % (len(plain) + 1)) == sum(plain[: place % (len(plain) + 1)])
    assert heights.total == sum(plain)
    owners = [row for row, height in enumerate(plain) for _ in range(height)]
    assert [heights.find(line) for line in range(heights.total)] == owners
    assert heights.find(heights.total) == len(plain)


def test_cleared_heights_are_empty() -> None:
    heights = RowHeights()
    heights.extend([1, 2])
    assert heights.total == 3
    heights.clear()
    assert (len(heights), heights.total, heights.find(0)) == (0, 0, 0)
