"""What the narrator tells some of the class says to each of them how many hear it too."""

from client.screens.stage import TEACHER, Stage
from goodpath_client.room_rows import room_rows
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNarrator

ROOM = "1/page-makers"


def told(*to: str) -> str:
    """What seat 1, which plays Yuting, reads of this in a chat."""
    stage = Stage()
    stage.start()
    stage.do(PostMessage(room=ROOM, text="hello"))
    stage.do(SpeakAsNarrator(text="A bell.", to=to), TEACHER)
    return room_rows(stage.store, ROOM, lambda file: b"")[-1].text


def test_whoever_is_told_alone_reads_the_words_alone() -> None:
    assert told("1/yuting") == "A bell."


def test_of_several_each_reads_how_many_others_there_are() -> None:
    assert told("1/yuting", "1/haibo") == "(to you and 1 other) A bell."
    assert told("1/haibo", "1/yuting", "1/jun") == "(to you and 2 others) A bell."


def test_what_everybody_is_told_names_nobody() -> None:
    assert told() == "A bell."
