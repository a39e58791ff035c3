"""A window whose first join was refused is as good as any other once it is let in."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from client.little_server import CODE, Ids, LittleServer, until
from client.screens.stage import screen_text, seen, settle, told, write
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.outbox import Outbox
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import StartWorld
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import TakePersona
from goodpath_core.play.shortening import ShortenPhase
from goodpath_core.wire.closing import LOCKED, Closing
from town import TEACHER, Town


def window(server: LittleServer, folder: Path) -> StudentApp:
    """The client in a terminal, at its join screen, with a code that is none."""

    def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
        link, store = server.link(Outbox(None, Ids()), code=code, name=name)
        return Joined(link, store, drafts=KeptDrafts(folder))

    return StudentApp(now=lambda: 0, connect=connect, address="host", code="ABCDEFGH", own_name="Ann")


async def be_refused(pilot: Pilot[int], server: LittleServer, closing: Closing | None = None) -> None:
    """Join and be sent away: with `closing`, or for the wrong code."""
    app = pilot.app
    assert isinstance(app, StudentApp)
    server.goodbye = closing
    await pilot.press("f10")
    await until(lambda: app.closing is not None)
    server.goodbye = None
    await settle(pilot)


async def be_let_in(pilot: Pilot[int], server: LittleServer, app: StudentApp) -> None:
    """Join with the right code in the same window, and play Yuting in the first phase."""
    app.screen.query_one("#code", Input).value = CODE
    await pilot.press("f10")
    await until(lambda: app.store.world.seats.get(1) and app.store.link.online)
    await server.do(ReadBriefing(), server.town.seat(1))
    await server.do(TakePersona(persona="1/yuting"), server.town.seat(1))
    await until(lambda: app.scene.shown == "lobby")
    await server.do(StartWorld(), TEACHER)
    await until(lambda: app.scene.shown == "online")
    await settle(pilot)


async def saved_by_itself(server: LittleServer, folder: Path, closing: Closing | None) -> None:
    """Be refused, be let in, begin a name for the page, and see it saved as the phase ends."""
    app = window(server, folder)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await be_refused(pilot, server, closing)
        await be_let_in(pilot, server, app)
        await pilot.press("f3")
        await settle(pilot)
        app.screen.query_one("#nickname", Input).value = "Night"
        await settle(pilot)
        await server.do(ShortenPhase(), TEACHER)
        await until(lambda: EditPage(nickname="Night") in server.carried_out)
        assert any(words.startswith("The phase is about to end: what you wrote") for words in told(app))


async def test_what_was_begun_for_the_page_is_saved_as_the_phase_ends_though_a_wrong_code_came_first(
    tmp_path: Path,
) -> None:
    async with LittleServer(Town()) as server:
        await saved_by_itself(server, tmp_path, None)


async def test_what_was_begun_for_the_page_is_saved_as_the_phase_ends_though_the_door_was_locked_first(
    tmp_path: Path,
) -> None:
    async with LittleServer(Town()) as server:
        await saved_by_itself(server, tmp_path, LOCKED)


async def test_what_is_begun_after_a_wrong_code_is_kept_for_the_next_terminal(tmp_path: Path) -> None:
    async with LittleServer(Town()) as server:
        app = window(server, tmp_path)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await be_refused(pilot, server)
            await be_let_in(pilot, server, app)
            app.screen.query_one(Composer).focus()
            await write(pilot, "half a li")
            await until(lambda: [one for one in tmp_path.iterdir() if b"half a li" in one.read_bytes()])


async def test_who_leaves_after_a_wrong_code_hears_that_the_seat_is_kept(tmp_path: Path) -> None:
    async with LittleServer(Town()) as server:
        app = window(server, tmp_path)
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await be_refused(pilot, server)
            await be_let_in(pilot, server, app)
            await pilot.press("alt+q")
            await seen(pilot, "Your seat is kept")
            assert "not known here" not in screen_text(app)
