"""The face of a page: nickname, signature, face, skin and music."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import Annotated, ClassVar, Final

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.control import scenario_of
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, cell_of, key_of
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World
from goodpath_core.scenario.value import Scenario
from goodpath_core.text import (
    NAME_LIMIT,
    SIGNATURE_LIMIT,
    as_typed,
    check_length,
    clean_line,
    clean_name,
    is_reserved,
    name_key,
)

FACE_LIMIT = 24
"""Characters of the face."""
MUSIC_LIMIT = 60
"""Characters of the name of the music."""
PART_LIMITS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "nickname": NAME_LIMIT,
        "signature": SIGNATURE_LIMIT,
        "face": FACE_LIMIT,
        "skin": NAME_LIMIT,
        "music": MUSIC_LIMIT,
    }
)
"""Part of a face -> characters that it has at most."""
_AT: Final = "@＠﹫"
"""Signs that call somebody by the name behind them."""
PARTS = tuple(PART_LIMITS)
"""What a face is made of; each is kept as text."""

Part = Annotated[str, Field(max_length=as_typed(max(PART_LIMITS.values())))] | None


class EditPage(Command):
    """Change parts of the own page's face; what is missing stays."""

    kind: ClassVar[str] = "edit_page"
    nickname: Part = None
    signature: Part = None
    face: Part = None
    """A few signs that make a face."""
    skin: Part = None
    """Key of one of the scenario's skins."""
    music: Part = None


class PageEdited(Fact):
    """A page has a new face; it says only what changed."""

    kind: ClassVar[str] = "page.edited"
    nickname: str | None = None
    signature: str | None = None
    face: str | None = None
    skin: str | None = None
    music: str | None = None


def decide_edit(world: World, command: EditPage, by: By, now: Now) -> list[Draft]:
    """The parts of the face that differ once cleaned; an unchanged face is refused.

    Refused as well: a part that is too long, a nickname that `check_nickname` refuses, and an unknown skin.
    """
    page = world.pages[by.persona]
    asked = {part: getattr(command, part) for part in PARTS if getattr(command, part) is not None}
    cleaned = {part: _fitting(part, value) for part, value in asked.items()}
    changed = {part: value for part, value in cleaned.items() if value != getattr(page.face, part)}
    if not changed:
        raise Refused("no_change", "Your page already looks like that.")
    if "nickname" in changed:
        check_nickname(world, by.persona, changed["nickname"])
    skins = scenario_of(world).skins
    if "skin" in changed and changed["skin"] not in skins:
        raise Refused("no_such_skin", f"There is no such skin; choose one of {', '.join(skins)}.")
    return [Draft(PageEdited(**changed), "cell", by.cell, by.persona, by.persona)]


def check_nickname(world: World, persona: str, nickname: str) -> None:
    """Refuse a name that is empty, has an @, is reserved, or like one of a neighbour or the scenario."""
    wanted = name_key(nickname)
    if not wanted:
        raise Refused(
            "name_empty", "A nickname needs at least one letter, digit or character that can be seen."
        )
    if any(sign in nickname for sign in _AT):
        raise Refused("name_with_at", "Leave the @ out of your nickname; others write it to name you.")
    if is_reserved(nickname):
        raise Refused(
            "name_reserved", "That name could be taken for the teacher or the system; choose another."
        )
    others = chain(_nicknames(world, persona), _names_in(scenario_of(world), key_of(persona)))
    if any(name_key(other) == wanted for other in others):
        raise Refused("name_taken", "Somebody here already has that name, or one that looks the same.")


def _nicknames(world: World, persona: str) -> Iterator[str]:
    """The nicknames of the others in a persona's cell."""
    for page in world.pages.values():
        if page.owner != persona and cell_of(page.owner) == cell_of(persona):
            yield page.face.nickname


def _names_in(scenario: Scenario, key: str) -> Iterator[str]:
    """The names of all but one persona, and of those whom nobody plays."""
    for one in scenario.personas.values():
        if one.key != key:
            yield from (one.name.pinyin, one.name.characters)
    for npc in scenario.npcs.values():
        yield npc.name


def clean_part(part: str, text: str) -> str:
    """A part of a face as it is stored, however long."""
    return clean_name(text) if part == "nickname" else clean_line(text).strip()


def _fitting(part: str, text: str) -> str:
    cleaned = clean_part(part, text)
    check_length(cleaned, PART_LIMITS[part])
    return cleaned


def reduce_edited(world: World, event: Event, fact: PageEdited) -> None:
    """`Page.versions` gets a copy of its newest, with `seq`, `world_s` and the parts that it names.

    Of too many the second leaves."""
    page = world.pages[event.room]
    changed = {part: getattr(fact, part) for part in PARTS if getattr(fact, part) is not None}
    page.versions.append(replace(page.face, seq=event.seq, world_s=event.world_s, **changed))
    if len(page.versions) > world.bounds.versions:
        del page.versions[1]


COMMANDS = (CommandRow(EditPage, decide_edit, ("student",), ("persona", "playing", "phone_lately", "page")),)
EVENTS = (
    EventRow(
        PageEdited,
        reduce_edited,
        "{voice} changed the page: {changes}",
    ),
)
