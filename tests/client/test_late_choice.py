"""Pictures that were chosen and not saved are put on the page in time, or it is said what became of them."""

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from client.screens.stage import LOOK_S, PATIENCE, TEACHER, Stage, screen_text, settle, told, write
from goodpath_client.app import StudentApp
from goodpath_client.chosen_pictures import GOES, NOT_YET
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase, PauseWorld, ResumeWorld
from goodpath_core.wire.closing import TAKEN_OVER

PUT = "The phase is about to end: what you chose is put on your page now."
STORED = "Your pictures are on your page."
BOTH = ArrangeAlbum(cards=("palace-fountain", "white-wedding"))


def playing(*saved: str) -> Stage:
    """The phase in which pictures are chosen, seven minutes long; these stand on the page."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    if saved:
        stage.do(ArrangeAlbum(cards=saved))
    stage.link.answers = True
    return stage


async def choose_two(pilot: Pilot[int]) -> StudentApp:
    """Choose the first two pictures."""
    await settle(pilot)
    await pilot.press("alt+c")
    await settle(pilot)
    await pilot.press("space", "down", "space")
    await settle(pilot)
    assert isinstance(pilot.app, StudentApp)
    return pilot.app


async def choose_one(pilot: Pilot[int]) -> StudentApp:
    """Choose the first picture in place of the one that is chosen."""
    await pilot.press("alt+c")
    await settle(pilot)
    await pilot.press("space", "down", "down", "space")
    await settle(pilot)
    assert isinstance(pilot.app, StudentApp)
    return pilot.app


async def pass_time(pilot: Pilot[int], stage: Stage, app: StudentApp, seconds: int) -> None:
    """Let so many seconds pass, and a look at the clock follow."""
    stage.now_ms += seconds * 1000
    app.tick()
    await settle(pilot)


async def heard(pilot: Pilot[int], words: str) -> None:
    """Wait until the newest of what is told in passing begins so."""
    assert isinstance(pilot.app, StudentApp)
    for _ in range(PATIENCE):
        if (told(pilot.app) or [""])[-1].startswith(words):
            return
        await pilot.pause(LOOK_S)
    raise AssertionError(f"{words!r} is not the last of {told(pilot.app)}")


def on_page(stage: Stage) -> tuple[str, ...]:
    album = stage.world.pages["1/yuting"].albums.get("main")
    return album.cards if album else ()


async def test_who_leaves_with_a_choice_that_is_not_on_the_page_hears_so() -> None:
    stage = playing()
    async with stage.app().run_test(size=(60, 20), notifications=True) as pilot:
        app = await choose_two(pilot)
        assert "Esc save later  " in screen_text(app).splitlines()[-1]
        await pilot.press("escape")
        await settle(pilot)
        assert told(app) == [GOES]
        await pilot.press("alt+c", "f2", "alt+c")
        await settle(pilot)
        assert "Esc back  " in screen_text(app).splitlines()[-1]
        await pilot.press("escape")
        await settle(pilot)
        assert told(app).count(GOES) == 1
    assert stage.link.commands == [BOTH]


async def test_an_open_choice_is_put_on_the_page_in_the_last_seconds_with_its_whys() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("w")
        await write(pilot, "for mum")
        await pass_time(pilot, stage, app, 409)
        assert stage.link.commands == []
        await pass_time(pilot, stage, app, 1)
        why = GiveReason(card="white-wedding", text="for mum")
        assert stage.link.commands == [BOTH, why]
        assert told(app)[-2:] == [PUT, STORED]
        assert isinstance(app.screen, PicturePickerScreen)
        await pass_time(pilot, stage, app, 8)
        assert stage.link.commands == [BOTH, why]
    assert on_page(stage) == BOTH.cards


async def test_a_why_that_is_too_long_stays_in_its_box_when_the_phase_ends_and_it_is_said() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("w")
        await settle(pilot)
        app.post_message(events.Paste("m" * 1001))
        await settle(pilot)
        await pass_time(pilot, stage, app, 410)
        assert stage.link.commands == [BOTH]
        assert f"{PUT} A why that is too long stays in its box; shorten it and save (F2)." in told(app)
        assert app.screen.query_one("#why", Input).value == "m" * 1001


async def test_a_choice_on_the_desk_is_put_on_the_page_and_what_is_changed_last_once_more() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("escape")
        await pass_time(pilot, stage, app, 410)
        assert on_page(stage) == BOTH.cards
        await pilot.press("alt+c", "space")
        await pass_time(pilot, stage, app, 3)
        assert on_page(stage) == BOTH.cards
        await pass_time(pilot, stage, app, 4)
        assert on_page(stage) == ("white-wedding",)


async def test_nothing_is_put_there_while_the_world_stands_still_nor_is_a_page_emptied() -> None:
    stage = playing("palace-fountain")
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c", "space")
        assert isinstance(pilot.app, StudentApp)
        await pass_time(pilot, stage, pilot.app, 412)
        # Paused first: the app looks at the clock by itself too.
        stage.do(PauseWorld(why="Look here."), TEACHER)
        await settle(pilot)
        await pilot.press("down", "down", "space")
        await pass_time(pilot, stage, pilot.app, 6)
    assert stage.link.commands == []
    assert on_page(stage) == ("palace-fountain",)


async def test_a_choice_that_a_later_phase_does_not_take_gives_way_to_what_is_on_the_page() -> None:
    stage = playing("red-car")
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        stage.do(NextPhase(), TEACHER)
        await heard(
            pilot,
            "What you chose last is not on your page, which keeps what was saved. "
            "Your page cannot be changed in this phase.",
        )
        assert isinstance(app.screen, PicturePickerScreen) and app.screen.chosen == ["red-car"]
        assert "Pictures · Your page cannot be changed in this phase." in screen_text(app)
        for _ in range(2):
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        await pass_time(pilot, stage, app, 75)
    assert on_page(stage) == ("red-car",)


async def test_a_first_choice_waits_for_a_phase_that_takes_it() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("escape")
        stage.do(NextPhase(), TEACHER)
        await heard(
            pilot,
            "The 2 pictures you chose are not on your page. Your page cannot be changed in this phase. "
            "They wait until your page takes them.",
        )
        for _ in range(2):
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        await heard(pilot, GOES)
        await pass_time(pilot, stage, app, 75)
    assert on_page(stage) == BOTH.cards
    assert stage.world.pages["1/yuting"].swaps == 0


async def test_where_exchanges_are_counted_an_older_choice_is_none() -> None:
    stage = playing("red-car", "snow-city")
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for _ in range(3):
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        await pilot.press("alt+c", "space", "escape")
        await settle(pilot)
        await heard(
            pilot,
            "These pictures are not on your page yet. "
            "In this phase pictures are exchanged: put in as many as you take out; 1 missing.",
        )
        stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        await heard(pilot, "What you chose last is not on your page")
    assert on_page(stage) == ("red-car", "snow-city")


async def test_no_notice_of_a_choice_comes_while_nothing_can_be_done_about_it() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("escape")
        for _ in range(2):
            stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        assert stage.world.phase.name == "Lights"
        before = len(told(app))
        await pass_time(pilot, stage, app, 20)
        assert not any("The 2 pictures" in words for words in told(app)) and len(told(app)) <= before
        stage.do(NextPhase(), TEACHER)
        stage.do(PauseWorld(why="Look here."), TEACHER)
        await settle(pilot)
        assert GOES not in told(app)[before:]
        stage.do(ResumeWorld(), TEACHER)
        await settle(pilot)
        await heard(pilot, GOES)
        assert not any(words.startswith("PAUSED") for words in told(app))


async def test_while_another_terminal_has_the_seat_nothing_is_put_on_the_page_from_here() -> None:
    stage = playing()
    async with stage.app().run_test(size=(100, 30)) as pilot:
        app = await choose_two(pilot)
        app.closing = TAKEN_OVER
        await pass_time(pilot, stage, app, 7 * 60 - 8)
        assert stage.link.commands == []
        app.closing = None
        app.tick()
        assert stage.link.commands == [BOTH]


async def test_pictures_that_were_saved_at_another_terminal_give_way_to_no_older_choice() -> None:
    stage = playing()
    async with stage.app().run_test(size=(100, 30)) as pilot:
        app = await choose_two(pilot)
        app.boxes.hand_over()
        await pilot.press("escape")
        stage.do(ArrangeAlbum(cards=("white-wedding",)))
        await settle(pilot)
        await pass_time(pilot, stage, app, 7 * 60 - 8)
        assert stage.link.commands == [] and on_page(stage) == ("white-wedding",)


async def test_what_is_dropped_is_put_on_no_page_and_a_slip_drops_nothing() -> None:
    stage = playing("red-car")
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        assert "F8 drop" in screen_text(app).splitlines()[-1]
        await pilot.press("f8", "escape")
        await settle(pilot)
        assert isinstance(app.screen, PicturePickerScreen) and not app.screen.is_saved
        await pilot.press("f8", "y")
        await settle(pilot)
        assert told(app)[-1] == "Dropped; your page stays as it is."
        assert isinstance(app.screen, PicturePickerScreen) and app.screen.chosen == ["red-car"]
        assert "F8" not in screen_text(app)
        await pilot.press("f8", "escape")
        await pass_time(pilot, stage, app, 412)
    assert stage.link.commands == [] and on_page(stage) == ("red-car",)


async def test_an_exchange_is_made_by_a_key_alone_and_whoever_forgets_it_is_told_in_time() -> None:
    stage = playing("red-car")
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for _ in range(3):
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        app = await choose_one(pilot)
        assert "Esc back, unsaved  E reason  Space choose" in screen_text(app).splitlines()[-1]
        await pilot.press("escape")
        await heard(pilot, NOT_YET)
        await pass_time(pilot, stage, app, 72)
        last = "The phase is about to end, and the pictures you chose are not on your page; F12, then F2"
        await heard(pilot, last)
        await pass_time(pilot, stage, app, 5)
        assert len([words for words in told(app) if words.startswith(last)]) <= 1
        assert stage.link.commands == []
        stage.do(NextPhase(), TEACHER)
        await heard(pilot, "What you chose last is not on your page, which keeps what was saved.")
    assert on_page(stage) == ("red-car",)
    assert stage.world.pages["1/yuting"].swaps == 0
