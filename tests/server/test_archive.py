"""What is kept ready for those who come in or come back."""

from goodpath_core.play.event import Event, Fact
from goodpath_core.play.messages import MessageHidden, MessagePosted, MessageTakenBack, NoticeSet
from goodpath_core.play.posts import PostPublished, PostRemoved
from goodpath_core.play.safety import AsideSpoken
from goodpath_core.wire.codec import decode_server, unpack
from goodpath_core.wire.frames import History
from goodpath_server.archive import KEPT, Archive, kept_of
from hall import payloads

ROOM = "1/line3"


def add(archive: Archive, seq: int, fact: Fact) -> None:
    event = Event(seq, 1_000, 64_800, 0, 1, "phone", "seat:1", "1/yuting", ROOM, "room", fact)
    archive.add(event, kept_of(event))


def told(archive: Archive, lines: int = 50) -> list[tuple[int, str, object]]:
    """Number, kind and text of what a room's history says."""
    frames = [decode_server(payload) for payload in payloads(archive.history(ROOM, lines))]
    events = [event for frame in frames if isinstance(frame, History) for event in frame.events]
    return [(event[0], event[3], event[8].get("text")) for event in events]


def test_everything_after_a_number_comes_again() -> None:
    archive = Archive()
    for seq in range(1, 6):
        add(archive, seq, MessagePosted(text=f"line {seq}"))
    assert [kept.seq for kept in archive.after(3)] == [4, 5]
    assert [kept.seq for kept in archive.after(5)] == []
    assert [kept.seq for kept in Archive().after(0)] == []


def test_only_so_many_events_are_kept_and_it_says_how_far_back_it_reaches() -> None:
    archive = Archive()
    for seq in range(1, KEPT + 11):
        add(archive, seq, MessageTakenBack(message=0))
    assert [archive.reaches(seq) for seq in (9, 10, KEPT + 10)] == [False, True, True]
    assert next(archive.after(10)).seq == 11


def test_a_rooms_history_is_its_newest_lines() -> None:
    archive = Archive()
    for seq in range(1, 61):
        add(archive, seq, MessagePosted(text=f"line {seq}"))
    assert told(archive) == [(seq, "message.posted", f"line {seq}") for seq in range(11, 61)]
    assert [seq for seq, _, _ in told(archive, 2)] == [59, 60]
    assert told(archive, 0) == []


def test_the_numbers_of_a_rooms_lines_are_known_as_far_back_as_it_goes() -> None:
    archive = Archive()
    for seq in range(1, 101):
        add(archive, seq, MessagePosted(text=f"line {seq}") if seq % 2 else MessageTakenBack(message=0))
    assert list(archive.numbers(ROOM, 99, 3)) == [93, 95, 97]
    assert list(archive.numbers(ROOM, 10**12, 200)) == list(range(1, 101, 2))
    assert list(archive.numbers("nowhere", 99, 3)) == []


def test_the_words_of_a_line_that_is_gone_are_sent_to_nobody_any_more() -> None:
    archive = Archive()
    facts: list[Fact] = [
        MessagePosted(text="secret", mentions=("1/ming",)),
        NoticeSet(text="secret"),
        AsideSpoken(text="secret", label="seat 1"),
        MessagePosted(text="stays"),
    ]
    for seq, fact in enumerate(facts, 1):
        add(archive, seq, fact)
    assert len(told(archive)) == 4
    add(archive, 5, MessageTakenBack(message=1))
    add(archive, 6, MessageHidden(message=2))
    add(archive, 7, MessageHidden(message=3))
    everything = [kept.blob for kept in archive.after(0)] + [archive.history(ROOM, 50)]
    assert all(b"secret" not in blob for blob in everything)
    assert b"1/ming" not in everything[0]
    assert unpack(everything[2])[8] == {"text": "", "label": "seat 1"}


def test_the_words_and_pictures_of_a_post_that_was_taken_down_are_sent_to_nobody_any_more() -> None:
    archive = Archive()
    add(archive, 1, PostPublished(text="secret", cards=("lamp",)))
    add(archive, 2, PostRemoved(post=1))
    blobs = [kept.blob for kept in archive.after(0)]
    assert [b"secret" in blob or b"lamp" in blob for blob in blobs] == [False, False]


def test_history_says_how_lines_went_that_are_gone() -> None:
    archive = Archive()
    add(archive, 1, MessagePosted(text="secret"))
    add(archive, 2, MessagePosted(text="stays"))
    add(archive, 3, MessageHidden(message=1))
    assert told(archive) == [
        (1, "message.posted", ""),
        (2, "message.posted", "stays"),
        (3, "message.hidden", None),
    ]


def test_a_line_older_than_what_is_kept_can_still_go() -> None:
    archive = Archive()
    add(archive, 1, MessagePosted(text="secret"))
    for seq in range(2, KEPT + 3):
        add(archive, seq, MessageTakenBack(message=0))
    add(archive, KEPT + 3, MessageHidden(message=1))
    assert told(archive)[0] == (1, "message.posted", "")
