"""Put the order that is typed here beside each key that a text names, also the text of a refusal."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.allowed import refused
from goodpath_client.keys import DEBRIEF, DEEDS, IN_LINES, key_label
from goodpath_client.store import Store
from goodpath_client.ways_out import with_orders
from goodpath_core.play.event import Command

_BOTH_WAYS: Final[Mapping[str, str]] = MappingProxyType({"phone": "/phone or /down"})
"""Deed with one key that is two orders here."""
_UNHEARD: Final = frozenset(("theme", "chats", "chat list", "card"))
"""Deeds that change what is seen, so that there is nothing to type."""
_PICKER: Final[Mapping[str, str]] = MappingProxyType(
    {"(E, where you choose pictures)": "(type /why all and your words)"}
)
"""What a text says of keys that mean something on one screen only, and what it says here."""


def orders_beside(text: str, debrief: bool = False) -> str:
    """The text, with `(here /stop)` behind a key such as F9 unless it names that order itself.

    A key may mean something else after play, in the `debrief`.
    """
    for said, typed in _PICKER.items():
        text = text.replace(said, typed)
    orders = _AFTER if debrief else _DURING

    def beside(found: re.Match[str]) -> str:
        order = orders.get(found[0], "")
        return f"{found[0]} (here {order})" if order and order not in text else found[0]

    return _KEY.sub(beside, text)


def why_refused(store: Store, command: type[Command] | Command, now_ms: int) -> str:
    """Why a command would be refused at the own time `now_ms`, with the order to type; empty if not."""
    no = refused(store, command, now_ms)
    return with_orders(no.code, no.text) if no else ""


def _orders(debrief: bool) -> Mapping[str, str]:
    """Key, as people write it -> what is typed instead."""
    meant = [deed for deed in DEEDS if deed.name not in _UNHEARD and (DEBRIEF in deed.where) is debrief]
    return MappingProxyType(
        {
            key_label(key): _BOTH_WAYS.get(deed.name) or f"/{IN_LINES.get(deed.name, deed.name)}"
            for deed in meant
            for key in deed.keys
        }
    )


_DURING: Final = _orders(debrief=False)
_AFTER: Final = MappingProxyType({**_DURING, **_orders(debrief=True)})
_KEY: Final = re.compile(r"\b(?:F\d{1,2}|Alt\+\w|Ctrl\+\w+)\b")
