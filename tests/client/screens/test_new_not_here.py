"""New lines that a copy made anew does not hold: it says so, and opening the chat fetches them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from textual.pilot import Pilot

from client.little_server import LittleServer, seat_of_yuting, until
from client.screens.stage import screen_text, settle
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.link import Link
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_view import UNREAD
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import StartWorld
from goodpath_core.play.messages import PostMessage
from town import TEACHER, Town

MING: Final = "private:1/ming+1/yuting"
KITCHEN: Final = "1/kitchen"


def busy(lines: int) -> Town:
    """Yuting reads nothing while Ming writes so many lines; whoever comes is told the newest sixty."""
    town = Town(bounds=CLASS._replace(lines=60))
    town.play("1/yuting", "1/ming")
    town.do(ReadBriefing(), town.seat(1))
    town.do(StartWorld(), TEACHER)
    for number in range(lines):
        town.do(PostMessage(room=MING, text=f"line {number} ends"), town.player("1/ming"))
    return town


@asynccontextmanager
async def yuting(town: Town, folder: Path) -> AsyncIterator[tuple[StudentApp, Pilot[int], Link]]:
    """Seat 1 is at the phone, with the kitchen open; of Ming's chat is known what the welcome brought."""
    async with LittleServer(town) as server:
        link, store = server.link(tokens=seat_of_yuting(folder / "seats.json", server))
        app = StudentApp(Joined(link, store), now=lambda: 0)
        async with app.run_test(size=(100, 30)) as pilot:
            app.scene.met = "1/yuting"
            await until(lambda: is_ready(app))
            for room in store.world.rooms.keys() - {MING}:
                store.unread.seen(room, store.world.seq)
            phone(app).open_room(KITCHEN)
            await settle(pilot)
            yield app, pilot, link


def is_ready(app: StudentApp) -> bool:
    return isinstance(app.screen, OnlineScreen) and app.screen.is_whole and app.store.link.online


def phone(app: StudentApp) -> OnlineScreen:
    return app.get_screen("online", OnlineScreen)


def shown(app: StudentApp) -> list[str]:
    """What the rows on screen say."""
    lines = phone(app).query_one(MessageList)
    return [row.text for key in lines.visible_keys() if (row := lines.row(key)) is not None]


def divider(app: StudentApp) -> tuple[str, str]:
    """What the divider says, and the line below it."""
    lines = phone(app).query_one(MessageList)
    rows = [*lines._book]
    place = next(at for at, row in enumerate(rows) if row.key == UNREAD)
    return rows[place].text, rows[place + 1].text


async def test_a_chat_of_which_not_all_new_lines_are_here_says_so_and_opening_it_makes_the_number_exact(
    tmp_path: Path,
) -> None:
    async with yuting(busy(200), tmp_path) as (app, pilot, link):
        assert "60+" in screen_text(app)
        phone(app).open_room(MING)
        assert divider(app) == ("60+ new", "line 140 ends")
        await settle(pilot)
        assert "line 199 ends" in shown(app)
        await until(lambda: link.store.known.gap(MING) == 0)
        await settle(pilot)
        assert divider(app) == ("200 new", "line 0 ends")
        assert "line 199 ends" in shown(app)
        assert link.store.unread.count(MING) == 200 - len(shown(app))


async def test_f6_leads_to_the_first_new_line_though_it_has_to_be_fetched(tmp_path: Path) -> None:
    async with yuting(busy(200), tmp_path) as (app, pilot, link):
        await pilot.press("f6")
        await until(lambda: link.store.known.gap(MING) == 0)
        await until(lambda: "line 0 ends" in shown(app))
        assert "line 199 ends" not in shown(app)


async def test_whoever_has_gone_on_reading_meanwhile_is_not_moved(tmp_path: Path) -> None:
    async with yuting(busy(200), tmp_path) as (app, pilot, link):
        first = link.store.unread.first(MING)
        phone(app).open_room(MING, first)
        phone(app).fetch_new(led_to=first)
        await pilot.press("pagedown")
        before = shown(app)
        await until(lambda: link.store.known.gap(MING) == 0)
        await settle(pilot)
        assert divider(app) == ("200 new", "line 0 ends")
        assert shown(app) == before


async def test_whoever_is_thousands_of_lines_behind_is_given_a_thousand_at_a_time(tmp_path: Path) -> None:
    async with yuting(busy(1300), tmp_path) as (app, pilot, link):
        await pilot.press("f6")
        await until(lambda: len(link.store.lines(MING)) == 1060)
        await until(lambda: "line 240 ends" in shown(app))
        assert divider(app) == ("1060+ new", "line 240 ends")
        await pilot.press("f6")
        await until(lambda: link.store.known.gap(MING) == 0)
        await until(lambda: "line 0 ends" in shown(app))


async def test_a_copy_made_anew_while_its_chat_is_open_fetches_what_was_missed(tmp_path: Path) -> None:
    town = busy(10)
    async with LittleServer(town) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats.json", server))
        app = StudentApp(Joined(link, store), now=lambda: 0)
        async with app.run_test(size=(100, 40)) as pilot:
            app.scene.met = "1/yuting"
            await until(lambda: is_ready(app))
            phone(app).open_room(MING)
            await settle(pilot)
            assert store.unread.count(MING) == 0
            server.epoch = "second"
            for number in range(10, 110):
                town.do(PostMessage(room=MING, text=f"line {number} ends"), town.player("1/ming"))
            server.cut()
            await until(lambda: any(line.text == "line 10 ends" for line in store.lines(MING)))
            assert not store.unread.lacks(MING)


async def test_whoever_answers_meanwhile_has_read_all_and_gets_no_divider_any_more(tmp_path: Path) -> None:
    async with yuting(busy(200), tmp_path) as (app, pilot, link):
        phone(app).open_room(MING)
        phone(app).read_to_end()
        await until(lambda: link.store.known.gap(MING) == 0)
        await settle(pilot)
        assert phone(app).query_one(MessageList).row(UNREAD) is None
        assert link.store.unread.count(MING) == 0
