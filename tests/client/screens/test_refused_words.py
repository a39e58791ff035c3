"""Words that are refused together, or begun and left: each waits for its own box, or is shown."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, seen, settle
from goodpath_client.app import StudentApp
from goodpath_client.screens.things import ThingsScreen, chosen_thing
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Command
from goodpath_core.play.messages import SetNotice
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment

HAIBO, JUN = "1/haibo", "1/jun"
SIZES = [(80, 24), (60, 20)]


def playing() -> Stage:
    """Jun's post stands above Haibo's in the feed."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps"))
    stage.play_persona("jun", PublishPost(text="Newer"))
    stage.do(NextPhase(), TEACHER)
    return stage


def post_of(stage: Stage, owner: str) -> str:
    return f"post:{stage.world.pages[owner].posts[-1].seq}"


async def refuse(pilot: Pilot[int], stage: Stage, *commands: Command) -> None:
    """Ask for all of it, and have all of it refused at once, as after an outage."""
    assert isinstance(pilot.app, StudentApp)
    requests = [pilot.app.do(command) for command in commands]
    for request in requests:
        stage.store.refuse(request, "paused", "The world is paused.")
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def choose(pilot: Pilot[int], owner: str) -> None:
    """Put the cursor of the feed on somebody's post."""
    screen = pilot.app.screen
    assert isinstance(screen, ThingsScreen)
    things = screen.query_one(MessageList)
    key = next(row.key for row in things.rows if str(row.key).startswith(f"{owner}#"))
    things.choose(key)
    await settle(pilot)
    thing = chosen_thing(screen)
    assert thing is not None and thing.page == owner


def box(pilot: Pilot[int]) -> str:
    """What stands in the open box; empty for a closed one."""
    found = pilot.app.screen.query_one("#word", Input)
    return found.value if found.display else ""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("doing", "key", "mark"),
    [(WriteComment, "c", "your 3 words wait (C)"), (Repost, "r", "your 3 reposts wait (R)")],
)
async def test_words_refused_together_are_offered_one_after_the_other(
    doing: type[WriteComment] | type[Repost], key: str, mark: str, size: tuple[int, int]
) -> None:
    stage = playing()
    thing = post_of(stage, HAIBO)
    words = [doing(page=HAIBO, thing=thing, text=text) for text in ("first", "second", "third")]
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await refuse(pilot, stage, *words)
        await press(pilot, "f5")
        await choose(pilot, HAIBO)
        assert mark in screen_text(app)
        for text in ("first", "second", "third"):
            await press(pilot, key)
            assert box(pilot) == text
            assert mark not in screen_text(app)
            await press(pilot, "enter")
        await press(pilot, key)
        assert box(pilot) == ""
        assert "wait" not in screen_text(app)
    assert stage.link.commands == words * 2


async def test_words_refused_where_their_thing_is_in_sight_open_their_box_and_the_next_ones_wait() -> None:
    stage = playing()
    thing = post_of(stage, HAIBO)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f5")
        await choose(pilot, HAIBO)
        await press(pilot, "c", *"one", "enter", "c", *"two", "enter")
        stage.now_ms += 1_500
        await press(pilot, "r", *"three", "enter")
        for request in ("r1", "r2", "r3"):
            stage.store.refuse(request, "paused", "The world is paused.")
        await settle(pilot)
        assert box(pilot) == "one"
        assert "your word waits (C)" in screen_text(app)
        assert "your repost waits (R)" in screen_text(app)
        await press(pilot, "enter", "c")
        assert box(pilot) == "two"
        await press(pilot, "enter", "r")
        assert box(pilot) == "three"
    comments = [WriteComment(page=HAIBO, thing=thing, text=text) for text in ("one", "two")]
    assert stage.link.commands[-2:] == comments


async def test_a_word_is_in_no_box_but_that_of_its_own_thing() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await refuse(pilot, stage, WriteComment(page=HAIBO, thing=post_of(stage, HAIBO), text="for haibo"))
        await press(pilot, "f5")
        await choose(pilot, JUN)
        await press(pilot, "c")
        assert (box(pilot), "a word under “Newer”" in screen_text(app)) == ("", True)
        await press(pilot, *"for jun", "escape")
        await choose(pilot, HAIBO)
        await press(pilot, "c")
        assert box(pilot) == "for haibo"
        await press(pilot, "escape")
        await choose(pilot, JUN)
        await press(pilot, "c")
        assert box(pilot) == "for jun"


async def test_a_box_that_is_refused_words_of_a_page_elsewhere_stays_closed() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *"/visit", "space", *"@jun", "enter")
        await refuse(pilot, stage, WriteComment(page=HAIBO, thing=post_of(stage, HAIBO), text="for haibo"))
        assert box(pilot) == ""
        await press(pilot, "escape", "f5")
        await choose(pilot, HAIBO)
        await press(pilot, "c")
        assert box(pilot) == "for haibo"


async def test_a_word_is_kept_also_where_another_is_begun_over_it() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f5")
        await choose(pilot, JUN)
        await press(pilot, "c", *"half")
        app.screen.query_one("#things").focus()
        await choose(pilot, HAIBO)
        await press(pilot, "c", *"other", "escape")
        await choose(pilot, JUN)
        await press(pilot, "c")
        assert box(pilot) == "half"


