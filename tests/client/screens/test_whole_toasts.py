"""What is told in passing over several boxes is whole, in wide signs too, however little is drawn anew."""

import pyte
import pytest
from textual._compositor import Compositor
from textual.geometry import Region

from client.little_server import until
from client.screens.stage import Stage, screen_text
from goodpath_core.play.messages import PostMessage

WIDE = "魑魅魍魉饕餮貔貅" * 5
"""Signs that stand nowhere else."""


def in_one(text: str) -> str:
    """What was told as it stands on a screen, whatever stands beside it."""
    return "".join(sign for sign in text if sign in WIDE)


@pytest.mark.parametrize("before", ["", "a"], ids=["at an even cell", "at an odd cell"])
@pytest.mark.parametrize("columns", [80, 100, 119, 120, 141])
async def test_no_wide_sign_is_cut_where_a_box_below_ends(columns: int, before: str) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(columns, 30), notifications=True):
        app.say(f"{before}{WIDE}")
        await until(lambda: app.screen.query("Toast") and app.screen.query_one("Toast").region.height > 1)
        await until(lambda: in_one(screen_text(app)) == WIDE)
        assert {strip.cell_length for strip in app.screen._compositor.render_strips()} == {columns}


async def test_what_changes_below_leaves_it_whole_on_the_terminal() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    terminal = pyte.Screen(120, 30)
    stream = pyte.Stream(terminal)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        app.say(WIDE)
        await until(lambda: in_one(screen_text(app)) == WIDE)
        compositor: Compositor = app.screen._compositor
        stream.feed(compositor.render_full_update().render_segments(app.console))
        assert in_one(shown(terminal)) == WIDE
        toast = app.screen.query_one("Toast").region
        for x in range(toast.x - 3, toast.right, 5):
            compositor._dirty_regions.add(Region(x, toast.y, 6, toast.height))
            update = compositor.render_partial_update()
            assert update is not None
            stream.feed(update.render_segments(app.console))
            assert in_one(shown(terminal)) == WIDE
        stage.play_persona("haibo", PostMessage(room="1/page-makers", text="more"))
        await pilot.pause()
        assert in_one(screen_text(app)) == WIDE


def shown(terminal: pyte.Screen) -> str:
    """What stands on a terminal; the library's own `display` stumbles over half a sign."""
    return "".join(terminal.buffer[y][x].data for y in range(terminal.lines) for x in range(terminal.columns))
