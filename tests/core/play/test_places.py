"""The two places and the line, and the seconds lived in each."""

from dataclasses import replace

from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.event import Command, Draft
from goodpath_core.play.places import (
    PLACE_WORDS,
    PLACES,
    PickUpPhone,
    PlaceChanged,
    PutPhoneDown,
    close_books,
    lived_until,
    move,
    phase_moves,
)
from goodpath_core.play.seats import HandOver, MarkHere, Observe, OpenSeat, TakePersona
from goodpath_core.play.state import Person, PhoneNow, Sockets, World
from goodpath_core.scenario.choices import PhasePlace
from town import SERVER, TEACHER, Town, one_phase, phase, playing, scenario


def held(place: PhasePlace) -> Town:
    """A town whose second phase holds everybody in a place."""
    phases = (phase("one"), replace(phase("two"), place=place))
    town = playing(replace(scenario(), phases=phases))
    town.do(NextPhase(), TEACHER)
    return town


def test_the_phone_is_put_down_and_picked_up() -> None:
    town = playing(one_phase())
    by = town.player("1/yuting")
    assert town.refused(PickUpPhone(), by) == "in_hand"
    town.wait(10)
    assert town.do(PutPhoneDown(), by) == [
        Draft(PlaceChanged(persona="1/yuting", place="room"), "cell", 1, "1/yuting")
    ]
    assert town.events[-1].place == "phone"
    assert town.refused(PutPhoneDown(), by) == "not_in_hand"
    town.wait(5)
    assert town.do(PickUpPhone(), by) == [
        Draft(PlaceChanged(persona="1/yuting", place="phone"), "cell", 1, "1/yuting")
    ]
    person = town.world.persons["1/yuting"]
    assert person.lived == {"phone": 80, "room": 40}
    assert lived_until(person, 64_800 + 121) == {"room": 40, "phone": 81, "shift": 0}


def test_one_is_held_where_the_phase_says() -> None:
    cases: tuple[tuple[PhasePlace, Command, str], ...] = (
        ("room", PickUpPhone(), "held_in_room"),
        ("shift", PickUpPhone(), "on_shift"),
        ("phone", PutPhoneDown(), "held_on_phone"),
    )
    for place, command, code in cases:
        town = held(place)
        assert town.refused(command, town.player("1/yuting")) == code


def test_an_empty_phone_cannot_be_picked_up() -> None:
    town = playing(one_phase())
    by, person = town.player("1/yuting"), town.world.persons["1/yuting"]
    town.do(PutPhoneDown(), by)
    assert person.phone is not None
    person.phone.battery = 0.9
    assert town.refused(PickUpPhone(), by) == "battery_empty"
    town.world.sockets["1/row"] = Sockets(0, ())
    assert town.refused(PickUpPhone(), by) == "no_current", "whoever cannot charge it is not told to"
    person.phone = None
    assert town.do(PickUpPhone(), by)


def test_who_may_choose_stays_where_they_chose_to_be_in_the_next_phase() -> None:
    town = held("free")
    assert [town.world.persons[i].place for i in ("1/yuting", "1/ming")] == ["phone", "phone"]
    town = playing(replace(scenario(), phases=(phase("one"), phase("two"))))
    town.wait(1)
    town.do(PutPhoneDown(), town.player("1/ming"))
    town.do(NextPhase(), TEACHER)
    assert [town.world.persons[i].place for i in ("1/yuting", "1/ming")] == ["phone", "room"]


def test_a_phase_has_exceptions_by_persona() -> None:
    world = World(
        persons={"1/a": Person("1/a", "1/h"), "2/b": Person("2/b", "2/h", place="shift", rule="shift")}
    )
    assert phase_moves(world, "room", {"b": "free"}) == [
        Draft(PlaceChanged(persona="1/a", place="room", rule="room"), "cell", 1, "1/a"),
        Draft(PlaceChanged(persona="2/b", place="phone", rule="free"), "cell", 2, "2/b"),
    ]


def test_no_time_is_lived_when_none_has_passed() -> None:
    world, person = World(), Person("1/a", "1/h", played=True, since=10)
    move(world, person, "phone", "free", 10)
    move(world, person, "room", "free", 5)
    assert person.lived == {}
    assert (person.place, person.since) == ("room", 5)


def lived(town: Town, identity: str) -> dict[str, int]:
    """World seconds lived up to now, without the places where none was spent."""
    at = town.world.clock.world_from + int((town.wall_ms - town.world.clock.since_ms) * 8 / 1000)
    return {place: n for place, n in lived_until(town.world.persons[identity], at).items() if n}


def late() -> Town:
    """A town that has played for 100 seconds, 800 in the world; ming is taken only now."""
    town = Town(of=one_phase())
    town.play("1/yuting")
    town.do(OpenSeat(), SERVER)
    town.do(StartWorld(), TEACHER)
    town.wait(100)
    town.do(TakePersona(persona="1/ming"), town.seat(2))
    return town


def test_nobody_lives_where_nobody_plays() -> None:
    town = late()
    assert lived(town, "1/yuting") == {"phone": 800}
    assert lived(town, "1/ming") == {}
    town.wait(10)
    assert lived(town, "1/ming") == {"phone": 80}
    town.do(NextPhase(), TEACHER)
    assert town.world.persons["1/ming"].lived == {"phone": 80}
    assert town.world.persons["1/chunmei"].lived == {}


def test_a_persona_that_is_left_lives_on_when_somebody_plays_it_again() -> None:
    town = late()
    town.wait(10)
    town.do(Observe(), town.seat(2))
    town.wait(60)
    assert lived(town, "1/ming") == {"phone": 80}
    town.do(TakePersona(persona="1/ming"), town.seat(2))
    town.wait(5)
    assert lived(town, "1/ming") == {"phone": 120}
    town.do(CloseSeat(seat=2), SERVER)
    town.wait(60)
    assert lived(town, "1/ming") == {"phone": 120}


def test_a_persona_lives_on_while_it_is_handed_over_and_while_its_player_has_lost_the_connection() -> None:
    town = late()
    town.wait(10)
    town.do(OpenSeat(), SERVER)
    town.do(HandOver(persona="1/ming", seat=3), TEACHER)
    town.wait(10)
    town.do(MarkHere(seat=3, here=True), SERVER)
    town.do(MarkHere(seat=3, here=False), SERVER)
    town.wait(10)
    assert lived(town, "1/ming") == {"phone": 240}


def test_who_chose_in_the_first_second_of_play_stays_there_too() -> None:
    town = Town(of=replace(scenario(), phases=(phase("one"), phase("two"))))
    town.play("1/ming")
    town.do(StartWorld(), TEACHER)
    town.do(PutPhoneDown(), town.player("1/ming"))
    town.do(NextPhase(), TEACHER)
    assert town.world.persons["1/ming"].place == "room"


def test_the_books_are_closed_also_for_whoever_has_no_phone() -> None:
    with_phone, without = (
        Person("1/a", "1/h", place="phone", played=True),
        Person("1/b", "1/h", place="room", played=True),
    )
    with_phone.phone = phone = PhoneNow("Android", "poor", 50.0, 10.0, 1_000, drains=False)
    world = World(persons={"1/a": with_phone, "1/b": without})
    close_books(world, 100, 9_000)
    assert (with_phone.lived, without.lived) == ({"phone": 100}, {"room": 100})
    assert (with_phone.since, phone.since, without.since) == (9_000, 9_000, 9_000)
    assert without.phone is None


def test_every_place_has_its_words() -> None:
    assert tuple(PLACE_WORDS) == PLACES
