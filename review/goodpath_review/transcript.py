"""Writes a session as a transcript in Markdown that can be quoted by line number.

1. Every line of play is an indented block of its own, so that nothing a person wrote is read as Markdown.
2. Every further line of a text stands under its speaker, behind a bar, so that it passes for nobody else's.
3. Line numbers are those of the events: the same in tables, report and replay.
4. No seat and no student is named.
5. Of a persona that nobody plays it is not told where it is: nobody lived there.
"""

import re
from collections.abc import Iterator

from goodpath_core.play.clock import clock_face
from goodpath_core.play.control import PhaseBegan
from goodpath_core.play.debrief import DebriefBegan
from goodpath_core.play.offline import RoomChanged
from goodpath_core.play.phone import PhoneChanged
from goodpath_core.play.places import PlaceChanged
from goodpath_core.text import clean_line
from goodpath_review.chronicle import Line, walk
from goodpath_review.moments import moment, wall_day, world_day
from goodpath_review.scene import Scene
from goodpath_review.sentences import line_name
from goodpath_review.session_file import SessionFile

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_HEAD = """# {title}

{about}

**For the reviewer, not for the class**: thoughts, private chats and posts for own eyes stand here as well.

Session {session}. Played on {day}.

Each line bears the number of its event in the session file: quote it as L012. Then come {columns}.
A line that begins with a bar belongs to the text above it. Where “(the teacher)” stands behind the narrator
or an NPC, the teacher spoke; else it was the script. Persons are personas: nobody here is a student.
"""


def transcript(file: SessionFile) -> Iterator[str]:
    """The transcript, piece by piece; each piece ends with a newline. LogError if the file is not whole."""
    columns = "the time in GoodPath and the place (room, phone or shift)"
    scene = Scene(file.scenario())
    yield _HEAD.format(
        title=plain(scene.scenario.title if scene.scenario else file.meta.get("title", "A session")),
        about=plain(scene.scenario.about if scene.scenario else ""),
        session=plain(file.meta.get("session", "without a name")),
        day=plain(played_on(file)),
        columns=("the cell, " if file.cells() > 1 else "") + columns,
    )
    yield "\n## Before play\n\n"
    day = ""
    for scene, line in walk(file):
        heading = _heading(scene, line)
        if heading:
            day = world_day(scene.scenario, _begins(line))
            yield f"\n## {heading}\n\n"
        if line.sentence and _is_lived(scene, line):
            today = world_day(scene.scenario, line.event.world_s)
            if today != day and not heading and not _in_lobby(line):
                day = today
                yield f"\n{plain(today)}\n\n"
            yield _block(line, scene.several)


def played_on(file: SessionFile) -> str:
    """The real day of the session, where it was made."""
    created, offset = file.meta.get("created_ms", ""), file.meta.get("utc_offset_min", "")
    return wall_day(int(created), offset) if created.isdecimal() else "an unknown day"


def plain(text: str) -> str:
    """A text as one line that Markdown shows as it is."""
    return _MARKS.sub(r"\\\1", clean_line(text))


def _begins(line: Line) -> int:
    fact = line.event.fact
    return fact.world_from if isinstance(fact, PhaseBegan) else line.event.world_s


def _heading(scene: Scene, line: Line) -> str:
    fact = line.event.fact
    if isinstance(fact, PhaseBegan):
        return f"{fact.index + 1}. {plain(fact.name)} ({moment(scene.scenario, fact.world_from)})"
    return "Debrief" if isinstance(fact, DebriefBegan) else ""


def _is_lived(scene: Scene, line: Line) -> bool:
    """Whether somebody plays the persona whose place, phone or room is told of."""
    fact = line.event.fact
    if not isinstance(fact, PlaceChanged | PhoneChanged | RoomChanged):
        return True
    person = scene.world.persons.get(fact.persona)
    return person is not None and bool(person.played)


def _in_lobby(line: Line) -> bool:
    """Whether it happened before the world clock ran; what the scenario put before play has a time."""
    return line.event.phase < 0 and not line.event.world_s


def _place(line: Line) -> str:
    """Where the voice was; for somebody who moves, where they came to."""
    event = line.event
    if isinstance(event.fact, PlaceChanged):
        return event.fact.place
    return event.place if event.phase >= 0 else ""


def _block(line: Line, several: bool) -> str:
    """One event: its columns, its sentence, and further lines of text behind a bar."""
    event = line.event
    cell = f"  {f'cell {event.cell}' if event.cell else 'all':<7}" if several else ""
    time = "" if _in_lobby(line) else clock_face(_begins(line))
    head = f"    {line_name(event.seq)}{cell}  {time:<5}  {_place(line):<5}  "
    first, *others = line.sentence.split("\n")
    rest = "".join(f"{' ' * len(head)}| {other}".rstrip() + "\n" for other in others)
    return f"{(head + first).rstrip()}\n{rest}"
