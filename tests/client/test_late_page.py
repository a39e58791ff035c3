"""What was begun for the page is put there before a phase ends, and as the phone is put away by others."""

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from client.screens.stage import LOOK_S, PATIENCE, TEACHER, Stage, screen_text, settle, told, write
from client.screens.test_drafts_on_disk import terminal
from client.shipped import shipped
from client.test_late_choice import BOTH, choose_one, choose_two, heard, on_page, pass_time, playing
from goodpath_client.app import StudentApp
from goodpath_client.begun_face import GOES
from goodpath_client.chosen_pictures import GOES as CHOICE_GOES
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Draft
from goodpath_core.play.places import PlaceChanged, PutPhoneDown
from goodpath_core.play.profile import EditPage
from goodpath_core.play.shortening import ShortenPhase

NIGHT = EditPage(nickname="Night")
SIGNED = EditPage(signature="sig sig")


async def write_face(pilot: Pilot[int], stage: Stage) -> StudentApp:
    """Begin a name and a signature on “Edit my page”, and save neither."""
    await settle(pilot)
    assert isinstance(pilot.app, StudentApp)
    await pilot.press("f3")
    await settle(pilot)
    pilot.app.screen.query_one("#nickname", Input).value = "Night"
    await pilot.press("tab")
    await write(pilot, "sig sig")
    await settle(pilot)
    return pilot.app


def face(stage: Stage) -> tuple[str, str]:
    now = stage.world.pages["1/yuting"].face
    return now.nickname, now.signature


async def test_what_was_written_for_the_page_is_put_there_in_the_last_seconds_too() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        await pass_time(pilot, stage, app, 409)
        assert stage.link.commands == []
        await pass_time(pilot, stage, app, 1)
        assert stage.link.commands == [NIGHT, SIGNED]
        assert "The phase is about to end: what you wrote is put on your page now." in told(app)
        await pass_time(pilot, stage, app, 8)
        assert stage.link.commands == [NIGHT, SIGNED]
        assert isinstance(app.screen, PageEditorScreen)
    assert face(stage) == ("Night", "sig sig")


async def test_who_only_looks_at_my_page_gets_no_colours_that_were_never_chosen() -> None:
    of = shipped("ten-pictures")
    skins = {key: skin for key, skin in of.scenario.skins.items() if key != "plain"}
    stage = Stage(replace(of, scenario=replace(of.scenario, skins=skins)), "yuting")
    stage.start()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(pilot.app, StudentApp)
        await pass_time(pilot, stage, pilot.app, 410)
        await pilot.press("escape")
        await pass_time(pilot, stage, pilot.app, 1)
    assert stage.link.commands == []


async def test_a_name_that_is_refused_takes_no_signature_along_and_comes_back_to_its_box() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        app.screen.query_one("#nickname", Input).value = "Teacher"
        await pilot.press("escape")
        await pass_time(pilot, stage, app, 410)
        assert any(words.startswith("That name could be taken for the teacher") for words in told(app))
        assert app.drafts.of("1/yuting").texts == {"page nickname": "Teacher"}
    assert face(stage)[1] == "sig sig"


async def test_where_the_teacher_ends_the_phase_all_that_was_begun_is_on_the_page_first() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("escape")
        await write_face(pilot, stage)
        stage.do(ShortenPhase(), TEACHER)
        await settle(pilot)
        what = "what you chose and wrote is put on your page now."
        assert any(words.endswith(what) for words in told(app))
        assert any(words == "Your teacher ends this phase; it is over in 10 seconds." for words in told(app))
        stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        await pass_time(pilot, stage, app, 1)
        assert not any("not on" in words for words in told(app))
    assert face(stage) == ("Night", "sig sig") and on_page(stage) == BOTH.cards


async def test_who_is_called_away_from_the_phone_has_on_the_page_what_was_begun() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("escape")
        await write_face(pilot, stage)
        stage.happen(Draft(PlaceChanged(persona="1/yuting", place="shift", rule="shift"), "cell", 1))
        await settle(pilot)
        assert app.scene.shown == "offline"
        assert "Your phone is put away: what you chose and wrote is put on your page now." in told(app)
    assert face(stage) == ("Night", "sig sig") and on_page(stage) == BOTH.cards


