"""What is said in passing covers neither what was written last nor the box that is being written in."""

import asyncio

import pytest
from textual.geometry import Region
from textual.widgets._toast import Toast

from client.little_server import until
from client.screens.full_stage import full_stage
from client.screens.stage import TEACHER, Stage, screen_text, settle
from client.screens.test_offline import in_lights
from client.screens.test_page_walls import playing as with_a_wall
from goodpath_client.live_app import LiveApp
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.slow_text import SlowText
from goodpath_core.play.control import PauseWorld
from goodpath_core.play.messages import PostMessage

LONG = "You are back as Pan Yuting 潘雨婷, seat 1. Not you? Leave (Alt+Q) and join with your own name."


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])
async def test_the_newest_lines_and_the_box_stay_in_sight(size: tuple[int, int]) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for number in range(40):
        stage.play_persona("haibo", PostMessage(room="1/page-makers", text=f"line {number}"))
    app = stage.app()
    async with app.run_test(size=size, notifications=True):
        await until(lambda: "line 39" in screen_text(app))
        app.say(LONG)
        await until(lambda: app.screen.query("Toast"))
        toast = app.screen.query_one("Toast")
        await until(lambda: toast.region.height)
        lines, box = app.screen.query_one(MessageList).region, app.screen.query_one(Composer).region
        assert toast.region.y >= 1 and toast.region.right >= size[0] - 2 and toast.region.width <= 36
        assert toast.region.bottom < lines.y + lines.height // 2
        assert not toast.region.overlaps(box)
        words = " ".join(screen_text(app).split())
        assert "line 39" in words and "line 37" in words and "observers, " in words


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30)], ids=["60x20", "80x24", "100x30"])
async def test_what_is_asked_stays_in_sight_also_where_it_gets_longer_meanwhile(
    size: tuple[int, int],
) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        app.say("Your pictures are on your page.")
        await until(lambda: app.screen.query("Toast") and app.screen.query_one("Toast").region.height)
        ask = " ".join(stage.store.world.phase.ask.split())
        assert ask in " ".join(screen_text(app).split())
        stage.do(PauseWorld(why="Look at the board and read what is written there. " * 3), TEACHER)
        await settle(pilot)
        app.tick()
        await until(lambda: "there. Look at" in " ".join(screen_text(app).split()))
        await until(lambda: not _over_the_ask(app))


def _over_the_ask(app: LiveApp) -> bool:
    ask = app.screen.query_one("#ask").region
    return any(toast.region.overlaps(ask) for toast in app.screen.query("Toast"))


async def test_what_is_said_after_trying_the_stop_key_does_not_cover_the_steps() -> None:
    app = Stage("ten-pictures", "").app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: isinstance(app.screen, BriefingScreen) and "1 of 3" in screen_text(app))
        await pilot.press("f9")
        await until(lambda: app.screen.query("Toast") and app.screen.query_one("Toast").region.height)
        assert not app.screen.query_one("Toast").region.overlaps(app.screen.query_one("#steps").region)


SIZES = pytest.mark.parametrize("size", [(44, 16), (60, 20), (80, 24)], ids=["44x16", "60x20", "80x24"])


async def shown_toast(app: LiveApp) -> Region:
    """Where what was told in passing has come to stand."""
    await until(lambda: app.screen.query("Toast") and app.screen.query_one("Toast").region.height)
    await until(lambda: app.screen.query_one("Toast").region.bottom <= app.size.height)
    return app.screen.query_one("Toast").region


@SIZES
async def test_in_the_room_the_text_the_box_and_the_footer_stay_in_sight(size: tuple[int, int]) -> None:
    stage = in_lights("yuting")
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        app.say(LONG)
        toast, screen = await shown_toast(app), app.screen
        await until(lambda: not screen.query_one("Toast").region.overlaps(screen.query_one(Composer).region))
        toast = screen.query_one("Toast").region
        told = screen.query_one(SlowText).region.intersection(screen.query_one("#seen").region)
        assert told.height > 1 and not toast.overlaps(told)
        assert not toast.overlaps(screen.query_one("#hints").region)
        screen.query_one(Composer).put("a long word " * 20)
        await until(lambda: screen.query_one(Composer).region.height > 3)
        await until(lambda: not screen.query_one("Toast").region.overlaps(screen.query_one(Composer).region))


async def test_in_the_room_what_is_said_in_passing_is_grey_and_can_be_read() -> None:
    app = in_lights("yuting").app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        app.say(LONG)
        await shown_toast(app)
        styles = app.screen.query_one("Toast").styles
        assert (styles.background.hex, styles.color.hex) == ("#3A3A3A", "#D6D6D6")


@SIZES
async def test_the_first_rows_of_a_list_stay_in_sight(size: tuple[int, int]) -> None:
    app = Stage("ten-pictures", "yuting").app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        app.open(ContactsScreen())
        await settle(pilot)
        app.say(LONG)
        toast, people = await shown_toast(app), app.screen.query_one("#people").region
        assert toast.y >= people.y + 4 and toast.bottom < size[1]


@SIZES
async def test_the_word_that_is_being_written_under_a_thing_stays_in_sight(size: tuple[int, int]) -> None:
    stage = full_stage()
    stage.join()
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        app.open(FeedScreen())
        await settle(pilot)
        await until(lambda: app.screen.query_one("#things", MessageList).chosen is not None)
        await pilot.press("c")
        await until(lambda: app.screen.query_one("#word").region.height)
        app.say(LONG)
        await shown_toast(app)
        box = app.screen.query_one("#word").region
        await until(lambda: not app.screen.query_one("Toast").region.overlaps(box))


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (("f12",), ("#words", "#why")),
        (("f12", "w", "h", "i"), ("#words", "#why")),
        (("f12", "o"), ("#caption",)),
        (("f2", "h", "i"), ("Composer", "#cards", "#words")),
    ],
    ids=["pictures", "why one was chosen", "a large picture", "a new post"],
)
async def test_the_words_of_a_picture_and_what_is_written_about_it_stay_in_sight(
    keys: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    stage = full_stage()
    stage.join()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        app.say(LONG)
        await shown_toast(app)
        screen = app.screen
        regions = {one: screen.query_one(one).region for one in kept}
        assert [one for one, region in regions.items() if not region.height] == []
        await until(lambda: not any(map(screen.query_one("Toast").region.overlaps, regions.values())))


async def test_the_words_below_a_wall_of_pictures_stay_in_sight() -> None:
    app = with_a_wall(1).app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        app.open(PageViewScreen("1/haibo"))
        await settle(pilot)
        await until(lambda: app.screen.query_one("#described").region.height)
        app.say(LONG)
        await shown_toast(app)
        words = app.screen.query_one("#described").region
        await until(lambda: not app.screen.query_one("Toast").region.overlaps(words))


async def test_however_fast_one_thing_is_said_after_the_other_the_last_alone_stands() -> None:
    app = Stage("ten-pictures", "yuting").app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for turns in range(8):
            # The same thing again, with ever more time for what draws the one before.
            for number in range(6):
                app.say(f"{turns} {number}")
                for _ in range(turns):
                    await asyncio.sleep(0)
            await pilot.pause(0.1)
            assert [str(one.render()) for one in app.screen.query(Toast)] == [f"{turns} 5"]


async def test_what_is_said_over_the_briefing_takes_two_of_its_rows() -> None:
    app = Stage("ten-pictures", "").app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(lambda: isinstance(app.screen, BriefingScreen) and "1 of 3" in screen_text(app))
        await pilot.press("f9")
        assert (await shown_toast(app)).size == (80, 2)
