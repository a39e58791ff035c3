"""The teacher reads a chat in which a long message is folded, and Enter reads it all or folds it again."""

import pytest

from client.teacher.classroom import Classroom, screen_text, seen, start, until
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.messages import PostMessage

ROOM = "1/page-makers"
PASTE = "\n".join(f"paste {number}" for number in range(1, 31))
CHINESE = "今天加班到晚上八点，明天再说吧。" * 60


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize(
    ("text", "first"), [(PASTE, "paste 1"), (CHINESE, "今天加班")], ids=["lines", "chinese"]
)
async def test_enter_reads_a_long_message_whole_and_folds_it_again(
    size: tuple[int, int], text: str, first: str
) -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        async with room.console(*size) as (app, pilot):
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            await until(lambda: pupil.store.world.session.stage == "playing")
            await pupil.do(PostMessage(room=ROOM, text="before"))
            await pupil.do(PostMessage(room=ROOM, text=text))
            await pilot.press("f3")
            app.screen.query_one("#rooms", RowList).choose(f"room:{ROOM}")
            await seen(app, "before")
            await seen(app, "lines more")
            lines = app.screen.query_one("#lines", MessageList)
            await pilot.press("tab")
            await until(lambda: lines.has_focus)
            await pilot.press("up", "enter")
            await until(lambda: "lines more" not in screen_text(app))
            assert first in screen_text(app)
            await pupil.do(PostMessage(room=ROOM, text="after"))
            await seen(app, "1 new")
            assert lines.chosen is not None and lines.chosen.text == text
            await pilot.press("enter")
            await seen(app, "lines more")
            await pilot.press("h")
            await seen(app, "Remove this line from every screen?")
            await pilot.press("escape", "end")
            await seen(app, "after")
