"""Voices that nobody plays: the teacher speaks as narrator or as an NPC."""

from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.event import PRIVATE, By, Command, Draft, Event, Fact, Now, cell_of, npc_voice, people
from goodpath_core.play.journal import cut_if_full
from goodpath_core.play.messages import MessagePosted, ends_of, private_room, room_audience
from goodpath_core.play.refusals import no_such_chat, no_such_persona
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import JournalLine, World
from goodpath_core.text import as_typed, clean_speech

NARRATOR = "narrator"
WORDS_LIMIT = 1000
"""Characters of what is told or said with a voice that nobody plays."""
Words = Annotated[str, Field(min_length=1, max_length=as_typed(WORDS_LIMIT))]


class SpeakAsNarrator(Command):
    """Tell everybody, or some personas, what happens."""

    kind: ClassVar[str] = "speak_as_narrator"
    text: Words
    to: Annotated[tuple[str, ...], Field(max_length=60)] = ()
    """Ids of personas; everybody if empty."""


class SpeakAsNpc(Command):
    """Say a line in a room with the voice of one of the scenario's NPCs."""

    kind: ClassVar[str] = "speak_as_npc"
    npc: str
    """Key of the NPC."""
    room: str
    """Id of a group, or of the NPC's private chat with a persona."""
    text: Words


class Narrated(Fact):
    """The narrator told something."""

    kind: ClassVar[str] = "narrated"
    text: str
    to: tuple[str, ...] = ()
    """Ids of personas; everybody in the event's cell if empty."""


def told_to_all(world: World, to: tuple[str, ...]) -> bool:
    """Whether these personas are a whole cell; nobody by name means everybody."""
    return not to or {one for one in world.persons if cell_of(one) == cell_of(to[0])} <= {*to}


def decide_narrator(world: World, command: SpeakAsNarrator, by: By, now: Now) -> list[Draft]:
    """What the narrator tells those named, or everybody; refused for an unknown id and without words."""
    unknown = [persona for persona in command.to if persona not in world.persons]
    if unknown:
        raise no_such_persona()
    text = clean_speech(command.text, WORDS_LIMIT)
    audience = people(*command.to) if command.to else "all"
    told = Draft(Narrated(text=text, to=command.to), audience, 0, NARRATOR)
    return [told, *cut_if_full(world, NARRATOR, 0)]


def decide_npc(world: World, command: SpeakAsNpc, by: By, now: Now) -> list[Draft]:
    """An NPC's line in a group, or in its private chat with one persona, which may begin with it.

    Refused: an NPC or room that is not there, a private chat of others, and no words.
    """
    scenario = world.scenario
    if scenario is None or command.npc not in scenario.npcs:
        raise Refused("no_such_npc", "There is no such NPC in this scenario; choose one from the list.")
    voice = npc_voice(command.npc)
    room = world.rooms.get(command.room)
    partner = next((end for end in ends_of(command.room) if end in world.persons), "")
    private = command.room == private_room(partner, voice)
    if room is None and not (partner and private):
        raise no_such_chat()
    if room is not None and room.kind == "private" and not private:
        raise Refused(
            "not_your_chat", "That is a private chat of others; speak in a group, or write privately."
        )
    text = clean_speech(command.text, WORDS_LIMIT)
    cell = cell_of(command.room.removeprefix(PRIVATE))
    return [Draft(MessagePosted(text=text), room_audience(command.room), cell, voice, command.room)]


def reduce_narrated(world: World, event: Event, fact: Narrated) -> None:
    """`World.journal` gets a line `narrated` that those in `to` know, or the whole cell."""
    line = JournalLine(event.seq, event.world_s, fact.to, "narrated", event.voice, fact.text, event.cell)
    world.journal.append(line)


COMMANDS = (
    CommandRow(SpeakAsNarrator, decide_narrator, ("teacher",), ("heard",)),
    CommandRow(SpeakAsNpc, decide_npc, ("teacher",), ("running",)),
)
EVENTS = (EventRow(Narrated, reduce_narrated, "The narrator{speaker} told{listeners}: {text}"),)
