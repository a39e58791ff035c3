"""What is unread in a copy: only reading changes it, neither writing nor loading anew nor a restart."""

from pathlib import Path

from client.test_store import Connection, blob, connected, welcome_of
from goodpath_client.read_marks import ReadMarks
from goodpath_client.store import Store
from goodpath_core.play.bounds import WINDOW
from goodpath_core.play.messages import HideMessage, MessageHidden, MessagePosted, PostMessage, private_room
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.scenario.view import view
from goodpath_core.wire.codec import pack, unpack
from goodpath_core.wire.values import world_from, world_value
from town import TEACHER, playing, scenario


def test_a_word_out_of_character_of_ones_own_is_not_new_after_a_restart() -> None:
    town = playing()
    town.do(SpeakAside(room="1/line3", text="Back in a minute."), town.seat(1))
    restarted = connected(town, 1).store
    assert restarted.unread.count("1/line3") == 0
    town.do(SpeakAside(room="1/line3", text="Take your time."), TEACHER)
    assert connected(town, 1).store.unread.count("1/line3") == 1


def test_an_own_line_that_lands_makes_nothing_read_that_others_said_before_it() -> None:
    town = playing()
    one = connected(town, 1)
    one.store.expect("r1", PostMessage(room="1/line3", text="Typed while offline."))
    for number in range(5):
        town.do(PostMessage(room="1/line3", text=f"Line {number}."), town.player("1/ming"))
    town.do(PostMessage(room="1/line3", text="Typed while offline."), town.player("1/yuting"))
    one.catch_up()
    assert one.store.pending("1/line3") == []
    assert one.store.unread.count("1/line3") == 5


def test_a_copy_made_anew_changes_nothing_about_what_is_unread() -> None:
    town = playing()
    one = connected(town, 1)
    town.do(PostMessage(room="1/line3", text="Unseen."), town.player("1/ming"))
    town.do(PostMessage(room="1/line3", text="Marked by hand."), town.player("1/ming"))
    town.do(PostMessage(room="1/line3", text="Mine."), town.player("1/yuting"))
    one.catch_up()
    unseen, marked, _ = one.store.lines("1/line3")[-3:]
    one.store.unread.see("1/line3", [line.seq for line in one.store.lines("1/line3")])
    one.store.unread.mark_unread("1/line3", marked.seq)
    one.join("second")
    one.catch_up()
    assert (one.store.unread.count("1/line3"), one.store.unread.first("1/line3")) == (1, marked.seq)
    assert one.store.unread.read("1/line3") >= unseen.seq


def test_what_was_read_is_read_after_a_restart_and_what_was_marked_by_hand_is_new(tmp_path: Path) -> None:
    town = playing()
    for number in range(5):
        town.do(PostMessage(room="1/line3", text=f"Line {number}."), town.player("1/ming"))
    first = connected(town, 1, ReadMarks(tmp_path)).store
    lines = [line.seq for line in first.lines("1/line3")]
    first.unread.see("1/line3", lines)
    again = connected(town, 1, ReadMarks(tmp_path)).store
    assert again.unread.count("1/line3") == 0
    again.unread.mark_unread("1/line3", lines[3])
    assert connected(town, 1, ReadMarks(tmp_path)).store.unread.count("1/line3") == 2


def test_a_line_said_with_an_npcs_voice_is_not_new_to_the_teacher_who_said_it() -> None:
    town = playing()
    viewer, console = Viewer("teacher"), Store()
    console.greet(welcome_of(town, viewer), 0)
    console.reload(
        world_from(unpack(pack(world_value(visible(town.world, viewer))))), view(scenario(), viewer)
    )
    console.unread.see("1/line3", [line.seq for line in console.lines("1/line3")])
    console.expect("r1", SpeakAsNpc(npc="lele", room="1/line3", text="Overtime."))
    town.do(SpeakAsNpc(npc="lele", room="1/line3", text="Overtime."), TEACHER)
    console.take_news([blob(town.events[-1])], 0)
    assert console.pending("1/line3") == [] and console.unread.count("1/line3") == 0


