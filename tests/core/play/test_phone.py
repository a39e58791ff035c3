"""The phone as a scarce thing: battery, data, money, sockets."""

from dataclasses import replace

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.clock import world_s
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.phone import (
    PhoneChanged,
    PlugIn,
    SocketsChanged,
    Unplug,
    battery_at,
    charging,
    current_changes,
    decide_plug_in,
    empty_at,
    must_afford,
    sockets_of,
    spend,
)
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.seats import HandOver, Observe
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import JournalLine, Person, PhoneNow, Session, Sockets, World
from goodpath_core.scenario.value import Rules
from town import TEACHER, Town, one_phase, phase, playing, scenario

ROW = "people:1/yuting,1/chunmei"


def offline() -> Town:
    """Everybody has put the phone down."""
    town = playing(one_phase())
    for key in ("yuting", "chunmei", "ming"):
        town.do(PutPhoneDown(), town.player(f"1/{key}"))
    return town


def phone_of(town: Town, persona: str) -> PhoneNow:
    phone = town.world.persons[persona].phone
    assert phone is not None
    return phone


def test_phones_start_as_the_scenario_says_and_belong_to_their_owners() -> None:
    given = [event for event in Town().events if event.fact.kind == "phone.given"]
    assert [event.audience for event in given] == ["people:1/yuting", "people:1/chunmei", "people:1/ming"]
    assert phone_of(Town(), "1/chunmei") == PhoneNow("Android", "poor", 50, 10, 2000)


def test_the_socket_of_a_house_is_shared_in_the_order_of_coming() -> None:
    town = offline()
    first, second = town.player("1/yuting"), town.player("1/chunmei")
    assert town.do(PlugIn(), first) == [
        Draft(SocketsChanged(house="1/row", live=1, plugs=("1/yuting",)), ROW, 1)
    ]
    assert town.do(PlugIn(), second) == [
        Draft(SocketsChanged(house="1/row", live=1, plugs=("1/yuting", "1/chunmei")), ROW, 1)
    ]
    for by, how in (
        (first, "is at the socket already, and charges."),
        (second, "waits for a socket already;"),
    ):
        with pytest.raises(Refused, match=f"Your phone {how}"):
            decide_plug_in(town.world, PlugIn(), by, town.now)
    town.wait(60)
    at = 64_800 + 480
    charge = [battery_at(town.world, town.world.persons[i], at) for i in ("1/yuting", "1/chunmei", "1/ming")]
    assert charge == [58.0, 50, 50]
    assert town.do(Unplug(), first) == [
        Draft(SocketsChanged(house="1/row", live=1, plugs=("1/chunmei",)), ROW, 1)
    ]
    assert town.refused(Unplug(), first) == "not_plugged"
    town.wait(60)
    persons = town.world.persons
    assert [battery_at(town.world, persons[i], at + 480) for i in ("1/yuting", "1/chunmei")] == [58.0, 58.0]


def test_sockets_are_out_of_reach_with_the_phone_in_the_hand() -> None:
    town = playing(one_phase())
    by = town.player("1/yuting")
    assert [town.refused(PlugIn(), by), town.refused(Unplug(), by)] == ["on_phone", "on_phone"]


def test_sockets_are_out_of_reach_from_the_line() -> None:
    town = offline()
    town.world.persons["1/yuting"].place = "shift"
    by = town.player("1/yuting")
    assert [town.refused(PlugIn(), by), town.refused(Unplug(), by)] == ["on_shift", "on_shift"]


def test_a_phone_in_the_hand_runs_down_even_at_a_socket() -> None:
    town = offline()
    by = town.player("1/yuting")
    town.do(PlugIn(), by)
    town.do(PickUpPhone(), by)
    person = town.world.persons["1/yuting"]
    assert not charging(town.world, person)
    assert battery_at(town.world, person, 64_800 + 240) == 49.0
    assert battery_at(town.world, person, 64_800 + 999_999) == 0.0
    assert battery_at(town.world, person, 0) == 50.0


def test_a_phone_that_nobody_plays_rests_and_is_as_it_was_for_whoever_takes_it() -> None:
    town = playing(one_phase())
    person = town.world.persons["1/yuting"]
    town.wait(30)
    town.do(Observe(), town.player("1/yuting"))
    assert phone_of(town, "1/yuting").battery == 49.0, "four minutes of the world in the hand"
    town.wait(100)
    town.do(HandOver(persona="1/yuting", seat=1), TEACHER)
    assert person.place == "phone"
    taken = world_s(town.world.clock, town.wall_ms)
    assert [battery_at(town.world, person, taken + later) for later in (0, 240)] == [49.0, 48.0]


