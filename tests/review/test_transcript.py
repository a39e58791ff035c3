"""A transcript can be quoted by line, names nobody, and lets nobody speak as somebody else."""

import re
from pathlib import Path

from goodpath.library import Loaded, load

from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.bounds import Bounds
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.messages import HideMessage, PostMessage
from goodpath_core.play.narration import SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.script import FireInject
from goodpath_core.play.seats import HandOver, OpenSeat
from goodpath_core.scenario.reader import read
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.tables import csv_table
from goodpath_review.transcript import plain, transcript
from review.evening import DOWN, GROUP, REMOVED, SECRET, saved, two_cells
from review.played_class import SERVER, TEACHER, PlayedClass

LINE = re.compile(
    r"    L(\d{3,})(?:  cell \d |  all    )?  (?:\d\d:\d\d|     )  (?:room |phone|shift|     )  \S"
)


def written(path: Path) -> str:
    with SessionFile(path) as file:
        return "".join(transcript(file))


def test_an_evening_reads_as_lines_under_the_headings_of_its_phases(tmp_path: Path) -> None:
    text = written(saved(tmp_path))

    assert re.findall("^## .*", text, re.MULTILINE) == [
        "## Before play",
        "## 1. Ten pictures (Sunday 14 July 2013, 19:30)",
        "## 2. Gallery walk (Sunday 14 July 2013, 20:40)",
        "## 3. Lights (Sunday 14 July 2013, 21:30)",
        "## 4. One swap (Sunday 14 July 2013, 21:31)",
        "## Debrief",
    ]
    assert (
        "    L038  19:39  phone  City After Rain (Pan Yuting) wrote in Page makers: who has a picture\n"
        "                        | with rain in it?\n"
    ) in text
    assert "    L093  21:30  room   City After Rain (Pan Yuting) is in the room now.\n" in text


