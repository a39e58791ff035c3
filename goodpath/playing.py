"""One seat in this terminal: its connection, its outbox on disk, its screen.

The screens are large, and imported only by who plays on them: a seat in lines of text has none.
"""

import random
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from platformdirs import user_state_path

from goodpath_client.addresses import parse
from goodpath_client.joined import Joined
from goodpath_client.joining import Identity, too_long
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.kept_looks import KeptLooks
from goodpath_client.last_room import LastRooms
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.own_clock import OwnClock
from goodpath_client.read_marks import ReadMarks
from goodpath_client.seats import KnownSeat, SeatTokens
from goodpath_client.store import Store
from goodpath_core.errors import Misused

Role = Literal["student", "observer", "teacher"]


def state_folder() -> Path:
    """Where seat tokens, unsent lines, drafts and what was read are kept on this machine."""
    return user_state_path("goodpath")


def open_seat(
    address: str,
    code: str,
    name: str = "",
    token: str = "",
    role: Role = "student",
    folder: Path | None = None,
    cell: int = 0,
    gone: Callable[[], str] = lambda: "",
    *,
    now: Callable[[], int],
) -> Joined:
    """A seat's connection and copy, not yet connected; `folder` keeps what must last, None keeps nothing.

    `now` is of the one clock that whoever plays the seat has, in milliseconds since 1970.
    `token` is that of a seat chosen among those kept there; without one it is found by code and name.
    `gone` says in a sentence that the server will not come back, once that is known; else nothing.

    Misused, with a sentence, for what can be no address, and for a code or a name that is too long.
    """
    if wrong := too_long(code, name):
        raise Misused(wrong)
    store = Store(
        ReadMarks(folder / "read" if folder else None), KeptLooks(folder / "own_pages" if folder else None)
    )
    outbox = Outbox(folder / "outbox" if folder else None, lambda: secrets.token_hex(8))
    tokens = SeatTokens(folder / "seats.json" if folder else None)
    identity = Identity(role=role, code=code, name=name, cell=cell, token=token)
    dice = random.SystemRandom().random
    link = Link(parse(address), identity, store, outbox, tokens, dice=dice, now=now, gone=gone)
    rooms = LastRooms(folder / "rooms.json" if folder else None)
    return Joined(link, store, rooms, KeptDrafts(folder / "drafts" if folder else None))


def seats_here(address: str, code: str, role: Role, folder: Path) -> tuple[KnownSeat, ...]:
    """The seats with a name that were opened from this machine; none for an address that cannot be one."""
    try:
        parsed = parse(address)
    except Misused:
        return ()
    return SeatTokens(folder / "seats.json").known(parsed, code, role)


def play_seat(address: str, code: str, settled: Callable[[], None], gone: Callable[[], str]) -> int:
    """Play a seat of a class that is held for it alone on this machine; nothing of it is kept afterwards.

    `settled` is called once the player has read who they are, and `gone` asked whether the class broke off.
    """
    from goodpath_client.student import run_student

    now = OwnClock().now_ms
    link, store, *_ = open_seat(address, code, gone=gone, now=now)
    return run_student(link, store, now=now, settled=settled, ends_with_me=True)
