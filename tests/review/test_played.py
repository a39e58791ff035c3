"""A report has the lives of the personas that somebody played, and names the others as played by nobody."""

import sqlite3
from pathlib import Path

from goodpath.library import load

from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.seats import HandOver, Observe, OpenSeat
from goodpath_review.lives import lives, read_session
from goodpath_review.session_file import SessionFile
from goodpath_review.transcript import transcript
from review.played_class import SERVER, TEACHER, PlayedClass
from review.test_report import Page, html


def given_back_in_the_lobby() -> PlayedClass:
    """Yuting is played to the end; who took Haibo in the lobby watches instead."""
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    haibo = town.seat("1/haibo")
    town.after(1, Observe(), haibo)
    town.after(5, StartWorld(), TEACHER)
    return town


def found(path: Path) -> list[str]:
    with SessionFile(path) as file:
        return [life.id for life in lives(read_session(file), private=True)]


def timed(path: Path) -> list[tuple[str]]:
    """The personas of which the file's views tell a time."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT DISTINCT persona FROM place_time").fetchall()
    finally:
        connection.close()


def test_a_persona_given_back_before_play_has_no_life_and_is_played_by_nobody(tmp_path: Path) -> None:
    town = given_back_in_the_lobby()
    town.after(60, EndSession(), TEACHER)
    path = town.save(tmp_path / "back.goodpath")
    text = Page(html(path)).text

    assert (found(path), timed(path)) == (["1/yuting"], [("1/yuting",)])
    assert "1 life." in text
    assert "Nobody played Wei Chunmei, Pan Guoqiang, Wei Jun, Deng Xiaoyan, Long Haibo," in text


def test_a_transcript_tells_no_place_of_a_persona_given_back_before_play(tmp_path: Path) -> None:
    town = given_back_in_the_lobby()
    town.after(60, EndSession(), TEACHER)
    with SessionFile(town.save(tmp_path / "back.goodpath")) as file:
        told = [line for line in "".join(transcript(file)).splitlines() if "Haibo" in line]

    assert [line.split("Haibo ")[1] for line in told if "wrote" not in line] == [
        "was taken by a player.",
        "was left by its player.",
    ]


def test_who_played_and_left_has_a_life(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(60, Observe(), yuting)
    town.after(60, EndSession(), TEACHER)

    assert found(town.save(tmp_path / "left.goodpath")) == ["1/yuting"]


def test_a_persona_handed_over_once_play_is_over_was_played_by_nobody(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(1, OpenSeat(), SERVER)
    town.after(5, StartWorld(), TEACHER)
    while town.world.session.stage == "playing":
        town.after(60, NextPhase(), TEACHER)
    town.after(1, HandOver(persona="1/haibo", seat=2), TEACHER)

    town.after(60, EndSession(), TEACHER)
    path = town.save(tmp_path / "late.goodpath")

    assert (found(path), timed(path)) == (["1/yuting"], [("1/yuting",)])


def test_where_play_never_began_whoever_holds_a_persona_at_the_end_stands_for_its_player(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    haibo = town.seat("1/haibo")
    town.after(1, Observe(), haibo)
    town.after(1, EndSession(), TEACHER)

    assert found(town.save(tmp_path / "lobby.goodpath")) == ["1/yuting"]
