"""Lines in groups and private chats: post, answer, mention, take back, hide, and the group's notice."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.clock import all_played_ms
from goodpath_core.play.event import (
    NPC,
    PRIVATE,
    By,
    Command,
    Draft,
    Event,
    Fact,
    Now,
    cell_of,
    people,
    seat_label,
)
from goodpath_core.play.gates import GATES
from goodpath_core.play.phone import must_afford, spend
from goodpath_core.play.refusals import no_such_chat_for_you, nothing_to_send
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Message, Room, World
from goodpath_core.text import MESSAGE_LIMIT, as_typed, check_length, clean_block

TAKE_BACK_MS = 120_000
"""Milliseconds of play within which a line can be taken back, as on the QQ of the time."""
NOTICE_LIMIT = 400
"""Characters of a group's notice."""
MENTIONS_MAX = 20
"""Personas named in one line."""
TOWN_LINES = 1
"""Lines per voice and phase in a room that spans all cells, so that forty people stay readable."""
LINE_FILL = 40
"""What a line fills beside its characters, at four bytes each: number, time, voice, names of fields."""
MENTION_FILL = 12
"""What a mention fills."""
Text = Annotated[str, Field(min_length=1, max_length=as_typed(MESSAGE_LIMIT))]
Id = Annotated[str, Field(max_length=200)]


class PostMessage(Command):
    """Say a line in a room."""

    kind: ClassVar[str] = "post_message"
    room: Id
    text: Text
    reply_to: int = 0
    """Number of the line it answers; 0 for none."""
    mentions: Annotated[tuple[Id, ...], Field(max_length=MENTIONS_MAX)] = ()
    """Ids of personas."""


class TakeBackMessage(Command):
    """Make an own line disappear for everybody."""

    kind: ClassVar[str] = "take_back_message"
    room: Id
    message: int
    """Number of the line's event."""


class HideMessage(Command):
    """The teacher removes a line from every screen."""

    kind: ClassVar[str] = "hide_message"
    room: Id
    message: int
    """Number of the line's event."""


class SetNotice(Command):
    """Change a group's notice; its owner may, and the teacher."""

    kind: ClassVar[str] = "set_notice"
    room: Id
    text: Annotated[str, Field(max_length=as_typed(NOTICE_LIMIT))]


class GroupOpened(Fact):
    """A group is there, with its members."""

    kind: ClassVar[str] = "group.opened"
    name: str
    owner: str
    """A persona's id or an NPC's voice."""
    members: tuple[str, ...]
    """Ids of personas."""
    notice: str = ""
    town: bool = False
    """Whether it spans all cells."""


class MessagePosted(Fact):
    """A line was said in a room."""

    kind: ClassVar[str] = "message.posted"
    gone: ClassVar[Mapping[str, object]] = MappingProxyType(
        {"text": "", "reply_to": 0, "mentions": (), "card": ""}
    )
    text: str
    reply_to: int = 0
    """Number of the line it answers; 0 for none."""
    mentions: tuple[str, ...] = ()
    """Ids of personas who are named and can read it."""
    card: str = ""
    """Key of a picture shown with it; only lines from before play have one."""


class MessageTakenBack(Fact):
    """A line was taken back by whom it came from."""

    kind: ClassVar[str] = "message.taken_back"
    message: int
    """Number of the line's event."""


class MessageHidden(Fact):
    """A line was removed by the teacher."""

    kind: ClassVar[str] = "message.hidden"
    message: int
    """Number of the line's event."""


class NoticeSet(Fact):
    """A group has a new notice."""

    kind: ClassVar[str] = "notice.set"
    gone: ClassVar[Mapping[str, object]] = MappingProxyType({"text": ""})
    text: str


def private_room(one: str, other: str) -> str:
    """The id of the private chat of two voices: the same for both."""
    return PRIVATE + "+".join(sorted((one, other)))


def ends_of(room: str) -> tuple[str, str]:
    """The two voices of a private chat's id; two empty texts if it is none."""
    one, plus, other = room.removeprefix(PRIVATE).partition("+")
    return (one, other) if room.startswith(PRIVATE) and plus else ("", "")


def room_audience(room: str) -> str:
    """Who may see what happens in a room."""
    return people(*ends_of(room)) if room.startswith(PRIVATE) else "room"


def may_enter(world: World, room: str, persona: str) -> bool:
    """Whether a persona may read and write in a room; the one membership test."""
    if room.startswith(PRIVATE):
        ends = ends_of(room)
        other = ends[1] if ends[0] == persona else ends[0]
        named = persona in ends and room == private_room(*ends)
        return named and persona != other and _reachable(world, room, persona, other)
    found = world.rooms.get(room)
    return found is not None and persona in found.members


