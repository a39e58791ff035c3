"""Ask what to do with a line of a chat, and keep what is asked in line with the line and with the rules."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodpath_client.allowed import is_allowed
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.screens.phone_deeds import LINE_DEEDS, folding_deeds
from goodpath_client.store import Store
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import Row
from goodpath_core.play.messages import PostMessage, TakeBackMessage

if TYPE_CHECKING:
    from goodpath_client.screens.online import OnlineScreen

_ANY_WORDS = "-"
"""Stand for an answer that is still to be written."""


class LineChoice:
    """The menu of one line, from when it is opened until it is answered."""

    def __init__(self, phone: "OnlineScreen", row: Row, seq: int) -> None:
        """Open the menu of the line with this number, which the row shows."""
        self._phone, self._room, self._seq = phone, phone.room, seq
        self._menu = LineMenu(_words(row), self._possible(row))
        phone.app.push_screen(self._menu, self._do)

    def sync(self) -> None:
        """Show what the line is now, and what is possible with it at this moment."""
        row = self._phone.query_one(MessageList).row(self._seq) if self._phone.room == self._room else None
        if row is not None and self._menu.is_attached:
            self._menu.show(_words(row), self._possible(row))

    def _possible(self, row: Row) -> tuple[str, ...]:
        phone = self._phone
        turns = folding_deeds(phone.query_one(MessageList), self._seq)
        return (*turns, *possible_with(phone.store, self._room, row, phone.student.now()))

    def _do(self, deed: str | None) -> None:
        doing = LINE_DEEDS.get(deed or "")
        if doing is not None:
            doing(self._phone, self._room, self._seq)


def possible_with(store: Store, room: str, row: Row, now_ms: int) -> Iterator[str]:
    """What the rules let this seat do with a line at the own time `now_ms`; nothing with one that is gone."""
    if not (row.is_stop and isinstance(row.key, int)):
        return
    if is_allowed(store, PostMessage(room=room, text=_ANY_WORDS, reply_to=row.key), now_ms):
        yield "reply"
    if is_allowed(store, TakeBackMessage(room=room, message=row.key), now_ms):
        yield "take_back"
    yield "unread"


def _words(row: Row) -> str:
    """The line, behind whom it shows as, if it shows as anybody."""
    return ": ".join(filter(None, (row.speaker, row.text)))
