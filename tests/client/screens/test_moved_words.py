"""Words begun in one place are said in no other one because their writer was moved: they come back first."""

import pytest
from textual.pilot import Pilot

from client.little_server import until
from client.screens.stage import TEACHER, Stage, press_at_once, screen_text, settle, told, write
from goodpath_client.app import StudentApp
from goodpath_client.screens.moved_words import READ_MS
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.unasked_moves import SETTLED_MS
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Command, Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PickUpPhone, PlaceChanged, PutPhoneDown

ROOM = "1/page-makers"
ALOUD = "You are in the room. Enter again says it aloud."
SENT = "You are on the phone. Enter again sends it."
THOUGHT = "You are on the line. Enter again thinks it."


def turn_to(stage: Stage, phase: str) -> None:
    """The teacher goes on until this phase begins."""
    while stage.world.phase.name != phase:
        stage.do(NextPhase(), TEACHER)


def in_phase(phase: str) -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    turn_to(stage, phase)
    return stage


def move(stage: Stage, place: str) -> None:
    """The script moves Yuting."""
    stage.happen(Draft(PlaceChanged(persona="1/yuting", place=place, rule="free"), "cell", 1, "1/yuting"))


def box(pilot: Pilot[int]) -> Composer:
    return pilot.app.screen.query_one(Composer)


def came_back(pilot: Pilot[int], text: str, why: str) -> bool:
    """Whether a text is in the box, chosen whole, and it is said why."""
    assert isinstance(pilot.app, StudentApp)
    return (box(pilot).text, box(pilot).selected_text, told(pilot.app)) == (text, text, [why])


