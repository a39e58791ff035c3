"""What happens is said in sentences that name who did it."""

from client.screens.stage import Stage
from goodpath_client.plain.sentences import say_event
from goodpath_core.play.event import Event
from goodpath_core.play.visits import StrangersCame


def said(stage: Stage, count: int, voice: str) -> str:
    fact = StrangersCame(count=count)
    audience = "people:1/yuting"
    return say_event(stage.store, Event(99, 0, 0, 0, 1, "", "script", voice, "1/yuting", audience, fact))


def test_whoever_came_to_the_page_is_named_where_there_is_a_name() -> None:
    stage = Stage()
    assert [
        said(stage, *came) for came in ((1, ""), (60, ""), (1, "npc:traveller"), (4, "npc:traveller"))
    ] == [
        "1 stranger looked at your page.",
        "60 strangers looked at your page.",
        "Stranger with a suitcase looked at your page.",
        "Stranger with a suitcase and 3 others looked at your page.",
    ]
