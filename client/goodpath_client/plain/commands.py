"""List what can be typed in the line mode: the one table behind it and its help."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from goodpath_client.keys import IN_LINES
from goodpath_client.lacking import nothing_for
from goodpath_client.own_words import beginning
from goodpath_client.plain import (
    chat,
    debrief,
    identity,
    page,
    pictures,
    room,
    start,
    visits,
)
from goodpath_client.plain.asked_for import order_of
from goodpath_client.plain.numbers import Unclear
from goodpath_client.plain.order import Order
from goodpath_client.plain.table import Table
from goodpath_client.plain.waiting_words import Kept
from goodpath_client.plurals import counted
from goodpath_client.readers import EVERYTHING
from goodpath_client.store import Store
from goodpath_core.play.event import Command
from goodpath_core.play.posts import PublishPost


class Group(NamedTuple):
    """Orders that belong together in the help."""

    name: str
    """One word, typed after `/help`."""
    about: str
    """Stands before the names of its orders where all are told."""
    orders: tuple[Order, ...]
    """In the order in which they are told."""


def _help(table: Table, rest: str) -> None:
    """Say which orders there are, in groups; with a group or an order, what each does."""
    wanted, groups = rest.lower().removeprefix("/"), _offered(table.store)
    more = _more(groups)
    if not wanted:
        sentences = _short(groups)
    elif wanted in more:
        sentences = more[wanted]
    else:
        order = find_order(wanted)
        if order is None:
            raise Unclear(f"Type /help and one of these: {', '.join(more)}; or the name of an order.")
        sentences = (line_of(order),)
    for sentence in sentences:
        table.write(sentence)


def _again(table: Table, rest: str) -> None:
    """Send once more, word for word, what was asked about last, else the oldest; what is as typed is read."""
    kept = table.asked.take()
    if kept.command is None:
        table.write(f"{kept.why} Here it is: {kept.text}")
    else:
        table.write(f"Once more: {_called(kept)}.")
        _ask_again(table, kept.command)
    _say_next(table)


def _forget(table: Table, rest: str) -> None:
    """Drop what would be sent once more, or all words that are kept."""
    if rest.lower() == _EVERY:
        table.write(f"Forgotten: {counted(table.asked.forget_all(), 'line')}.")
    else:
        kept = table.asked.take()
        table.write(f"Forgotten: {_called(kept)}.")
        _say_next(table)


def _say_next(table: Table) -> None:
    """Say how many words wait to be sent once more, and which are next."""
    many, found = table.asked.kept, table.asked.next
    if many and found is not None:
        which = f"{many} more {'waits' if many == 1 else 'wait'}, next {beginning(found.text)}"
        table.write(f"{which}: /again sends it, /forget drops it.")


def _called(kept: Kept) -> str:
    """How what was not done is called: by the beginning of its words, else by its order."""
    return beginning(kept.text) if kept.text or kept.command is None else f"/{order_of(type(kept.command))}"


def _ask_again(table: Table, command: Command) -> None:
    if isinstance(command, PublishPost) and table.attached == command.cards:
        table.attached = ()
    table.asked.do_again(command)


def line_of(order: Order) -> str:
    """An order in the help."""
    return f"/{order.name} {order.what}".rstrip() + f": {order.help}"


GROUPS: Final = (
    Group(
        "start",
        "Coming and going",
        (
            Order("help", "GROUP", "Hear the orders of a group, or what one order does.", _help, early=True),
            Order("more", "", "Go on with a long list.", lambda t, r: t.long.go_on()),
            Order(
                "again",
                "",
                "Send the line you were asked about, else your oldest refused words; if there are none, "
                "ask for what was refused last.",
                _again,
            ),
            Order("forget", "", "Drop what /again would send; with the word all, all of it.", _forget),
            *start.ORDERS,
        ),
    ),
    Group("me", "You and the moment", identity.ORDERS),
    Group("chat", "Chats", chat.ORDERS),
    Group("room", "The room and the phone", room.ORDERS),
    Group("page", "Your page", page.ORDERS),
    Group("pictures", "Your pictures", pictures.ORDERS),
    Group("others", "Pages of others", visits.ORDERS),
    Group("debrief", "The debrief", debrief.ORDERS),
)
"""All orders in the order of the help."""
ORDERS: Final = tuple(order for group in GROUPS for order in group.orders)
NAMES: Final = tuple(f"/{order.name}" for order in ORDERS)
_SAID: Final = (
    "A line without a slash is said in the current chat; in the room, with the phone down, it is said aloud."
)
_READERS: Final = "readers"
_EVERY: Final = "all"
_NEEDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        # Why pictures were chosen can be heard of others, too.
        "pictures": tuple(order.name for order in pictures.ORDERS if order.name != "reasons"),
        "plug in": ("plug",),
        "unplug": ("unplug",),
    }
)
"""Orders that lead nowhere where a deed of the screens does."""


def _offered(store: Store) -> tuple[Group, ...]:
    """The groups without what leads nowhere in this scenario."""
    idle = {name for deed, names in _NEEDS.items() if nothing_for(store, deed) for name in names}
    return tuple(
        group._replace(orders=tuple(order for order in group.orders if order.name not in idle))
        for group in GROUPS
    )


def _short(groups: tuple[Group, ...]) -> tuple[str, ...]:
    """What `/help` says: short enough to be heard."""
    return (
        _SAID,
        *(f"{group.about}: {', '.join(order.name for order in group.orders)}." for group in groups),
        "Type a slash before each; its beginning is enough where only one order begins so.",
        f"Type /help and one of {', '.join(group.name for group in groups)} to hear what they do, "
        f"/help {_READERS} to hear who can read what, or /help {_EVERY} for everything.",
    )


def _all(groups: tuple[Group, ...]) -> tuple[str, ...]:
    """What `/help all` says."""
    return (_SAID, *(line_of(order) for group in groups for order in group.orders), EVERYTHING)


def _more(groups: tuple[Group, ...]) -> dict[str, tuple[str, ...]]:
    """What `/help` and a word say."""
    named = {group.name: tuple(map(line_of, group.orders)) for group in groups}
    return {**named, _READERS: (EVERYTHING,), _EVERY: _all(groups)}


def find_order(name: str) -> Order | None:
    """The order with this name, or the only one that begins so."""
    exact = [order for order in ORDERS if order.name == name.lower()]
    near = near_orders(name)
    return exact[0] if exact else near[0] if len(near) == 1 else None


def near_orders(name: str) -> list[Order]:
    """The orders that begin so."""
    return [order for order in ORDERS if name and order.name.startswith(name.lower())]


def parted(typed: str) -> tuple[str, str]:
    """(name, what stands behind it) of what was typed after a slash; names of the screens become ours."""
    for said, name in IN_LINES.items():
        if typed.lower() == said or typed.lower().startswith(f"{said} "):
            return name, typed[len(said) :].strip()
    name, _, rest = typed.partition(" ")
    return name, rest.strip()
