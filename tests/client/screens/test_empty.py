"""Where there is nothing yet it is said what can be done, and no key is offered that would act on nothing."""

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.control import NextPhase
from goodpath_core.play.seats import Observe


def bare() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for page in stage.world.pages.values():
        page.posts.clear()
    stage.join()
    return stage


async def test_where_nobody_has_posted_it_says_how_to_be_the_first_and_offers_nothing_else() -> None:
    app = bare().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        text = screen_text(app)
        words = " ".join(text.replace("*", " ").split())
        assert "Nobody has posted anything yet. Be the first: Esc, then F2." in words
        foot = text.splitlines()[-1]
        assert "Esc back" in foot and "O open" not in foot and "V visit" not in foot and "choose" not in foot


async def test_who_watches_is_not_asked_to_post() -> None:
    stage = Stage("ten-pictures", "")
    stage.start()
    stage.do(Observe())
    for page in stage.world.pages.values():
        page.posts.clear()
    stage.join()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert "Nobody has posted anything yet." in screen_text(app)
        assert "Be the first" not in screen_text(app)


async def test_a_private_chat_in_which_nobody_has_written_says_who_can_read_it() -> None:
    stage = bare()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.run_slash("/private Long Haibo")
        await settle(pilot)
        rows = app.screen.query_one(MessageList).rows
        assert [row.text for row in rows] == [
            "Nobody has written here yet. You two, the teacher, and later the reviewer can read it."
        ]
