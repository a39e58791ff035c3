"""What the teacher removed from a page: how it is said, to whom in passing, and what stands in its place."""

from collections.abc import Callable

import pytest

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, told
from goodpath_client.changes import Change
from goodpath_client.page_rows import feed_rows, page_rows
from goodpath_client.plain.lines import say_line
from goodpath_client.plain.room_words import heard as plain_heard
from goodpath_client.plain.sentences import say_event
from goodpath_client.plain.table import Table
from goodpath_client.plain.teller import Teller
from goodpath_client.plain.things import say_page, say_thing
from goodpath_client.removal_words import told_as_loss
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.room_words import happened
from goodpath_client.teacher.life_rows import life_rows
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Command, Event
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.messages import HideMessage, PostMessage
from goodpath_core.play.moderation import HideComment, HidePost
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost, RemovePost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.taken_down import HideAlbumName, HideReason, HideSaid

ME, OTHER, ROOM = "1/yuting", "1/haibo", "1/page-makers"


def no_png(file: str) -> bytes:
    return b""


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.world.phase.allow.visit = True
    stage.do(EditPage(nickname="Rain", signature="rude"))
    stage.play_persona("haibo", EditPage(nickname="Wave", signature="rude"))
    stage.join()
    return stage


def written(stage: Stage, by: str, command: Command) -> int:
    stage.play_persona(by, command)
    return stage.world.seq


def face(stage: Stage, page: str) -> int:
    """The number of the newest version of a page."""
    return stage.world.pages[page].face.seq


def changed(stage: Stage, by: str, page: str) -> int:
    """The number of a version whose signature somebody has changed meanwhile."""
    version = face(stage, page)
    stage.play_persona(by, EditPage(signature="sunny day"))
    return version


def heard(stage: Stage, command: Command) -> Event:
    """What the store hears of as the teacher does this."""
    events: list[Change] = []
    end = stage.store.on_change(events.append)
    stage.do(command, TEACHER)
    end()
    (event,) = [change.event for change in events if change.event]
    return event


def named(stage: Stage, by: str) -> str:
    """The page of somebody who has just given an album a rude name."""
    stage.play_persona(by, ArrangeAlbum(name="rude", cards=()))
    return f"1/{by}"


Removing = Callable[[Stage], Command]
CASES: list[tuple[str, Removing, str, bool]] = [
    (
        "my line",
        lambda s: HideMessage(room=ROOM, message=written(s, "yuting", PostMessage(room=ROOM, text="rude"))),
        "The teacher removed a line of yours in Page makers.",
        True,
    ),
    (
        "a line, and nobody is told whose it was",
        lambda s: HideMessage(room=ROOM, message=written(s, "haibo", PostMessage(room=ROOM, text="rude"))),
        "The teacher removed a line in Page makers.",
        False,
    ),
    (
        "my post",
        lambda s: HidePost(page=ME, post=written(s, "yuting", PublishPost(text="rude"))),
        "The teacher removed a post of yours.",
        True,
    ),
    (
        "a post",
        lambda s: HidePost(page=OTHER, post=written(s, "haibo", PublishPost(text="rude"))),
        "The teacher removed a post of Wave.",
        False,
    ),
    (
        "my word",
        lambda s: HideComment(
            page=OTHER, comment=written(s, "yuting", WriteComment(page=OTHER, thing="page", text="rude"))
        ),
        "The teacher removed a word of yours on the page of Wave.",
        True,
    ),
    (
        "a word on my page, and nobody is told whose it was",
        lambda s: HideComment(
            page=ME, comment=written(s, "haibo", WriteComment(page=ME, thing="page", text="rude"))
        ),
        "The teacher removed a word on your page.",
        False,
    ),
    (
        "my signature",
        lambda s: HideFace(page=ME, part="signature", version=face(s, ME)),
        "The teacher removed the signature from your page.",
        True,
    ),
    (
        "a signature",
        lambda s: HideFace(page=OTHER, part="signature", version=face(s, OTHER)),
        "The teacher removed the signature from the page of Wave.",
        False,
    ),
    (
        "my earlier signature",
        lambda s: HideFace(page=ME, part="signature", version=changed(s, "yuting", ME)),
        "The teacher removed earlier words of the signature from your page.",
        True,
    ),
    (
        "an earlier signature",
        lambda s: HideFace(page=OTHER, part="signature", version=changed(s, "haibo", OTHER)),
        "The teacher removed earlier words of the signature from the page of Wave.",
        False,
    ),
    (
        "the name of my album",
        lambda s: HideAlbumName(page=named(s, "yuting"), album="main"),
        "The teacher removed the name of an album from your page.",
        True,
    ),
    (
        "the name of an album",
        lambda s: HideAlbumName(page=named(s, "haibo"), album="main"),
        "The teacher removed the name of an album from the page of Wave.",
        False,
    ),
]


