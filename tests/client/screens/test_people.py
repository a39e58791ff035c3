"""Beside the chats and in the contacts: who else is there, whole names, and who has put the phone down."""

from typing import Final

from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, told
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.control import NextPhase
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import TakePersona

LONG: Final = "春天的梅花等一个晴天呀"
"""A name of 22 cells."""


def beside() -> Stage:
    """Two others are played: one has a page, one has a long name and has put the phone down."""
    stage = Stage("ten-pictures", "yuting")
    for seat, key in enumerate(("haibo", "chunmei"), start=2):
        stage.do(TakePersona(persona=f"1/{key}"), stage.student(seat))
    stage.start()
    stage.play_persona("haibo", EditPage(nickname="Wave", signature="孤独的浪", face="(^_^)"))
    stage.play_persona("chunmei", EditPage(nickname=LONG))
    stage.do(PutPhoneDown(), stage.student(3))
    stage.store.set_here(["1/haibo", "1/chunmei"])
    return stage


def row_of(text: str, name: str) -> str:
    """The part of a line that stands in the list of chats."""
    return next(line.split("│")[1] for line in text.splitlines() if f"│ {name}" in line)


async def test_who_plays_stands_below_the_places_and_who_reads_nothing_is_told_apart_in_words() -> None:
    stage = beside()
    app = stage.app()
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert row_of(text, "Wave").strip() == 'Wave  (^_^) "孤独的浪"'
        assert row_of(text, LONG).split() == [LONG, "room"]
        assert "Zhou Ming" not in "".join(line.split("│")[1] for line in text.splitlines() if "│" in line)
        stage.store.set_here(["1/chunmei"])
        await settle(pilot)
        assert row_of(screen_text(app), "Wave").split()[-1] == "away"


async def test_a_name_that_does_not_fit_beside_the_chats_is_cut_with_a_mark() -> None:
    app = beside().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert row_of(screen_text(app), "春天").split() == ["春天的梅花等..", "room"]


async def test_enter_on_somebody_opens_their_page_once_pages_are_open() -> None:
    stage = beside()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        side = app.screen.query_one(SideList)
        side.focus()
        side.choose("page:1/haibo")
        await pilot.press("enter")
        await settle(pilot)
        assert not isinstance(app.screen, PageViewScreen) and told(app)
        stage.do(NextPhase(), TEACHER)
        await settle(pilot)
        side.choose("page:1/haibo")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PageViewScreen) and app.screen.owner == "1/haibo"


async def test_in_the_contacts_a_long_name_is_whole_and_face_and_signature_stand_behind() -> None:
    app = beside().app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("alt+k")
        await seen(pilot, '(^_^) "孤独的浪"')
        assert f"{LONG} Wei Chunmei" in screen_text(app)
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert f"{LONG} Wei Chunmei" in screen_text(app) and "孤独" not in screen_text(app)


async def test_a_signature_stands_apart_from_the_name_in_a_quiet_colour_or_not_at_all() -> None:
    stage = beside()
    stage.play_persona(
        "haibo", EditPage(nickname="Late Rain", signature="Half of this town is rain", face="")
    )
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert row_of(screen_text(app), "Late Rain").strip() == "Late Rain"
        stage.play_persona("haibo", EditPage(nickname="Li"))
        await settle(pilot)
        assert row_of(screen_text(app), "Li").strip() == 'Li  "Half of.."'
        side = app.screen.query_one(SideList)
        line = next(line for line in side._shown if line.id == "page:1/haibo")
        assert [
            str(span.style) for span in line.words.spans if "Half" in line.words.plain[span.start : span.end]
        ] == ["$text-muted"]


async def test_in_the_contacts_a_signature_is_cut_behind_a_word_and_keeps_its_marks() -> None:
    stage = beside()
    stage.play_persona("haibo", EditPage(nickname="Li", signature="Half of this town is rain, half is dust"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("alt+k")
        await seen(pilot, '1466079251  (^_^) "Half of this town is.."')
