"""What the state says of itself: the cell of a room, the face of a page."""

import pytest

from goodpath_core.play.state import Page, Room, Version


@pytest.mark.parametrize(
    ("identity", "kind", "cell"),
    [
        ("2/kitchen", "group", 2),
        ("0/fair", "town", 0),
        ("private:2/chunmei+2/yuting", "private", 2),
        ("private:npc:lele+2/yuting", "private", 0),
    ],
)
def test_a_room_belongs_to_its_cell_and_that_of_the_town_to_none(identity: str, kind: str, cell: int) -> None:
    assert Room(identity, kind, "", ()).cell == cell


def test_the_face_of_a_page_is_its_newest() -> None:
    assert Page("1/yuting", "", [Version(3, 0, "Rain"), Version(9, 60, "Snow")]).face == Version(
        9, 60, "Snow"
    )
