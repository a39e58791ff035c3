"""What is asked for and not answered counts: who changes a part of something undoes no request that waits."""

from client.line_terminal import typed
from client.screens.stage import TEACHER, Stage, settle
from goodpath_client.link_state import LinkState
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.widgets.line_box import LineBox
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Command
from goodpath_core.play.profile import EditPage

FIRST, SECOND, THIRD = "palace-fountain", "white-wedding", "red-car"


def cut_off(*saved: str) -> Stage:
    """Pictures are chosen, these stand on the page, and there is no connection: nothing is answered."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    if saved:
        stage.do(ArrangeAlbum(cards=saved))
    stage.store.set_link(LinkState("reconnecting", seconds=3, attempt=2))
    return stage


def asked(stage: Stage, *lines: str) -> list[Command]:
    """What these lines ask for."""
    typed(stage, *lines)
    return stage.link.commands


def test_pictures_are_added_to_those_that_are_on_their_way() -> None:
    stage = cut_off()
    assert asked(stage, "/add 1", "/add 2", "/lock", "/drop 1", "/swap 2 3") == [
        ArrangeAlbum(cards=(FIRST,)),
        ArrangeAlbum(cards=(FIRST, SECOND)),
        ArrangeAlbum(cards=(FIRST, SECOND), visible_to="me"),
        ArrangeAlbum(cards=(SECOND,), visible_to="me"),
        ArrangeAlbum(cards=(THIRD,), visible_to="me"),
    ]


def test_what_is_on_its_way_is_heard_as_such() -> None:
    stage = cut_off(FIRST)
    assert "On your page, in order: 1, Palace with fountain." in typed(stage, "/pictures")
    told = typed(stage, "/add 2", "/why 2 It is clean.", "/pictures", "/describe 2")
    assert "On its way to your page, in order: 1, Palace with fountain; 2, White wedding." in told
    assert told[-2:] == ["It is on your page.", "Why you chose it: It is clean."]


def test_what_was_refused_counts_no_more_and_what_the_rules_will_refuse_never_does() -> None:
    stage = cut_off(FIRST)
    assert asked(stage, "/add 2")[-1] == ArrangeAlbum(cards=(FIRST, SECOND))
    stage.store.refuse("r1", "no_data", "Your data are used up.")
    assert asked(stage, "/swap 1 3")[-1] == ArrangeAlbum(cards=(THIRD,))
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    # One picture may be exchanged in this phase, and is: none comes in beside it, nor in its place.
    done = asked(stage, "/add 2", "/swap 3 2", "/lock")
    assert done[-1] == ArrangeAlbum(cards=(THIRD,), visible_to="me")


def test_a_sentence_is_completed_beside_those_that_are_on_their_way() -> None:
    stage = cut_off()
    while stage.world.session.stage != "debrief":
        stage.do(NextPhase(), TEACHER)
    asked(stage, "/complete 1 The dog was made up.", "/complete 2 I take off the red coat.")
    last = stage.link.commands[-1]
    assert isinstance(last, Reflect)
    assert last.answers[:2] == ("The dog was made up.", "I take off the red coat.")
    assert any("You wrote: The dog was made up." in line for line in typed(stage, "/reflect"))


async def test_the_picker_opens_with_the_pictures_and_whys_that_were_saved_without_a_connection() -> None:
    stage = cut_off()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        await pilot.press("space", "w", *"gold", "enter", "f2")
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        assert isinstance(app.screen, PicturePickerScreen)
        assert app.screen.chosen == [FIRST] and app.screen.is_saved
        assert app.screen.query_one("#why", LineBox).value == "gold"
        await pilot.press("down", "down", "space", "f2")
        await settle(pilot)
    assert stage.link.commands == [
        ArrangeAlbum(cards=(FIRST,)),
        GiveReason(card=FIRST, text="gold"),
        ArrangeAlbum(cards=(FIRST, SECOND)),
    ]


async def test_my_page_opens_with_the_name_that_was_saved_without_a_connection_and_can_be_changed_back() -> (
    None
):
    stage = cut_off()
    stage.do(EditPage(nickname="Noon"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for name in ("Night", "Noon"):
            await pilot.press("f3")
            await settle(pilot)
            assert isinstance(app.screen, PageEditorScreen)
            app.screen.query_one("#nickname", LineBox).value = name
            await pilot.press("f2")
            await settle(pilot)
    assert stage.link.commands == [EditPage(nickname="Night"), EditPage(nickname="Noon")]
