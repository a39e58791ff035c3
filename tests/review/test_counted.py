"""Bars show the hours that were played, and beside them, apart, those that were not."""

import re
import sqlite3
from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_review.bars import bar
from goodpath_review.counted import equal_words
from goodpath_review.lives import Stay, lives, read_session
from goodpath_review.session_file import SessionFile
from review.played_class import TEACHER, PlayedClass
from review.test_report import Page, html
from review.two_days import two_days

EQUAL = "All these bars are equal"


def ten_pictures(*puts_down: str) -> PlayedClass:
    """Two play the ten pictures through; some put the phone down for two minutes of the world."""
    town = PlayedClass(load("ten-pictures"))
    players = {key: town.seat(f"1/{key}") for key in ("yuting", "haibo")}
    town.after(5, StartWorld(), TEACHER)
    for key in puts_down:
        town.after(5, PutPhoneDown(), players[key])
    town.wait(12)
    town.after(12, NextPhase(), TEACHER)
    town.after(60, EndSession(), TEACHER)
    return town


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> str:
    return html(two_days().save(tmp_path_factory.mktemp("days") / "days.goodpath"))


def test_the_report_says_which_hours_no_bar_counts_and_where_they_are_told(days: str) -> None:
    text = Page(days).text

    assert "Only the hours that were played are counted. Not played: 22:00 to 08:00" in text
    assert "who works nights worked then" in text


def test_a_night_that_was_not_played_is_a_part_of_its_own_in_every_bar(days: str) -> None:
    drawn = [attrs for _, attrs in Page(days).tags if attrs.get("class") == "bar"]
    labels = [attrs["aria-label"] or "" for attrs in drawn]

    assert len(labels) > 6
    assert [
        label for label in labels if not re.search("not played [13][0-9] h .*22:00 to 08:00", label)
    ] == []
    assert days.count('fill="url(#in-unplayed)"') == len(labels)
    assert "not played <b>10 h" in days


def test_what_was_not_played_is_added_to_no_place(tmp_path: Path) -> None:
    with SessionFile(two_days().save(tmp_path / "days.goodpath")) as file:
        session = read_session(file)
        found = lives(session)
    away = sum(until - since for since, until in session.world.clock.unplayed)
    all_hours = session.world.persons["1/yuting"].since - session.world.session.began

    assert away > 36_000
    assert {sum(life.lived.values()) for life in found} == {all_hours - away}
    assert {tuple(life.lived) for life in found} == {("room", "phone", "shift")}


def test_the_page_on_session_files_tells_any_tool_how_to_find_the_same_hours(tmp_path: Path) -> None:
    path = two_days().save(tmp_path / "days.goodpath")
    page = (Path(__file__).parents[2] / "docs" / "session-file.md").read_text("utf-8")
    (query,) = [one for one in re.findall("```sql\n(.*?)```", page, re.DOTALL) if "world_from" in one]
    connection = sqlite3.connect(path)
    found = tuple(connection.execute(query).fetchall())
    connection.close()

    assert len(found) == 3
    assert found == two_days().world.clock.unplayed


def test_a_phase_that_was_cut_short_leaves_out_what_it_had_left(tmp_path: Path) -> None:
    page = Page(html(ten_pictures().save(tmp_path / "short.goodpath")))

    assert re.search(r"Not played: 19:3\d to 20:40\.", page.text)
    assert "who works nights" not in page.text


def test_a_phase_that_was_made_longer_leaves_out_less(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ExtendPhase(), TEACHER)
    town.after(500, EndSession(), TEACHER)
    written = html(town.save(tmp_path / "long.goodpath"))

    assert (
        "Only the hours that were played are counted; between them none was left out." in Page(written).text
    )
    assert "in-unplayed" not in written.partition("<header>")[2]


def room_first(*coming: str) -> PlayedClass:
    """Two play a phase that holds everybody in the room; `coming` joins them after half of it."""
    town = PlayedClass(load("apple-phone"))
    for key in ("yuting", "haibo"):
        town.seat(f"1/{key}")
    town.after(5, StartWorld(), TEACHER)
    town.wait(60)
    for key in coming:
        town.seat(f"1/{key}")
    town.after(60, EndSession(), TEACHER)
    return town


def test_bars_of_people_who_were_held_all_the_time_are_said_to_be_the_timetable(tmp_path: Path) -> None:
    equal = Page(html(room_first().save(tmp_path / "equal.goodpath")))
    late = Page(html(room_first("xiaoyan").save(tmp_path / "late.goodpath")))

    assert f"{EQUAL}: they show the timetable" in equal.text
    assert EQUAL not in late.text


@pytest.mark.parametrize("puts_down", [(), ("haibo",), ("yuting", "haibo")], ids=["none", "one", "both"])
def test_bars_of_people_who_could_choose_are_no_timetable_however_equal(
    puts_down: tuple[str, ...], tmp_path: Path
) -> None:
    town = ten_pictures(*puts_down).save(tmp_path / "chosen.goodpath")
    assert EQUAL not in Page(html(town)).text


def test_the_phone_put_down_at_another_time_but_as_long_is_a_choice(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting, haibo = town.seat("1/yuting"), town.seat("1/haibo")
    town.after(5, StartWorld(), TEACHER)
    for one in (yuting, haibo):
        town.after(30, PutPhoneDown(), one)
        town.after(60, PickUpPhone(), one)
    town.after(60, EndSession(), TEACHER)
    path = town.save(tmp_path / "turns.goodpath")
    with SessionFile(path) as file:
        bars = {tuple(life.lived.values()) for life in lives(read_session(file))}

    assert len(bars) == 1
    assert EQUAL not in Page(html(path)).text


ROOM, PHONE = Stay(0, "room", "room"), Stay(1, "phone", "phone")


@pytest.mark.parametrize(
    ("stays", "is_said"),
    [
        ([(ROOM, PHONE), (ROOM, PHONE)], True),
        ([(ROOM, PHONE), (Stay(0, "phone", "phone"), Stay(1, "room", "room"))], False),
        ([(ROOM, Stay(1, "phone", "free")), (ROOM, Stay(1, "phone", "free"))], False),
        ([(PHONE, Stay(1, "room", "phone")), (PHONE, Stay(1, "room", "phone"))], False),
    ],
    ids=["the same for all", "the other way round", "free", "an empty battery"],
)
def test_equal_bars_are_a_timetable_only_if_it_was_the_same_and_left_nothing_free(
    stays: list[tuple[Stay, ...]], is_said: bool
) -> None:
    bars = [bar({"room": 600, "phone": 600})] * 2
    assert equal_words(bars, stays).startswith(EQUAL) is is_said
