"""What lies on disk after a class takes the place of nothing."""

from pathlib import Path

import pytest
from goodpath.written import must_have_room, write_up

from goodpath_core.errors import GoodpathError
from processes import OWN
from review.evening import saved
from small_disk import bounded_files


def test_a_class_has_room_where_nothing_lies_in_its_way(tmp_path: Path) -> None:
    (tmp_path / "class.txt").write_text("mine")
    must_have_room(tmp_path / "class.goodpath")


def test_records_that_a_session_has_left_lie_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "class.goodpath-wal").write_bytes(b"records")
    with pytest.raises(GoodpathError, match=r"class\.goodpath-wal may hold what a session stored last"):
        must_have_room(tmp_path / "class.goodpath")


def test_also_a_link_that_leads_nowhere_lies_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "class.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(GoodpathError, match="class.md is there already"):
        must_have_room(tmp_path / "class.goodpath")


def test_what_came_there_in_the_meantime_is_not_written_over(tmp_path: Path) -> None:
    session = saved(tmp_path)
    session.with_suffix(".md").write_text("mine")
    with pytest.raises(GoodpathError, match=r"evening\.md cannot be written \(File exists\)"):
        write_up(session)
    assert session.with_suffix(".md").read_text() == "mine"


def test_transcript_and_report_are_written_beside_the_session(tmp_path: Path) -> None:
    written = write_up(saved(tmp_path))
    assert written.records == 118
    assert written.transcript.read_text("utf-8").startswith("# Ten pictures")
    assert written.report.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_both_are_for_their_owner_alone(tmp_path: Path) -> None:
    written = write_up(saved(tmp_path))
    modes = [path.stat().st_mode & 0o777 for path in (written.transcript, written.report)]
    assert modes == [0o600, 0o600]


def test_a_full_disk_after_a_class_is_said_with_what_makes_both_papers_later(tmp_path: Path) -> None:
    session = saved(tmp_path)
    with bounded_files(2_000), pytest.raises(GoodpathError) as no:
        write_up(session)
    transcript, report = tmp_path / "evening.md", tmp_path / "evening.html"
    assert str(no.value) == (
        f"{transcript} cannot be written (File too large); the class is stored in {session}, so mend that "
        f"and run: {OWN} export {session} --as md -o {transcript} "
        f"and then: {OWN} report {session} -o {report}"
    )
    assert list(tmp_path.iterdir()) == [session]


def test_a_transcript_that_was_written_stays_where_the_report_has_no_room(tmp_path: Path) -> None:
    session = saved(tmp_path)
    with bounded_files(20_000), pytest.raises(GoodpathError) as no:
        write_up(session)
    transcript, report = tmp_path / "evening.md", tmp_path / "evening.html"
    assert str(no.value) == (
        f"{report} cannot be written (File too large); the class is stored in {session}, so mend that "
        f"and run: {OWN} report {session} -o {report}"
    )
    assert sorted(tmp_path.iterdir()) == [session, transcript]
