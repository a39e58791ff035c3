"""Nobody reads a page or looks at a picture unseen: what data and money cannot pay is not shown."""

from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage, screen_text, settle, told
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.state import World
from goodpath_core.play.visits import LookAtPicture, VisitPage

USED_UP = (
    "The data is used up and there is no money on the card; put the phone down and look around the room (F4)."
)
SECRET = "The key is under the tin."


def playing() -> Stage:
    """Data counts and money too; pages are open, and Jun has just posted."""
    stage = Stage("apple-phone", "yuting")
    stage.link.answers = True
    stage.start()
    stage.do(NextPhase(), TEACHER)
    stage.play_persona("jun", PublishPost(text=SECRET))
    return stage


def use_up(world: World, data_kb: int = 0) -> None:
    """Yuting has so much data left, and no money."""
    phone = world.persons["1/yuting"].phone
    assert phone is not None
    phone.data_kb, phone.balance_yuan = data_kb, 0


async def choose_jun(pilot: Pilot[int], screen: ContactsScreen) -> None:
    for _ in range(8):
        if screen._chosen() == "1/jun":
            return
        await pilot.press("down")
    raise AssertionError("Jun is not in the contacts.")


async def test_a_page_that_cannot_be_paid_is_not_offered_and_does_not_open() -> None:
    stage = playing()
    use_up(stage.world)
    use_up(stage.store.world)
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("alt+k")
        await settle(pilot)
        assert isinstance(app.screen, ContactsScreen)
        await choose_jun(pilot, app.screen)
        assert ("Enter", "visit the page") not in app.screen.hints()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ContactsScreen)
        assert told(app) == [USED_UP]
        assert not any(isinstance(one, VisitPage) for one in stage.link.commands)


async def test_a_page_closes_when_the_server_refuses_the_visit_all_the_same() -> None:
    stage = playing()
    use_up(stage.world)
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("alt+k")
        await settle(pilot)
        assert isinstance(app.screen, ContactsScreen)
        await choose_jun(pilot, app.screen)
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands[-1] == VisitPage(page="1/jun")
        assert isinstance(app.screen, ContactsScreen)
        assert SECRET not in screen_text(app)
        assert told(app) == [USED_UP]


async def test_a_page_under_a_picture_closes_as_soon_as_it_is_on_top_again() -> None:
    stage = playing()
    stage.link.answers = False
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        app.open(PageViewScreen("1/jun"))
        await settle(pilot)
        await pilot.press("down", "o")
        await settle(pilot)
        assert isinstance(app.screen, PictureViewScreen)
        stage.store.refuse("r1", "no_credit", "The data is used up.")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert not any(isinstance(one, PageViewScreen | PictureViewScreen) for one in app.screen_stack)


async def test_a_visit_that_was_stored_keeps_its_page_open() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.open(PageViewScreen("1/jun"))
        await settle(pilot)
        assert isinstance(app.screen, PageViewScreen)
        assert SECRET in screen_text(app)
        assert [one.by for one in stage.world.pages["1/jun"].visits] == ["1/yuting"]


async def at_a_picture(pilot: Pilot[int]) -> None:
    """Qzone is open, and a post with a picture is chosen."""
    await settle(pilot)
    await pilot.press("f5")
    await settle(pilot)
    await pilot.press("down")


async def test_a_picture_that_cannot_be_paid_does_not_open() -> None:
    stage = playing()
    use_up(stage.world, 49)
    use_up(stage.store.world, 49)
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await at_a_picture(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(app.screen, FeedScreen)
        assert told(app) == [USED_UP]
        assert not any(isinstance(one, LookAtPicture) for one in stage.link.commands)


async def test_a_picture_closes_when_the_server_refuses_the_look_all_the_same() -> None:
    stage = playing()
    use_up(stage.world, 49)
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await at_a_picture(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert isinstance(stage.link.commands[-1], LookAtPicture)
        assert isinstance(app.screen, FeedScreen)
        assert told(app) == [USED_UP]


async def test_the_next_picture_is_not_shown_where_only_one_could_be_paid() -> None:
    stage = playing()
    use_up(stage.world, 50)
    use_up(stage.store.world, 50)
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await at_a_picture(pilot)
        await pilot.press("o")
        await settle(pilot)
        shown = screen_text(app)
        assert isinstance(app.screen, PictureViewScreen)
        assert "of " in shown
        await pilot.press("right")
        await settle(pilot)
        assert isinstance(app.screen, PictureViewScreen)
        assert told(app) == [USED_UP]
        assert [type(one) for one in stage.link.commands] == [LookAtPicture]
