"""What lies on disk after a class: the session file, its transcript and its first report."""

from dataclasses import dataclass
from pathlib import Path

from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from goodpath_review.transcript import transcript


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a class."""

    session: Path
    transcript: Path
    report: Path
    records: int
    """Events in the session file."""


def write_up(session: Path) -> Written:
    """Write transcript and report beside a session file."""
    texts = Written(session, session.with_suffix(".md"), session.with_suffix(".html"), 0)
    with SessionFile(session) as file:
        texts.transcript.write_text("".join(transcript(file)), "utf-8", newline="\n")
        texts.report.write_text(report(file), "utf-8", newline="\n")
        records = sum(1 for _ in file.records())
    return Written(session, texts.transcript, texts.report, records)


def say_what_lies_where(written: Written) -> str:
    """A sentence a line: what was written, and how to look at it."""
    return (
        f"Session file:  {written.session}   ({written.records} events; goodpath verify checks it)\n"
        f"Transcript:    {written.transcript}   (for the reviewer: everything, with numbered lines)\n"
        f"Report:        {written.report}   (for the class; open it in a browser, it needs no network)"
    )
