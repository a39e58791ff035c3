"""A seat opened at another terminal: said across the screen, nothing written, taken back by a key."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from client.screens.stage import Stage, screen_text, settle
from client.teacher.classroom import Classroom, Ids, now_ms, until
from goodpath_client.addresses import parse
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.joining import Identity
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.last_room import LastRooms
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_client.screens.elsewhere import ElsewhereScreen
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.seats import SeatTokens
from goodpath_client.store import Store
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.event import By
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import TakePersona
from goodpath_core.wire.closing import TAKEN_OVER


def seat(room: Classroom, tokens: SeatTokens, terminal: str, drafts: Path | None = None) -> Joined:
    store = Store()
    hello = Identity("student", room.server.code, "Ana")
    outbox = Outbox(None, Ids(terminal))
    address = parse(f"127.0.0.1:{room.server.port}")
    link = Link(address, hello, store, outbox, tokens, dice=lambda: 0.5, now=now_ms)
    return Joined(link, store, drafts=KeptDrafts(drafts))


async def playing(app: StudentApp, pilot: Pilot[int]) -> None:
    await until(lambda: isinstance(app.screen, OnlineScreen) and app.screen.is_whole)
    await pilot.pause()


async def test_the_older_terminal_takes_no_lines_keeps_the_draft_and_takes_the_seat_back() -> None:
    async with Classroom() as room:
        tokens = SeatTokens(None)
        older = seat(room, tokens, "older")
        app = StudentApp(older, now=now_ms)
        app.scene.briefed = True
        async with app.run_test(size=(80, 24)) as pilot:
            await until(lambda: not older.store.stale)
            older.link.do(TakePersona(persona="1/yuting"))
            room.server.session.command(StartWorld(), By("teacher", "teacher"))
            await until(lambda: older.store.me and older.store.world.session.stage == "playing")
            app.scene.met = "1/yuting"
            app.route()
            await playing(app, pilot)
            await pilot.press(*"half a")
            other = StudentApp(seat(room, tokens, "newer"), now=now_ms)
            async with other.run_test(size=(80, 24)):
                await until(lambda: isinstance(app.screen, ElsewhereScreen))
                await pilot.pause()
                assert "This seat is open elsewhere" in screen_text(app)
                await pilot.press(*" line", "enter")
                assert older.store.link.waiting == 0
                await pilot.press("f2")
                await until(lambda: older.store.link.online and isinstance(app.screen, OnlineScreen))
                assert app.screen.query_one(Composer).text == "half a"
                await until(lambda: isinstance(other.screen, ElsewhereScreen))


async def begin_to_play(room: Classroom, app: StudentApp, pilot: Pilot[int]) -> None:
    """Join as Yuting, and let the world begin."""
    store = app.store
    await until(lambda: not store.stale)
    app.do(TakePersona(persona="1/yuting"))
    room.server.session.command(StartWorld(), By("teacher", "teacher"))
    await until(lambda: store.me and store.world.session.stage == "playing")
    await come_back(app, pilot)


async def come_back(app: StudentApp, pilot: Pilot[int]) -> None:
    await until(lambda: app.store.me and not app.store.stale)
    app.scene.met = "1/yuting"
    app.route()
    await playing(app, pilot)


def is_kept(folder: Path, words: str) -> bool:
    return any(words.encode() in path.read_bytes() for path in folder.iterdir()) if folder.exists() else False


def text_in(app: StudentApp) -> str:
    return app.screen.query_one(Composer).text


async def test_a_seat_taken_back_goes_on_with_what_was_begun_at_the_other_terminal(tmp_path: Path) -> None:
    async with Classroom() as room:
        tokens = SeatTokens(None)
        app = StudentApp(seat(room, tokens, "older", tmp_path), now=now_ms)
        app.scene.briefed = True
        async with app.run_test(size=(80, 24)) as pilot:
            await begin_to_play(room, app, pilot)
            await pilot.press(*"abc")
            await until(lambda: is_kept(tmp_path, "abc"))
            app.push_screen(PageEditorScreen())
            await until(lambda: isinstance(app.screen, PageEditorScreen) and app.screen.is_whole)
            other = StudentApp(seat(room, tokens, "newer", tmp_path), now=now_ms)
            other.scene.briefed = True
            async with other.run_test(size=(80, 24)) as beside:
                await come_back(other, beside)
                await until(lambda: isinstance(app.screen, ElsewhereScreen))
                assert text_in(other) == "abc"
                await beside.press(*"DEF")
                other.push_screen(PageEditorScreen())
                await until(lambda: isinstance(other.screen, PageEditorScreen) and other.screen.is_whole)
                other.screen.query_one("#nickname", Input).value = "Rain"
                await until(lambda: is_kept(tmp_path, "abcDEF") and is_kept(tmp_path, "Rain"))
                await pilot.press("f2")
                await until(lambda: isinstance(other.screen, ElsewhereScreen))
            await until(lambda: app.store.link.online and isinstance(app.screen, OnlineScreen))
            await pilot.pause()
            assert text_in(app) == "abcDEF"
            await pilot.press("g")
            await until(lambda: is_kept(tmp_path, "abcDEFg") and is_kept(tmp_path, "Rain"))
            app.push_screen(PageEditorScreen())
            await until(lambda: isinstance(app.screen, PageEditorScreen) and app.screen.is_whole)
            assert app.screen.query_one("#nickname", Input).value == "Rain"


async def test_what_was_sent_at_the_other_terminal_stands_no_more_in_the_box_of_a_seat_taken_back(
    tmp_path: Path,
) -> None:
    async with Classroom() as room:
        tokens = SeatTokens(None)
        app = StudentApp(seat(room, tokens, "older", tmp_path), now=now_ms)
        app.scene.briefed = True
        async with app.run_test(size=(80, 24)) as pilot:
            await begin_to_play(room, app, pilot)
            await pilot.press(*"abc")
            await until(lambda: is_kept(tmp_path, "abc"))
            other = StudentApp(seat(room, tokens, "newer", tmp_path), now=now_ms)
            other.scene.briefed = True
            async with other.run_test(size=(80, 24)) as beside:
                await come_back(other, beside)
                await until(lambda: isinstance(app.screen, ElsewhereScreen))
                await beside.press("enter")
                await until(lambda: not is_kept(tmp_path, "abc"))
                await pilot.press("f2")
                await until(lambda: isinstance(other.screen, ElsewhereScreen))
            await until(lambda: app.store.link.online and isinstance(app.screen, OnlineScreen))
            await pilot.pause()
            assert text_in(app) == ""


def comes_back(rooms: LastRooms) -> StudentApp:
    stage = Stage()
    stage.start()
    return StudentApp(Joined(stage.link, stage.store, rooms), now=lambda: stage.now_ms)


async def test_whoever_comes_back_goes_on_in_the_chat_that_was_open_last(tmp_path: Path) -> None:
    rooms = LastRooms(tmp_path / "rooms.json")
    for expected in ("1/page-makers", "private:1/haibo+1/yuting"):
        app = comes_back(rooms)
        async with app.run_test(size=(80, 24)) as pilot:
            await playing(app, pilot)
            screen = app.screen
            assert isinstance(screen, OnlineScreen) and screen.room == expected
            screen.write_to("1/haibo")


async def test_a_place_that_changes_just_before_the_seat_is_lost_does_not_hide_that_it_was_lost() -> None:
    stage = Stage()
    stage.start()
    stage.link.closing = TAKEN_OVER
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.scene.met = "1/yuting"
        app.route()
        await playing(app, pilot)
        stage.do(PutPhoneDown())
        await stage.link.close()
        await until(lambda: any(isinstance(one, ElsewhereScreen) for one in app.screen_stack))
        await settle(pilot)
        assert "This seat is open elsewhere" in screen_text(app)
        await pilot.press("f2")
        await until(lambda: isinstance(app.screen, OfflineScreen))


async def begin_debrief(room: Classroom, app: StudentApp, pilot: Pilot[int]) -> None:
    """Join as Yuting, and go through all phases to the debrief."""
    await until(lambda: not app.store.stale)
    app.do(TakePersona(persona="1/yuting"))
    await until(lambda: app.store.me)
    session, teacher = room.server.session, By("teacher", "teacher")
    session.command(StartWorld(), teacher)
    while session.world.session.stage == "playing":
        session.command(NextPhase(), teacher)
    await reach_debrief(app, pilot)


async def reach_debrief(app: StudentApp, pilot: Pilot[int]) -> None:
    await until(lambda: isinstance(app.screen, DebriefScreen) and app.screen.is_whole)
    await until(lambda: app.screen.query("#answer-1"))
    await pilot.pause()


async def test_a_seat_taken_back_in_the_debrief_goes_on_with_the_sentences_kept_meanwhile() -> None:
    async with Classroom() as room:
        tokens = SeatTokens(None)
        app = StudentApp(seat(room, tokens, "older"), now=now_ms)
        app.scene.briefed = True
        async with app.run_test(size=(80, 50)) as pilot:

            def kept() -> tuple[str, ...]:
                return next((one.answers for one in reversed(room.server.session.stored.reflections)), ())

            await begin_debrief(room, app, pilot)
            app.screen.query_one("#answer-0").focus()
            await pilot.press(*"first", "enter")
            await until(lambda: kept() == ("first", ""))
            other = StudentApp(seat(room, tokens, "newer"), now=now_ms)
            other.scene.briefed = True
            async with other.run_test(size=(80, 50)) as beside:
                await reach_debrief(other, beside)
                await until(lambda: isinstance(app.screen, ElsewhereScreen))
                other.screen.query_one("#answer-0").focus()
                await beside.press("end", *" and more", "enter")
                await until(lambda: kept() == ("first and more", ""))
                await pilot.press("f2")
                await until(lambda: isinstance(other.screen, ElsewhereScreen))
            await until(lambda: app.store.link.online and not app.store.stale)
            await until(lambda: app.screen.query_one("#answer-0", Input).value == "first and more")
            app.screen.query_one("#answer-1").focus()
            await pilot.press(*"second", "enter")
            await until(lambda: kept() == ("first and more", "second"))
