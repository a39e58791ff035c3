"""An own line on its way shows as it will once it is stored: in the same voice, of the same kind."""

from client.screens.stage import Stage
from goodpath_client.room_rows import room_rows
from goodpath_client.widgets.rows import Row
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.safety import SpeakAside

ROOM = "1/page-makers"


def last_row(stage: Stage) -> Row:
    return room_rows(stage.store, ROOM, lambda file: b"")[-1]


def shows_the_same_on_its_way_and_stored(command: Command) -> None:
    stage = Stage()
    stage.start()
    stage.link.do(command)
    going = last_row(stage)
    stage.do(command)
    stored = last_row(stage)
    assert (going.kind, going.speaker, going.own) == (stored.kind, stored.speaker, stored.own)
    assert going.mark != stored.mark


def test_a_line_of_the_persona() -> None:
    shows_the_same_on_its_way_and_stored(PostMessage(room=ROOM, text="Look at my page."))


def test_a_word_out_of_character() -> None:
    shows_the_same_on_its_way_and_stored(SpeakAside(room=ROOM, text="What is a skin?"))
