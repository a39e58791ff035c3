"""What is kept ready for those who come in or come back."""

from goodpath_core.play.event import Event, Fact
from goodpath_core.play.messages import MessageHidden, MessagePosted, MessageTakenBack, NoticeSet
from goodpath_core.play.posts import PostPublished, PostRemoved
from goodpath_core.play.safety import AsideSpoken
from goodpath_core.wire.codec import decode_server, unpack
from goodpath_core.wire.frames import History
from goodpath_server.archive import KEPT, KEPT_BYTES, LINES_BYTES, Archive, kept_of
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


def test_the_longest_lines_are_kept_only_as_far_as_they_fit() -> None:
    long, archive = "雨" * 4000, Archive()
    for seq in range(1, 1001):
        add(archive, seq, MessagePosted(text=long))
    kept = list(archive.after(0))
    assert KEPT_BYTES * 0.99 < sum(len(one.blob) for one in kept) <= KEPT_BYTES
    assert archive.reaches(kept[0].seq - 1) and not archive.reaches(kept[0].seq - 2)
    assert [one.seq for one in archive.after(990)] == list(range(991, 1001))
    assert LINES_BYTES * 0.9 < len(archive.history(ROOM, 50)) <= LINES_BYTES + 1000


def test_what_lost_its_words_makes_room_for_more() -> None:
    archive = Archive()
    for seq in range(1, 601):
        add(archive, seq, MessagePosted(text="雨" * 4000))
    for seq in range(601, 1201):
        add(archive, seq, MessageHidden(message=seq - 600))
    before = sum(1 for _ in archive.after(0))
    for seq in range(1201, 1701):
        add(archive, seq, MessagePosted(text="雨" * 4000))
    assert sum(1 for _ in archive.after(0)) == before + 500


def test_a_long_log_is_taken_up_as_if_it_had_just_happened() -> None:
    facts: list[Fact] = [MessagePosted(text="雨" * 4000) for _ in range(1000)]
    facts += [MessageHidden(message=990), MessagePosted(text="so")]
    events = [
        Event(seq, 1_000, 64_800, 0, 1, "phone", "seat:1", "1/yuting", ROOM, "room", fact)
        for seq, fact in enumerate(facts, 1)
    ]
    lived, taken_up = Archive(), Archive()
    for event in events:
        lived.add(event, kept_of(event))
    taken_up.take_up([events[:400], events[400:]])
    newest = [one.seq for one in lived.after(0)]
    assert [one.seq for one in taken_up.after(0)][-len(newest) :] == newest
    assert next(lived.after(989)) == next(taken_up.after(989))
    assert told(taken_up)[-3:] == told(lived)[-3:]


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


def test_what_is_kept_says_its_kind_also_once_its_words_are_gone() -> None:
    archive = Archive()
    add(archive, 1, MessagePosted(text="secret"))
    add(archive, 2, MessageHidden(message=1))
    assert [kept.kind for kept in archive.after(0)] == ["message.posted", "message.hidden"]
    assert [unpack(kept.blob)[8].get("text") for kept in archive.after(0)] == ["", None]
