"""Count as seen what of a place has stood in view for about a second, and say what is new beyond the view."""

from collections.abc import Callable, Iterable
from typing import Final

from goodpath_client.store import Store
from goodpath_client.teacher.life_rows import number_of
from goodpath_client.teacher.news import News
from goodpath_client.teacher.places import PAGE
from goodpath_client.widgets.message_list import MessageList

SEEN_AFTER_MS: Final = 1_000
"""What stands in view for so many milliseconds on end has been seen; what is passed by has not."""
_ALL: Final = 0
"""Stands for all of a page, which is looked at as a whole."""


class InView:
    """What is in view, and since when."""

    def __init__(self, now: Callable[[], int]) -> None:
        """Know the time from `now`, in milliseconds; nothing is in view yet."""
        self._now = now
        self._since: dict[int, int] = {}

    def show(self, numbers: Iterable[int]) -> frozenset[int]:
        """Just these are in view now; those of them that have been so for long enough to be seen."""
        now = self._now()
        # A clock that was set back makes nobody look longer.
        self._since = {number: min(self._since.get(number, now), now) for number in numbers}
        return frozenset(number for number, since in self._since.items() if now - since >= SEEN_AFTER_MS)


class Seeing:
    """What the teacher sees of the one place that a list shows."""

    def __init__(
        self, news: News, store: Store, place: str, lines: MessageList, now: Callable[[], int]
    ) -> None:
        """Count in `news` what was in view for long enough, by the clock `now` in milliseconds."""
        self._news, self._store, self._place, self._lines = news, store, place, lines
        self._in_view = InView(now)

    def look(self, on_top: bool) -> None:
        """Note what is in view; nothing is unless the screen is `on_top`."""
        seen = self._in_view.show(self._numbers() if on_top else ())
        if not seen:
            return
        if self._place.startswith(PAGE):
            self._news.look(self._store, self._place)
        else:
            self._news.see(self._store, self._place, seen)

    def look_away(self) -> None:
        """The place is shown no more: what was in view for long enough by now has been seen."""
        self.look(on_top=True)
        self.look(on_top=False)

    def read_to_end(self) -> None:
        """Whoever has the end in view says so: what stands above it has been read."""
        self._news.look(self._store, self._place)

    @property
    def beyond(self) -> frozenset[int]:
        """Numbers of the new lines that are not in view."""
        return self._news.new(self._store, self._place).difference(self._numbers())

    def _numbers(self) -> list[int]:
        if self._place.startswith(PAGE):
            return [_ALL]
        return [number for key in self._lines.visible_keys() if (number := number_of(key))]
