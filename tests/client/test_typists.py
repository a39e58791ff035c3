"""Who types shows for six seconds, in the room where it happens, or until the line has come."""

from goodpath_client.typists import Typists


def test_typing_holds_for_six_seconds_in_its_own_room() -> None:
    typists = Typists()
    typists.note("1/line3", "1/ming", 1_000)
    assert typists.in_room("1/line3", 6_999) == ["1/ming"]
    assert typists.in_room("1/line3", 7_000) == []
    assert typists.in_room("1/town", 2_000) == []


def test_a_line_that_came_ends_the_typing_of_its_voice_alone() -> None:
    typists = Typists()
    typists.note("1/line3", "1/ming", 1_000)
    typists.note("1/line3", "1/haibo", 1_000)
    typists.end("1/line3", "1/ming")
    assert typists.in_room("1/line3", 2_000) == ["1/haibo"]


def test_a_line_of_somebody_who_was_not_seen_typing_changes_nothing() -> None:
    typists = Typists()
    typists.end("1/line3", "1/ming")
    assert typists.in_room("1/line3", 0) == []
