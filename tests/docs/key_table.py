"""The tables of docs/keys.md, from the client's one table of deeds."""

from collections.abc import Callable, Mapping

from docs.pages import Table
from goodpath_client.keys import DEEDS, Deed, key_label
from goodpath_client.own_keys import SCREENS, WRITING
from goodpath_client.plain.commands import ORDERS
from goodpath_client.teacher import keys as teacher


def deeds() -> Table:
    """Every deed of a student and every way to it."""
    rows = [(deed.help, _keys(deed), _slash(deed), ", ".join(deed.where)) for deed in DEEDS]
    return Table(("what it does", "keys", "command", "where"), tuple(rows))


def _keys(deed: Deed) -> str:
    return " or ".join(f"`{key_label(key)}`" for key in deed.keys) or "none"


def _slash(deed: Deed) -> str:
    return f"`/{deed.name} {deed.takes}`" if deed.takes else f"`/{deed.name}`"


def own_keys() -> Table:
    """The keys of one screen alone."""
    screens = (("the box one writes in", WRITING), *SCREENS)
    rows = [(one.help, f"`{one.keys}`", name) for name, keys in screens for one in keys]
    return Table(("what it does", "keys", "screen"), tuple(rows))


def teacher_deeds() -> Table:
    """Every deed of the teacher."""
    rows = [
        (deed.help, " or ".join(f"`{teacher.label(key)}`" for key in deed.keys), ", ".join(deed.where))
        for deed in teacher.DEEDS
    ]
    return Table(("what it does", "keys", "where"), tuple(rows))


def orders() -> Table:
    """Every command of the line mode."""
    rows = [(order.help, f"`/{order.name} {order.what}".rstrip() + "`") for order in ORDERS]
    return Table(("what it does", "command"), tuple(rows))


TABLES: Mapping[str, Callable[[], Table]] = {
    "student": deeds,
    "screens": own_keys,
    "lines": orders,
    "teacher": teacher_deeds,
}
