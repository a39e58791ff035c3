"""Hidden faces: the teacher removes words that a part of a page's face has, or has had.

1. Every version of the part with these words loses them, and no other; what it says besides stays.
2. In their place stands what the page began with; edits that said these words say them no longer.
3. The same words written again later are new words, and can be removed again.
"""

from dataclasses import replace
from typing import Any, ClassVar, Literal

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.moderation import page_draft, page_named
from goodpath_core.play.past import Past, mark
from goodpath_core.play.profile import check_nickname
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Page, World
from goodpath_core.play.things import nothing_there

WrittenPart = Literal["nickname", "signature", "face", "music"]
"""A part of a face that its player writes; the skin is chosen from the scenario's."""


class HideFace(Command):
    """The teacher removes words that one part of a page's face has, or has had, from every screen."""

    kind: ClassVar[str] = "hide_face"
    page: str
    """Id of the persona whose page it is."""
    part: WrittenPart
    version: int
    """Number of a version of the page that has the words, the newest or an earlier one, however old."""


class FaceHidden(Fact):
    """Words of one part of a page's face were removed by the teacher."""

    kind: ClassVar[str] = "face.hidden"
    part: str
    becomes: str
    """What stands in their place from now on."""
    versions: tuple[int, ...]
    """Numbers of the versions that had the words, as far back as the state goes, and an older one if it was
    named."""


def decide_hide_face(world: World, command: HideFace, by: By, now: Now) -> list[Draft]:
    """The end of these words in all versions of the page that the state has, and in the named one.

    Refused if the page has no such version, or if its player has written nothing in it. A first nickname
    that somebody else has by now does not come back: nothing stands there, so that the persona's own name
    shows.
    """
    page, part = page_named(world, command.page), command.part
    first = getattr(page.versions[0], part)
    words = _words_named(page, command, now.past)
    if words in (0, mark(first)):
        raise _no_words()
    same = {version.seq for version in page.versions if mark(getattr(version, part)) == words}
    becomes = first if part != "nickname" or _is_free(world, page.owner, first) else ""
    fact = FaceHidden(part=part, becomes=becomes, versions=tuple(sorted(same | {command.version})))
    return [page_draft(fact, page)]


def _words_named(page: Page, command: HideFace, past: Past) -> int:
    """The mark of the words to be removed; refused if the page has no such version."""
    for version in page.versions:
        if version.seq == command.version:
            return mark(getattr(version, command.part))
    words = (
        past.words(page.owner, command.part, command.version) if _has_left(page, command.version) else None
    )
    if words is None:
        raise nothing_there()
    return words


def _has_left(page: Page, seq: int) -> bool:
    """Whether a number is so old that the page may have had a version which the state has no more."""
    first, *others = page.versions
    return bool(others) and first.seq < seq < others[0].seq


def _no_words() -> Refused:
    return Refused("no_words", "There is nothing to remove: its player has written nothing there.")


def _is_free(world: World, persona: str, nickname: str) -> bool:
    """Whether nobody else has taken a persona's first nickname meanwhile."""
    try:
        check_nickname(world, persona, nickname)
    except Refused:
        return False
    return True


def without_part(fact: Fact, part: str) -> Fact:
    """An edit of a page as it may still be sent and kept once a part of the face was removed."""
    return fact.model_copy(update={part: None})


def reduce_face_hidden(world: World, event: Event, fact: FaceHidden) -> None:
    """The part becomes `becomes` in each of `versions`.

    The part is `Version.nickname`, `Version.signature`, `Version.face` or `Version.music`."""
    versions = world.pages[event.room].versions
    becomes: dict[str, Any] = {fact.part: fact.becomes}
    for place, version in enumerate(versions):
        if version.seq in fact.versions:
            versions[place] = replace(version, **becomes)


COMMANDS = (CommandRow(HideFace, decide_hide_face, ("teacher",)),)
EVENTS = (
    EventRow(
        FaceHidden, reduce_face_hidden, "The teacher removed words of the {part} on the page of {room}."
    ),
)
