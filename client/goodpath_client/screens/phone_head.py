"""Show the head of the phone: phase and time, who one is, what is scarce or new, the task, the connection."""

from textual.app import ComposeResult
from textual.containers import Vertical

from goodpath_client.moment import day_and_time, phase_words, scarce, time_left
from goodpath_client.names import name_in_full
from goodpath_client.screens.asked import asked_words
from goodpath_client.store import Store
from goodpath_client.urgent import elsewhere, left_out
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.top_line import Part, TopLine
from goodpath_client.widgets.wrapping import width

RIGHT_FROM = 100
"""Columns from which the own page stands at the right by itself; below, one side at a time has room."""
LEFT_FROM = 80
"""Columns from which the chats stand at the left by themselves."""
URGENT_FROM = 16
"""Rows from which there is one for what may not be missed."""
_WORDS_FROM = 120
"""Columns from which the day is written out."""
_ASK_PADDING = _LINE_PADDING = 2
"""Cells beside what is asked, and beside a line."""


class PhoneHead(Vertical):
    """The lines above the columns of the phone."""

    DEFAULT_CSS = "PhoneHead { height: auto; }"

    def compose(self) -> ComposeResult:
        """Top line, what may not be missed, what is asked, connection."""
        yield TopLine(id="top")
        yield OneLine(id="urgent")
        yield Prose(id="ask")
        yield OneLine(id="link")

    def show(self, store: Store, now_ms: int, room: str, columns: int, rows: int) -> None:
        """Show it at the own time `now_ms` beside the open `room`, on a terminal of that size."""
        self._show_top(store, now_ms, columns)
        self._show_urgent(store, now_ms, room, columns, rows)
        paused = store.world.session.paused
        asked = asked_words(store, now_ms, columns - _ASK_PADDING, rows)
        ask = f"PAUSED: {paused}" if paused else asked
        self.query_one("#ask").display = bool(ask)
        self.query_one("#ask", Prose).show([Para(ask)])

    def show_link(self, sentence: str) -> None:
        """Say how the connection is; nothing while it is as it should be."""
        self.query_one("#link", OneLine).show(sentence)

    def _show_top(self, store: Store, now_ms: int, columns: int) -> None:
        session, short = store.world.session, columns < _WORDS_FROM
        time = day_and_time(store, now_ms, short) + ("" if short else " world time")
        phase, whole = phase_words(store), name_in_full(store.view, store.me)
        shown = store.name(store.me) if store.me else f"seat {store.seat} (watching)"
        plain = store.persona is not None and shown == store.persona.name.pinyin
        self.query_one("#top", TopLine).show(
            [
                Part("" if session.title == phase else session.title, 0),
                Part(phase, 8),
                Part("" if session.stage == "lobby" else time, 4),
                Part(time_left(store, now_ms), 7),
            ],
            [
                Part("  ".join(scarce(store, now_ms)), 5),
                Part("" if plain else whole, 2),
                Part(whole if plain else shown, 9),
            ],
        )

    def _show_urgent(self, store: Store, now_ms: int, room: str, columns: int, rows: int) -> None:
        """What the top line and the list of chats have no room for, where there is a row for it."""
        small, narrow = columns < RIGHT_FROM and rows >= URGENT_FROM, columns < LEFT_FROM
        above = self.query_one("#top", TopLine)
        end = left_out(store, now_ms, 1 if narrow else 3, lambda text: above.has_room_for(text, columns))
        beside = columns - _LINE_PADDING - (width(end) + 1 if end else 0)
        new = elsewhere(store, room, beside) if small and narrow else ""
        self.query_one("#urgent", OneLine).show(new, end if small else "")
