"""Say on top of a screen, whatever screen it is, what there is to know of a stop signal."""

from typing import TYPE_CHECKING, cast

from goodpath_client.widgets.one_line import OneLine

if TYPE_CHECKING:
    from goodpath_client.live_app import LiveApp


class StopLine(OneLine):
    """The first line of a screen or a question, while a stop signal waits; else nothing."""

    DEFAULT_CSS = "StopLine { dock: top; text-style: bold; }"

    def on_mount(self) -> None:
        """A screen may come up long after the signal."""
        self.tell()

    def tell(self) -> None:
        """Say what is so now."""
        self.show(*cast("LiveApp", self.app).stop_words())
