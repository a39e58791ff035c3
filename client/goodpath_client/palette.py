"""Offer in the palette what can be done on a screen, out of the same table as everything else."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from goodpath_client.allowed import is_shown, why_not
from goodpath_client.keys import ANYWHERE, DEEDS, Deed, key_label, where_words
from goodpath_client.screens.online import OnlineScreen

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp


def palette_rows(app: "StudentApp", screen: Screen[object]) -> Iterator[SystemCommand]:
    """The palette's rows for a screen, in the order of the table."""
    places = {ANYWHERE, *getattr(screen, "PLACES", ())}
    for deed in DEEDS:
        if deed.palette and places & set(deed.where) and is_shown(app.store, deed):
            reason = why_not(app.store, deed, app.now())
            words = f"{deed.help} Not now: {reason}" if reason else deed.help
            ways = " · ".join((f"/{deed.name}", *map(key_label, deed.keys)))
            yield SystemCommand(ways, words, partial(_choose, app, deed))


def other_rows(app: "StudentApp", screen: Screen[object]) -> Iterator[SystemCommand]:
    """What is done on other screens, or on what is chosen: each says where, in the order of the table."""
    places = {ANYWHERE, *getattr(screen, "PLACES", ())}
    for deed in DEEDS:
        if (not deed.palette or not places & set(deed.where)) and is_shown(app.store, deed):
            where = where_words(deed)
            words = f"{deed.help} {where[:1].upper()}{where[1:]}."
            ways = " · ".join((deed.name, *map(key_label, deed.keys)))
            yield SystemCommand(ways, words, partial(app.run_deed, deed, ""))


def _choose(app: "StudentApp", deed: Deed) -> None:
    """Do a deed; one that takes words is begun in the box where there is one."""
    if deed.takes and isinstance(app.screen, OnlineScreen):
        app.screen.begin_slash(deed)
    else:
        app.run_deed(deed, "")