def _reachable(world: World, room: str, persona: str, other: str) -> bool:
    if other.startswith(NPC):
        return room in world.rooms
    return other in world.persons and cell_of(other) == cell_of(persona)


def enter(world: World, room: str, persona: str) -> Room | None:
    """The room, or None for a private chat not begun yet; the same refusal for closed and unknown rooms."""
    if not may_enter(world, room, persona):
        raise no_such_chat_for_you()
    return world.rooms.get(room)


def _no_such_message() -> Refused:
    return Refused("no_such_message", "That line is gone or too far back.")


def find_message(room: Room | None, seq: int) -> Message:
    """A line among the newest of a room."""
    for message in reversed(room.messages if room else ()):
        if message.seq == seq and not message.gone:
            return message
    raise _no_such_message()


def decide_post(world: World, command: PostMessage, by: By, now: Now) -> list[Draft]:
    """A line in a room, from the persona; mentions of those who cannot read the room are left out.

    Refused: a room that is closed to the persona, no words, an answer to a line that is gone, more than
    TOWN_LINES a phase in the town's group, and a line that cannot be paid.
    """
    room = enter(world, command.room, by.persona)
    text = clean_block(command.text)
    check_length(text, MESSAGE_LIMIT)
    if not text.strip():
        raise nothing_to_send()
    if command.reply_to:
        find_message(room, command.reply_to)
    _must_have_a_line_left(room, by.persona)
    must_afford(world, by.persona, "message")
    mentions = command.mentions and tuple(
        m for m in dict.fromkeys(command.mentions) if may_enter(world, command.room, m)
    )
    fact = MessagePosted(text=text, reply_to=command.reply_to, mentions=mentions)
    cell = 0 if room and room.kind == "town" else by.cell
    return [Draft(fact, room_audience(command.room), cell, by.persona, command.room)]


def _must_have_a_line_left(room: Room | None, persona: str) -> None:
    """Refuse more than TOWN_LINES a phase in the town's group, be they lines or notices."""
    if room and room.kind == "town" and room.spoken.get(persona, 0) >= TOWN_LINES:
        raise Refused("town_quota", "In the town's group each person says one line a phase; choose it well.")


def decide_take_back(world: World, command: TakeBackMessage, by: By, now: Now) -> list[Draft]:
    """The end of an own line, within TAKE_BACK_MS of play; refused later, and for what is no own line."""
    room = enter(world, command.room, by.persona)
    message = find_message(room, command.message)
    if message.voice != (seat_label(by.seat) if message.kind == "aside" else by.persona):
        raise Refused("not_yours", "Only your own lines can be taken back.")
    if message.kind == "notice":
        raise Refused("not_yours", "A notice cannot be taken back; set a new one in its place.")
    if message.kind == "aside":
        raise Refused(
            "not_yours", "What was said out of character stays; say what you meant in another line."
        )
    since = message.played_ms
    if since is None or all_played_ms(world.clock, now.wall_ms) - since > TAKE_BACK_MS:
        raise Refused("too_late", "That line is older than two minutes; it stays.")
    fact = MessageTakenBack(message=message.seq)
    return [Draft(fact, room_audience(command.room), room.cell if room else 0, by.persona, command.room)]


def decide_hide(world: World, command: HideMessage, by: By, now: Now) -> list[Draft]:
    """The teacher removes any line, however old; refused for what is no line of the room, or gone."""
    room = world.rooms.get(command.room)
    if room is None or not 0 < command.message <= room.left:
        find_message(room, command.message)
    elif not now.past.stands(command.room, command.message):
        raise _no_such_message()
    fact = MessageHidden(message=command.message)
    return [Draft(fact, room_audience(command.room), room.cell if room else 0, "", command.room)]


def decide_notice(world: World, command: SetNotice, by: By, now: Now) -> list[Draft]:
    """A group's new notice; an empty text leaves the board empty.

    The teacher may during play; the owner only with the phone in hand and chat open, and in the town's
    group in place of the line that everybody has in a phase. Refused for others, and for a private chat,
    which has no notice.
    """
    room = world.rooms.get(command.room)
    if by.role != "teacher":
        for gate in ("persona", "phone", "chat"):
            GATES[gate](world, by, now)
        room = enter(world, command.room, by.persona)
    if room is None or room.kind == "private":
        raise Refused("no_such_room", "There is no such group; choose one from the list.")
    if by.role != "teacher":
        if room.owner != by.persona:
            raise Refused("not_owner", "Only the group's owner can change its notice.")
        _must_have_a_line_left(room, by.persona)
    text = clean_block(command.text)
    check_length(text, NOTICE_LIMIT)
    voice = "teacher" if by.role == "teacher" else by.persona
    return [Draft(NoticeSet(text=text), "room", room.cell, voice, room.id)]


