"""Says whether a session file is whole: every record as it was written, in order, and foldable."""

import hashlib
from dataclasses import dataclass

from goodpath_core.errors import LogError
from goodpath_core.play.state import World
from goodpath_core.record import event_of, fault_of, first_hash, fold
from goodpath_review.session_file import SessionFile

COPY_BOTH = "if a file of the same name with -wal at its end lies where this one comes from, copy both."
OVER = "The session was over when this was written."
NOT_OVER = f"The session was not over when this was written, and more may have happened; {COPY_BOTH}"
NOTHING = f"Nothing that happened is in this file; {COPY_BOTH}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a session file."""

    records: int
    """How many records are as they were written, counted up to the first that is not."""
    erased: int
    """How many of them were erased on purpose; that is no fault."""
    last_hash: str
    """Hash of the last of them, hexadecimal; who noted it elsewhere can tell whether any were cut off."""
    faults: tuple[str, ...]
    """One sentence each, the first broken record first."""
    notes: tuple[str, ...] = ()
    """What else whoever keeps the file should know; no fault of it."""

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(file: SessionFile) -> Verdict:
    """Check every record, the fold, the pictures and the file itself."""
    world, before, records, erased = World(), first_hash(file.meta), 0, 0
    fault = ""
    try:
        for record in file.records():
            found = fault_of(record, records + 1, before)
            if found:
                fault = f"Record {records + 1} {found}."
                break
            fold(world, event_of(record))
            before, records, erased = record.hash, records + 1, erased + bool(record.erased)
    except LogError as error:
        fault = str(error)
    faults = [fault, *_picture_faults(file), _missing(file), _damage(file)]
    if not any(faults):
        faults.append(_lost(file, records))
    told = OVER if world.session.stage == "ended" else NOT_OVER
    notes = () if any(faults) else (told,)
    return Verdict(records, erased, before.hex(), tuple(text for text in faults if text), notes)


def _picture_faults(file: SessionFile) -> list[str]:
    try:
        pictures = file.pictures()
    except LogError as error:
        return [str(error)]
    return [
        f"The picture {name} does not match its hash."
        for name, (sha, png) in pictures.items()
        if hashlib.sha256(png).hexdigest() != sha
    ]


def _lost(file: SessionFile, records: int) -> str:
    """Whether records are missing at the end, as far as the runs of the server tell."""
    if not records:
        return NOTHING
    try:
        first = max(file.runs(), default=1)
    except LogError as error:
        return str(error)
    lost = first > records + 1
    return (
        f"A server went on after record {first - 1}, but the last one here is {records}; {COPY_BOTH}"
        if lost
        else ""
    )


def _missing(file: SessionFile) -> str:
    names = file.missing()
    return f"The file lacks {names}; use a copy of it." if names else ""


def _damage(file: SessionFile) -> str:
    found = file.damage()
    return f"SQLite finds the file damaged: {' '.join(found.split())}." if found else ""
