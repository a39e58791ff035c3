"""Know whether a screen is whole, and drop what was put off for its widgets once they have gone."""

from collections.abc import Callable
from typing import ClassVar, Final, ParamSpec

from textual import events
from textual.screen import Screen, ScreenResultType

_Given = ParamSpec("_Given")

_OPENING: Final = (events.Mount, events.Resize, events.ScreenResume)
"""What comes to a screen that opens, and needs its widgets."""


class WholeScreen(Screen[ScreenResultType]):
    """A screen that may be closed before it is drawn."""

    WHOLE_WITH: ClassVar = "#hints"
    """What is there when all of the screen is."""

    @property
    def is_whole(self) -> bool:
        """Whether the screen has all its widgets: neither being made nor being taken down."""
        # A screen that is told to go mounts nothing any more, and what it has goes from within: the footer
        # may still be there, or be there alone.
        return self.is_mounted and not self._is_going and bool(self.query(self.WHOLE_WITH))

    @property
    def _is_going(self) -> bool:
        """Whether the screen was told to go, by itself or with the whole program."""
        return self._pruning or not self.app.is_running

    def if_whole(self, do: Callable[_Given, object]) -> Callable[_Given, None]:
        """Make of `do` what does nothing unless the screen is whole by then."""

        def do_if_whole(*given: _Given.args, **named: _Given.kwargs) -> None:
            if self.is_whole:
                do(*given, **named)

        return do_if_whole

    def do_once_drawn(
        self, do: Callable[_Given, object], *given: _Given.args, **named: _Given.kwargs
    ) -> None:
        """Do this once what is new is laid out and drawn, unless the screen is closed before that."""
        # What a screen has put off is left to the one that is on top by then.
        self.call_after_refresh(self.if_whole(do), *given, **named)

    async def on_event(self, event: events.Event) -> None:
        """Pass by what belongs to the opening of a screen that was told to go before it had its widgets."""
        if not (self._is_going and isinstance(event, _OPENING)):
            await super().on_event(event)
