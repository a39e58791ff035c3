"""What happens is said in sentences that name who did it."""

import pytest

from client.screens.stage import TEACHER, Stage
from goodpath_client.plain.sentences import say_event
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import By, Command, Event
from goodpath_core.play.hidden_faces import without_part
from goodpath_core.play.messages import PostMessage, wordless
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.safety import SpeakAside
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


def happened(stage: Stage, command: Command, by: By | None = None) -> Event:
    """The first event of what somebody does."""
    events: list[Event] = []
    end = stage.store.on_change(lambda change: events.extend((change.event,) if change.event else ()))
    stage.do(command, by)
    end()
    return events[0]


def whole_and_gone(stage: Stage, event: Event) -> tuple[str, str]:
    """How an event is said as it happened, and as it comes once the teacher has removed its words."""
    return say_event(stage.store, event), say_event(stage.store, event._replace(fact=wordless(event.fact)))


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (PostMessage(room="1/page-makers", text="Ugly."), "21:31 [Page makers] You: Ugly."),
        (SpeakAside(text="Ugly.", room="1/page-makers"), "[Page makers] Out of character, seat 1: Ugly."),
        (
            PublishPost(text="Ugly.", cards=("red-car",)),
            "You posted: Ugly. (with the picture Red sports car at the sea)",
        ),
        (
            WriteComment(page="1/chunmei", thing="page", text="Ugly."),
            "You wrote under the page of Wei Chunmei: Ugly.",
        ),
    ],
    ids=["line", "aside", "post", "comment"],
)
def test_of_words_that_were_removed_while_one_was_away_only_the_removal_is_heard(
    command: Command, sentence: str
) -> None:
    stage = Stage()
    stage.start()
    for _ in ("Gallery walk", "Lights", "One swap"):
        stage.do(NextPhase(), TEACHER)
    assert whole_and_gone(stage, happened(stage, command)) == (sentence, "")


def test_a_picture_passed_on_and_removed_is_silent_a_post_passed_on_without_a_word_is_not() -> None:
    stage = Stage()
    stage.start()
    stage.play_persona("chunmei", PublishPost(text="Rain."))
    stage.play_persona("chunmei", PublishPost(cards=("red-car",)))
    stage.do(NextPhase(), TEACHER)
    words, picture = (post.seq for post in stage.world.pages["1/chunmei"].posts)
    told = "You passed on, from Wei Chunmei, "
    shown = happened(stage, Repost(page="1/chunmei", thing=f"post:{picture}"))
    assert whole_and_gone(stage, shown) == (f"{told}the picture Red sports car at the sea", "")
    said_by_her = happened(stage, Repost(page="1/chunmei", thing=f"post:{words}"))
    assert say_event(stage.store, said_by_her) == f"{told}the post “Rain.”"


def test_of_a_post_of_words_and_pictures_that_is_passed_on_both_are_heard() -> None:
    stage = Stage()
    stage.start()
    stage.play_persona("chunmei", PublishPost(text="Rain.", cards=("red-car",)))
    post = stage.world.pages["1/chunmei"].posts[-1].seq
    stage.do(NextPhase(), TEACHER)
    shown = happened(stage, Repost(page="1/chunmei", thing=f"post:{post}", text="Look!"))
    assert say_event(stage.store, shown) == (
        "You passed on, from Wei Chunmei, the post “Rain.” with the picture Red sports car at the sea: Look!"
    )


def test_a_post_without_an_own_word_that_is_passed_on_in_turn_is_named_by_what_it_passes_on() -> None:
    stage = Stage()
    stage.start()
    stage.play_persona("chunmei", PublishPost(text="Rain."))
    post = stage.world.pages["1/chunmei"].posts[-1].seq
    stage.do(NextPhase(), TEACHER)
    stage.play_persona("haibo", Repost(page="1/chunmei", thing=f"post:{post}"))
    again = stage.world.pages["1/haibo"].posts[-1].seq
    shown = happened(stage, Repost(page="1/haibo", thing=f"post:{again}"))
    assert say_event(stage.store, shown) == "You passed on, from Long Haibo, the post “Rain.”"


def test_of_a_face_that_was_removed_while_one_was_away_what_is_left_of_the_edit_is_heard() -> None:
    stage = Stage()
    stage.start()
    edit = happened(stage, EditPage(nickname="Ugly", signature="Rain."))
    left = edit._replace(fact=without_part(edit.fact, "nickname"))
    assert say_event(stage.store, left) == "Your page has a new signature “Rain.”."
    assert say_event(stage.store, left._replace(fact=without_part(left.fact, "signature"))) == ""


def test_of_what_was_said_aloud_and_removed_while_one_was_away_nothing_is_heard() -> None:
    stage = Stage()
    stage.start()
    stage.do(PutPhoneDown())
    assert whole_and_gone(stage, happened(stage, SayAloud(text="Ugly."))) == ("You said aloud: Ugly.", "")
