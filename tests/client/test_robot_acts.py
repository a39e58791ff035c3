"""A robot's step comes down to a command that fits the moment: nothing twice, and nothing to nobody."""

from client.screens.stage import Stage
from goodpath_client import robot_words as words
from goodpath_client.robot_acts import resolve
from goodpath_client.robot_plan import Step
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.posts import PublishPost

GROUP = "1/page-makers"


def stage() -> Stage:
    """Seat 1 plays Pan Yuting in the first phase, on the phone."""
    made = Stage()
    made.start()
    return made


def said(on: Stage, step: Step) -> str:
    """What a step says now; empty if it says nothing."""
    command = resolve(on.store, step)
    return command.text if isinstance(command, PostMessage | PublishPost) else ""


def test_nobody_says_a_line_again_in_a_chat_before_all_of_the_own_share_was_said() -> None:
    on, heard = stage(), list[str]()
    step, share = Step(0, "line", words.LINES[-1], GROUP), len(words.LINES) // 8
    for _ in range(2 * share):
        heard.append(said(on, step))
        on.do(PostMessage(room=GROUP, text=heard[-1]))
    assert len({*heard[:share]}) == len({*heard[share:]}) == share
    assert heard[0] == heard[share] == words.LINES[-1]


def test_what_one_says_does_not_hang_on_what_others_have_said() -> None:
    on, step = stage(), Step(0, "line", words.LINES[-1], GROUP)
    on.play_persona("haibo", PostMessage(room=GROUP, text=words.LINES[-1]))
    assert said(on, step) == words.LINES[-1]
    others = Step(0, "line", words.LINES[0], GROUP)
    assert not {said(on, step)} & {said(on, others)}


def test_a_question_is_answered_and_anything_else_is_replied_to() -> None:
    on, step = stage(), Step(0, "reply", words.REPLIES[3], GROUP)
    on.play_persona("haibo", PostMessage(room=GROUP, text="It rains."))
    assert said(on, step) == words.REPLIES[3]
    on.play_persona("haibo", PostMessage(room=GROUP, text="Does it rain?"))
    assert said(on, step) == words.ANSWERS[3]


def test_who_has_said_all_says_nothing() -> None:
    on, step = stage(), Step(0, "reply", words.REPLIES[3], GROUP)
    for text in words.REPLIES:
        on.play_persona("haibo", PostMessage(room=GROUP, text=text))
    assert said(on, step) == ""


def test_a_name_is_called_only_where_its_owner_is() -> None:
    on = stage()
    call = Step(0, "mention", words.CALLS[0], GROUP, "1/haibo")
    assert said(on, call).endswith(words.CALLS[0])
    assert said(on, Step(0, "mention", words.CALLS[0], GROUP, "1/nobody")) == ""
    assert said(on, Step(0, "mention", words.CALLS[0], "1/nowhere", "1/haibo")) == ""


def test_one_calls_the_same_person_with_other_words_each_time() -> None:
    on, call = stage(), Step(0, "mention", words.CALLS[0], GROUP, "1/haibo")
    heard = set[str]()
    for _ in words.CALLS:
        heard.add(said(on, call))
        on.do(PostMessage(room=GROUP, text=said(on, call), mentions=("1/haibo",)))
    assert len(heard) == len(words.CALLS)


def test_no_two_posts_of_a_page_say_the_same() -> None:
    on, step = stage(), Step(0, "post", words.POSTS[-1])
    assert said(on, step) == words.POSTS[-1]
    on.do(PublishPost(text=words.POSTS[-1]))
    assert said(on, step) == words.POSTS[7]
