"""The face of a page: nickname, signature, face, skin and music."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import World
from goodpath_core.text import (
    NAME_LIMIT,
    SIGNATURE_LIMIT,
    check_length,
    clean_line,
    clean_name,
    is_reserved,
    name_key,
)

FACE_LIMIT = 24
MUSIC_LIMIT = 60
PARTS = ("nickname", "signature", "face", "skin", "music")

Part = Annotated[str, Field(max_length=200)] | None


class EditPage(Command):
    """Change parts of the own page's face; what is missing stays."""

    kind: ClassVar[str] = "edit_page"
    nickname: Part = None
    signature: Part = None
    face: Part = None
    skin: Part = None
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
    page = world.pages[by.persona]
    asked = {part: getattr(command, part) for part in PARTS if getattr(command, part) is not None}
    cleaned = {part: _CLEAN[part](value) for part, value in asked.items()}
    changed = {part: value for part, value in cleaned.items() if value != getattr(page.face, part)}
    if not changed:
        raise Refused("no_change", "Your page already looks like that.")
    if "nickname" in changed:
        check_nickname(world, by.persona, changed["nickname"])
    skins = world.scenario.skins if world.scenario else {}
    if "skin" in changed and changed["skin"] not in skins:
        raise Refused("no_such_skin", f"There is no such skin; choose one of {', '.join(skins)}.")
    return [Draft(PageEdited(**changed), "cell", by.cell, by.persona, by.persona)]


def check_nickname(world: World, persona: str, nickname: str) -> None:
    """Refuse a name that is empty, reserved, or looks like a neighbour's."""
    if not name_key(nickname):
        raise Refused(
            "name_empty", "A nickname needs at least one letter, digit or character that can be seen."
        )
    if is_reserved(nickname):
        raise Refused(
            "name_reserved", "That name could be taken for the teacher or the system; choose another."
        )
    cell = persona.partition("/")[0] + "/"
    for page in world.pages.values():
        if (
            page.owner != persona
            and page.owner.startswith(cell)
            and name_key(page.face.nickname) == name_key(nickname)
        ):
            raise Refused("name_taken", "Somebody here already has that name, or one that looks the same.")


def _clean_nickname(text: str) -> str:
    cleaned = clean_name(text)
    check_length(cleaned, NAME_LIMIT)
    return cleaned


def _clean_to(limit: int, text: str) -> str:
    cleaned = clean_line(text).strip()
    check_length(cleaned, limit)
    return cleaned


_CLEAN: Mapping[str, Callable[[str], str]] = {
    "nickname": _clean_nickname,
    "signature": lambda text: _clean_to(SIGNATURE_LIMIT, text),
    "face": lambda text: _clean_to(FACE_LIMIT, text),
    "skin": lambda text: _clean_to(NAME_LIMIT, text),
    "music": lambda text: _clean_to(MUSIC_LIMIT, text),
}


def reduce_edited(world: World, event: Event, fact: PageEdited) -> None:
    page = world.pages[event.room]
    changed = {part: getattr(fact, part) for part in PARTS if getattr(fact, part) is not None}
    page.versions.append(replace(page.face, seq=event.seq, world_s=event.world_s, **changed))
    if len(page.versions) > world.bounds.versions:
        del page.versions[1]


COMMANDS = (CommandRow(EditPage, decide_edit, ("student",), ("persona", "playing", "phone", "page")),)
EVENTS = (
    EventRow(
        PageEdited,
        reduce_edited,
        "{voice} changed the page: {changes}",
    ),
)
