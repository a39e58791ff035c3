"""Offer in the palette what a teacher can do on a screen, and let what is done elsewhere be found."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import ModalScreen, Screen

from goodpath_client.doing import doing_of
from goodpath_client.keys import ANYWHERE, Deed
from goodpath_client.teacher.keys import DEEDS, WHERE

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp


def palette_rows(app: "TeacherApp", screen: Screen[object]) -> Iterator[SystemCommand]:
    """The palette's rows for a screen, in the order of the table."""
    for deed in DEEDS:
        if _is_here(deed, screen):
            yield SystemCommand(deed.name, deed.help, partial(app.run_deed, deed))


def other_rows(app: "TeacherApp", screen: Screen[object]) -> Iterator[SystemCommand]:
    """What is done on other screens: each says where, and how to come there when it is chosen."""
    for deed in DEEDS if not isinstance(screen, ModalScreen) else ():
        if not _is_here(deed, screen):
            where, go_there = WHERE[deed.where[0]]
            say = partial(app.say, f"{go_there}; it is done there: {deed.name}.")
            yield SystemCommand(deed.name, f"{deed.help} {where}", say)


def acts_on(deed: Deed, screen: Screen[object]) -> bool:
    """Whether it acts there: on a question only the pause does, and the deed that the question is about."""
    asks = isinstance(screen, ModalScreen)
    return not asks or deed.name == "pause" or doing_of(screen, deed.action) is not None


def _is_here(deed: Deed, screen: Screen[object]) -> bool:
    if isinstance(screen, ModalScreen):
        return acts_on(deed, screen)
    return bool({ANYWHERE, *getattr(screen, "PLACES", ())} & set(deed.where))
