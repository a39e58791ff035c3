"""An own line shows as on its way until just that line has come, whatever others say with the same words."""

from goodpath_client.own_lines import OwnLines
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.safety import SpeakAside


def test_a_students_words_do_not_take_the_place_of_the_same_words_of_an_npc() -> None:
    own = OwnLines()
    own.expect("r1", SpeakAsNpc(npc="foreman", room="1/line3", text="Yes."), "", "teacher")
    assert not own.land("1/line3", "1/yuting", "Yes.")
    assert [line.id for line in own.in_room("1/line3")] == ["r1"]
    assert own.land("1/line3", "npc:foreman", "Yes.")
    assert own.in_room("1/line3") == []


def test_words_in_character_do_not_take_the_place_of_the_same_words_out_of_character() -> None:
    own = OwnLines()
    own.expect("r1", SpeakAside(room="1/line3", text="Wait. "), "1/yuting", "seat 3")
    own.expect("r2", PostMessage(room="1/line3", text="Wait. "), "1/yuting", "seat 3")
    assert own.land("1/line3", "1/yuting", "Wait.")
    assert [line.id for line in own.in_room("1/line3")] == ["r1"]
    assert own.land("1/line3", "seat 3", "Wait.")
    assert own.in_room("1/line3") == []
