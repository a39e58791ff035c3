"""Who can read what, and every key and command by what it is about, from the one table."""

from collections.abc import Callable, Iterable
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll

from goodpath_client.keys import (
    ANYWHERE,
    DEED_PLACES,
    DEEDS,
    TOPICS,
    Deed,
    key_label,
)
from goodpath_client.own_keys import WRITING, OwnKey
from goodpath_client.readers import EVERYTHING, WATCHED
from goodpath_client.screens.frame import Frame
from goodpath_client.watched_deeds import help_for
from goodpath_client.widgets.prose import Para, Prose

TWO_FROM: Final = 140
"""Columns from which the text stands in two columns."""
_BORDER: Final = "The border of the box you write in says who reads exactly this."
_SEARCH: Final = "Ctrl+P finds any of these by its words."
_COMMANDS: Final = "A command, such as /post, is written into the box and sent with Enter."
_MARKS: Final = (
    (".. ", "on its way"),
    (" ✓ ", "stored, nothing can lose it"),
    (" ! ", "not sent: choose it and press Enter"),
    ("@ ", "names you, or answers you"),
    ("! ", "notice of a group"),
    ("~ ", "the narrator"),
    ("+ ", "your phone; no classmate reads it"),
    ("# ", "the teacher"),
    ("% ", "out of character"),
    ("* ", "the system"),
)
_CELLS: Final = 12
_OWN_CELLS: Final = 16
_KEY: Final = "bold $primary"


class HelpScreen(Frame):
    """F1."""

    AUTO_FOCUS = "#text"

    def __init__(
        self,
        places: tuple[str, ...],
        is_for: Callable[[Deed], bool] = lambda deed: True,
        own: tuple[OwnKey, ...] = (),
        watches: bool = False,
    ) -> None:
        """Show the `own` keys of a screen, and all deeds for this seat; of others than here, where."""
        super().__init__()
        self._parts = help_parts(places, is_for, own, watches)

    def compose_frame(self) -> ComposeResult:
        """One long text, or two beside each other."""
        with VerticalScroll(id="text", can_focus=True), Container(id="halves"):
            yield from (Prose(paras, classes="half") for paras in _halves(self._parts))

    def fold(self, columns: int) -> None:
        """In a wide window all of it is nearer."""
        self.set_class(columns >= TWO_FROM, "-wide")


def help_parts(
    places: tuple[str, ...],
    is_for: Callable[[Deed], bool] = lambda deed: True,
    own: tuple[OwnKey, ...] = (),
    watches: bool = False,
) -> list[list[Para]]:
    """The help text in parts, each with its heading: readers, `own` keys of here, deeds by topic, signs.

    Whoever `watches` is told nothing of writing.
    """
    parts = [
        _part("Who can read what", [Para(WATCHED if watches else f"{EVERYTHING} {_BORDER}")]),
        _part("On this screen", [Para(one.help, "", _OWN_CELLS, one.keys, _KEY) for one in own]),
        *(
            _part(
                topic,
                [_deed(deed, places, watches) for deed in DEEDS if deed.topic == topic and is_for(deed)],
            )
            for topic in TOPICS
        ),
        _part("Writing", [Para(words, "", _CELLS, key, _KEY) for key, words in WRITING if not watches]),
        _part("Signs before and after a line", [Para(words, "", _CELLS, sign) for sign, words in _MARKS]),
        [Para(_SEARCH if watches else f"{_SEARCH} {_COMMANDS}")],
    ]
    return [part for part in parts if part]


def _part(title: str, paras: list[Para]) -> list[Para]:
    return [Para(title, "bold $accent"), *paras, Para("")] if paras else []


def _halves(parts: list[list[Para]]) -> Iterable[list[Para]]:
    """The parts in their order as two texts of about as many paragraphs."""
    half = sum(map(len, parts)) / 2
    first: list[Para] = []
    while parts and len(first) + len(parts[0]) / 2 <= half:
        first, parts = [*first, *parts[0]], parts[1:]
    return first, [para for part in parts for para in part]


def _deed(deed: Deed, places: tuple[str, ...], watches: bool) -> Para:
    """A deed with its first way before it; behind it the other ways, and where it is possible if not here."""
    slash = [f"/{deed.name}"] if deed.palette else []
    first, *others = [*map(key_label, deed.keys), *slash]
    is_here = bool({*places, ANYWHERE} & set(deed.where))
    where = "" if is_here else next(words for place, words in DEED_PLACES.items() if place in deed.where)
    return Para(help_for(deed, watches), "", _CELLS, first, _KEY, " ".join(filter(None, (*others, where))))
