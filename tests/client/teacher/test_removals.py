"""The teacher takes what hurts off a page, through the keys, in a small window, with a real server."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from textual.pilot import Pilot

from client.teacher.classroom import Classroom, Pupil, screen_text, seen, until
from goodpath_client.store import Store
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.albums import WHOLE, ArrangeAlbum, GiveReason
from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.event import By
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.state import Page

YUTING, XIAOYAN = "1/yuting", "1/xiaoyan"


@asynccontextmanager
async def page_open(*later: EditPage) -> AsyncIterator[tuple[TeacherApp, Pilot[int], Pupil, Pupil]]:
    """Yuting's page in F3: a face, edited `later`, a picture and a post with a word under each."""
    async with Classroom() as room:
        yuting, xiaoyan = await room.pupil("Ana", YUTING), await room.pupil("Ben", XIAOYAN)
        async with room.console() as (app, pilot):
            await seen(app, "2 of 2 here")
            await pilot.press("f5", "y")
            await until(lambda: xiaoyan.store.world.session.stage == "playing")
            await yuting.do(
                EditPage(nickname="Nasty name", signature="nasty line", face="(o_o)", music="n song")
            )
            for edit in later:
                await yuting.do(edit)
            await yuting.do(PublishPost(text="a nasty post", cards=("bridge-rain",)))
            post = yuting.store.world.seq
            await yuting.do(ArrangeAlbum(name="nasty album", cards=("bridge-rain",)))
            await pilot.press("f7", "y")
            await seen(app, "This phase ends in 10 seconds")
            await pilot.press("f7", "y")
            await until(lambda: xiaoyan.store.world.phase.allow.visit)
            await xiaoyan.do(WriteComment(page=YUTING, thing=f"post:{post}", text="nasty answer"))
            await xiaoyan.do(WriteComment(page=YUTING, thing="page", text="nasty greeting"))
            await pilot.press("f3")
            app.screen.query_one("#rooms", RowList).choose(f"page:{YUTING}")
            await seen(app, "“Nasty name”")
            yield app, pilot, yuting, xiaoyan


async def choose(app: TeacherApp, pilot: Pilot[int], words: str) -> None:
    """Go to the lines and up or down until the cursor is on the row with these words."""
    lines = app.screen.query_one("#lines", MessageList)
    lines.focus()
    await until(lambda: lines.has_focus)
    await pilot.press("home")
    for _ in range(20):
        if lines.chosen is not None and words in f"{lines.chosen.speaker}: {lines.chosen.text}":
            return
        await pilot.press("down")
    raise AssertionError(f"The cursor does not stop at {words!r}.")


def page_of(store: Store) -> Page:
    return store.world.pages[YUTING]


def _went_on(store: Store, index: int) -> bool:
    return store.world.phase.index != index or store.world.session.stage != "playing"


async def gone_from_screen(app: TeacherApp, words: str) -> None:
    await until(lambda: words not in screen_text(app))


def is_now(part: str, words: str) -> Callable[[Page], bool]:
    """Whether a part of a page's face says this."""
    return lambda page: getattr(page.face, part) == words


def never(words: str) -> Callable[[Page], bool]:
    """Whether no version of a page has these words as signature or nickname."""
    return lambda page: words not in [text for one in page.versions for text in (one.signature, one.nickname)]


def no_word(words: str) -> Callable[[Page], bool]:
    """Whether nothing on a page has this word under it."""
    return lambda page: words not in [text for one in page.responses.values() for _, _, text in one.comments]


def no_reason(card: str) -> Callable[[Page], bool]:
    """Whether the reason for a picture has no words."""
    return lambda page: page.reasons.get(card) == ""