async def test_what_was_begun_goes_on_the_page_as_the_phase_ends_also_where_the_phone_is_down() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await choose_two(pilot)
        await pilot.press("escape")
        await write_face(pilot, stage)
        await pilot.press("escape", "f4")
        await settle(pilot)
        assert stage.link.commands == [PutPhoneDown()] and app.scene.shown == "offline"
        await pass_time(pilot, stage, app, 409)
        assert stage.link.commands == [PutPhoneDown()]
        await pass_time(pilot, stage, app, 1)
        assert "The phase is about to end: what you chose and wrote is put on your page now." in told(app)
        stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert not any("not on your page" in words or "this phase" in words for words in told(app))
    assert face(stage) == ("Night", "sig sig") and on_page(stage) == BOTH.cards


async def test_where_the_teacher_ends_the_phase_what_was_begun_goes_there_with_the_phone_down_too() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        await pilot.press("escape", "f4")
        await settle(pilot)
        stage.do(ShortenPhase(), TEACHER)
        await settle(pilot)
        await pass_time(pilot, stage, app, 1)
    assert face(stage) == ("Night", "sig sig")


async def test_a_phone_that_went_dark_keeps_nothing_from_the_page_as_the_phase_ends() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        await pilot.press("escape")
        stage.happen(Draft(PlaceChanged(persona="1/yuting", place="room"), "cell", 1))
        await settle(pilot)
        assert stage.link.commands == []
        await pass_time(pilot, stage, app, 410)
    assert face(stage) == ("Night", "sig sig")


async def test_an_exchange_is_not_made_with_the_phone_down_and_its_owner_hears_how_in_time() -> None:
    stage = playing("red-car")
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for _ in range(3):
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        app = await choose_one(pilot)
        await pilot.press("escape")
        stage.happen(Draft(PlaceChanged(persona="1/yuting", place="room"), "cell", 1))
        await settle(pilot)
        await pass_time(pilot, stage, app, 72)
        await heard(
            pilot,
            "The phase is about to end, and the pictures you chose are not on your page; "
            "F4, F12, then F2 puts them there.",
        )
    assert on_page(stage) == ("red-car",)


async def test_what_was_begun_at_a_terminal_that_was_killed_goes_on_the_page_from_the_next_one(
    tmp_path: Path,
) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(80, 24)) as pilot:
        await choose_two(pilot)
        await pilot.press("escape")
        await write_face(pilot, stage)
        await pilot.press("escape")
        # A program that is killed keeps nothing more than it has kept already.
        lost.at_end = ()
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert CHOICE_GOES in told(again) and GOES in told(again)
        await pilot.press("f4")
        await settle(pilot)
        stage.do(ShortenPhase(), TEACHER)
        await settle(pilot)
        await pass_time(pilot, stage, again, 1)
    assert face(stage) == ("Night", "sig sig") and on_page(stage) == BOTH.cards


async def test_whoever_was_away_as_the_phase_ended_hears_what_is_not_on_the_page_and_it_waits(
    tmp_path: Path,
) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(80, 24)) as pilot:
        await choose_two(pilot)
        await pilot.press("escape")
        await write_face(pilot, stage)
        await pilot.press("escape")
        lost.at_end = ()
    stage.do(NextPhase(), TEACHER)
    closed = "Your page cannot be changed in this phase."
    chose = f"The 2 pictures you chose are not on your page. {closed} They wait until your page takes them."
    wrote = f"What you wrote is not on your page. {closed} It waits on “Edit my page” until it can."
    for _ in range(2):
        again = terminal(stage, tmp_path)
        async with again.run_test(size=(80, 24), notifications=True) as pilot:
            await settle(pilot)
            assert {one for one in told(again) if "your page" in one} == {chose, wrote}
            again.boxes.keep()
            again.at_end = ()
    for _ in range(2):
        stage.do(NextPhase(), TEACHER)
    last = terminal(stage, tmp_path)
    async with last.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pass_time(pilot, stage, last, 75)
    assert face(stage) == ("Night", "sig sig") and on_page(stage) == BOTH.cards


async def test_a_choice_kept_from_before_takes_the_place_of_no_newer_one(tmp_path: Path) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(80, 24)) as pilot:
        await choose_two(pilot)
        await pilot.press("escape")
        lost.at_end = ()
    stage.do(ArrangeAlbum(cards=("red-car",)))
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert CHOICE_GOES not in told(again)
        await pass_time(pilot, stage, again, 412)
    assert on_page(stage) == ("red-car",)