def test_a_battery_is_never_more_than_full_and_may_be_spared() -> None:
    town = offline()
    by, person = town.player("1/yuting"), town.world.persons["1/yuting"]
    town.do(PlugIn(), by)
    assert battery_at(town.world, person, 10**9) == 100.0
    phone_of(town, "1/yuting").drains = False
    assert battery_at(town.world, person, 10**9) == 50
    person.phone = None
    assert battery_at(town.world, person, 10**9) == 100.0


def test_a_house_has_as_many_sockets_as_the_scenario_says() -> None:
    town = Town()
    assert [sockets_of(town.world, house) for house in ("1/row", "1/dorm")] == [1, 0]
    assert [sockets_of(World(), "1/row"), sockets_of(town.world, "1/nowhere")] == [1, 1]
    world = World(persons={"1/a": Person("1/a", "1/row")}, sockets={"1/row": Sockets(1, ("1/b", "1/a"))})
    assert not charging(world, world.persons["1/a"])


def cut() -> Town:
    """Two have a phone at the socket of their house; then the current is cut for a phase, and comes back."""
    first, dark, last = one_phase().phases[0], phase("dark"), phase("back")
    town = playing(replace(scenario(), phases=(first, replace(dark, current=False), last)))
    for key in ("yuting", "chunmei"):
        town.do(PutPhoneDown(), town.player(f"1/{key}"))
        town.do(PlugIn(), town.player(f"1/{key}"))
    town.do(NextPhase(), TEACHER)
    return town


def test_while_the_current_is_cut_no_phone_charges_and_nobody_gets_in_line() -> None:
    town = cut()
    first, second = town.player("1/yuting"), town.player("1/chunmei")
    person = town.world.persons["1/yuting"]
    assert town.world.sockets == {"1/row": Sockets(0, ("1/yuting", "1/chunmei"))}
    assert battery_at(town.world, person, person.since + 6_000) == 50
    for by in (first, second):
        with pytest.raises(Refused, match=r"There is no current; nothing comes out of the socket\.") as no:
            decide_plug_in(town.world, PlugIn(), by, town.now)
        assert no.value.code == "no_current"
    assert town.do(Unplug(), first) == [
        Draft(SocketsChanged(house="1/row", live=0, plugs=("1/chunmei",)), ROW, 1)
    ]
    assert town.refused(PlugIn(), first) == "no_current"


def test_the_current_is_back_with_the_next_phase() -> None:
    town = cut()
    person = town.world.persons["1/yuting"]
    back = town.do(NextPhase(), TEACHER)
    assert back[-1] == Draft(SocketsChanged(house="1/row", live=1, plugs=("1/yuting", "1/chunmei")), ROW, 1)
    assert battery_at(town.world, person, person.since + 600) == 60


def test_where_batteries_are_not_counted_no_current_is_cut() -> None:
    dark = replace(phase("dark"), current=False)
    town = playing(replace(scenario(), rules=Rules(False, True, True), phases=(dark,)))
    assert town.world.sockets == {}
    assert current_changes(World(), flows=False) == []


def test_where_there_is_no_socket_nobody_waits_for_one() -> None:
    town = offline()
    assert town.refused(PlugIn(), town.player("1/ming")) == "no_socket"


def with_phone(phone: PhoneNow) -> tuple[World, Person]:
    """A world that is played, and its only persona."""
    person = Person("1/a", "1/h", phone=phone)
    return World(persons={"1/a": person}, session=Session(stage="playing")), person


@pytest.mark.parametrize(
    ("act", "data_kb", "left", "yuan"),
    [("message", 5, 4, 10.0), ("look", 50, 0, 10.0), ("picture", 100, 0, 9.9), ("picture", 0, 0, 9.8)],
)
def test_an_act_is_paid_with_data_and_then_with_money(act: str, data_kb: int, left: int, yuan: float) -> None:
    world, person = with_phone(PhoneNow("", "", 50, 10, data_kb))
    spend(world, "1/a", act)
    assert person.phone == PhoneNow("", "", 50, yuan, left)


@pytest.mark.parametrize(
    ("act", "money", "rule", "code", "text"),
    [
        (
            "message",
            True,
            "free",
            "no_credit",
            "The data is used up and there is no money on the card; put the phone down and say it aloud.",
        ),
        (
            "look",
            False,
            "free",
            "no_credit",
            "The data is used up; put the phone down and look around the room.",
        ),
        (
            "picture",
            False,
            "free",
            "no_credit",
            "The data is used up; put the phone down and tell of it in the room.",
        ),
        (
            "picture",
            False,
            "phone",
            "no_credit_held",
            "The data is used up; read on until the phone may be put down.",
        ),
    ],
)
def test_who_cannot_pay_is_told_what_can_be_done_there(
    act: str, money: bool, rule: str, code: str, text: str
) -> None:
    town = playing(replace(one_phase(), rules=Rules(True, True, money)))
    phone_of(town, "1/ming").data_kb, phone_of(town, "1/ming").balance_yuan = 0, 0
    town.world.persons["1/ming"].rule = rule
    with pytest.raises(Refused) as no:
        must_afford(town.world, "1/ming", act)
    assert (no.value.code, no.value.text) == (code, text)


