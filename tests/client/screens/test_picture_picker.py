"""The pictures screen tells its keys, and loses no why that was begun."""

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from client.little_server import until
from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, settle, told
from goodpath_client.app import StudentApp
from goodpath_client.chosen_pictures import GOES, on_desk
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.widgets.line_box import LineBox
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase, PauseWorld


async def test_help_over_the_pictures_names_their_keys_and_the_footer_keeps_the_way_back() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    stage.do(PauseWorld(why="Look here."), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        footer = screen_text(app).splitlines()[-1]
        assert footer.startswith(" Esc back  E reason  Space choose  W why  F2 save  ")
        assert "PAUSED" in footer
        await pilot.press("space", "f1")
        await settle(pilot)
        text = screen_text(app)
        assert "On this screen" in text and "Say why you exchange a picture, or none" in text


FIRST, SECOND, THIRD = "palace-fountain", "white-wedding", "red-car"
LONG = "it is gold, " * 12
"""144 characters, of which the last is a space."""


async def begin(pilot: Pilot[int], *keys: str) -> StudentApp:
    """Open the pictures, the cursor on the first of the first deck, and press some keys."""
    await settle(pilot)
    await pilot.press("alt+c")
    await settle(pilot)
    await press(pilot, *keys)
    assert isinstance(pilot.app, StudentApp)
    return pilot.app


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def paste(pilot: Pilot[int], text: str) -> None:
    """Paste a text as the terminal does."""
    pilot.app.post_message(events.Paste(text))
    assert isinstance(pilot.app, StudentApp)
    await settle(pilot)


def choosing() -> Stage:
    """The phase in which pictures are chosen."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    return stage


def why_of(app: StudentApp) -> str:
    """What stands in the box."""
    return app.screen.query_one("#why", Input).value


@pytest.mark.parametrize("leaving", ["escape", "tab"])
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_why_that_was_begun_is_there_again_when_its_picture_is(
    size: tuple[int, int], leaving: str
) -> None:
    stage = choosing()
    async with stage.app().run_test(size=size) as pilot:
        app = await begin(pilot, "space", "w", *"for mum", leaving)
        if leaving == "tab":
            await press(pilot, "shift+tab", "shift+tab")
        await press(pilot, "down")
        assert why_of(app) == ""
        await press(pilot, "up")
        assert why_of(app) == "for mum" and "why: for mum" in screen_text(app)
        await press(pilot, "down", "escape", "alt+c")
        await press(pilot, "down")
        assert why_of(app) == "for mum"
        await press(pilot, "w", *"!", "f2")
    assert stage.link.commands == [ArrangeAlbum(cards=(FIRST,)), GiveReason(card=FIRST, text="for mum!")]


async def test_that_a_why_is_kept_until_the_pictures_are_saved_is_said_no_longer_than_that() -> None:
    stage = choosing()
    stage.link.answers = True
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot, "space", "w", *"for mum")
        await press(pilot, "enter")
        assert told(app) == ["Kept; it goes out with your pictures when you save (F2)."]
        await press(pilot, "f2")
        assert told(app) == ["Your pictures are on your page."]


async def test_a_why_of_a_picture_that_is_not_chosen_waits_until_it_is() -> None:
    stage = choosing()
    stage.link.answers = True
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot, "tab", *"for mum")
        await press(pilot, "enter")
        assert told(app) == ["Kept; choose the picture (Space) and save (F2), then it goes out."]
        await press(pilot, "escape", "escape", "alt+c")
        assert why_of(app) == "for mum"
        await press(pilot, "down", "space", "f2")
        words = "Not sent: why you chose “Palace with fountain”; it waits until you choose the picture."
        assert words in told(app)
        await press(pilot, "alt+c")
        await press(pilot, "home", "down")
        assert why_of(app) == "for mum"
        await press(pilot, "space", "f2")
    assert stage.link.commands == [
        ArrangeAlbum(cards=(SECOND,)),
        ArrangeAlbum(cards=(SECOND, FIRST)),
        GiveReason(card=FIRST, text="for mum"),
    ]


async def test_a_why_of_a_picture_that_is_left_out_again_is_kept() -> None:
    stage = choosing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        app = await begin(pilot, "space", "w", *"for mum", "escape", "space", "down", "up")
        assert why_of(app) == "for mum"


async def test_the_why_of_the_choice_as_a_whole_does_not_take_the_place_of_another() -> None:
    stage = choosing()
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    async with stage.app().run_test(size=(80, 24)) as pilot:
        app = await begin(pilot, "space", "w", *"for mum", "escape", "e")
        assert why_of(app) == ""
        await press(pilot, *"it is home", "escape", "down", "up")
        assert why_of(app) == "for mum"
        await press(pilot, "e")
        assert why_of(app) == "it is home"


async def test_a_why_typed_and_taken_out_again_is_nothing_to_send() -> None:
    stage = choosing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        await begin(pilot, "space", "w", *"a", "backspace", "escape", "f2")
    assert stage.link.commands == [ArrangeAlbum(cards=(FIRST,))]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_why_that_is_too_long_is_counted_and_nothing_is_saved_until_it_is_shorter(
    size: tuple[int, int],
) -> None:
    stage = choosing()
    async with stage.app().run_test(size=size, notifications=True) as pilot:
        app = await begin(pilot, "space", "w")
        await paste(pilot, LONG)
        assert "3 too many" in screen_text(app)
        await press(pilot, "enter")
        assert told(app) == ["Make it shorter by 3: at most 140 characters fit."]
        await press(pilot, "escape", "down", "space", "f2")
        assert told(app) == [
            "Make your why of “Palace with fountain” shorter by 3: at most 140 characters fit."
        ]
        box = app.screen.query_one("#why", LineBox)
        assert (box.value, box.has_focus) == (LONG.rstrip(), True)
        await press(pilot, *["backspace"] * 3, "f2")
    assert stage.link.commands == [
        ArrangeAlbum(cards=(FIRST, SECOND)),
        GiveReason(card=FIRST, text=LONG[:140]),
    ]


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_what_is_chosen_just_before_saving_is_saved_and_it_is_said(size: tuple[int, int]) -> None:
    stage = choosing()
    stage.link.answers = True
    async with stage.app().run_test(size=size) as pilot:
        app = await begin(pilot)
        press_at_once(app, "down", "space", "down", "space", "f2")
        await until(lambda: app.screen is app.get_screen("online"))
        await until(lambda: told(app) == ["Your pictures are on your page."])
    assert stage.link.commands == [ArrangeAlbum(cards=(SECOND, THIRD))]


async def test_what_is_chosen_just_before_going_back_is_kept_and_it_is_said() -> None:
    stage = choosing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        app = await begin(pilot)
        press_at_once(app, "space", "escape")
        await until(lambda: told(app) == [GOES])
        assert on_desk(stage.store, app.drafts.of(app.playing)).cards == (FIRST,)


async def test_saving_what_is_on_the_page_already_says_so() -> None:
    stage = choosing()
    async with stage.app().run_test(size=(80, 24)) as pilot:
        app = await begin(pilot, "f2")
        assert told(app) == ["Nothing is changed: your pictures stay as they are."]
    assert stage.link.commands == []


def exchanging() -> Stage:
    """The phase in which one picture may be exchanged; one stands on the page."""
    stage = choosing()
    stage.do(ArrangeAlbum(cards=(FIRST,)))
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    stage.link.answers = True
    return stage


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_key_that_the_task_names_stands_in_the_footer_of_any_window(size: tuple[int, int]) -> None:
    async with exchanging().app().run_test(size=size) as pilot:
        app = await begin(pilot)
        assert "E reason" in screen_text(app).splitlines()[-1]
        await press(pilot, "space")
        assert "E reason" in screen_text(app).splitlines()[-1]


async def test_where_exchanges_are_counted_the_title_says_how_many_stay_and_none_is_added() -> None:
    stage = exchanging()
    async with stage.app().run_test(size=(100, 30), notifications=True) as pilot:
        app = await begin(pilot)
        assert "Pictures · 1 of 1 chosen · 1 to exchange in this phase" in screen_text(app)
        await press(pilot, "down", "down", "space")
        assert "Pictures · 2 of 1 chosen" in screen_text(app)
        await press(pilot, "f2")
        too_many = "In this phase pictures are exchanged: take out as many as you put in; 1 too many."
        assert told(app) == [too_many]
        await press(pilot, "escape")
        assert told(app)[-1] == f"These pictures are not on your page yet. {too_many}"
        assert stage.link.commands == []
        await press(pilot, "alt+c", "space", "f2")
        assert told(app)[-1] == "Your pictures are on your page."
        assert len(stage.world.pages["1/yuting"].albums["main"].cards) == 1
        await press(pilot, "alt+c")
        assert "Pictures · 1 of 1 chosen · 0 to exchange in this phase" in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_why_something_was_exchanged_is_kept_stays_to_be_seen_and_opens_again(
    size: tuple[int, int],
) -> None:
    stage = exchanging()
    async with stage.app().run_test(size=size, notifications=True) as pilot:
        app = await begin(pilot, "e", *"home", "enter")
        assert told(app) == ["Your why is kept; classmates read it only in the debrief."]
        assert why_of(app) == "home" and "why I exchanged a picture" in screen_text(app)
        assert app.screen.query_one("#why", LineBox).border_subtitle == "kept"
        await press(pilot, "down", "down")
        assert why_of(app) == ""
        assert app.screen.query_one("#why", LineBox).border_subtitle == ""
        await press(pilot, "e")
        assert why_of(app) == "home"
        await press(pilot, *"!", "enter")
        await press(pilot, "f2")
        assert told(app)[-1] == "Your why is kept; your pictures stay as they are."
        await press(pilot, "alt+c", "e", *5 * ["backspace"], "enter")
        assert told(app)[-1] == "Your why is taken back."
        await press(pilot, "f2")
        assert told(app)[-1] == "Nothing is changed: your pictures stay as they are."
    reasons = [command for command in stage.link.commands if isinstance(command, GiveReason)]
    assert [reason.text for reason in reasons] == ["home", "home!", ""]


async def test_saving_a_why_alone_says_what_was_kept() -> None:
    stage = exchanging()
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot, "e", *"home", "f2")
        assert told(app) == ["Your why is kept; your pictures stay as they are."]
    assert stage.link.commands == [GiveReason(card="*", text="home")]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("paused", [False, True])
async def test_where_the_page_is_closed_the_pictures_say_so_and_are_only_looked_at(
    size: tuple[int, int], paused: bool
) -> None:
    stage = choosing()
    stage.do(ArrangeAlbum(cards=(FIRST, SECOND)))
    stage.do(NextPhase(), TEACHER)
    if paused:
        stage.do(PauseWorld(why="Look here."), TEACHER)
    async with stage.app().run_test(size=size, notifications=True) as pilot:
        app = await begin(pilot)
        closed = "Your page cannot be changed in this phase."
        assert closed in screen_text(app).splitlines()[0]
        footer = screen_text(app).splitlines()[-1]
        assert not any(hint in footer for hint in ("choose", "save", "reason", "lock", "order"))
        for key in ("space", "enter", "full_stop", "l"):
            app.clear_notifications()
            await press(pilot, key)
            assert told(app) == [closed]
        await press(pilot, "f2")
        assert told(app)[-1] == "Nothing is changed: your pictures stay as they are."
        await press(pilot, "alt+c", "o")
        assert "Palace with fountain" in screen_text(app)
    assert stage.link.commands == []


async def test_what_waits_while_the_page_is_closed_is_not_saved_and_can_be_dropped() -> None:
    stage = choosing()
    stage.do(NextPhase(), TEACHER)
    async with stage.app().run_test(size=(80, 24), notifications=True) as pilot:
        app = await begin(pilot)
        assert isinstance(app.screen, PicturePickerScreen)
        app.screen.chosen.append(FIRST)
        app.screen.show_choice()
        await press(pilot, "f2")
        assert told(app) == ["Your page cannot be changed in this phase."]
        assert "F8 drop" in screen_text(app).splitlines()[-1]
    assert stage.link.commands == []
