"""The room: grey, slow, and another world than the phone."""

from rich.cells import cell_len
from rich.color_triplet import ColorTriplet
from textual.pilot import Pilot

from client.screens.stage import Stage, screen_text
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.slow_text import SlowText
from goodpath_core.play.event import Draft, Now, persona_id
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PickUpPhone, PlaceChanged, PutPhoneDown
from goodpath_core.play.registry import stamp


def at_home() -> Stage:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.now_ms += 60_000
    return stage


async def settle(pilot: Pilot[int]) -> None:
    await pilot.pause(0.15)


async def test_the_first_phase_is_in_the_room_and_tells_it_slowly() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(110, 32)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, OfflineScreen)
        slow = app.screen.query_one(SlowText)
        assert slow.text.startswith("Half of a nine-square-metre room")
        assert len(slow.come) < len(slow.text)
        await pilot.pause(0.5)
        assert "Half of a" in screen_text(app)
        text = screen_text(app)
    assert "in the room" in text and "Pan Yuting 潘雨婷" in text and "In this room:" in text


async def test_there_is_no_colour_in_the_room_but_the_window() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(110, 32)) as pilot:
        await pilot.pause(0.6)
        window = app.screen.query_one(HalfBlocks).region
        outside: list[ColorTriplet] = []
        inside: list[ColorTriplet] = []
        for row, strip in enumerate(app.screen._compositor.render_strips()):
            column = 0
            for text, style, _ in strip:
                within = window.contains(column, row)
                for colour in (style.color, style.bgcolor) if style else ():
                    if colour is not None and colour.triplet is not None:
                        (inside if within else outside).append(colour.triplet)
                column += cell_len(text)
    assert outside
    assert [one for one in outside if is_coloured(one)] == []
    coloured = sum(map(is_coloured, inside))
    assert 0 < coloured < len(inside) / 2


def is_coloured(colour: ColorTriplet) -> bool:
    return max(colour) - min(colour) > 24


async def test_what_is_written_is_said_thought_or_done() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for words in ("the fan turns", "think i want to leave", "look", "plug in", "/think at night"):
            for sign in words:
                await pilot.press("space" if sign == " " else sign)
            await pilot.press("enter")
        await settle(pilot)
    assert stage.link.commands == [
        SayAloud(text="the fan turns"),
        Think(text="i want to leave"),
        LookAround(),
        PlugIn(),
        Think(text="at night"),
    ]


async def test_the_border_says_who_hears_it_before_it_is_said() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "heard by Spring Plum" in screen_text(app)
        await pilot.press(*"think", "space", "x")
        await settle(pilot)
        assert "a thought; teacher and reviewer" in screen_text(app)


async def test_a_refused_word_goes_back_into_the_box() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"hello", "enter")
        stage.store.refuse("r1", "paused", "The world is paused.")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "hello"


async def test_f4_goes_to_the_phone_and_back_and_the_draft_stays() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for person in stage.world.persons.values():
        person.rule = "free"
    stage.join()
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"half", "f4")
        await settle(pilot)
        assert isinstance(app.screen, OfflineScreen)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        assert app.screen.query_one(Composer).text == "half"
    assert stage.link.commands == [PutPhoneDown(), PickUpPhone()]


async def test_the_line_leaves_only_time_and_a_thought() -> None:
    stage = at_home()
    draft = PlaceChanged(persona=persona_id(1, "yuting"), place="shift", rule="shift")

    event = stamp(stage.world, Draft(draft, "cell", 1, "1/yuting"), "script", Now(stage.now_ms))
    stage.store.take_event(event)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(1.0)
        text = screen_text(app)
        assert "on the line" in text and "In this room" not in text and "a thought" in text
        await pilot.press(*"tired", "enter")
        await settle(pilot)
    assert stage.link.commands == [Think(text="tired")]
