"""The footer: ways out and corner before all others, then as many of the most wanted keys as fit."""

import pytest
from textual.app import App, ComposeResult

from goodpath_client.widgets.key_hints import Foot, KeyHints

FOOT = Foot(
    wanted=(("Enter", "play"), ("A", "anybody"), ("F12", "pictures"), ("F2", "post"), ("Tab", "chats")),
    ways_out=(("Esc", "back"),),
    end="reconnecting",
    corner=(("F1", "help"), ("F9", "stop")),
    by_key=True,
)


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield KeyHints("bold", "dim")


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (
            100,
            " Esc back  Enter play  A anybody  Tab chats  F2 post  F12 pictures"
            "    reconnecting  F1 help  F9 stop",
        ),
        (80, " Esc back  Enter play  A anybody  F12 pictures    reconnecting  F1 help  F9 stop"),
        (60, " Esc back  Enter play         reconnecting  F1 help  F9 stop"),
        (41, " Esc back  reconnecting  F1 help  F9 stop"),
        (40, " Esc back          reconnecting  F9 stop"),
        (32, " Esc back  reconnecting  F9 stop"),
        (31, " Esc back      F1 help  F9 stop"),
        (27, " Esc back  F1 help  F9 stop"),
        (26, "          F1 help  F9 stop"),
        (16, "         F9 stop"),
    ],
)
async def test_what_is_always_there_stands_before_what_has_room(columns: int, shown: str) -> None:
    assert await _shown(FOOT, columns) == shown


async def test_keys_stand_as_they_were_given_where_a_screen_has_an_order_of_its_own() -> None:
    foot = Foot((("F6", "pause"), ("F1", "help"), ("F2", "code")), end="connected")
    assert await _shown(foot, 44) == " F6 pause  F1 help  F2 code        connected"


async def test_a_key_that_does_nothing_yet_is_dimmed_with_its_words() -> None:
    async with Bare().run_test(size=(80, 5)) as pilot:
        hints = pilot.app.query_one(KeyHints)
        hints.show(FOOT._replace(waiting=frozenset(("F12",))))
        drawn = hints.render()
        styles = {drawn.plain[one.start : one.end]: one.style for one in drawn.spans}
        assert (styles["F12 pictures"], styles["Enter"]) == ("dim", "bold")


async def _shown(foot: Foot, columns: int) -> str:
    async with Bare().run_test(size=(columns, 5)) as pilot:
        pilot.app.query_one(KeyHints).show(foot)
        await pilot.pause()
        strip = pilot.app.screen._compositor.render_strips()[-1]
        return "".join(segment.text for segment in strip)