async def confirm(
    app: TeacherApp, pilot: Pilot[int], quoted: str, pupils: tuple[Pupil, Pupil], gone: Callable[[Page], bool]
) -> None:
    """The question quotes what goes; Escape keeps it, Y removes it from the copies of all."""
    await pilot.press("h")
    await seen(app, quoted)
    await pilot.press("escape")
    await gone_from_screen(app, quoted)
    assert not gone(page_of(app.store))
    await pilot.press("h")
    await seen(app, quoted)
    await pilot.press("y")
    await until(lambda: all(gone(page_of(one.store)) for one in pupils))
    await until(lambda: gone(page_of(app.store)))


async def test_a_post_goes_with_its_words_and_pictures() -> None:
    async with page_open() as (app, pilot, *pupils):
        await choose(app, pilot, "a nasty post")
        await pilot.press("h")
        await seen(app, "Remove this post from every screen? “a nasty post”,")
        await seen(app, "with 1 picture: “Bridge after rain”, with 1 word under")
        await pilot.press("escape")
        both = (pupils[0], pupils[1])
        await confirm(app, pilot, "“a nasty post”", both, lambda page: page.posts[-1].gone == "hidden")
        assert (page_of(pupils[1].store).posts[-1].text, page_of(pupils[1].store).posts[-1].cards) == ("", ())
        await seen(app, "The teacher removed a post of Nasty name.")
        assert "a nasty post" not in screen_text(app)


async def test_of_a_post_that_was_passed_on_it_is_said_that_this_stays() -> None:
    async with page_open() as (app, pilot, _, xiaoyan):
        post = page_of(xiaoyan.store).posts[-1]
        await xiaoyan.do(Repost(page=YUTING, thing=f"post:{post.seq}"))
        await choose(app, pilot, "a nasty post")
        await pilot.press("h")
        await seen(app, "It was passed on 1 time; that stays")


async def test_a_word_under_a_post_and_one_about_the_page_go() -> None:
    async with page_open() as (app, pilot, *pupils):
        both = (pupils[0], pupils[1])
        for words in ("nasty answer", "nasty greeting"):
            await choose(app, pilot, words)
            await confirm(app, pilot, f"“{words}”", both, no_word(words))
            await gone_from_screen(app, words)
        await seen(app, "(removed by the teacher)")


async def test_each_part_of_a_face_goes_by_itself() -> None:
    async with page_open() as (app, pilot, *pupils):
        both = (pupils[0], pupils[1])
        before = page_of(pupils[0].store).versions[0]
        for part, words in (
            ("nickname", "Nasty name"),
            ("signature", "nasty line"),
            ("face", "(o_o)"),
            ("music", "n song"),
        ):
            first = getattr(before, part)
            assert words != first
            await choose(app, pilot, f"{part}: “{words}”")
            await confirm(
                app,
                pilot,
                f"Remove this {part} from every screen? “{words}”.",
                both,
                is_now(part, first),
            )
            await gone_from_screen(app, words)


async def test_what_a_part_had_before_goes_too_and_what_it_has_now_stays() -> None:
    calm = EditPage(nickname="Calm name", signature="sunny day")
    async with page_open(calm) as (app, pilot, *pupils):
        both = (pupils[0], pupils[1])
        await choose(app, pilot, "signature: “sunny day”")
        await seen(app, "what the head of the page had before")
        await choose(app, pilot, "nickname before: “Nasty name”")
        await confirm(app, pilot, "Remove this earlier nickname", both, never("Nasty name"))
        await gone_from_screen(app, "Nasty name")
        assert page_of(pupils[1].store).face.nickname == "Calm name"
        await choose(app, pilot, "signature before: “nasty line”")
        await pilot.press("h")
        await seen(app, "“nasty line”. What the page shows now stays.")
        await pilot.press("escape")
        quoted = "Remove this earlier signature from every screen? “nasty line”"
        await confirm(app, pilot, quoted, both, never("nasty line"))
        await gone_from_screen(app, "what the head of the page had before")
        assert page_of(pupils[1].store).face.signature == "sunny day"


