"""Pages fill the window, in the skin of their owners, and full pictures follow one another."""

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing
from goodpath_core.play.visits import LookAtPicture


def playing(phases: int = 0) -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.play_persona("haibo", EditPage(nickname="Wave 长发", signature="孤独的浪", skin="neon"))
    stage.play_persona("haibo", ArrangeAlbum(name="My pictures", cards=("night-market", "motorbike")))
    stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps", cards=("night-market",)))
    for _ in range(phases):
        stage.do(NextPhase(), TEACHER)
    return stage


async def test_in_a_wide_window_pictures_stand_side_by_side_and_the_chosen_one_is_described() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.push_screen(PageViewScreen("1/haibo"))
        await settle(pilot)
        lines = screen_text(app).splitlines()
        assert any("1. Night market bulbs" in line for line in lines)
        assert any("2. Motorbike, not mine" in line for line in lines)
        assert "Strings of bare bulbs hang over red stalls" in lines[-3]
        await pilot.press("right")
        await settle(pilot)
        assert "A black motorbike on its stand" in screen_text(app).splitlines()[-3]
        things = app.screen.query_one("#things", MessageList)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        await settle(pilot)
        assert things.chosen is not None and things.chosen.key == "1/haibo#card:motorbike#motorbike"
        assert things.chosen.spot is not None and things.chosen.spot.wide == 19
        assert things.chosen.key in things.visible_keys()


async def test_a_page_is_in_the_skin_of_its_owner_to_its_last_row() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(PageViewScreen("1/haibo"))
        await settle(pilot)
        things = app.screen.query_one("#things", MessageList)
        assert {row.skin for row in things.rows} == {"neon"}
        assert things.styles.background.hex.lower() == "#14041f"
        app.pop_screen()
        app.push_screen(PageViewScreen("1/yuting"))
        await settle(pilot)
        things = app.screen.query_one("#things", MessageList)
        assert {row.skin for row in things.rows} == {""}
        assert things.styles.background.hex.lower() == "#ffffff"


async def test_in_the_feed_every_post_is_in_the_skin_of_who_posted_it() -> None:
    stage = playing()
    stage.do(PublishPost(text="Mine is plain"))
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        things = app.screen.query_one("#things", MessageList)
        assert {row.speaker: row.skin for row in things.rows} == {"Wave 长发": "neon", "Pan Yuting": ""}
        spots = {row.speaker: row.spot for row in things.rows if row.spot}
        assert (spots["Pan Yuting"].left, spots["Wave 长发"].left) == (0, 59)


async def test_full_pictures_follow_one_another_and_each_look_is_a_fact() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(PageViewScreen("1/haibo"))
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert "Night market bulbs  (1 of 3 on this page)" in screen_text(app)
        assert "Left/Right other pictures" in screen_text(app).splitlines()[-1]
        await pilot.press("right")
        await settle(pilot)
        assert "Motorbike, not mine  (2 of 3 on this page)" in screen_text(app)
        await pilot.press("left", "left")
        await settle(pilot)
        assert "Night market bulbs  (3 of 3 on this page)" in screen_text(app)
    post = f"post:{stage.world.pages['1/haibo'].posts[0].seq}"
    assert [one for one in stage.link.commands if isinstance(one, LookAtPicture)] == [
        LookAtPicture(page="1/haibo", thing="card:night-market"),
        LookAtPicture(page="1/haibo", thing="card:motorbike"),
        LookAtPicture(page="1/haibo", thing="card:night-market"),
        LookAtPicture(page="1/haibo", thing=post),
    ]


async def test_what_a_chosen_picture_gets_meanwhile_is_told_below_at_once() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.push_screen(PageViewScreen("1/haibo"))
        await settle(pilot)
        stage.play_persona("jun", LikeThing(page="1/haibo", thing="card:night-market"))
        await settle(pilot)
        assert screen_text(app).splitlines()[-2].strip() == "1 like · street · lively, night"


async def test_a_window_that_changed_while_a_picture_was_open_has_its_wall_in_the_new_width() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.push_screen(PageViewScreen("1/haibo"))
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        chosen = app.screen.query_one("#things", MessageList).chosen
        assert chosen is not None and chosen.spot is not None and chosen.spot.wide == 19


async def test_in_the_feed_a_large_picture_is_counted_among_those_of_qzone() -> None:
    stage = playing()
    stage.do(PublishPost(text="Mine", cards=("red-car",)))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        assert "(1 of 2 in Qzone)" in screen_text(app)
