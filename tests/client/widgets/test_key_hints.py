"""The footer shows as many keys as fit, and those that are always there before all others."""

import pytest
from textual.app import App, ComposeResult

from goodpath_client.widgets.key_hints import KeyHints

HINTS = (("Enter", "play"), ("A", "anybody"), ("W", "watch"), ("F1", "help"), ("F9", "stop"))


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield KeyHints("bold")


@pytest.mark.parametrize(
    ("columns", "always", "shown"),
    [
        (80, ("F9",), " Enter play  A anybody  W watch  F1 help  F9 stop                  reconnecting "),
        (50, ("F9",), " Enter play  A anybody  F9 stop      reconnecting "),
        (50, (), " Enter play  A anybody  W watch      reconnecting "),
        (23, ("F9",), " F9 stop  reconnecting "),
        (22, ("F9",), " Enter play  F9 stop  "),
        (15, ("F9",), " F9 stop       "),
    ],
)
async def test_what_is_always_there_stands_before_what_has_room(
    columns: int, always: tuple[str, ...], shown: str
) -> None:
    async with Bare().run_test(size=(columns, 5)) as pilot:
        hints = pilot.app.query_one(KeyHints)
        hints.show(HINTS, "reconnecting", always)
        await pilot.pause()
        strip = pilot.app.screen._compositor.render_strips()[-1]
        assert "".join(segment.text for segment in strip) == shown