@pytest.mark.parametrize(
    ("metered", "credit", "yuan", "code"),
    [
        (True, True, 0, "no_credit"),
        (True, False, 9, "no_credit"),
        (True, True, 9, ""),
        (False, False, 0, ""),
        (False, True, 0, ""),
    ],
)
def test_a_phone_says_itself_what_can_be_paid_with_it(
    metered: bool, credit: bool, yuan: int, code: str
) -> None:
    world, _ = with_phone(PhoneNow("", "", 50, yuan, 0, metered=metered, credit=credit))
    found = ""
    try:
        must_afford(world, "1/a", "look")
    except Refused as no:
        found = no.code
    assert found == code


def test_money_never_falls_below_nothing_and_nobody_pays_for_others() -> None:
    world, person = with_phone(PhoneNow("", "", 50, 0, 0))
    spend(world, "1/a", "picture")
    assert person.phone == PhoneNow("", "", 50, 0.0, 0)
    spend(world, "npc:lele", "picture")
    person.phone = None
    spend(world, "1/a", "picture")
    must_afford(World(persons={"1/b": Person("1/b", "1/h")}), "1/b", "picture")


def test_where_data_is_not_counted_nothing_is_taken_from_a_phone() -> None:
    world, person = with_phone(PhoneNow("", "", 50, 10, 0, metered=False))
    spend(world, "1/a", "picture")
    assert person.phone == PhoneNow("", "", 50, 10, 0, metered=False)


def test_where_money_is_not_counted_none_is_taken() -> None:
    world, person = with_phone(PhoneNow("", "", 50, 10, 0, credit=False))
    spend(world, "1/a", "picture")
    assert person.phone == PhoneNow("", "", 50, 10, 0, credit=False)


def test_what_happened_before_play_costs_nothing_now() -> None:
    """In the town's past a post with a picture and a line of personas, in the phase a line."""
    town = playing(one_phase())
    assert [phone_of(town, f"1/{key}").data_kb for key in ("yuting", "chunmei", "ming")] == [2000] * 3
    assert [phone_of(town, f"1/{key}").battery for key in ("yuting", "chunmei", "ming")] == [50] * 3
    town.do(PostMessage(room="1/line3", text="hello"), town.player("1/ming"))
    assert phone_of(town, "1/ming").data_kb == 1999


def test_a_phone_changes_only_where_the_fact_says_so() -> None:
    town = offline()
    draft = Draft(PhoneChanged(persona="1/ming", battery=9, data_kb=0), "people:1/ming", 1, "1/ming")
    town.apply(draft, "script")
    assert phone_of(town, "1/ming") == PhoneNow("Android", "poor", 9, 10, 0, True, 64_800)
    town.world.persons["1/ming"].phone = None
    town.apply(draft, "script")
    assert town.world.persons["1/ming"].phone is None


def test_what_a_changed_phone_says_stays_with_its_owner_and_a_change_without_words_says_nothing() -> None:
    town = playing(one_phase())
    said = PhoneChanged(persona="1/ming", balance_yuan=1, text="Your account stands at 1 yuan.")
    event = town.apply(Draft(said, "people:1/ming", 1, "1/ming"), "script")
    town.apply(Draft(PhoneChanged(persona="1/ming", battery=9), "people:1/ming", 1, "1/ming"), "script")
    line = JournalLine(event.seq, 64_800, ("1/ming",), "phone", "1/ming", said.text, 1)
    assert town.world.journal == [line]
    assert visible(town.world, Viewer("student", 3, 1, "1/ming")).journal == [line]
    assert visible(town.world, Viewer("student", 1, 1, "1/yuting")).journal == []


def test_where_batteries_do_not_run_down_there_is_nothing_to_plug_in() -> None:
    for rules in (Rules(False, False, False), Rules(False, True, True)):
        town = playing(replace(scenario(), rules=rules))
        by = town.player("1/yuting")
        town.do(PutPhoneDown(), by)
        assert [town.refused(PlugIn(), by), town.refused(Unplug(), by)] == ["no_battery", "no_battery"]


@pytest.mark.parametrize(("battery", "since", "empty"), [(0.0, 500, 500), (1.0, 500, 740), (0.5, 0, 120)])
def test_a_phone_in_the_hand_loses_a_percent_in_four_minutes_of_the_world(
    battery: float, since: int, empty: int
) -> None:
    phone = PhoneNow("Android", "poor", battery, 10.0, 1_000, since=since)
    assert empty_at(phone) == empty
