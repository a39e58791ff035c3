"""Hold what the teacher has begun in the boxes of the console, and what was sent and is not answered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from goodpath_client.own_words import beginning
from goodpath_client.teacher.writing import WritingScreen
from goodpath_client.widgets.desks import Desks, Unsent

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp

_NAMED: Final = 3
"""So many texts are named by their beginnings, so that a question stays short; others are counted."""


class Asked(NamedTuple):
    """Words that were sent."""

    box: str
    """Name of the box that it was sent from, and goes back to if it is refused."""
    text: str
    """As it stood in the box."""


class Boxes:
    """What stands in all boxes of a console, open or closed, for as long as the console lives."""

    def __init__(self, app: "TeacherApp") -> None:
        self._app = app
        self._desks: dict[str, Desks] = {}
        self._asked: dict[str, Asked] = {}
        self.choices: dict[str, tuple[str, str]] = {}
        """Box to who was to speak there, and to whom."""

    def desk(self, box: str) -> Desks:
        """The desk of a box."""
        return self._desks.setdefault(box, Desks(box, {}))

    def waits(self, box: str) -> bool:
        """Whether words wait in a box."""
        here = self.desk(box).here
        return bool(here.draft or here.refused)

    def screen(self, box: str) -> WritingScreen | None:
        """The screen on which a box is open, if it is."""
        return next((one for one in self._open if one.box == box), None)

    def ask(self, request: str, box: str, text: str) -> None:
        """What stood in a box was sent."""
        self._asked[request] = Asked(box, text)

    def settle(self, request: str) -> None:
        """A request was done."""
        self._asked.pop(request, None)

    def give_back(self, request: str) -> bool:
        """A request was refused: its words go back into their box; whether they are in sight there."""
        asked = self._asked.pop(request, None)
        screen = self.screen(asked.box) if asked is not None else None
        if asked is None or screen is None or not screen.is_whole:
            if asked is not None:
                self.desk(asked.box).here.refused.append(Unsent(asked.text))
            return False
        screen.give_back(asked.text)
        return True

    def not_sent(self) -> list[str]:
        """All that waits in boxes, and stands in those that are open."""
        for screen in self._open:
            screen.keep_draft()
        desks = [one.here for one in self._desks.values()]
        return [text for here in desks for text in (here.draft, *(one.text for one in here.refused)) if text]

    def not_answered(self) -> list[str]:
        """All that was sent and may still be refused."""
        return [one.text for one in self._asked.values()]

    def all_words(self) -> list[str]:
        """All that nobody has read, as far as it is known."""
        return [*self.not_sent(), *self.not_answered()]

    @property
    def _open(self) -> list[WritingScreen]:
        return [one for one in self._app.screen_stack if isinstance(one, WritingScreen)]


def loss_words(sure: Sequence[str], unsure: Sequence[str]) -> str:
    """What is lost with the console, in one sentence: for `sure`, and perhaps. Empty for nothing."""
    told = []
    if sure:
        told.append(f"not sent, and lost then: {_named(sure, _NAMED)}")
    if unsure:
        told.append(f"not answered yet, and perhaps lost: {_named(unsure, max(1, _NAMED - len(sure)))}")
    words = "; ".join(told)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _named(texts: Sequence[str], most: int) -> str:
    more = len(texts) - most
    return ", ".join(map(beginning, texts[:most])) + (f" and {more} more" if more > 0 else "")
