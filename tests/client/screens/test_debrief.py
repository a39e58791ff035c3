"""The debrief: pages to look at, own pictures, no role for who watched, and nothing that is taken away."""

import pytest
from textual import events
from textual.content import Content
from textual.widgets import Input

from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, told, write
from goodpath_client.contrast import contrast
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_client.screens.elsewhere import ElsewhereScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.themes import BLUE, DARK
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.prose import Prose
from goodpath_client.widgets.time_bar import TimeBar
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import HandOver, Observe, TakePersona
from goodpath_core.wire.closing import TAKEN_OVER


def debriefed(watching: bool = False, skin: str = "") -> Stage:
    stage = Stage("ten-pictures", "" if watching else "yuting")
    if watching:
        stage.do(Observe())
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.start()
    stage.now_ms += 60_000
    if not watching:
        stage.do(ArrangeAlbum(name="My pictures", cards=("palace-fountain", "red-car", "snow-city")))
    if skin:
        stage.do(EditPage(skin=skin))
    stage.play_persona("haibo", EditPage(nickname="Wave"))
    stage.play_persona("haibo", ArrangeAlbum(name="My pictures", cards=("night-market", "motorbike")))
    for _ in range(2):
        stage.do(NextPhase(), TEACHER)
    stage.now_ms += 40_000
    for _ in range(2):
        stage.do(NextPhase(), TEACHER)
    return stage


@pytest.mark.parametrize("watching", [False, True], ids=["a player", "an observer"])
async def test_everybody_can_look_at_all_pages_and_changes_nothing(watching: bool) -> None:
    stage = debriefed(watching)
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "F5 all pages" in screen_text(app).splitlines()[-1]
        assert "To argue about; F5 shows all pages" in app.screen.query_one("#questions", Prose).plain
        await pilot.press("f5")
        await settle(pilot)
        text = screen_text(app)
        assert "Wave (Long Haibo) · 2 pictures" in text and "Zhou Ming" not in text
        assert ("yours" in text) is not watching
        await pilot.press(*(["enter"] if watching else ["down", "enter"]))
        await settle(pilot)
        assert isinstance(app.screen, PageViewScreen) and app.screen.owner == "1/haibo"
        assert "The page of Wave." in screen_text(app) and "They will see" not in screen_text(app)
        assert "Night market bulbs" in screen_text(app) and "L like" not in screen_text(app)
        await pilot.press("o", "escape", "escape", "escape")
    assert stage.link.commands == []


async def test_in_the_debrief_the_contacts_offer_to_look_at_a_page_too() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.open(ContactsScreen())
        await settle(pilot)
        assert "Enter visit the page" in screen_text(app).splitlines()[-1]


async def test_the_own_page_shows_its_pictures_and_the_room_is_whole_beside_it() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        small = list(app.screen.query(".small-picture").results(HalfBlocks))
        assert [one.size.height for one in small] == [7, 7, 7]
        assert all(one.render_line(3).text.strip() for one in small)
        room = app.screen.query_one("#picture", HalfBlocks)
        assert room.size.height == 12
        assert app.screen.query_one("#beside").size.height < 30
        app.screen.query_one("#all").scroll_to_widget(room, animate=False, top=True)
        await settle(pilot)
        assert "Palace with" in screen_text(app)


async def test_above_the_whys_stands_the_page_name_with_the_persona() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.start()
    stage.do(ArrangeAlbum(cards=("snow-city",)))
    stage.do(GiveReason(card="snow-city", text="So quiet."))
    stage.play_persona("haibo", EditPage(nickname="Wave"))
    stage.play_persona("haibo", ArrangeAlbum(cards=("motorbike",)))
    stage.play_persona("haibo", GiveReason(card="motorbike", text="So fast."))
    for _ in range(4):
        stage.do(NextPhase(), TEACHER)
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        whys = pilot.app.screen.query_one("#reasons", Prose).plain.splitlines()
        assert [who for who in whys if "Wave" in who or "Yuting" in who] == [
            "Pan Yuting",
            "Wave (Long Haibo)",
        ]


async def test_why_a_picture_in_a_closed_album_was_chosen_is_shown_as_known_to_oneself_alone() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.do(ArrangeAlbum(cards=("red-car",)))
    stage.do(ArrangeAlbum(album="own", cards=("snow-city",), visible_to="me"))
    stage.do(GiveReason(card="red-car", text="fast"))
    stage.do(GiveReason(card="snow-city", text="far"))
    for _ in range(4):
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        app.screen.query_one("#all").scroll_end(animate=False)
        await seen(pilot, "Red sports car at the sea: fast")
        text = screen_text(app)
        assert "Red sports car at the sea: fast (only you" not in text
        assert "Snow on a city I cannot spell: far (only you see this)" in text


