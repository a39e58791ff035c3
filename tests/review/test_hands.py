"""A report tells when a life went from one student to another, and not to whom."""

import re
from pathlib import Path

from goodpath.library import load

from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.seats import HandOver, OpenSeat
from goodpath_review.lives import lives, read_session
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from review.played_class import SERVER, TEACHER, PlayedClass


def test_a_life_that_another_student_went_on_with_says_when_and_not_who(tmp_path: Path) -> None:
    evening = PlayedClass(load("ten-pictures"))
    evening.seat("1/yuting")
    evening.seat("1/haibo")
    evening.after(1, OpenSeat(), SERVER)
    evening.after(1, StartWorld(), TEACHER)
    evening.after(60, HandOver(persona="1/yuting", seat=3), TEACHER)
    evening.after(60, EndSession(), TEACHER)
    path = evening.save(tmp_path / "handed.goodpath")

    with SessionFile(path) as file:
        told = re.findall(r">([^<>]+): another student goes on with this life\.", report(file))
        found = {life.id: life.changes_of_hands for life in lives(read_session(file))}
    assert found == {"1/yuting": ((19 * 60 + 40) * 60,), "1/haibo": ()}
    assert told == ["19:40"]