def reduce_group(world: World, event: Event, fact: GroupOpened) -> None:
    """`World.rooms` has the group under `room`; it is of the kind `town` if `town` is true, else `group`."""
    kind = "town" if fact.town else "group"
    world.rooms[event.room] = Room(event.room, kind, fact.name, fact.members, fact.owner, fact.notice)


def reduce_posted(world: World, event: Event, fact: MessagePosted) -> None:
    """Add a line of the kind `line`, outside the lobby with its `Message.played_ms`.

    Its voice pays a `message`."""
    line = Message(
        event.seq, event.world_s, event.voice, fact.text, "line", fact.reply_to, fact.mentions, fact.card
    )
    if world.session.stage != "lobby":
        line.played_ms = all_played_ms(world.clock, event.wall_ms)
    add_line(world, event.room, line)
    spend(world, event.voice, "message")


def add_line(world: World, room_id: str, line: Message) -> None:
    """Put a line into a room, opening a private chat with its first; the oldest leaves the window."""
    room = world.rooms.get(room_id)
    if room is None:
        room = world.rooms[room_id] = Room(room_id, "private", "", ends_of(room_id))
    bounds, messages, fill = world.bounds, room.messages, room.fill + filling(line)
    messages.append(line)
    most = bounds.private_fill if room.kind == "private" else bounds.group_fill
    while fill > most or len(messages) > bounds.lines:
        oldest = messages.pop(0)
        fill -= filling(oldest)
        room.left = oldest.seq
    room.fill = fill
    if room.kind == "town":
        room.spoken[line.voice] = room.spoken.get(line.voice, 0) + 1


def filling(line: Message) -> int:
    """How much of a window a line fills."""
    fill = len(line.text) + LINE_FILL
    return fill + MENTION_FILL * len(line.mentions) if line.mentions else fill


def wordless(fact: Fact) -> Fact:
    """What is gone as it may still be sent and kept: nothing of what it said is left."""
    return fact.model_copy(update=fact.gone)


def take_words(line: Message, how: str) -> None:
    """Leave of a line only that it was there, and how it went."""
    line.text, line.reply_to, line.mentions, line.card, line.gone = "", 0, (), "", how


def _remove(world: World, event: Event, seq: int, how: str) -> None:
    room = world.rooms[event.room]
    if room.noticed == seq:
        room.notice = ""
    for line in room.messages:
        if line.seq == seq:
            room.fill -= filling(line)
            take_words(line, how)
            room.fill += filling(line)


def reduce_taken_back(world: World, event: Event, fact: MessageTakenBack) -> None:
    """Of the line, if it is in the window, `Message.gone` becomes `taken back`.

    `Message.text`, `Message.reply_to`, `Message.mentions` and `Message.card` become empty; `Room.fill` falls.
    If its number is `Room.noticed`, `Room.notice` becomes empty."""
    _remove(world, event, fact.message, "taken back")


def reduce_hidden(world: World, event: Event, fact: MessageHidden) -> None:
    """As after `message.taken_back`, but `Message.gone` becomes `hidden`.

    `Message.text`, `Message.reply_to`, `Message.mentions` and `Message.card` become empty; `Room.fill` falls.
    If its number is `Room.noticed`, `Room.notice` becomes empty."""
    _remove(world, event, fact.message, "hidden")


def reduce_notice(world: World, event: Event, fact: NoticeSet) -> None:
    """`Room.notice` becomes `text`, `Room.noticed` `seq`; add a line of the kind `notice`."""
    room = world.rooms[event.room]
    room.notice, room.noticed = fact.text, event.seq
    line = Message(event.seq, event.world_s, event.voice, fact.text, "notice")
    add_line(world, event.room, line)


COMMANDS = (
    CommandRow(PostMessage, decide_post, ("student",), ("persona", "playing", "phone", "chat")),
    CommandRow(TakeBackMessage, decide_take_back, ("student",), ("persona", "playing", "phone")),
    CommandRow(HideMessage, decide_hide, ("teacher",)),
    CommandRow(SetNotice, decide_notice, ("student", "teacher"), ("playing",)),
)
EVENTS = (
    EventRow(GroupOpened, reduce_group, "The group “{name}” was opened."),
    EventRow(MessagePosted, reduce_posted, "{voice}{speaker} wrote in {room}{answer}: {text}{pictures}"),
    EventRow(MessageTakenBack, reduce_taken_back, "{voice} took back {message} in {room}."),
    EventRow(MessageHidden, reduce_hidden, "The teacher removed {message} in {room}."),
    EventRow(NoticeSet, reduce_notice, "{voice} set the notice of {room}: {notice}"),
)
