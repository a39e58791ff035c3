"""The chat that was open last is found again by session and seat; what cannot be kept breaks nothing."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.last_room import LastRooms


def test_another_run_finds_the_chat_of_its_seat(tmp_path: Path) -> None:
    LastRooms(tmp_path / "state" / "rooms.json").keep("s1", 3, "private:1/jun+1/yuting")
    again = LastRooms(tmp_path / "state" / "rooms.json")

    assert again.find("s1", 3) == "private:1/jun+1/yuting"
    assert (again.find("s1", 4), again.find("s2", 3)) == ("", "")
    assert (tmp_path / "state" / "rooms.json").stat().st_mode & 0o777 == 0o600


def test_only_the_newest_seats_are_remembered(tmp_path: Path) -> None:
    rooms = LastRooms(tmp_path / "rooms.json")
    for seat in range(SEATS_MAX + 1):
        rooms.keep("s1", seat, "1/line3")

    assert [bool(rooms.find("s1", seat)) for seat in (0, 1, SEATS_MAX)] == [False, True, True]


def test_what_cannot_be_read_or_written_is_as_if_nothing_was_remembered(tmp_path: Path) -> None:
    (tmp_path / "rooms.json").write_text("[1", "utf-8")
    (tmp_path / "file").write_text("")
    nowhere = LastRooms(tmp_path / "file" / "rooms.json")
    nowhere.keep("s1", 1, "1/line3")

    assert LastRooms(tmp_path / "rooms.json").find("s1", 1) == ""
    assert nowhere.find("s1", 1) == LastRooms(None).find("s1", 1) == ""


def test_of_seats_that_open_their_chats_at_once_none_is_forgotten(tmp_path: Path) -> None:
    seats = range(1, 5)

    def open_room(seat: int) -> None:
        for number in range(10):
            LastRooms(tmp_path / "rooms.json").keep("s1", seat, f"1/{number}")

    with ThreadPoolExecutor(len(seats)) as clients:
        list(clients.map(open_room, seats))
    found = LastRooms(tmp_path / "rooms.json")
    assert [found.find("s1", seat) for seat in seats] == ["1/9"] * len(seats)