def test_who_gave_a_persona_to_whom_is_said_without_seats(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    for _ in range(2):
        town.after(0, OpenSeat(), SERVER)
    town.after(0, HandOver(persona="1/haibo", seat=2), TEACHER)
    town.after(0, HandOver(persona="1/yuting", seat=3), TEACHER)
    text = written(town.save(tmp_path / "given.goodpath"))
    assert re.findall("L.* was (?:taken|given).*", text) == [
        "L020                Pan Yuting was taken by a player.",
        "L024                Long Haibo was given to a player by the teacher.",
        "L027                Pan Yuting was given to a player by the teacher, in place of another.",
    ]


def test_what_was_taken_back_removed_or_taken_down_is_not_quoted(tmp_path: Path) -> None:
    text = written(saved(tmp_path))

    assert [secret for secret in (SECRET, REMOVED, DOWN) if secret in text] == []
    assert "L039  19:40  phone  Long Haibo wrote in Page makers: (taken back by its writer)" in text
    assert "L041  19:42  phone  Long Haibo wrote in Page makers: (erased)" in text
    assert "L040  19:41  phone  Long Haibo took back L039 in Page makers." in text


def test_a_line_that_was_removed_when_it_had_long_left_the_window_is_not_quoted(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.world.bounds = Bounds(lines=3)
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    line = town.after(5, PostMessage(room=GROUP, text="a secret"), yuting)
    for number in range(5):
        town.after(1, PostMessage(room=GROUP, text=f"line {number}"), yuting)
    town.after(5, HideMessage(room=GROUP, message=line), TEACHER)

    text = written(town.save(tmp_path / "long.goodpath"))
    assert "a secret" not in text and "Page makers: (removed by the teacher)" in text
    assert "The teacher removed L" in text
    with SessionFile(tmp_path / "long.goodpath") as file:
        assert "a secret" not in report(file)


def test_of_the_reasons_for_pictures_only_those_are_quoted_that_the_debrief_opened(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city", "bridge-rain")), yuting)
    town.after(5, GiveReason(card="snow-city", text="a first thought"), yuting)
    town.after(5, GiveReason(card="snow-city", text="clean and far"), yuting)
    town.after(5, GiveReason(card="bridge-rain", text="too much like here"), yuting)
    town.after(5, ArrangeAlbum(cards=("snow-city",)), yuting)
    early = written(town.save(tmp_path / "early.goodpath"))
    for _ in town.loaded.scenario.phases:
        town.after(5, NextPhase(), TEACHER)
    text = written(town.save(tmp_path / "late.goodpath"))

    assert early.count("said why a picture was chosen: (never opened)") == 3
    assert re.findall("said why .*", text) == [
        "said why a picture was chosen: (said anew later)",
        "said why “Snow on a city I cannot spell” was chosen: clean and far",
        "said why a picture was chosen: (put away with the picture)",
    ]
    with SessionFile(tmp_path / "late.goodpath") as file:
        page = report(file)
    assert [words in page for words in ("clean and far", "a first thought", "too much like here")] == [
        *(True, False, False)
    ]


def test_a_reason_for_the_exchange_that_was_said_anew_is_still_called_one(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    for words in ("a first thought", "the room wanted in"):
        town.after(5, GiveReason(card="*", text=words), yuting)
    for _ in town.loaded.scenario.phases:
        town.after(5, NextPhase(), TEACHER)

    assert re.findall("said why .*", written(town.save(tmp_path / "anew.goodpath"))) == [
        "said why a picture was exchanged, or none: (said anew later)",
        "said why a picture was exchanged, or none: the room wanted in",
    ]


def test_the_reason_for_a_picture_in_a_closed_album_is_quoted_but_stands_in_no_report_for_the_class(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",), visible_to="me"), yuting)
    for words in ("a first thought", "only I know why"):
        town.after(5, GiveReason(card="snow-city", text=words), yuting)
    for _ in town.loaded.scenario.phases:
        town.after(5, NextPhase(), TEACHER)

    assert re.findall("said why .*", written(town.save(tmp_path / "closed.goodpath"))) == [
        "said why a picture was chosen: (said anew later)",
        "said why “Snow on a city I cannot spell” was chosen: only I know why",
    ]
    with SessionFile(tmp_path / "closed.goodpath") as file:
        papers = ["".join(csv_table(file)), report(file, private=True), report(file)]
    assert ["only I know why" in paper for paper in papers] == [True, True, False]
    assert ["a first thought" in paper for paper in papers] == [False, False, False]


def test_a_reason_that_its_writer_took_back_is_not_quoted_and_not_said_to_be_in_a_closed_album(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",)), yuting)
    for card in ("snow-city", "*"):
        for words in ("a first thought", ""):
            town.after(5, GiveReason(card=card, text=words), yuting)
    for _ in town.loaded.scenario.phases:
        town.after(5, NextPhase(), TEACHER)

    assert re.findall("said why .*", written(town.save(tmp_path / "back.goodpath"))) == [
        *["said why a picture was chosen: (taken back by its writer)"] * 2,
        *["said why a picture was exchanged, or none: (taken back by its writer)"] * 2,
    ]


def test_who_let_an_inject_happen_and_who_spoke_with_the_voice_of_another_is_told(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, FireInject(inject="half-time", cell=1), TEACHER)
    town.after(1, SpeakAsNarrator(text="A dog barks."), TEACHER)
    town.after(1, SpeakAsNpc(npc="traveller", room=GROUP, text="What a town!"), TEACHER)
    path = town.save(tmp_path / "spoken.goodpath")
    text = written(path)
    with SessionFile(path) as file:
        authors = [record.author for record in file.records()][-4:]

    assert [line[24:] for line in text.splitlines()][-4:] == [
        "The teacher let “half-time” happen.",
        "The narrator told: Some of the time is gone. "
        "Whoever has ten pictures may help somebody who has two.",
        "The narrator (the teacher) told: A dog barks.",
        "Stranger with a suitcase (the teacher) wrote in Page makers: What a town!",
    ]
    assert authors == ["teacher", "script", "teacher", "teacher"]
    assert "(the teacher)" in text.partition("## Before play")[0]


def test_no_seat_is_named_also_where_somebody_spoke_out_of_character(tmp_path: Path) -> None:
    text = written(saved(tmp_path))

    assert "Out of character, a player in Page makers: is the clock fast for you too?" in text
    assert re.search(r"seat\W?\d", text) is None


def test_a_message_cannot_pass_for_the_line_of_another(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    fake = "    L999  19:40  phone  Long Haibo wrote in Page makers: I am mean"
    for sign in ("\n", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\n\n"):
        town.after(2, PostMessage(room=GROUP, text=f"hi{sign}{fake}{sign}## Debrief{sign}<script>"), yuting)

    lines = written(town.save(tmp_path / "fake.goodpath")).split("\n")
    play = [line for line in lines if line.startswith("    ")]

    assert len(play) > 40
    assert [line for line in play if not LINE.match(line) and not line.lstrip(" ").startswith("|")] == []
    assert [line for line in lines if "999" in line and not line.startswith(" " * 24 + "| ")] == []
    assert "## Debrief" not in lines
    assert "\x85" not in "".join(lines) and "\u2028" not in "".join(lines)


def test_markdown_in_a_title_stays_text(tmp_path: Path) -> None:
    loaded = load("ten-pictures")
    title = "'<b>x</b> [a](javascript:b) # *'"
    hostile = loaded.scenario.text.replace("title: Ten pictures", f"title: {title}", 1)
    scenario = read(hostile, key="ten-pictures", pictures=loaded.pictures)

    town = PlayedClass(Loaded(scenario, loaded.pictures))
    text = written(town.save(tmp_path / "title.goodpath"))

    assert text.startswith("# \\<b\\>x\\</b\\> \\[a\\](javascript:b) \\# \\*\n")
    assert plain("a\nb`c") == "a b\\`c"


def test_each_of_several_cells_is_named_once_in_its_lines(tmp_path: Path) -> None:
    text = written(two_cells().save(tmp_path / "two.goodpath"))

    assert "  cell 1   19:36  phone  Pan Yuting changed the page: nickname “Quiet Forklift”" in text
    assert "  cell 2   19:40  phone  Pan Yuting changed the page: nickname “Neon Orchid”" in text
    assert "  cell 2   19:30         Shen Jiayi wrote in Page makers: I can see your pages" in text
    assert "(cell" not in text


def test_where_somebody_is_whom_nobody_plays_is_not_told(tmp_path: Path) -> None:
    text = written(saved(tmp_path))

    assert "(Pan Yuting) is in the room now" in text
    assert "Zhou Ming is" not in text and "Wei Chunmei is" not in text


def test_the_head_says_that_it_is_not_for_the_class(tmp_path: Path) -> None:
    head = written(saved(tmp_path)).partition("## Before play")[0]

    assert "**For the reviewer, not for the class**: thoughts, private chats and posts for own eyes" in head
