"""What is painted has the reckoned width in every terminal, and one typed sign is stored as one."""

import pytest
from textual import events

from client.little_server import until
from client.screens.stage import Stage
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.steady_signs import steady
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.wrapping import width
from goodpath_core.play.messages import PostMessage

FARMER = "\U0001f469\U0001f3fd\u200d\U0001f33e"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("written", "painted"),
    [
        ("plain 雨 🌧", "plain 雨 🌧"),
        (FARMER, "\U0001f469"),
        (FAMILY, "\U0001f468"),
        ("\U0001f44d\U0001f3ff!", "\U0001f44d!"),
        ("❤️.", "❤ ."),
        ("1️⃣.", "1 ."),
        ("\U0001f3f3️‍\U0001f308.", "\U0001f3f3 ."),
        ("\U0001f1e8\U0001f1f3", "\U0001f1e8\U0001f1f3"),
    ],
)
def test_a_sign_is_painted_so_that_every_terminal_gives_it_the_reckoned_cells(
    written: str, painted: str
) -> None:
    assert steady(written) == painted
    assert width(steady(written)) == width(written)


async def test_a_joined_sign_that_is_typed_is_sent_whole() -> None:
    stage = Stage()
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: isinstance(app.screen, OnlineScreen) and app.screen.is_whole)
        await pilot.pause()
        for sign in FARMER:
            app.post_message(events.Key("sign", sign))
        await until(lambda: app.screen.query_one(Composer).text == FARMER)
        await pilot.press("enter")
        await until(lambda: stage.link.commands)

    assert stage.link.commands == [PostMessage(room="1/page-makers", text=FARMER)]
