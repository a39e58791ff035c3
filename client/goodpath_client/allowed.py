"""Ask the session's own rules what this seat may do now, so that no hint offers what would be refused."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from goodpath_client.keys import OFFLINE, ONLINE, Deed, where_words
from goodpath_client.lacking import nothing_for
from goodpath_client.store import Store
from goodpath_client.ways_out import with_keys
from goodpath_core.errors import Refused
from goodpath_core.play.albums import MAIN, ArrangeAlbum, main_album, must_fit
from goodpath_core.play.event import By, Command, Now
from goodpath_core.play.gates import GATES
from goodpath_core.play.messages import PostMessage, SetNotice, TakeBackMessage
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.registry import COMMANDS
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.state import Page
from goodpath_core.play.visits import LookAtPicture, VisitPage

WATCHING: Final = "You are watching; only those who play can do that."
WRITES_NOTHING: Final = (
    "You watch and write nothing here. Tab leads to the chats, F5 to all posts, Alt+K to the people and "
    "their pages; Ctrl+P shows what else you can do."
)
"""What whoever watches is told where they type."""

_PLAYED: Final = frozenset(("life", "observe"))
"""Deeds that ask the server for nothing, or for nothing new, but mean nothing to somebody who watches."""
_READS: Final = frozenset(("notice",))
"""Deeds that only read where this seat may ask for nothing."""
_CLOSED: Final = "The connection is closed, so nothing can be sent any more."
_NO_ROOM: Final = "There is no room for pictures on a page in this phase."
_ASKS_FOR: Final[Mapping[str, type[Command]]] = MappingProxyType(
    {
        "phone": PutPhoneDown,
        "pictures": ArrangeAlbum,
        "post": PublishPost,
        "page": EditPage,
        "reply": PostMessage,
        "take back": TakeBackMessage,
        "ooc": SpeakAside,
        "notice": SetNotice,
        "private": PostMessage,
        "think": Think,
        "say": SayAloud,
        "look": LookAround,
        "plug in": PlugIn,
        "unplug": Unplug,
        "like": LikeThing,
        "comment": WriteComment,
        "repost": Repost,
        "remove": RemovePost,
    }
)
"""What a deed asks the server for. The stop signal is not among them: nothing ever hides it."""


def is_shown(store: Store, deed: Deed) -> bool:
    """Whether help and palette name a deed: it is for this seat, and means something in the scenario."""
    if deed.name == "notice" and not (owns_group(store) or _has_notice(store)):
        return False
    return is_for(store, deed) and not nothing_for(store, deed.name)


def _has_notice(store: Store) -> bool:
    """Whether any group in sight has a notice to read."""
    return any(room.notice for room in store.world.rooms.values())


def owns_group(store: Store, room: str = "") -> bool:
    """Whether the own persona owns this group; without `room`, any at all."""
    return bool(store.me) and any(
        one.owner == store.me for one in store.world.rooms.values() if one.id == (room or one.id)
    )


def is_for(store: Store, deed: Deed) -> bool:
    """Whether a deed is ever for this seat: one that watches does not play."""
    if store.role != "observer":
        return True
    command = _ASKS_FOR.get(deed.name) if deed.name not in _READS else None
    return deed.name not in _PLAYED and (command is None or "observer" in COMMANDS[command.kind].roles)


def why_not(store: Store, deed: Deed, now_ms: int, through_pause: bool = False) -> str:
    """Why a deed would be refused now, as one sentence; empty if it would not, as far as is known here.

    `through_pause` asks for what will still be a reason once a paused world goes on.
    """
    if not is_for(store, deed):
        return WATCHING
    nothing = nothing_for(store, deed.name)
    if nothing:
        return nothing
    command = _ASKS_FOR.get(deed.name)
    if command is not None and store.link.kind == "closed":
        return _CLOSED
    person = store.my_person
    if deed.name == "phone" and person is not None and person.place != "phone":
        command = PickUpPhone
    no = (
        refused(store, command, now_ms, through_pause) if command is not None and person is not None else None
    )
    return _say(no) or (_NO_ROOM if deed.name == "pictures" and _has_no_room(store) else "")


def why_not_here(store: Store, deed: Deed, now_ms: int) -> str:
    """Why a deed of another place cannot be done where the persona is, as one sentence with its key."""
    if ONLINE in deed.where:
        found = refusal(store, PickUpPhone, now_ms) or refusal(store, PostMessage, now_ms)
    else:
        found = refusal(store, Think, now_ms) if OFFLINE in deed.where else ""
    return found or f"Here this cannot be done, only {where_words(deed)}: {deed.name}."


def _has_no_room(store: Store) -> bool:
    """Whether the own page neither has pictures nor may get any."""
    page, phase = store.my_page, store.world.phase
    closed = phase.index >= 0 and not phase.allow.pictures
    return page is not None and closed and not main_album(page).cards


def visit_refusal(store: Store, owner: str, now_ms: int) -> str:
    """Why the page of a persona is closed at the own time `now_ms`; empty for one that can be looked at.

    After play looking is reading, and who watches is no visitor.
    """
    return refusal(store, VisitPage(page=owner), now_ms) if is_visit(store, owner) else ""


def is_visit(store: Store, owner: str) -> bool:
    """Whether looking at the page of a persona is a visit, of which its owner hears."""
    return bool(store.me) and owner != store.me and store.world.session.stage not in ("debrief", "ended")


def look_refusal(store: Store, owner: str, thing: str, now_ms: int) -> str:
    """Why a thing on the page of a persona cannot be looked at closely at the own time `now_ms`; or empty."""
    if not is_look(store, owner):
        return ""
    return refusal(store, LookAtPicture(page=owner, thing=thing), now_ms)


def is_look(store: Store, owner: str) -> bool:
    """Whether looking closely at what a persona shows is a fact, which costs data.

    Where pages are closed what is posted can be read all the same, and nothing is noted.
    """
    return is_visit(store, owner) and store.world.session.stage == "playing" and store.world.phase.allow.visit


def closed_page(store: Store, now_ms: int) -> str:
    """Why the own page cannot be changed in this phase; empty where it can, or can once the world goes on."""
    no = refused(store, EditPage, now_ms, through_pause=True)
    return no.text if no and no.code == "page_closed" else ""


def refusal(store: Store, command: type[Command] | Command, now_ms: int) -> str:
    """Why the rules would refuse a command at the own time `now_ms`, with its key; empty for no reason."""
    return _say(refused(store, command, now_ms))


def _say(no: Refused | None) -> str:
    return with_keys(no.code, no.text) if no else ""


def barred(store: Store, gate: str, now_ms: int) -> Refused | None:
    """How one gate of the rules would refuse this seat at the own time `now_ms`; None if it would not."""
    return _refusal(partial(GATES[gate], store.world, _who_asks(store), Now(store.shown_ms(now_ms))))


def pictures_refused(store: Store, page: Page, cards: tuple[str, ...]) -> Refused | None:
    """How the phase would refuse these pictures on a page as it is or will be; None if it would not."""
    return _refusal(partial(must_fit, store.world, page, MAIN, cards))


def _who_asks(store: Store) -> By:
    return By(store.role, f"seat:{store.seat}", store.seat, store.cell, store.me)


def _refusal(attempt: Callable[[], object]) -> Refused | None:
    try:
        attempt()
    except Refused as no:
        return no
    return None


def refused(
    store: Store, command: type[Command] | Command, now_ms: int, through_pause: bool = False
) -> Refused | None:
    """How the rules would refuse a command at the own time `now_ms`; None if they would not.

    A whole command is tried with what it names and costs. Of a kind only who may ask and what must hold is
    tried, and all of a kind without fields.
    """
    kind = type(command) if isinstance(command, Command) else command
    whole = command if isinstance(command, Command) else None if kind.model_fields else kind()
    return next(
        (no for no in _refusals(store, kind, whole, now_ms) if not (through_pause and no.code == "paused")),
        None,
    )


def is_allowed(store: Store, command: Command, now_ms: int) -> bool:
    """Whether the rules would take this very command at the own time `now_ms`, or once the world goes on."""
    fits = store.role in COMMANDS[command.kind].roles
    refusals = _refusals(store, type(command), command, now_ms)
    return fits and all(no.code == "paused" for no in refusals)


def _refusals(store: Store, kind: type[Command], whole: Command | None, now_ms: int) -> Iterator[Refused]:
    """What the rules say against a kind of command, and against the `whole` of one where that is known."""
    row = COMMANDS[kind.kind]
    by, now = _who_asks(store), Now(store.shown_ms(now_ms))
    tries: list[Callable[[], object]] = [partial(GATES[gate], store.world, by, now) for gate in row.needs]
    if whole is not None:
        tries.append(partial(row.decide, store.world, whole, by, now))
    yield from filter(None, map(_refusal, tries))