@asynccontextmanager
async def old_name() -> AsyncIterator[tuple[TeacherApp, Pilot[int], Callable[[str], None]]]:
    """Yuting's page in F3, whose first nickname of 25 no copy has any more; and how to give it another."""
    async with Classroom() as room:
        yuting = await room.pupil("Ana", YUTING)
        session = room.server.session
        by = By("student", "seat:1", 1, 1, YUTING)

        def rename(nickname: str) -> None:
            session.command(EditPage(nickname=nickname), by)

        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await until(lambda: yuting.store.world.session.stage == "playing")
            for name in ("Nasty name", *(f"Mood {number}" for number in range(25))):
                rename(name)
            await until(lambda: page_of(app.store).face.nickname == "Mood 24")
            assert never("Nasty name")(page_of(app.store)) and never("Mood 3")(page_of(app.store))
            await pilot.press("f3")
            app.screen.query_one("#rooms", RowList).choose(f"page:{YUTING}")
            await seen(app, "“Mood 24”")
            yield app, pilot, rename


def names_shown(app: TeacherApp) -> list[str]:
    """What the nickname was before, as the teacher's list has it."""
    rows = app.screen.query_one("#lines", MessageList).rows
    return [row.text for row in rows if row.speaker == "nickname before"]


async def test_what_a_part_had_so_long_ago_that_no_copy_has_it_goes_too() -> None:
    moods = [f"“Mood {number}”" for number in range(24)]
    async with old_name() as (app, pilot, _):
        await until(lambda: names_shown(app) == ["“Nasty name”", *moods])
        await choose(app, pilot, "nickname before: “Nasty name”")
        await pilot.press("h")
        await seen(app, "Remove this earlier nickname from every screen? “Nasty name”.")
        await pilot.press("y")
        await until(lambda: names_shown(app) == moods)


async def test_what_leaves_the_copy_while_the_page_is_read_can_still_be_taken_down() -> None:
    moods = [f"“Mood {number}”" for number in range(25)]
    async with old_name() as (app, _, rename):
        await until(lambda: len(names_shown(app)) == 25)
        rename("Last name")
        await until(lambda: names_shown(app) == ["“Nasty name”", *moods])
        rename("Nasty name")
        await until(lambda: names_shown(app) == [*moods, "“Last name”"])


async def test_words_that_were_put_back_go_with_what_they_were_before() -> None:
    edits = EditPage(signature="sunny day"), EditPage(signature="nasty line")
    async with page_open(*edits) as (app, pilot, *pupils):
        both = (pupils[0], pupils[1])
        await choose(app, pilot, "signature: “nasty line”")
        await confirm(app, pilot, "Remove this signature from every screen?", both, never("nasty line"))
        await choose(app, pilot, "signature before: “sunny day”")


async def test_the_name_of_an_album_goes_and_its_pictures_stay() -> None:
    async with page_open() as (app, pilot, *pupils):
        await choose(app, pilot, "album: “nasty album”")
        both = (pupils[0], pupils[1])
        quoted = "Remove the name of this album from every screen? “nasty album”."
        await confirm(app, pilot, quoted, both, lambda page: page.albums["main"].name == "My pictures")
        await gone_from_screen(app, "nasty album")
        assert page_of(pupils[1].store).albums["main"].cards == ("bridge-rain",)


async def test_a_reason_that_the_debrief_opened_goes_also_after_the_end() -> None:
    async with page_open() as (app, pilot, *pupils):
        await pupils[0].do(GiveReason(card="bridge-rain", text="nasty why"))
        await pupils[0].do(GiveReason(card=WHOLE, text="nasty change"))
        await until(lambda: "nasty change" in page_of(app.store).reasons.values())
        assert "nasty why" not in screen_text(app), "no classmate reads it yet"
        while app.store.world.session.stage == "playing":
            index = app.store.world.phase.index
            app.do(NextPhase())
            await until(partial(_went_on, app.store, index))
        both = (pupils[0], pupils[1])
        for words, card in (("nasty why", "bridge-rain"), ("nasty change", WHOLE)):
            await choose(app, pilot, words)
            await confirm(app, pilot, f"“{words}”", both, no_reason(card))
            await gone_from_screen(app, words)
            app.do(EndSession())
            await until(lambda: app.store.world.session.stage == "ended")
        await seen(app, "(removed by the teacher)")


