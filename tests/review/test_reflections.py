"""Of what a seat wrote on stepping out the newest counts, and what it replaced stays and says so."""

import re
from pathlib import Path

from goodpath.library import load

from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_review.report import report
from goodpath_review.sentences import line_name
from goodpath_review.session_file import SessionFile
from goodpath_review.transcript import transcript
from review.played_class import TEACHER, PlayedClass

MADE_UP, TAKE_OFF = "One thing I made up is ...", "One thing I take off now is ..."


def debriefed() -> PlayedClass:
    """Two students, who play 1/yuting and 1/haibo, are in the debrief."""
    town = PlayedClass(load("ten-pictures"))
    for persona in ("1/yuting", "1/haibo"):
        town.seat(persona)
    town.after(5, StartWorld(), TEACHER)
    for _ in town.loaded.scenario.phases:
        town.after(5, NextPhase(), TEACHER)
    return town


def test_sentences_that_were_kept_again_with_every_new_one_are_counted_and_shown_once(tmp_path: Path) -> None:
    town = debriefed()
    for seat in (town.by("1/yuting"), town.by("1/haibo")):
        town.after(5, Reflect(answers=(f"the rain of {seat.seat}", "")), seat)
        town.after(5, Reflect(answers=(f"the rain of {seat.seat}", "the hurry")), seat)
    with SessionFile(town.save(tmp_path / "twice.goodpath")) as file:
        shared, alone = report(file), report(file, private=True)

    assert "how many strangers passed and 4 sentences of stepping out." in re.sub(r"\s+", " ", shared)
    assert alone.count("the rain of 1") == 1


def test_sentences_that_were_written_anew_are_quoted_and_say_where(tmp_path: Path) -> None:
    town = debriefed()
    yuting, haibo = town.by("1/yuting"), town.by("1/haibo")
    for answers, seat in ((("a", ""), yuting), (("c", ""), haibo), (("a", "b"), yuting)):
        newest = town.after(5, Reflect(answers=answers), seat)
    with SessionFile(town.save(tmp_path / "anew.goodpath")) as file:
        text = "".join(transcript(file))

    assert re.findall("The player of .*", text) == [
        f"The player of Pan Yuting stepped out (replaced by {line_name(newest)}): {MADE_UP} a",
        f"The player of Long Haibo stepped out: {MADE_UP} c",
        f"The player of Pan Yuting stepped out: {MADE_UP} a",
    ]
    assert text.count(f"| {TAKE_OFF} b") == 1
