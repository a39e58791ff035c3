"""What is unread is right: it counts what others said, moves forward only, and says where to look next."""

from goodpath_client.unread import UnreadBook
from goodpath_core.play.state import Message

ME = "1/yuting"


def line(seq: int, voice: str = "1/ming", mentions: tuple[str, ...] = (), gone: str = "") -> Message:
    return Message(seq, 0, voice, "" if gone else f"Line {seq}.", mentions=mentions, gone=gone)


def book(**rooms: list[Message]) -> UnreadBook:
    return UnreadBook(
        lambda room: rooms.get(room.replace(":", "_"), []), lambda: ME, lambda one: one.voice == ME
    )


def test_twenty_lines_nobody_looked_at_are_twenty_unread_until_they_are_seen() -> None:
    unread = book(line3=[line(seq) for seq in range(1, 21)])
    assert (unread.count("line3"), unread.first("line3")) == (20, 1)
    unread.seen("line3", 20)
    assert (unread.count("line3"), unread.first("line3")) == (0, 0)


def test_own_lines_and_lines_that_are_gone_never_count() -> None:
    unread = book(line3=[line(1), line(2, ME), line(3, gone="taken back"), line(4, "seat 3")])
    assert unread.count("line3") == 2


def test_a_mark_moves_forward_only() -> None:
    unread = book(line3=[line(1), line(2), line(3)])
    unread.seen("line3", 2)
    unread.seen("line3", 1)
    assert (unread.read("line3"), unread.first("line3")) == (2, 3)


def test_mark_unread_from_here_brings_a_line_and_all_after_it_back() -> None:
    unread = book(line3=[line(1), line(2), line(3)])
    unread.seen("line3", 3)
    unread.mark_unread("line3", 2)
    assert (unread.count("line3"), unread.first("line3")) == (2, 2)


def test_lines_that_were_not_on_the_screen_stay_unread_whatever_was_seen_below_them() -> None:
    unread = book(line3=[line(seq) for seq in range(1, 61)])
    assert unread.see("line3", range(54, 61))
    assert (unread.count("line3"), unread.first("line3")) == (53, 1)
    assert not unread.see("line3", range(54, 61))
    unread.see("line3", range(1, 54))
    assert (unread.count("line3"), unread.read("line3")) == (0, 60)


def test_a_line_seen_alone_is_new_again_when_one_before_it_is_marked_unread() -> None:
    unread = book(line3=[line(1), line(2), line(3), line(4)])
    unread.see("line3", (2, 4))
    unread.mark_unread("line3", 3)
    assert (unread.count("line3"), unread.first("line3")) == (3, 1)


def test_mentions_are_counted_among_the_unread() -> None:
    unread = book(
        line3=[line(1, mentions=(ME,)), line(2, mentions=("1/ming",)), line(3, mentions=(ME, "1/jun"))]
    )
    assert unread.mentions("line3") == 2
    unread.seen("line3", 1)
    assert unread.mentions("line3") == 1


def test_the_next_room_is_one_with_a_mention_then_a_private_one_then_the_longest_wait() -> None:
    rooms = ["town", "line3", "private:a", "kitchen"]
    unread = book(
        town=[line(2)], line3=[line(1), line(9)], private_a=[line(7)], kitchen=[line(8, mentions=(ME,))]
    )
    order = []
    while room := unread.next_room(rooms):
        order.append(room)
        unread.seen(room, 9)
    assert order == ["kitchen", "private:a", "line3", "town"]


def test_the_room_one_is_in_is_not_the_next_one() -> None:
    unread = book(line3=[line(1)])
    assert unread.next_room(["line3"], current="line3") == ""
    assert unread.next_room(["line3"], current="kitchen") == "line3"