async def test_words_begun_for_a_chat_are_not_said_aloud_when_the_phone_is_taken_away() -> None:
    stage = in_phase("Ten pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "I will never tell ")
        turn_to(stage, "Lights")
        await settle(pilot)
        assert isinstance(app.screen, OfflineScreen)
        await write(pilot, "my mother that I hate her", "enter")
        await settle(pilot)
        assert stage.link.commands == []
        assert came_back(pilot, "my mother that I hate her", ALOUD)
        assert "not sent · type: later" in screen_text(app)
        await pilot.press("escape")
        assert box(pilot).text == ""
    assert stage.link.commands == []


async def test_words_begun_for_a_page_are_not_said_aloud_either() -> None:
    stage = in_phase("Ten pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert isinstance(app.screen, PostScreen)
        await write(pilot, "Only for me: ")
        turn_to(stage, "Lights")
        await settle(pilot)
        assert isinstance(app.screen, OfflineScreen)
        await write(pilot, "I cannot sleep", "enter")
        await settle(pilot)
        assert came_back(pilot, "I cannot sleep", ALOUD)
    assert stage.link.commands == []


async def test_words_begun_in_the_room_do_not_go_to_the_group_when_the_phone_comes_back() -> None:
    stage = in_phase("Lights")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "Mother, ")
        turn_to(stage, "One swap")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        await write(pilot, "come and eat", "enter")
        await settle(pilot)
        assert stage.link.commands == []
        assert came_back(pilot, "come and eat", SENT)
        assert f"not sent: {SENT}" in screen_text(app)


async def test_a_thought_begun_on_the_line_is_not_said_aloud_at_home_and_no_other_words_are_a_thought() -> (
    None
):
    stage = in_phase("Ten pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        move(stage, "shift")
        await settle(pilot)
        await write(pilot, "look at this", "enter")
        assert came_back(pilot, "look at this", THOUGHT)
        stage.now_ms += SETTLED_MS
        move(stage, "room")
        await settle(pilot)
        await pilot.press("escape")
        await write(pilot, "I want to sleep", "enter")
        await settle(pilot)
        assert came_back(pilot, "I want to sleep", ALOUD)
    assert stage.link.commands == []


@pytest.mark.parametrize(
    ("phases", "sent"),
    [
        (("Ten pictures", "Lights"), SayAloud(text="so hot")),
        (("Lights", "One swap"), PostMessage(room=ROOM, text="so hot")),
    ],
)
async def test_enter_again_sends_it_once_there_was_time_to_read_why(
    phases: tuple[str, str], sent: Command
) -> None:
    stage = in_phase(phases[0])
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        turn_to(stage, phases[1])
        await settle(pilot)
        await write(pilot, "so hot", "enter")
        stage.now_ms += READ_MS - 1
        await pilot.press("enter", "enter")
        assert (stage.link.commands, box(pilot).text) == ([], "so hot")
        stage.now_ms += 1
        await pilot.press("enter")
        await settle(pilot)
        assert (stage.link.commands, box(pilot).text) == ([sent], "")


async def test_what_is_written_a_moment_later_goes_at_once() -> None:
    stage = in_phase("Ten pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        turn_to(stage, "Lights")
        await settle(pilot)
        stage.now_ms += SETTLED_MS
        await write(pilot, "so hot", "enter")
        await settle(pilot)
    assert stage.link.commands == [SayAloud(text="so hot")]


async def test_what_is_typed_on_goes_before_what_came_back_which_is_lost_to_nobody() -> None:
    stage = in_phase("Ten pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        turn_to(stage, "Lights")
        await settle(pilot)
        await write(pilot, "my mother", "enter")
        await settle(pilot)
        stage.now_ms += SETTLED_MS
        await write(pilot, "so hot", "enter")
        await settle(pilot)
        assert stage.link.commands == [SayAloud(text="so hot")]
        assert (box(pilot).text, box(pilot).selected_text) == ("my mother", "my mother")


async def test_an_answer_that_comes_back_still_answers_its_line() -> None:
    stage = in_phase("Lights")
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        turn_to(stage, "One swap")
        stage.play_persona("haibo", PostMessage(room=ROOM, text="who is here"))
        await settle(pilot)
        seq = stage.world.rooms[ROOM].messages[-1].seq
        await pilot.press("up")
        await write(pilot, "me", "enter")
        await settle(pilot)
        assert box(pilot).desks.here.reply_to == seq
        assert came_back(pilot, "me", SENT)


@pytest.mark.parametrize(
    ("typed", "sent"), [("/say so hot", SayAloud(text="so hot")), ("/think so hot", Think(text="so hot"))]
)
async def test_what_names_its_place_goes_at_once(typed: str, sent: Command) -> None:
    stage = in_phase("Ten pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        turn_to(stage, "Lights")
        await settle(pilot)
        await write(pilot, typed, "enter")
        await settle(pilot)
    assert stage.link.commands == [sent]


async def test_who_moves_by_their_own_key_writes_at_once_and_what_is_for_a_wanted_phone_is_not_said() -> None:
    stage = in_phase("Ten pictures")
    for person in stage.world.persons.values():
        person.rule = "free"
    stage.join()
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        await write(pilot, "so hot", "enter")
        await pilot.press("f4")
        await settle(pilot)
        await write(pilot, "who is here", "enter")
        await pilot.press("f4")
        await settle(pilot)
        stage.link.answers = False
        press_at_once(app, "f4", *"me", "enter")
        await until(lambda: came_back(pilot, "me", ALOUD))
    said = [SayAloud(text="so hot"), PostMessage(room=ROOM, text="who is here")]
    moves = [PutPhoneDown(), PickUpPhone(), PutPhoneDown(), PickUpPhone()]
    assert stage.link.commands == [moves[0], said[0], moves[1], said[1], *moves[2:]]


async def test_a_line_sent_just_before_one_is_moved_is_asked_for_as_it_was_meant() -> None:
    stage = in_phase("Ten pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        online = app.screen
        turn_to(stage, "Lights")
        await settle(pilot)
        online.post_message(Composer.Submitted("who is here", ROOM, 0))
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="who is here")]