@pytest.mark.parametrize("size", SIZES)
async def test_words_whose_thing_is_gone_are_shown(size: tuple[int, int]) -> None:
    stage = playing()
    thing = post_of(stage, HAIBO)
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await refuse(pilot, stage, WriteComment(page=HAIBO, thing=thing, text="how true"))
        assert not isinstance(app.screen, UnsentScreen)
        stage.do(HidePost(page=HAIBO, post=int(thing.removeprefix("post:"))), TEACHER)
        await settle(pilot)
        assert isinstance(app.screen, UnsentScreen)
        text = screen_text(app)
        assert "how true" in text and "There is no box here" in text
        assert "somebody you no longer play" not in text
        await press(pilot, "escape")
        assert app.unsent == [] and app.drafts.of("1/yuting").words == []


async def test_words_that_no_box_is_for_are_all_shown() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        words = [WriteComment(page=HAIBO, thing="page", text=text) for text in ("one word", "two words")]
        await refuse(pilot, stage, *words, Repost(page=HAIBO, thing="card:x", text="three words"))
        text = screen_text(app)
        assert "one word" in text and "two words" in text and "three words" in text


async def test_of_two_refused_signatures_the_newer_is_in_its_box_and_the_older_is_shown() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await refuse(
            pilot, stage, EditPage(signature="sign one", music="Rain"), EditPage(signature="sign two")
        )
        assert isinstance(app.screen, UnsentScreen)
        text = screen_text(app)
        assert "sign one" in text and "sign two" not in text and "Rain" not in text
        assert "You wrote something newer" in text
        await press(pilot, "escape", "f3")
        boxes = [app.screen.query_one(f"#{part}", Input).value for part in ("signature", "music")]
        assert boxes == ["sign two", "Rain"]


async def test_what_was_written_since_stays_in_its_box_and_the_refused_one_is_shown() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        requests = [app.do(EditPage(signature="sign one", music="Rain")), app.do(EditPage(nickname="Drop"))]
        await press(pilot, "f3")
        app.screen.query_one("#signature", Input).value = "sign two"
        await settle(pilot)
        for request in requests:
            stage.store.refuse(request, "paused", "The world is paused.")
        await settle(pilot)
        assert isinstance(app.screen, UnsentScreen) and "sign one" in screen_text(app)
        await press(pilot, "escape")
        parts = ("nickname", "signature", "music")
        assert [app.screen.query_one(f"#{part}", Input).value for part in parts] == [
            "Drop",
            "sign two",
            "Rain",
        ]
        await press(pilot, "escape", "f3")
        assert [app.screen.query_one(f"#{part}", Input).value for part in parts] == [
            "Drop",
            "sign two",
            "Rain",
        ]


async def test_of_two_refused_whys_the_newer_is_in_its_box_and_the_older_is_shown() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.do(ArrangeAlbum(name="My pictures", cards=("palace-fountain",)))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "alt+c", "w")
        whys = [GiveReason(card="palace-fountain", text=text) for text in ("it is far", "it is gold")]
        await refuse(pilot, stage, *whys)
        assert isinstance(app.screen, UnsentScreen) and "it is far" in screen_text(app)
        await press(pilot, "escape")
        assert app.screen.query_one("#why", Input).value == "it is gold"


async def test_a_refused_notice_is_back_in_the_box_of_its_chat() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await refuse(pilot, stage, SetNotice(room="1/page-makers", text="Come all."))
        assert "/notice Come all." in screen_text(app)


async def test_words_for_the_room_are_shown_where_its_box_was_never_made() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await refuse(pilot, stage, SayAloud(text="so hot"), Think(text="so late"))
        await seen(pilot, "so late")
        assert isinstance(app.screen, UnsentScreen)
        text = screen_text(app)
        assert "so hot" in text and "so late" in text and "There is no box here" in text


async def test_of_sentences_that_were_refused_together_the_newest_are_in_their_boxes() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await refuse(
            pilot, stage, Reflect(answers=("The dog.", "")), Reflect(answers=("The dog I made up.", "Rain."))
        )
        texts = app.drafts.of("1/yuting").texts
        assert (texts["answer 0"], texts["answer 1"]) == ("The dog I made up.", "Rain.")


async def test_words_that_come_back_just_as_others_are_read_away_are_shown_too() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        one, two, three = (
            app.do(EditPage(signature=f"words {number}")) for number in ("ONE", "TWO", "THREE")
        )
        for request in (one, two):
            stage.store.refuse(request, "paused", "The world is paused.")
        await settle(pilot)
        assert "words ONE" in screen_text(app)
        stage.store.refuse(three, "paused", "The world is paused.")
        press_at_once(app, "escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, UnsentScreen)
        assert "words TWO" in screen_text(app) and "words ONE" not in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.unsent == [] and not isinstance(app.screen, UnsentScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_why_a_line_came_back_stands_right_above_its_box_until_it_is_written_over(
    size: tuple[int, int],
) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, *"hello", "enter")
        stage.store.refuse("r1", "chat_closed", "Chat is closed in this phase.")
        await settle(pilot)
        rows = screen_text(app).splitlines()
        (at,) = [number for number, row in enumerate(rows) if "not sent: Chat is closed" in row]
        assert "can read" in rows[at + 1] and "hello" in rows[at + 2]
        await press(pilot, "right")
        assert "not sent: Chat is closed" in screen_text(app)
        await press(pilot, "x")
        assert "not sent: " not in screen_text(app) and "hellox" in screen_text(app)
