"""What lies on disk after a class: the session file, its transcript and its first report."""

from dataclasses import dataclass
from pathlib import Path

from goodpath.after_class import report_line, transcript_line
from goodpath.overwriting import must_be_free
from goodpath.own_line import own_line
from goodpath.paper import write_new_paper
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.transcript import transcript
from goodpath_server.log.remains import must_have_no_remains
from goodpath_server.session_name import key_path, must_have_folder


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a class."""

    session: Path
    """The session file, `X.goodpath`."""
    transcript: Path
    """`X.md` beside it, for the reviewer."""
    report: Path
    """`X.html` beside it, for the class."""
    records: int
    """Events in the session file."""


def must_have_room(session: Path) -> None:
    """Misused if the files of a class cannot lie there; asked before the class begins."""
    key_path(session)
    must_have_folder(session)
    must_be_free([session, _transcript_of(session), _report_of(session), session.with_suffix(".log")])
    must_have_no_remains(session)


def write_up(session: Path) -> Written:
    """Write transcript and report beside a session file.

    GoodpathError if one cannot be written or is there already, with what makes it later: the class is stored.
    """
    with SessionFile(session) as file:
        write_new_paper(_transcript_of(session), transcript(file), _way_out(session, "export", "report"))
        write_new_paper(_report_of(session), [report(file)], _way_out(session, "report"))
        records = sum(1 for _ in file.records())
    return Written(session, _transcript_of(session), _report_of(session), records)


def _way_out(session: Path, *commands: str) -> str:
    """What is typed to write a paper later, and those that were to come after it."""
    lines = {"export": transcript_line, "report": report_line}
    return f"the class is stored in {session}, so mend that and run: " + " and then: ".join(
        lines[command](session) for command in commands
    )


def _transcript_of(session: Path) -> Path:
    return session.with_suffix(".md")


def _report_of(session: Path) -> Path:
    return session.with_suffix(".html")


def say_what_lies_where(written: Written) -> str:
    """A sentence a line: what was written, and how to look at it."""
    return (
        f"Session file:  {written.session}   ({written.records} events)\n"
        f"Transcript:    {written.transcript}   (for the reviewer: everything, with numbered lines)\n"
        f"Report:        {written.report}   (for the class; open it in a browser, it needs no network)\n"
        f"To check it:   {own_line('verify', str(written.session))}"
    )
