"""The room: grey, slow, and another world than the phone."""

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from rich.color_triplet import ColorTriplet

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, write
from client.shipped import shipped
from goodpath_client.app import StudentApp
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.slow_text import SlowText
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.play.event import Draft, Now, persona_id
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PickUpPhone, PlaceChanged, PutPhoneDown
from goodpath_core.play.registry import reduce, stamp
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.seats import TakePersona


def at_home() -> Stage:
    """Two of the family are played: Yuting and her mother."""
    stage = Stage("apple-phone", "yuting")
    stage.do(TakePersona(persona="1/chunmei"), stage.student(2))
    stage.start()
    stage.now_ms += 60_000
    return stage


def words_of(app: StudentApp) -> str:
    """The screen as one line of words."""
    return " ".join(screen_text(app).replace("▀", " ").split())


def on_shift(stage: Stage) -> None:
    """Seat 1 goes to the line."""
    fact = PlaceChanged(persona=persona_id(1, "yuting"), place="shift", rule="shift")
    event = stamp(stage.world, Draft(fact, "cell", 1, "1/yuting"), "script", Now(stage.now_ms))
    reduce(stage.world, event)
    stage.store.take_event(event)


async def test_the_first_phase_is_in_the_room_and_tells_it_slowly() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(110, 32)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, OfflineScreen)
        slow = app.screen.query_one(SlowText)
        assert slow.text.startswith("Half of a nine-square-metre room")
        assert len(slow.come) < len(slow.text)
        await seen(pilot, "Half of a")
        text = screen_text(app)
    assert "in the room" in text and "Pan Yuting 潘雨婷" in text and "In this room:" in text


async def test_there_is_no_colour_in_the_room_but_the_window() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(110, 32)) as pilot:
        await settle(pilot)
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
        for words in ("think about it", "look", "/look", "/plug in", "/think at night"):
            for sign in words:
                await pilot.press("space" if sign == " " else sign)
            await pilot.press("enter")
        await settle(pilot)
    assert stage.link.commands == [
        SayAloud(text="think about it"),
        SayAloud(text="look"),
        LookAround(),
        PlugIn(),
        Think(text="at night"),
    ]


async def test_the_border_says_who_hears_it_before_it_is_said() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "heard by Wei Chunmei" in screen_text(app)
        await write(pilot, "/think", "space", "x")
        await settle(pilot)
        assert "a thought; teacher and reviewer" in screen_text(app)


async def test_who_hears_it_is_never_cut_off() -> None:
    stage = Stage("ten-pictures", "yuting")
    for seat, persona in ((2, "1/chunmei"), (3, "1/guoqiang")):
        stage.do(TakePersona(persona=persona), stage.student(seat))
    stage.start()
    for persona in ("chunmei", "guoqiang"):
        stage.play_persona(persona, PutPhoneDown())
    stage.do(PutPhoneDown())
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        for columns in (80, 120, 100, 60):
            await pilot.resize_terminal(columns, 24)
            title = "…"
            for _ in range(30):
                if "…" not in title:
                    break
                await settle(pilot)
                (title,) = [line for line in screen_text(app).splitlines() if "aloud; heard by" in line]
            assert "…" not in title and "teacher" in title, columns


async def test_a_refused_word_goes_back_into_the_box() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "hello", "enter")
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
        await write(pilot, "half", "f4")
        await settle(pilot)
        assert isinstance(app.screen, OfflineScreen)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        assert app.screen.query_one(Composer).text == "half"
    assert stage.link.commands == [PutPhoneDown(), PickUpPhone()]


async def test_the_line_leaves_only_time_and_a_thought() -> None:
    stage = at_home()
    on_shift(stage)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "on the line")
        text = screen_text(app)
        assert "In this room" not in text and "a thought" in text
        await write(pilot, "tired", "enter")
        await settle(pilot)
    assert stage.link.commands == [Think(text="tired")]


async def test_a_room_without_a_phone_says_why_and_offers_none() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = words_of(app)
    assert "There is no phone now; look at the room, it will pass." in text
    assert "F4" not in text and "pick up" not in text
    assert "write to say it aloud, /think, /look, /plug in, or /ooc as yourself" in text


async def test_a_free_room_offers_the_phone_and_what_the_plug_can_do() -> None:
    stage = at_home()
    for person in stage.world.persons.values():
        person.rule = "free"
    stage.join()
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "or pick up the phone (F4)" in words_of(app) and "F4 pick up phone" in screen_text(app)
        await write(pilot, "/plug", "space", *"in", "enter")
        await settle(pilot)
        assert "/look, /unplug, /ooc" in words_of(app)


async def test_an_empty_battery_is_the_reason_why_there_is_no_phone() -> None:
    stage = at_home()
    for person in stage.world.persons.values():
        person.rule = "free"
        if person.phone:
            person.phone.battery = 0
    stage.join()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = words_of(app)
    assert "The battery is empty; plug the phone in and wait a little." in text and "F4" not in text


async def test_a_pause_leaves_nothing_to_do_but_wait_and_stop() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await settle(pilot)
        text = words_of(app)
    assert "go on when the teacher resumes it" in text and "say it aloud" not in text
    assert "F9 stop" in text


