"""What changes the scene is told in a few lines: a phase, a place, the debrief whole, and the end."""

from collections.abc import Callable

from client.screens.stage import TEACHER, Stage
from goodpath_client.lived import lived_seconds
from goodpath_client.plain.scenes import exchanges, tell_event
from goodpath_client.plain.sheet import lived_words
from goodpath_client.plain.start import come
from goodpath_client.plain.table import Table
from goodpath_client.widgets.time_bar import TimeBar
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.event import Draft
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import RoomChanged
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import HandOver, Observe, TakePersona

GOODBYE = "You can read on: /pages, /question, /reveal. /quit leaves."


def playing(scenario: str = "ten-pictures") -> Stage:
    stage = Stage(scenario, "yuting")
    stage.start()
    return stage


def heard(stage: Stage, happens: Callable[[], None]) -> list[str]:
    """What is told of everything that happens meanwhile."""
    told: list[str] = []
    end = stage.store.on_change(
        lambda change: told.extend(tell_event(stage.store, change.event)) if change.event else None
    )
    happens()
    end()
    return told


def next_phase(stage: Stage) -> list[str]:
    return heard(stage, lambda: stage.do(NextPhase(), TEACHER))


def test_a_phase_says_its_length_what_it_asks_and_what_to_think_about_each_by_itself() -> None:
    told = next_phase(playing())
    assert told[:2] == [
        "A new phase begins: Gallery walk, 5 minutes.",
        "Visit five pages. Please like two pictures at most. Repost one picture from another page with a "
        "single word of your own.",
    ]
    assert told[2].startswith("To think about: What kind of person lives on this page? Which page")


def test_exchanging_is_offered_only_where_something_may_be_exchanged() -> None:
    stage = playing()
    stage.do(ArrangeAlbum(cards=("red-car",)))
    told, offered = list[str](), list[list[str]]()
    for _ in range(3):
        told += next_phase(stage)
        offered.append(exchanges(stage.store))
    assert offered == [[], [], ["You may exchange 1 picture."]]
    assert any("(type /why all and your words)" in line for line in told)


def test_what_the_narrator_tells_in_paragraphs_is_heard_in_paragraphs() -> None:
    stage = playing()
    text = "A dog barks.\n\nNobody looks up."
    told = heard(stage, lambda: stage.do(SpeakAsNarrator(text=text), TEACHER))
    assert told == ["Narrator: A dog barks.", "Nobody looks up."]


def test_a_room_that_has_changed_is_heard_line_by_line_and_so_on_going_there() -> None:
    stage = playing()
    change = Draft(RoomChanged(persona="1/yuting", text="Dark.\nHot."), "people:1/yuting", 1, "1/yuting")
    assert heard(stage, lambda: stage.happen(change)) == ["Your room: Dark.", "Hot."]
    told = heard(stage, lambda: stage.do(PutPhoneDown()))
    assert told == ["19:30 You are in the room, the phone is down. Dark.", "Hot."]


def to_debrief(stage: Stage) -> list[str]:
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    stage.now_ms += 80_000
    return next_phase(stage)


def test_the_debrief_reads_out_all_its_questions_and_the_sentences_to_complete() -> None:
    stage = playing()
    told = to_debrief(stage)
    questions = [line for line in told if line.startswith("Question ")]
    assert told[:3] == [
        "The phones are dark; the debrief begins.",
        "You played Pan Yuting. You are yourself again.",
        "There are 7 questions to argue about.",
    ]
    assert len(questions) == 7
    assert questions[0] == "Question 1 of 7: Who exchanged a picture, and did the room come in or go out?"
    assert questions[2].endswith("Find one page for each answer.")
    assert "You have lived on the phone 1 min." in told
    assert told[-2:] == ["1. One thing I made up is ...", "2. One thing I take off now is ..."]


def test_whoever_comes_in_the_debrief_hears_all_of_it_too() -> None:
    stage, said = playing(), list[str]()
    told = to_debrief(stage)
    table = Table(stage.link, stage.store, said.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    come(table)
    assert [line for line in told[1:] if line not in said] == []


def test_whoever_watched_hears_the_questions_and_has_no_sentence_to_complete() -> None:
    stage = playing()
    stage.do(Observe())
    told = to_debrief(stage)
    assert told[1] == "You watched." and told[-1].startswith("/pages lists all pages")
    assert not [line for line in told if "/page " in line or "/complete" in line]
    assert heard(stage, lambda: stage.do(EndSession(), TEACHER)) == [
        "The session is over. Thank you for watching.",
        GOODBYE,
    ]


def test_the_goodbye_says_whom_one_was_where_one_lived_and_the_way_out() -> None:
    stage = playing()
    to_debrief(stage)
    assert heard(stage, lambda: stage.do(EndSession(), TEACHER)) == [
        "The session is over. Thank you for playing.",
        "You played Pan Yuting.",
        "You have lived on the phone 1 min.",
        "Only the hours that were played are counted. Not played: 19:30 to 21:31.",
        GOODBYE,
    ]


def test_every_place_with_any_time_is_said_in_the_words_and_figures_of_the_screens() -> None:
    stage = playing()
    stage.now_ms += 6_000
    stage.do(PutPhoneDown())
    stage.now_ms += 4_000
    bars = TimeBar()
    bars.show(lived_seconds(stage.store, stage.now_ms))
    assert [line.split()[-2:] for line in str(bars.render()).splitlines()] == [["40", "s"], ["1", "min"]]
    assert lived_words(stage.store, stage.now_ms) == ["You have lived in the room 40 s, on the phone 1 min."]


def test_of_a_persona_handed_over_it_is_told_what_the_persona_lived_and_not_the_new_player() -> None:
    stage = Stage("ten-pictures", "")
    stage.do(Observe())
    stage.do(TakePersona(persona="1/zhou"), stage.student(2))
    stage.start()
    stage.now_ms += 60_000
    stage.do(HandOver(persona="1/zhou", seat=1), TEACHER)
    assert lived_words(stage.store, stage.now_ms) == ["Zhou Ming has lived on the phone 10 min."]
    told = to_debrief(stage)
    assert told[1] == "You played Zhou Ming from 19:40. You are yourself again."
    assert "Zhou Ming has lived on the phone 11 min." in told
    assert not [line for line in told if "You have lived" in line]