async def test_what_was_dropped_does_not_come_back_at_the_next_terminal(tmp_path: Path) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(80, 24)) as pilot:
        await choose_two(pilot)
        await pilot.press("escape", "alt+c", "f8", "y")
        await settle(pilot)
        lost.at_end = ()
    again = terminal(stage, tmp_path)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pass_time(pilot, stage, again, 412)
    assert stage.link.commands == [] and on_page(stage) == ()


async def test_what_was_to_be_said_of_a_phase_is_not_said_once_it_is_over() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        await pilot.press("escape", "f4")
        await settle(pilot)
        stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        await pilot.press("f4")
        await heard(pilot, "What you wrote is not on your page. Your page cannot be changed in this phase.")
        assert GOES not in told(app)


async def test_what_was_written_waits_on_my_page_where_a_phase_takes_it_no_more() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        assert "F2 save" in screen_text(app)
        stage.do(NextPhase(), TEACHER)
        await heard(
            pilot,
            "What you wrote is not on your page. Your page cannot be changed in this phase. "
            "It waits on “Edit my page” until it can.",
        )
        assert "F2 save" not in screen_text(app)
        await pilot.press("f2")
        closed = "Your page cannot be changed in this phase."
        await heard(pilot, f"{closed} What you wrote stays here until it can.")
        assert isinstance(app.screen, PageEditorScreen) and stage.link.commands == []
        for _ in range(2):
            stage.do(NextPhase(), TEACHER)
            await settle(pilot)
        await heard(pilot, GOES)
        await pass_time(pilot, stage, app, 75)
    assert face(stage) == ("Night", "sig sig")


async def test_what_no_phase_takes_any_more_is_said_to_be_gone_in_the_debrief() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        await pilot.press("escape")
        for _ in range(4):
            stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        kept = "What you wrote last is not on your page, which keeps what was saved."
        await heard(pilot, f"{kept} Play is over")
        assert app.drafts.of("1/yuting").texts == {}


async def test_whoever_leaves_my_page_hears_what_becomes_of_what_is_not_saved_and_can_drop_it() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        foot = screen_text(app).splitlines()[-1]
        assert "Esc save later  " in foot and "F8 drop" in foot
        await pilot.press("escape")
        await heard(pilot, GOES)
        await pilot.press("f3", "f8", "y")
        await heard(pilot, "Dropped; your page stays as it is.")
        assert isinstance(app.screen, PageEditorScreen) and "Esc back, draft kept" in screen_text(app)
        assert app.screen.query_one("#signature", Input).value == ""
        await pass_time(pilot, stage, app, 412)
    assert stage.link.commands == [] and face(stage)[1] == ""


async def test_whoever_leaves_my_page_with_too_much_in_a_box_hears_that_it_does_not_go_by_itself() -> None:
    stage = playing()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        app.screen.query_one("#signature", Input).value = "s" * 121
        await pilot.press("escape")
        long = "Your signature is too long, by 71, and goes on your page only once you have shortened it"
        await heard(pilot, f"{long} (F3, then F2). All else that you wrote goes there when this phase ends.")
        await pass_time(pilot, stage, app, 410)
    assert face(stage) == ("Night", "")


async def test_in_the_smallest_window_the_whole_sentence_can_be_read() -> None:
    stage = playing()
    async with stage.app().run_test(size=(60, 20), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        await pilot.press("escape")
        await heard(pilot, GOES)
        for _ in range(PATIENCE):
            if "F8 drops it." in screen_text(app):
                break
            await pilot.pause(LOOK_S)
        assert "F8 drops it." in screen_text(app)


async def test_what_is_written_while_pages_are_closed_is_said_to_wait() -> None:
    stage = playing()
    stage.do(NextPhase(), TEACHER)
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await write_face(pilot, stage)
        foot = screen_text(app).splitlines()[-1]
        assert "Esc back, draft kept  " in foot and "F8 drop" in foot
        await pilot.press("escape")
        await heard(
            pilot, "What you wrote is not on your page. Your page cannot be changed in this phase. It waits"
        )