each_removal = pytest.mark.parametrize(
    ("removing", "sentence", "mine"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)


@each_removal
def test_each_removal_is_said_and_told_as_a_loss_to_who_had_written_it(
    removing: Removing, sentence: str, mine: bool
) -> None:
    stage = playing()
    event = heard(stage, removing(stage))
    assert say_event(stage.store, event) == sentence
    assert told_as_loss(stage.store, event) == (sentence if mine else "")


@each_removal
def test_with_the_phone_down_nothing_but_the_own_loss_is_told_in_lines(
    removing: Removing, sentence: str, mine: bool
) -> None:
    stage = playing()
    removal = removing(stage)
    lines: list[str] = []
    table = Table(stage.link, stage.store, lines.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    stage.do(PutPhoneDown())
    end = stage.store.on_change(Teller(table).tell)
    stage.do(removal, TEACHER)
    end()
    assert lines == ([sentence] if mine else [])


def test_a_hidden_line_read_again_in_lines_names_nobody_but_the_reader() -> None:
    stage = playing()
    for by in ("yuting", "haibo"):
        seq = written(stage, by, PostMessage(room=ROOM, text="rude"))
        stage.do(HideMessage(room=ROOM, message=seq), TEACHER)
    said = [say_line(stage.store, ROOM, line) for line in stage.store.lines(ROOM)[-2:]]
    assert said == ["The teacher removed a line of yours.", "The teacher removed a line."]


def test_the_place_of_a_removed_post_says_so_and_of_one_taken_down_nothing_is_seen() -> None:
    stage = playing()
    nasty = written(stage, "haibo", PublishPost(text="rude"))
    word = written(stage, "jun", WriteComment(page=OTHER, thing=f"post:{nasty}", text="under it"))
    down = written(stage, "haibo", PublishPost(text="regretted"))
    stage.play_persona("haibo", RemovePost(post=down))
    stage.do(HidePost(page=OTHER, post=nasty), TEACHER)
    store, page = stage.store, stage.store.world.pages[OTHER]
    for rows in (feed_rows(store, no_png), page_rows(store, page, no_png)):
        found = {row.key: row for row in rows}
        assert found[f"gone:{nasty}"].text == "The teacher removed a post of Wave."
        assert not found[f"gone:{nasty}"].is_stop
        assert {f"gone:{down}", f"word:{word}"} & set(found) == set()
    lines = say_page(store, page)
    assert lines[-1] == "The teacher removed a post of Wave."
    assert not any("rude" in line and "Signature" not in line for line in lines)


def test_the_place_of_a_removed_word_says_so_and_names_nobody_but_the_reader() -> None:
    stage = playing()
    for by, speaker in (("jun", ""), ("yuting", "Rain")):
        word = written(stage, by, WriteComment(page=OTHER, thing="page", text="rude word"))
        stage.do(HideComment(page=OTHER, comment=word), TEACHER)
        store, page = stage.store, stage.store.world.pages[OTHER]
        (row,) = [row for row in page_rows(store, page, no_png) if row.key == f"word:{word}"]
        assert (row.speaker, row.text) == (speaker, "^ (removed by the teacher)")
    words = [line.strip() for line in say_page(store, page) if "(removed by the teacher)" in line]
    assert words == ["(removed by the teacher)", "Rain: (removed by the teacher)"]
    told = say_thing(store, page, "page")
    assert [line for line in told if "(removed" in line] == words


def test_a_teacher_is_told_whose_word_was_removed() -> None:
    stage = playing()
    word = written(stage, "jun", WriteComment(page=OTHER, thing="page", text="rude word"))
    assert stage.store.welcome is not None
    stage.store.welcome = stage.store.welcome.model_copy(update={"role": "teacher"})
    event = heard(stage, HideComment(page=OTHER, comment=word))
    name = stage.store.name("1/jun")
    assert say_event(stage.store, event) == f"The teacher removed a word of {name} on the page of Wave."
    (row,) = [
        row
        for row in page_rows(stage.store, stage.store.world.pages[OTHER], no_png)
        if row.key == f"word:{word}"
    ]
    assert row.speaker == name


def test_words_aloud_of_somebody_else_leave_their_place_and_name_nobody() -> None:
    stage = playing()
    stage.do(PutPhoneDown())
    stage.play_persona("chunmei", PutPhoneDown())
    stage.play_persona("chunmei", SayAloud(text="rude words"))
    event = heard(stage, HideSaid(line=stage.world.seq))
    assert say_event(stage.store, event) == "The teacher removed what was said aloud."
    assert told_as_loss(stage.store, event) == ""
    assert [words for _, words in plain_heard(stage.store)] == ["(removed by the teacher)"]
    assert [para.text for para in happened(stage.store, 9).fresh] == ["(removed by the teacher)"]


def test_words_aloud_leave_their_place_and_are_told_as_gone_to_who_said_them() -> None:
    stage = playing()
    stage.do(PutPhoneDown())
    stage.do(SayAloud(text="rude words"))
    event = heard(stage, HideSaid(line=stage.world.seq))
    assert say_event(stage.store, event) == "The teacher removed what you said aloud."
    assert told_as_loss(stage.store, event) == "The teacher removed what you said aloud."
    assert [words for _, words in plain_heard(stage.store)] == ["You: (removed by the teacher)"]
    assert [para.text for para in happened(stage.store, 9).fresh] == ["you: (removed by the teacher)"]
    assert [row.text for row in life_rows(stage.store, 1)] == ["(removed by the teacher)"]


def test_a_reason_leaves_its_place_and_is_told_as_gone_to_who_gave_it() -> None:
    stage = playing()
    stage.do(ArrangeAlbum(cards=("red-car",)))
    stage.do(GiveReason(card="red-car", text="rude words"))
    while stage.world.session.stage == "playing":
        stage.do(NextPhase(), TEACHER)
    event = heard(stage, HideReason(page=ME, card="red-car"))
    assert say_event(stage.store, event) == "The teacher removed a reason of yours."
    assert told_as_loss(stage.store, event) == "The teacher removed a reason of yours."
    assert stage.store.world.pages[ME].reasons == {"red-car": ""}


async def test_the_owner_is_told_in_passing_and_sees_it_on_the_page() -> None:
    stage = playing()
    stage.do(PublishPost(text="rude words"))
    post = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: app.screen.is_mounted and not app.is_behind)
        app.open(PageViewScreen(ME))
        await until(lambda: "rude words" in screen_text(app))
        stage.do(HidePost(page=ME, post=post), TEACHER)
        await until(lambda: told(app) == ["The teacher removed a post of yours."])
        await until(lambda: "rude words" not in screen_text(app))
        assert "The teacher removed a post of yours." in screen_text(app)
        stage.do(HideFace(page=ME, part="nickname", version=face(stage, ME)), TEACHER)
        await until(lambda: told(app) == ["The teacher removed the nickname from your page."])
        await until(lambda: "Rain" not in screen_text(app))
        await pilot.press("escape")


async def test_others_see_it_go_from_the_feed_and_are_told_nothing_in_passing() -> None:
    stage = playing()
    post = written(stage, "haibo", PublishPost(text="rude words"))
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True):
        await until(lambda: app.screen.is_mounted and not app.is_behind)
        app.open(FeedScreen())
        await until(lambda: "rude words" in screen_text(app))
        stage.do(HidePost(page=OTHER, post=post), TEACHER)
        await until(lambda: "The teacher removed a post of Wave." in screen_text(app))
        assert "rude words" not in screen_text(app)
        assert told(app) == []
