"""Let keys and clicks act in the order in which they came, also those that act before the box one writes in.

A box takes its keys from a queue of its own, and what it tells goes through the queues of all that it lies
in. A key that acts before the box would overtake them: the line in it would be said where that key leads. So
such a key goes the same way first, and so does a click, which the box does not hear of; what is pressed
behind it waits until one is where it leads.

Where a part of the screen hangs, keys wait for it only so long, and then act in their order all the same.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.widget import Widget

from goodpath_client.way_behind import PATIENCE_S, WayBehind
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.line_box import LineBox

Press = events.Key | events.Paste | events.MouseDown | events.MouseUp
"""What a person does that writes, or leads elsewhere."""

_AT_ONCE: Final = frozenset(("app.deed('stop')", "app.deed('help')"))
"""What waits for no words."""


class KeyOrder:
    """The keys that wait for what was typed before them."""

    def __init__(
        self, app: App[Any], act: Callable[[Press], Awaitable[None]], patience_s: float = PATIENCE_S
    ) -> None:
        """Let each `act` in its turn; none waits longer than `patience_s` seconds for a part that hangs."""
        self._app, self._act = app, act
        self._waiting: deque[Press] = deque()
        self._way = WayBehind(app, self._arrive, patience_s)
        """Open while a box, and all that it lies in, are still doing what was typed before."""

    async def press(self, press: Press) -> None:
        """Act now, or as soon as all has acted that was pressed before."""
        if _AT_ONCE & _ahead_of_box(self._app, press):
            await self._act(press)
            return
        self._waiting.append(press)
        if not self._way.is_open:
            await self._go_on()

    async def _go_on(self, is_behind_all: bool = False) -> None:
        """Let those act that need not wait; the first need not where it `is_behind_all` that was typed."""
        while self._waiting:
            first, part = self._waiting[0], self._app.focused
            is_ahead = isinstance(first, events.MouseEvent) or bool(_ahead_of_box(self._app, first))
            if is_ahead and not is_behind_all and isinstance(part, Composer | LineBox):
                self._follow(part)
                return
            is_behind_all = False
            clicked = _under(self._app, first)
            await self._act(self._waiting.popleft())
            # A key that writes nothing leads elsewhere, or may: what follows is for where one is then.
            if is_ahead:
                self._follow(clicked or self._app.focused or self._app.screen)
                return
            if isinstance(part, Composer | LineBox) and not _writes(first, part):
                self._follow(part)
                return

    def _follow(self, part: Widget) -> None:
        """Come back behind all that a part of the screen was told, and behind all that it tells of it."""
        if isinstance(part, Composer):
            self._way.go(part, part.enter.settle)  # another key was pressed: no paste goes on
        else:
            self._way.go(part)

    async def _arrive(self) -> None:
        await self._go_on(is_behind_all=True)


def _ahead_of_box(app: App[Any], press: Press) -> frozenset[str]:
    """The actions of a key that come before the box one writes in; none of Enter, which ends the words."""
    if not isinstance(press, events.Key) or _is_enter(press):
        return frozenset()
    # `active_bindings` asks of each whether it is possible, which is known only behind what was typed; below
    # a question it leaves out those of the app, and with them the stop key.
    chain = app.screen._binding_chain
    found = (one for _, bindings in chain for one in bindings.key_to_bindings.get(press.key, ()))
    return frozenset(one.action for one in found if one.priority)


def _under(app: App[Any], press: Press) -> Widget | None:
    """The part of the screen that a click is for; None for a key."""
    if not isinstance(press, events.MouseEvent):
        return None
    try:
        return app.get_widget_at(*press.screen_offset)[0]
    except NoWidget:
        return None


def _writes(press: Press, box: Composer | LineBox) -> bool:
    """Whether it belongs to the words in a box; the Enter of a composer does: it may be one of a paste."""
    if _is_enter(press):
        return isinstance(box, Composer)
    return isinstance(press, events.Paste) or (isinstance(press, events.Key) and press.is_printable)


def _is_enter(press: Press) -> bool:
    return isinstance(press, events.Key) and press.key == "enter"