async def test_what_was_said_aloud_goes_and_a_thought_stays() -> None:
    async with page_open() as (app, pilot, yuting, _):
        await yuting.do(PutPhoneDown())
        await yuting.do(SayAloud(text="nasty words"))
        await yuting.do(Think(text="a thought"))
        app.screen.query_one("#rooms", RowList).choose("lives:1")
        await choose(app, pilot, "nasty words")
        await pilot.press("h")
        await seen(app, "Remove from every screen what Pan Yuting said aloud? “nasty words”")
        await pilot.press("y")
        await until(lambda: "nasty words" not in [line.text for line in yuting.store.world.journal])
        await gone_from_screen(app, "nasty words")
        await seen(app, "(removed by the teacher)")
        await choose(app, pilot, "a thought")
        await pilot.press("h")
        await seen(app, "That stays. What can be hidden is what classmates read")


async def test_the_pictures_of_an_album_stay_and_it_says_what_can_go() -> None:
    async with page_open() as (app, pilot, _, _):
        lines = app.screen.query_one("#lines", MessageList)
        # Until its picture has come the rows are shown anew, and the cursor finds its own a moment later.
        await until(lambda: any(row.picture and row.picture.png for row in lines.rows))
        await pilot.pause()
        lines.focus()
        lines.choose(next(row.key for row in lines.rows if "card:bridge-rain" in str(row.key)))
        await pilot.press("h")
        await seen(app, "That stays. What can be hidden is what classmates read")
        assert page_of(app.store).albums["main"].cards == ("bridge-rain",)


async def test_what_the_scenario_wrote_in_the_head_of_a_page_stays() -> None:
    async with Classroom("apple-phone") as room, room.console() as (app, pilot):
        await seen(app, "LOBBY")
        await pilot.press("f3")
        app.screen.query_one("#rooms", RowList).choose(f"page:{YUTING}")
        await seen(app, "“City After Rain”")
        await choose(app, pilot, "nickname: “City After Rain”")
        await pilot.press("h")
        await seen(app, "and what its player wrote in its head.")


async def test_the_cursor_stays_on_its_row_while_others_go_on_writing() -> None:
    async with page_open() as (app, pilot, _, xiaoyan):
        await choose(app, pilot, "nasty answer")
        lines = app.screen.query_one("#lines", MessageList)
        await xiaoyan.do(WriteComment(page=YUTING, thing="page", text="one more"))
        await until(lambda: any("one more" in row.text for row in lines.rows))
        await until(lambda: lines.chosen is not None and "nasty answer" in lines.chosen.text)


async def test_a_nickname_that_was_removed_leaves_the_title_of_the_private_chat_that_is_read() -> None:
    async with Classroom() as room:
        yuting = await room.pupil("Ana", YUTING)
        private = private_room(YUTING, XIAOYAN)
        async with room.console() as (app, pilot):
            await seen(app, "1 of 1 here")
            await pilot.press("f5", "y")
            await until(lambda: yuting.store.world.session.stage == "playing")
            await yuting.do(EditPage(nickname="Nasty name"))
            await yuting.do(PostMessage(room=private, text="psst"))
            await pilot.press("f3")
            app.screen.query_one("#rooms", RowList).choose(f"room:{private}")
            lines = app.screen.query_one("#lines", MessageList)
            await until(lambda: "Nasty name" in str(lines.border_title))
            app.do(HideFace(page=YUTING, part="nickname", version=app.store.world.pages[YUTING].face.seq))
            await until(lambda: "Nasty name" not in screen_text(app))
            assert "Pan Yuting" in str(lines.border_title)