LINE3 = "1/line3"
MING = private_room("1/ming", "1/yuting")


def far_behind(room: str, *texts: str) -> Connection:
    """Somebody who has never read a room, and comes when Ming has written these lines there."""
    town = playing()
    for text in texts:
        town.do(PostMessage(room=room, text=text), town.player("1/ming"))
    return connected(town, 1)


def fetch(one: Connection, room: str, many: int) -> None:
    """The newest lines come of those that are not known."""
    before = one.store.known.gap(room) + 1
    lines = [e for e in one.town.events if e.room == room and isinstance(e.fact, MessagePosted)]
    page = [e for e in lines if e.seq < before][-many:]
    hidden = [e for e in one.town.events if e.room == room and isinstance(e.fact, MessageHidden)]
    one.store.take_history(room, [blob(event) for event in (*page, *hidden)], before)


def test_of_six_long_private_lines_more_are_said_to_be_new_than_are_known_until_all_have_come() -> None:
    one = far_behind(MING, *("很长的话" * 950 for _ in range(6)))
    unread = one.store.unread
    assert str(unread.told(MING)) == "2+" and unread.lacks(MING)
    fetch(one, MING, 3)
    assert str(unread.told(MING)) == "5+"
    fetch(one, MING, 1)
    fetch(one, MING, 1)
    assert str(unread.told(MING)) == "6" and not unread.lacks(MING)
    assert unread.first(MING) == one.store.lines(MING)[0].seq


def test_the_mark_does_not_jump_over_lines_that_were_never_shown() -> None:
    one = far_behind(LINE3, *(f"Line {number}." for number in range(300)))
    unread = one.store.unread
    assert str(unread.told(LINE3)) == "200+"
    unread.see(LINE3, [line.seq for line in one.store.lines(LINE3)])
    assert unread.read(LINE3) == 0 and str(unread.told(LINE3)) == "0+"
    assert unread.next_room([LINE3]) == LINE3
    fetch(one, LINE3, 200)
    fetch(one, LINE3, 200)
    assert str(unread.told(LINE3)) == "100"
    assert unread.first(LINE3) == one.store.lines(LINE3)[0].seq
    unread.see(LINE3, [line.seq for line in one.store.lines(LINE3)])
    assert (unread.read(LINE3), str(unread.told(LINE3))) == (one.store.world.seq, "0")


def test_a_gap_in_which_all_was_read_before_closes_by_itself_and_stays_closed(tmp_path: Path) -> None:
    town = playing()
    marks = ReadMarks(tmp_path)
    one = connected(town, 1, marks)
    for number in range(WINDOW + 1):
        town.do(PostMessage(room=LINE3, text=f"Line {number}."), town.player("1/ming"))
    one.catch_up()
    lines = one.store.lines(LINE3)
    one.store.unread.see(LINE3, [line.seq for line in lines[1:]])
    town.do(HideMessage(room=LINE3, message=lines[0].seq), TEACHER)
    again = connected(town, 1, ReadMarks(tmp_path))
    assert str(again.store.unread.told(LINE3)) == "0+"
    fetch(again, LINE3, 50)
    fetch(again, LINE3, 50)
    assert str(again.store.unread.told(LINE3)) == "0"
    assert str(connected(town, 1, ReadMarks(tmp_path)).store.unread.told(LINE3)) == "0"


def test_what_was_read_to_its_end_lacks_nothing_when_the_copy_is_made_anew() -> None:
    one = far_behind(LINE3, *(f"Line {number}." for number in range(300)))
    one.store.unread.seen(LINE3, one.store.world.seq)
    one.join("second")
    one.catch_up()
    assert str(one.store.unread.told(LINE3)) == "0" and not one.store.unread.lacks(LINE3)
