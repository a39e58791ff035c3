"""What is unread in a copy: only reading changes it, neither writing nor loading anew nor a restart."""

from pathlib import Path

from client.test_store import blob, connected, welcome_of
from goodpath_client.read_marks import ReadMarks
from goodpath_client.store import Store
from goodpath_core.play.messages import PostMessage
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