async def test_seconds_in_the_room_are_lived_too_and_what_was_never_lived_is_left_out() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        app.screen.query_one("#all").scroll_to_widget(app.screen.query_one("#bars"), animate=False)
        await settle(pilot)
        places = ("in the room ", "on the phone ", "on the line ")
        bars = [line.strip() for line in screen_text(app).splitlines() if line.strip().startswith(places)]
        assert len(bars) == 2
        assert [bar.split()[-2:] for bar in bars] == [["40", "s"], ["10", "min"]]


@pytest.mark.parametrize("theme", [BLUE, DARK])
async def test_the_bars_are_of_the_colour_of_their_place_and_stand_out_from_the_ground(theme: str) -> None:
    app = debriefed(skin="rain").app(theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        bars = app.screen.query_one(TimeBar)
        ground = bars.background_colors[1].hex6
        shown = bars.render()
        assert isinstance(shown, Content)
        colours = [str(span.style).removeprefix("on ") for span in shown.spans]
        assert colours == ["#8c8c8c", {BLUE: "#0e1a2b", DARK: "#8ec5ff"}[theme]]
        assert min(contrast(colour, ground) for colour in colours) > 3


async def test_first_of_all_stand_the_question_the_bars_and_room_beside_page() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        parts = (
            "Where did these people live?",
            "You sit in seat 1.",
            "in the room",
            "the room ─",
            "the page",
        )
        assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
        both = [app.screen.query_one(part).region for part in ("#picture", "#card")]
        assert both[0].y == both[1].y and both[0].bottom < 24


async def test_a_heading_never_sticks_to_what_stands_above_it_and_titles_are_whole() -> None:
    app = debriefed().app()
    async with app.run_test(size=(80, 70)) as pilot:
        await settle(pilot)
        rows = [row.strip() for row in screen_text(app).splitlines()]
        for heading in ("To argue about", "Stepping out;", "Who played whom"):
            at = next(number for number, row in enumerate(rows) if row.startswith(heading))
            assert rows[at - 1] == ""
        assert "Snow on a city" in screen_text(app) and "cannot spell" in screen_text(app)


async def test_a_wide_window_has_larger_pictures() -> None:
    app = debriefed().app()
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        assert app.screen.query(".small-picture").first().size.height == 13


async def test_who_watched_has_no_role_to_step_out_of() -> None:
    app = debriefed(watching=True).app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        assert "One thing I made up" not in screen_text(app) and "Stepping out" not in screen_text(app)
        assert not app.screen.query(Input)
        assert "Tab sentences" not in screen_text(app)


async def test_what_was_written_on_stepping_out_is_kept_for_whoever_gave_the_persona_away_since() -> None:
    stage = debriefed()
    stage.do(Reflect(answers=("the sea", "")))
    stage.do(HandOver(persona="1/yuting", seat=3), TEACHER)
    stage.do(Reflect(answers=("the hurry", "")), stage.student(3))
    stage.join()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 60)) as pilot:
        await seen(pilot, "You played Pan Yuting 潘雨婷. You sit in seat 1.")
        await seen(pilot, "kept ─")
        assert [box.value for box in app.screen.query(Input)] == ["the sea", ""]
        assert "the hurry" not in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
async def test_whoever_gave_a_persona_away_during_play_steps_out_of_it_and_reads_who_had_it_when(
    size: tuple[int, int],
) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.do(HandOver(persona="1/yuting", seat=3), TEACHER)
    stage.now_ms += 60_000
    for _ in range(4):
        stage.do(NextPhase(), TEACHER)
    stage.join()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=size) as pilot:
        await seen(pilot, "You played Pan Yuting 潘雨婷 until 19:40. You sit in")
        assert "Tab sentences" in screen_text(app)
        await pilot.press("tab")
        await write(pilot, "the sea", "f2")
        await settle(pilot)
        await pilot.press("pagedown", "pagedown")
        await seen(pilot, "seat 3 played Pan Yuting.")
        text = " ".join(screen_text(app).split())
        assert "From 19:30 to 19:40 you, in seat 1, played Pan Yuting." in text
        assert "From 19:40 to 21:31 seat 3 played Pan Yuting." in text
    assert stage.link.commands == [Reflect(answers=("the sea", ""))]


async def test_when_the_session_is_over_the_debrief_stays() -> None:
    stage = debriefed()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        reading = app.screen
        await pilot.press("tab")
        await write(pilot, "the sea")
        stage.do(EndSession(), TEACHER)
        await settle(pilot)
        assert app.screen is reading and isinstance(reading, DebriefScreen)
        assert "The session is over." in screen_text(app)
        assert reading.query_one("#answer-0", Input).value == "the sea"
        assert "Alt+Q leave" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize("leaving", ["tab", "enter", "f2", "alt+q"])
