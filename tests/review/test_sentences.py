"""Every event that a transcript shows can be said, with names instead of ids."""

import re
from pathlib import Path
from string import Formatter

import pytest
from goodpath.library import load

from goodpath_core.play.absence import ServerReturned
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.narration import Narrated
from goodpath_core.play.phone import PhoneChanged, SocketsChanged
from goodpath_core.play.places import PlaceChanged
from goodpath_core.play.registry import EVENTS
from goodpath_core.play.responses import ThingLiked
from goodpath_core.play.script import InjectFired
from goodpath_core.play.seats import PersonaLeft
from goodpath_core.play.state import Version
from goodpath_core.play.visits import StrangersCame
from goodpath_review.chronicle import walk
from goodpath_review.scene import Scene
from goodpath_review.sentences import WORDS, say
from goodpath_review.session_file import SessionFile
from review.evening import evening, saved, two_cells


def said(fact: Fact, voice: str = "", room: str = "", several: bool = False, author: str = "seat:1") -> str:
    town = two_cells() if several else evening()
    scene = Scene(load("ten-pictures").scenario, several, {}, {}, town.world)
    return say(scene, Event(99, 0, 0, 0, 1, "phone", author, voice, room, "all", fact))


def test_every_field_of_every_template_can_be_said() -> None:
    cannot = [
        (kind, field)
        for kind, row in EVENTS.items()
        for _, field, _, _ in Formatter().parse(row.sentence)
        if field and field not in WORDS and field not in row.fact.model_fields
    ]

    assert cannot == []


def test_an_evening_is_said_without_ids_of_personas_seats_and_rooms(tmp_path: Path) -> None:
    with SessionFile(saved(tmp_path)) as file:
        sentences = [line.sentence for _, line in walk(file) if line.sentence]

    assert len(sentences) > 100
    assert [
        text for text in sentences if re.search(r"\b\d/[a-z]|seat[: ]\d|npc:|private:|card:|post:", text)
    ] == []


def test_what_the_narrator_told_one_persona_names_it() -> None:
    cast = tuple(f"1/{key}" for key in load("ten-pictures").scenario.personas)
    sentences = [
        said(Narrated(text="The battery is empty.", to=to), "narrator") for to in ((), cast, ("1/yuting",))
    ]

    assert sentences == [
        "The narrator told: The battery is empty.",
        "The narrator told: The battery is empty.",
        "The narrator told City After Rain (Pan Yuting): The battery is empty.",
    ]


def test_a_line_shows_its_picture() -> None:
    sentences = [
        said(fact, voice="1/yuting", room="1/page-makers")
        for fact in (MessagePosted(text="hello"), MessagePosted(text="see", card="neon-hair"))
    ]

    assert sentences == [
        "City After Rain (Pan Yuting) wrote in Page makers: hello",
        "City After Rain (Pan Yuting) wrote in Page makers: see [picture “Hair against the neon”]",
    ]


def test_several_cells_stand_beside_the_names() -> None:
    fact = MessagePosted(text="hello")

    assert said(fact, "2/yuting", "2/page-makers", several=True) == (
        "Neon Orchid (Pan Yuting, cell 2) wrote in Page makers (cell 2): hello"
    )
    assert said(fact, "2/jun", "2/page-makers", several=True).startswith("Wei Jun (cell 2) wrote")


def test_what_the_teacher_said_with_a_voice_that_nobody_plays_is_told_from_the_script() -> None:
    line, rain = MessagePosted(text="hm"), Narrated(text="It rains.")
    assert [said(line, "npc:traveller", "1/page-makers", author=one) for one in ("teacher", "script")] == [
        "Stranger with a suitcase (the teacher) wrote in Page makers: hm",
        "Stranger with a suitcase wrote in Page makers: hm",
    ]
    assert [said(rain, "narrator", author=one) for one in ("teacher", "script")] == [
        "The narrator (the teacher) told: It rains.",
        "The narrator told: It rains.",
    ]


