"""Say in words what is in the room: who is here, how the socket does, what was heard, who will hear.

In the room people have their real names: the nickname is for the phone.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from goodpath_client.allowed import refusal
from goodpath_client.company import company_words
from goodpath_client.held_lines import held_lines
from goodpath_client.held_socket import waited_for
from goodpath_client.journal_lines import PHONE, is_heard
from goodpath_client.lacking import nothing_for
from goodpath_client.moment import battery_sign, world_now
from goodpath_client.names import name_person
from goodpath_client.phone_left import phone_left
from goodpath_client.readers import fitting
from goodpath_client.removal_words import names_writer
from goodpath_client.sockets import plug_sign, socket_words
from goodpath_client.store import Store
from goodpath_client.widgets.prose import Para
from goodpath_client.widgets.row_layout import SIGNS
from goodpath_client.widgets.rows import Kind
from goodpath_client.widgets.wrapping import width
from goodpath_core.play.event import Command
from goodpath_core.play.moderation import REMOVED
from goodpath_core.play.offline import SayAloud, Think, present
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.state import JournalLine, Message

THOUGHT = "a thought; teacher and reviewer read it"
EVENING_S = 6 * 3600
"""World seconds before a phase in which what was said still belongs to the same evening."""
_HEARD_AS: Final[Mapping[type[Command], str]] = MappingProxyType(
    {SayAloud: "you: ", Think: "(you think) ", SpeakAside: "out of character: "}
)
_AS_YOURSELF = "/ooc as yourself"


def around(store: Store, now_ms: int, cells: int) -> list[list[Para]]:
    """Who is here, and how the phone does, in `cells` at the own time `now_ms`: in one row, and in full.

    Between them, for whoever waits for a socket that a phone in the hand keeps: the row, and whose it is.
    """
    person, view = store.my_person, store.view
    if person is None or view is None:
        return [[]]
    company, few = company_words(store), company_words(store, named=False)
    left = phone_left(store.world, person, world_now(store, now_ms))
    if not (view.rules.battery and left):
        return [[Para(fitting((company, few), cells))], [Para(""), Para(company)]]
    battery = f"Battery {battery_sign(left.battery)}"
    sockets = socket_words(store, person.house)
    both = f"{sockets} {battery}"
    # A battery that is broken over two rows cannot be read.
    phone = [Para(both)] if width(both) <= cells else [Para(sockets), Para(battery)]
    short = f"{battery}{plug_sign(store)}"
    row = fitting((f"{company} {short}", f"{few} {short}", short, battery), cells)
    held = waited_for(store)
    return [[Para(row)], *([[Para(row), Para(held)]] if held else []), [Para(""), Para(company), *phone]]


def ways(store: Store, now_ms: int) -> list[str]:
    """What can be done off the phone at the own time `now_ms`, the shortest way to say it first.

    Each says why there is no phone if so, and why nothing can be done; the shortest says nothing else.
    """
    person, view = store.my_person, store.view
    nothing = refusal(store, Think, now_ms)
    if person is None or view is None or nothing:
        return [nothing]
    if person.place == "shift":
        return ["", f"write to think, or {_AS_YOURSELF}"]
    no_phone = refusal(store, PickUpPhone, now_ms)
    plugs = (("plug in", PlugIn), ("unplug", Unplug))
    orders = [
        "/think",
        "/look",
        *(
            f"/{name}"
            for name, asks in plugs
            if not (nothing_for(store, name) or refusal(store, asks, now_ms))
        ),
    ]
    phone = [] if no_phone else ["pick up the phone (F4)"]
    found = ([*orders, *phone], ["write to say it aloud", *orders, _AS_YOURSELF, *phone])
    return [no_phone, *(f"{', '.join(one[:-1])}, or {one[-1]}. {no_phone}".strip() for one in found)]


class Happened(NamedTuple):
    """What was heard lately, in its order."""

    earlier: list[Para]
    """Before this phase."""
    fresh: list[Para]
    """Since this phase began."""


def happened(store: Store, many: int) -> Happened:
    """What was said, thought and told lately, and what was said out of character since one came here.

    What belongs to another evening is not in the air any more, and what the narrator told of another phase is
    not so any more; on the line neither is what was said at home.
    """
    began, phase = store.world.clock.world_from, store.world.phase.seq
    person = store.my_person
    since = person.since if person else 0
    on_shift = person is not None and person.place == "shift"
    oldest = since if on_shift else began - EVENING_S
    newest = newest_told(store)
    known = [
        (line.seq, line.seq > phase, heard(store, line, line is newest))
        for line in store.world.journal
        if line.world_s >= oldest and is_heard(store, line) and (line.kind != "narrated" or line.seq > phase)
    ]
    known += [
        (line.seq, line.seq > phase, aside(store, room.id, line))
        for room in store.world.rooms.values()
        for line in room.messages
        if line.kind == "aside" and line.world_s >= since and not line.gone
    ]
    last = sorted(known, key=lambda one: one[0])[-many:]
    fresh = [para for _, new, para in last if new]
    return Happened([para for _, new, para in last if not new], fresh + waiting(store))


def waiting(store: Store) -> list[Para]:
    """What one has written and waits for a paused world to go on, as it will be heard."""
    return [
        Para(f"(waits, /take back) {_HEARD_AS[type(line.command)]}{line.command.text}", "", 2)
        for line in held_lines(store)
    ]


def aside(store: Store, room: str, line: Message) -> Para:
    """One thing said out of character in a chat."""
    sign = SIGNS[Kind.TEACHER if line.voice == "teacher" else Kind.OUT_OF_CHARACTER]
    return Para(f"{line.voice} (out of character, {store.room_name(room)}): {line.text}", "", 2, sign)


def newest_told(store: Store) -> JournalLine | None:
    """What the narrator told last in this phase: the one thing that still calls."""
    phase = (line for line in reversed(store.world.journal) if line.seq > store.world.phase.seq)
    return next((line for line in phase if line.kind == "narrated"), None)


def heard(store: Store, line: JournalLine, calls: bool = False) -> Para:
    """One thing said, thought or told in the room; what `calls` stands out."""
    if line.kind == "narrated":
        return Para(line.text, "bold" if calls else "", 2, SIGNS[Kind.NARRATOR])
    if line.kind == PHONE:
        return Para(f"your phone: {line.text}", "", 2, SIGNS[Kind.PHONE])
    if line.kind == "thought":
        return Para(f"(you think) {line.text}", "", 2)
    if not line.text and not names_writer(store, line.voice):
        return Para(REMOVED, "", 2)
    speaker = "you" if line.voice == store.me else name_person(store.view, line.voice)
    return Para(f"{speaker}: {line.text or REMOVED}", "", 2)


def hearers(store: Store, cells: int) -> str:
    """Who will hear what is said aloud, shorter where it does not fit in so many cells."""
    person = store.my_person
    house = present(store.world, person.house) if person else []
    names = ", ".join(name_person(store.view, one) for one in house if one != store.me) or "nobody here"
    steps = (
        f"aloud; heard by {names}, the teacher, and later the reviewer",
        f"aloud; heard by {names}, teacher, reviewer",
        f"aloud; heard by {max(0, len(house) - 1)} here, teacher, reviewer",
    )
    return fitting(steps, cells)
