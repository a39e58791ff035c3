"""Hidden faces: the teacher removes words that a part of a page's face has, or has had.

1. Every version of the part with these words loses them, and no other; what it says besides stays.
2. In their place stands what the page began with; edits that said these words say them no longer.
3. The same words written again later are new words, and can be removed again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, ClassVar, Literal

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.moderation import page_draft, page_named
from goodpath_core.play.profile import PageEdited, check_nickname
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
    """The end of these words in all versions of the page, told to the cell.

    Of a version that has left the state only the log knows whether it was there and what it says: whoever
    has the log asks that, and completes the draft with `named_too`. Refused if the page has no such version,
    or if its player has written nothing in it. A first nickname that somebody else has by now does not come
    back: nothing stands there, so that the persona's own name shows.
    """
    page, part = page_named(world, command.page), command.part
    first = getattr(page.versions[0], part)
    becomes = first if part != "nickname" or _is_free(world, page.owner, first) else ""
    if version_has_left(page, command.version):
        fact = FaceHidden(part=part, becomes=becomes, versions=(command.version,))
        return [page_draft(fact, page)]
    version = next((one for one in page.versions if one.seq == command.version), None)
    if version is None:
        raise nothing_there()
    words = getattr(version, part)
    if words in ("", first):
        raise no_words()
    fact = FaceHidden(part=part, becomes=becomes, versions=_with_words(page, part, words.__eq__))
    return [page_draft(fact, page)]


def version_has_left(page: Page, seq: int) -> bool:
    """Whether a number is so old that only the log knows whether it is a version of the page."""
    first, *others = page.versions
    return bool(others) and first.seq < seq < others[0].seq


def named_too(draft: Draft, page: Page, fact: FaceHidden, are_same: Callable[[str], bool]) -> Draft:
    """The removal of words that an older version has, which names those of the state with the same words too.

    Refused if they are what the page began with.
    """
    if are_same(getattr(page.versions[0], fact.part)):
        raise no_words()
    versions = (*fact.versions, *_with_words(page, fact.part, are_same))
    return draft._replace(fact=fact.model_copy(update={"versions": versions}))


def no_words() -> Refused:
    """The refusal where a part has nothing that its player wrote."""
    return Refused("no_words", "There is nothing to remove: its player has written nothing there.")


def _is_free(world: World, persona: str, nickname: str) -> bool:
    """Whether nobody else has taken a persona's first nickname meanwhile."""
    try:
        check_nickname(world, persona, nickname)
    except Refused:
        return False
    return True


def _with_words(page: Page, part: str, are_same: Callable[[str], bool]) -> tuple[int, ...]:
    """Numbers of the versions of a page that have the same words in a part."""
    return tuple(version.seq for version in page.versions if are_same(getattr(version, part)))


def edits_hidden(told: Iterable[Event], removal: Event, fact: FaceHidden) -> frozenset[int]:
    """Numbers of those events, of all that was told in order, that may say the removed part no longer.

    They are the edits that said the words which a version named in the removal has, however long ago: the
    state keeps the newest versions alone, a log all.
    """
    before = [event for event in told if event.room == removal.room and event.seq < removal.seq]
    edits = [(event.seq, event.fact) for event in before if isinstance(event.fact, PageEdited)]
    said = {seq: getattr(edit, fact.part, None) for seq, edit in edits}
    gone = _words_hidden(edits, fact)
    return frozenset(seq for seq, words in said.items() if words in gone)


def _words_hidden(edits: Sequence[tuple[int, PageEdited]], fact: FaceHidden) -> set[str]:
    """What a removal takes away: a version has in each part what was last said of it."""
    standing, found = "", set[str]()
    for seq, edit in edits:
        words = getattr(edit, fact.part, None)
        # Of an edit that was erased nobody knows what it said.
        standing = words or "" if words is not None or edit == _NOTHING else standing
        if standing and seq in fact.versions:
            found.add(standing)
    return found


_NOTHING = PageEdited()


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
