"""That the server can store nothing is said on every screen of the phone, and no longer than it is true."""

import pytest

from client.screens.stage import Stage, screen_text, settle
from goodpath_client.link_state import LinkState


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_that_the_server_cannot_store_stands_on_every_screen(size: tuple[int, int]) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        words = "The session could not be stored; your line is kept"
        stage.store.set_link(LinkState("connected", waiting=1, unstored=f"{words} and goes out later."))
        await settle(pilot)
        assert words in screen_text(app) and "not stored, 1 waiting" in screen_text(app)
        await pilot.press("f3")
        await settle(pilot)
        assert "not stored, 1 waiting" in screen_text(app)
        stage.store.set_link(LinkState("connected"))
        await settle(pilot)
        assert "not stored" not in screen_text(app)