async def test_a_sentence_is_kept_on_leaving_its_box_and_the_box_says_so(leaving: str) -> None:
    stage = debriefed()
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await write(pilot, "the sea")
        await settle(pilot)
        assert "not kept yet" in screen_text(app)
        await pilot.press(leaving)
        await settle(pilot)
        if leaving == "alt+q":
            await pilot.press("escape")
        await seen(pilot, "kept ─")
        assert "not kept" not in screen_text(app)
    assert stage.link.commands == [Reflect(answers=("the sea", ""))]


async def test_what_was_typed_a_moment_before_the_end_is_kept_without_any_key() -> None:
    stage = debriefed()
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await write(pilot, "the sea")
        await seen(pilot, "kept ─")
        await pilot.press(*"!")
        stage.do(EndSession(), TEACHER)
        await settle(pilot)
        assert "not kept: the session is over" in screen_text(app)
    assert stage.link.commands == [Reflect(answers=("the sea", ""))]


async def test_what_was_kept_stands_in_its_box_at_another_terminal_too() -> None:
    stage = debriefed()
    stage.do(Reflect(answers=("", "the accent")))
    app = stage.app()
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        await seen(pilot, "kept ─")
        assert [box.value for box in app.screen.query(Input)] == ["", "the accent"]
    assert stage.link.commands == []


async def test_whoever_is_handed_a_persona_in_the_debrief_can_step_out_of_it() -> None:
    stage = debriefed(watching=True)
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        stage.do(HandOver(persona="1/haibo", seat=1), TEACHER)
        await seen(pilot, "One thing I made up")
        assert "Stepping out" in screen_text(app) and "Tab sentences" in screen_text(app)
        assert len(app.screen.query(".small-picture")) == 2
        await pilot.press("tab")
        await write(pilot, "the sea", "f2")
        await settle(pilot)
        assert stage.link.commands == [Reflect(answers=("the sea", ""))]
        assert "was given to you after play." in screen_text(app)
        stage.do(HandOver(persona="1/haibo", seat=3), TEACHER)
        await seen(pilot, "You watched.")
        await settle(pilot)
        assert not app.screen.query(Input) and "Stepping out" not in screen_text(app)


async def test_a_sentence_that_is_too_long_stays_whole_and_the_others_are_kept() -> None:
    stage = debriefed()
    stage.link.answers = True
    stage.do(Reflect(answers=("the sea", "")))
    app = stage.app()
    async with app.run_test(size=(80, 60), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("tab", "tab")
        await write(pilot, "the hurry", "shift+tab")
        app.post_message(events.Paste("the sea\n" + "海" * 995))
        await seen(pilot, "10 too many · not kept yet")
        await pilot.press("enter")
        await settle(pilot)
        assert told(app)[-1:] == ["Make it shorter by 10: at most 1000 characters fit."]
        await pilot.press("f2")
        await settle(pilot)
        assert told(app)[-1:] == ["Make it shorter by 10: at most 1000 characters fit."]
        first = app.screen.query_one("#answer-0", Input)
        assert (first.value, first.has_focus) == ("the seathe sea " + "海" * 995, True)
        assert stage.link.commands == [Reflect(answers=("the sea", "the hurry"))]
        await pilot.press(*["backspace"] * 10, "f2")
        await seen(pilot, "1000 of 1000 · kept")
    assert stage.link.commands[-1] == Reflect(answers=("the seathe sea " + "海" * 985, "the hurry"))


async def test_three_pasted_lines_are_one_sentence() -> None:
    stage = debriefed()
    app = stage.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        app.post_message(events.Paste("one\ntwo\nthree\n"))
        await pilot.press("enter")
        await settle(pilot)
    assert stage.link.commands == [Reflect(answers=("one two three", ""))]


async def test_what_was_begun_in_a_sentence_that_was_kept_at_another_terminal_since_is_shown() -> None:
    stage = debriefed()
    stage.do(Reflect(answers=("old", "")))
    stage.link.closing = TAKEN_OVER
    app = stage.app()
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        app.screen.query_one("#answer-0", Input).value = "begun"
        app.screen.query_one("#answer-1", Input).value = "mine"
        await stage.link.close()
        await settle(pilot)
        assert isinstance(app.screen, ElsewhereScreen)
        stage.do(Reflect(answers=("newer", "")))
        await settle(pilot)
        assert stage.link.commands == []
        await pilot.press("f2")
        await seen(pilot, "begun")
        await pilot.press("escape")
        await settle(pilot)
        assert [box.value for box in app.screen.query(Input)] == ["newer", "mine"]
        assert stage.link.commands == [Reflect(answers=("newer", "mine"))]
