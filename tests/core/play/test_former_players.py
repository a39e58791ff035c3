"""Whoever gives a persona away keeps what is theirs, and their copy stays what they would fetch."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followers import Followers
from goodpath_core.errors import Refused
from goodpath_core.play.bounds import Bounds
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Command
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.seats import HandOver, Observe, OpenSeat, TakePersona
from goodpath_core.play.sight import Viewer, visible
from town import SERVER, TEACHER, Town, lobby, one_phase, playing

TIGHT = Bounds(said=2, reflections=1, turns=1)
"""So little is kept that something leaves the state all the time."""
CAST = ("1/yuting", "1/chunmei", "1/ming")
OF_BOTH_CELLS = ("1/yuting", "2/yuting", "1/chunmei", "2/ming", "1/ming")
PLAYERS: dict[str, Callable[[str], Command]] = {
    "say": lambda persona: SayAloud(text="so"),
    "think": lambda persona: Think(text="hm"),
    "reflect": lambda persona: Reflect(answers=("me",)),
    "plug in": lambda persona: PlugIn(),
    "observe": lambda persona: Observe(),
    "tell": lambda persona: SpeakAsNarrator(text="A dog.", to=(persona,)),
}
"""What whoever plays a persona does, or the teacher to it."""
DEED = st.tuples(
    st.sampled_from([*PLAYERS, "hand over", "hand over", "take"]),
    st.sampled_from(OF_BOTH_CELLS),
    st.integers(1, 6),
)
DEEDS = st.lists(DEED, min_size=10, max_size=60)


def do(town: Town, deed: str, persona: str, seat: int) -> None:
    """Try a deed; what is refused did not happen."""
    with suppress(Refused, StopIteration):
        if deed == "hand over":
            town.do(HandOver(persona=persona, seat=seat), TEACHER)
        elif deed == "take":
            town.do(TakePersona(persona=persona), town.seat(seat))
        else:
            by = TEACHER if deed == "tell" else town.player(persona)
            town.do(PLAYERS[deed](persona), by)


def at_home() -> Town:
    """Five seats, three personas, all phones down."""
    return with_phones_down(playing(one_phase()))


def two_homes() -> Town:
    """Six seats, of which one plays nobody, and the personas of both cells; almost nothing is kept."""
    town = Town(2, one_phase(), TIGHT)
    town.play(*OF_BOTH_CELLS)
    town.do(OpenSeat(), SERVER)
    town.do(StartWorld(), TEACHER)
    return with_phones_down(town)


def with_phones_down(town: Town) -> Town:
    """Nobody who is played has the phone in the hand."""
    for person in town.world.persons.values():
        if person.played:
            town.do(PutPhoneDown(), town.player(person.id))
    return town


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(DEEDS, DEEDS)
def test_the_copy_of_each_seat_is_what_it_would_fetch_whoever_plays_whom(
    play: list[tuple[str, str, int]], debrief: list[tuple[str, str, int]]
) -> None:
    town = two_homes()
    followers = Followers(town)
    for deeds in (play, debrief):
        for deed in deeds:
            town.wait(1)
            do(town, *deed)
            followers.follow()
        followers.compare()
        town.do(NextPhase(), TEACHER) if deeds is play else None
        followers.follow()


def test_in_every_copy_only_they_are_begun_whom_somebody_plays_when_the_world_runs() -> None:
    town = lobby(one_phase())
    followers = Followers(town)
    for command, seat in (
        (Observe(), 1),
        (TakePersona(persona="1/yuting"), 5),
        (Observe(), 2),
        (Observe(), 5),
        (TakePersona(persona="1/chunmei"), 1),
    ):
        town.do(command, town.seat(seat))
        followers.follow()
        followers.compare()
    town.do(StartWorld(), TEACHER)
    followers.follow()
    followers.compare()
    begun = [person.id for person in town.world.persons.values() if person.begun]
    assert begun == ["1/chunmei", "1/ming"]


def test_what_was_written_on_stepping_out_stays_when_somebody_else_steps_out_of_the_same_persona() -> None:
    town = at_home()
    town.do(NextPhase(), TEACHER)
    town.do(Reflect(answers=("mine",)), town.seat(1))
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    town.do(Reflect(answers=("theirs",)), town.seat(5))
    for viewer, answers in (
        (Viewer("observer", 1, 1), [("mine",)]),
        (Viewer("student", 5, 1, "1/yuting"), [("theirs",)]),
        (Viewer("teacher"), [("mine",), ("theirs",)]),
    ):
        assert [one.answers for one in visible(town.world, viewer).reflections] == answers


def test_of_what_a_seat_wrote_on_stepping_out_the_newest_stands() -> None:
    town = at_home()
    town.do(NextPhase(), TEACHER)
    for answer in ("first", "second"):
        town.do(Reflect(answers=(answer,)), town.seat(1))
    assert [one.answers for one in town.world.reflections] == [("second",)]
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    town.do(HandOver(persona="1/chunmei", seat=1), TEACHER)
    town.do(Reflect(answers=("as Chunmei",)), town.seat(1))
    assert [(one.persona, one.answers) for one in town.world.reflections] == [("1/chunmei", ("as Chunmei",))]


def test_thoughts_of_a_former_player_leave_with_those_of_the_next_only_when_the_seat_is_told() -> None:
    town = at_home()
    for number in range(40):
        town.do(Think(text=f"t{number}"), town.seat(1))
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    followers = Followers(town)
    for number in range(60):
        town.do(Think(text=f"u{number}"), town.seat(5))
        followers.follow()
        followers.compare()
    assert [line.text for line in visible(town.world, Viewer("observer", 1, 1)).journal] == [
        f"t{number}" for number in range(25, 40)
    ]