def test_an_inject_is_let_happen_by_the_script_or_by_the_teacher() -> None:
    fired = InjectFired(inject="gallery-1", to=("1/jun",))
    assert [said(fired, author=one) for one in ("script", "teacher")] == [
        "The script let “gallery-1” happen, for Wei Jun.",
        "The teacher let “gallery-1” happen, for Wei Jun.",
    ]


def test_strangers_come_as_a_number() -> None:
    assert said(ThingLiked(thing="card:red-car", strangers=3), room="1/yuting") == (
        "3 strangers liked the picture “Red sports car at the sea” of City After Rain (Pan Yuting)."
    )
    assert said(StrangersCame(count=1), room="1/yuting") == (
        "1 stranger looked at the page of City After Rain (Pan Yuting)."
    )


def test_an_npc_who_came_is_named_with_those_who_came_along() -> None:
    sentences = [said(StrangersCame(count=count), "npc:traveller", "1/yuting") for count in (1, 4)]
    assert sentences == [
        "Stranger with a suitcase looked at the page of City After Rain (Pan Yuting).",
        "Stranger with a suitcase and 3 others looked at the page of City After Rain (Pan Yuting).",
    ]


def test_phones_and_sockets_are_told_in_words() -> None:
    assert said(PhoneChanged(persona="1/jun", battery=9, model="iPhone 5")) == (
        "The phone of Wei Jun changed: iPhone 5, battery 9 %"
    )
    assert said(SocketsChanged(house="1/row", live=1, plugs=("1/yuting", "1/chunmei"))) == (
        "At the sockets of Two rented rooms in the house row: City After Rain (Pan Yuting), Wei Chunmei"
    )
    assert said(SocketsChanged(house="1/row", live=1, plugs=())).endswith(": nobody")
    assert said(SocketsChanged(house="1/row", live=0, plugs=())).endswith(": nobody (there is no current)")


def test_that_the_server_was_away_is_said() -> None:
    assert said(ServerReturned(away_ms=40_000)) == (
        "Nothing was kept for a while; the world goes on from where that began."
    )


def test_a_fixed_voice_begins_a_sentence_with_a_capital() -> None:
    assert (
        said(MessagePosted(text="hm"), "stranger", "1/page-makers") == "A stranger wrote in Page makers: hm"
    )


@pytest.mark.parametrize("nickname", ["somebody new", "a stranger", "the teacher's pet", "a players' page"])
def test_a_nickname_at_the_head_of_a_sentence_stays_as_it_was_written(nickname: str) -> None:
    town = evening()
    town.world.pages["1/yuting"].versions.append(Version(99, 0, nickname))
    scene = Scene(town.loaded.scenario, world=town.world)
    facts = MessagePosted(text="hello"), PlaceChanged(persona="1/yuting", place="room")
    sentences = [
        say(scene, Event(100, 0, 0, 0, 1, "phone", "seat:1", "1/yuting", "1/page-makers", "all", fact))
        for fact in facts
    ]

    assert sentences == [
        f"{nickname} (Pan Yuting) wrote in Page makers: hello",
        f"{nickname} (Pan Yuting) is in the room now.",
    ]


def test_who_has_no_page_begins_a_sentence_as_a_player_with_a_capital() -> None:
    posted = MessagePosted(text="hm")

    assert said(posted, "9/nobody", "1/page-makers") == "A player wrote in Page makers: hm"
    assert said(PersonaLeft(persona="9/nobody")) == "A player was left by its player."


def test_braces_in_what_a_person_wrote_stay_braces() -> None:
    fact = MessagePosted(text="{voice} {0} {text.__class__}")

    assert said(fact, "npc:traveller", "1/page-makers").endswith(": {voice} {0} {text.__class__}")


def test_an_answer_says_which_line_it_answers() -> None:
    answer = said(MessagePosted(text="me too", reply_to=12), "stranger", "1/page-makers")
    assert answer == "A stranger wrote in Page makers, answering L012: me too"