async def test_on_the_line_neither_phone_nor_plug_is_offered() -> None:
    stage = at_home()
    on_shift(stage)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = words_of(app)
    assert "write to think, or /ooc as yourself" in text and "F4" not in text and "plug" not in text


async def test_a_person_can_speak_as_themself_with_the_phone_down_and_on_the_line() -> None:
    stage = at_home()
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "/ooc", "space")
        await settle(pilot)
        assert "1 classmate, observers, teacher" in words_of(app)
        await write(pilot, "wait", "enter")
        await settle(pilot)
        assert "% seat 1 (out of character, Line 3, moulding): wait" in words_of(app)
        on_shift(stage)
        await settle(pilot)
        await write(pilot, "/ooc", "space", *"me", "enter")
        await settle(pilot)
        assert "% seat 1 (out of character, Line 3, moulding): me" in words_of(app)
    assert [type(one) for one in stage.link.commands] == [SpeakAside, SpeakAside]


async def test_what_others_say_as_themselves_is_heard_off_the_phone() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        stage.do(SpeakAside(room=next(iter(stage.store.world.rooms)), text="One at a time."), TEACHER)
        await until(lambda: "One at a time." in words_of(app))
        assert "# teacher (out of character" in words_of(app)


async def test_a_refused_aside_goes_back_into_the_box_of_the_room() -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "/ooc", "space")
        await write(pilot, "wait", "enter")
        stage.store.refuse("r1", "paused", "The world is paused.")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "/ooc wait"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_last_words_and_the_question_are_whole_while_the_room_is_told(
    size: tuple[int, int],
) -> None:
    stage = at_home()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        stage.do(SayAloud(text="it is so hot"))
        stage.play_persona("chunmei", SayAloud(text="did you eat, girl? the rice is on the stove"))
        await settle(pilot)
        text = words_of(app)
        slow = app.screen.query_one(SlowText)
        assert len(slow.come) < len(slow.text)
    assert "you: it is so hot" in text and "the rice is on the stove" in text
    assert stage.store.world.phase.ask in text


async def test_where_nothing_may_move_the_room_is_told_at_once() -> None:
    stage = at_home()
    app = stage.app()
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        slow = app.screen.query_one(SlowText)
        assert slow.come == slow.text
        assert "eleven of them, one for each month you have been here." in slow.text


async def test_what_of_the_room_does_not_fit_is_read_with_page_down() -> None:
    stage = at_home()
    for number in range(6):
        stage.play_persona("chunmei", SayAloud(text=f"word {number}"))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(SlowText).tell("", slowly=False)
        app.screen.query_one(SlowText).tell("a wall " * 200 + "the door", slowly=False)
        await seen(pilot, "PgDn read on")
        assert "the door" not in words_of(app)
        await pilot.press(*["pagedown"] * 6)
        await settle(pilot)
        assert "the door" in words_of(app)


def in_lights(persona: str) -> Stage:
    """A phase off the phone after others, in which much was told; the persona has said something."""
    stage = Stage("ten-pictures", persona)
    stage.start()
    stage.do(SpeakAsNarrator(text="A storm is coming over the hills. " * 8), TEACHER)
    while stage.world.phase.name != "Lights":
        stage.now_ms += 30_000
        stage.do(NextPhase(), TEACHER)
    stage.now_ms += 10_000
    stage.do(SayAloud(text="it is so quiet here"))
    return stage


def in_first_room(persona: str) -> Stage:
    """The first phase, which is in the room."""
    stage = Stage("apple-phone", persona)
    stage.start()
    stage.now_ms += 60_000
    stage.do(SayAloud(text="it is so quiet here"))
    return stage


PERSONAS = [(in_lights, one) for one in shipped("ten-pictures").scenario.personas] + [
    (in_first_room, one) for one in shipped("apple-phone").scenario.personas
]


@pytest.mark.row
@pytest.mark.parametrize(("make", "persona"), PERSONAS)
async def test_the_room_of_every_persona_is_whole_beside_what_was_said_last(
    make: Callable[[str], Stage], persona: str
) -> None:
    app = make(persona).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        slow, part = app.screen.query_one(SlowText), app.screen.query_one("#seen")
        await until(lambda: part.size.height >= slow.size.height > 1 and "storm" not in words_of(app))
        await seen(pilot, "you: it is so quiet here")
        assert part.size.height >= slow.size.height


async def test_what_the_narrator_told_in_another_phase_does_not_stand_in_the_room() -> None:
    app = in_lights("yuting").app()
    async with app.run_test(size=(120, 40)) as pilot:
        await seen(pilot, "you: it is so quiet here")
        assert "storm" not in words_of(app)


async def test_in_a_low_window_the_room_has_most_of_it() -> None:
    app = in_lights("yuting").app()
    async with app.run_test(size=(44, 16)) as pilot:
        await settle(pilot)
        await until(lambda: app.screen.query_one("#seen").size.height >= 6)
        text = words_of(app)
    assert "you: it is so quiet here" in text and "Look round" in text and "left" in text


async def test_in_a_low_window_a_pause_still_says_what_to_do() -> None:
    stage = in_lights("yuting")
    app = stage.app()
    async with app.run_test(size=(44, 16)) as pilot:
        stage.do(PauseWorld(why="Breathe."), TEACHER)
        await settle(pilot)
        assert "PAUSED: Breathe." in words_of(app) and "when the teacher resumes it" in words_of(app)
