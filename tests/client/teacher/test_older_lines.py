"""What came before in a chat that the teacher reads can be asked for again after it could not be had."""

from client.teacher.classroom import Classroom, Ids, now_ms, seen, start, until
from goodpath_client.addresses import parse
from goodpath_client.joining import Identity
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.store import Store
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.door import Door
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.errors import Refused
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.limits import HISTORY_DEFAULT

ROOM = "1/page-makers"
FAULT = "Too fast: wait a moment."


class Hasty(Link):
    """A link whose first question for older lines comes too fast."""

    asked = 0

    async def fetch_history(self, room: str, limit: int = HISTORY_DEFAULT) -> int:
        self.asked += 1
        if self.asked == 1:
            raise Refused("too_fast", FAULT, 1.0)
        return await super().fetch_history(room, limit)


async def test_older_lines_that_could_not_be_had_are_asked_for_again() -> None:
    async with Classroom() as room:
        pupil = await room.pupil("Ana", "1/yuting")
        address, store = f"127.0.0.1:{room.server.port}", Store()
        hello, outbox = Identity("teacher", room.server.secret, "teacher"), Outbox(None, Ids("teacher"))
        link = Hasty(parse(address), hello, store, outbox, dice=lambda: 0.5, now=now_ms)
        app = TeacherApp(link, store, now=now_ms, door=Door(address, room.server.code))
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await seen(app, "1 of 1 here")
            await start(app, pilot)
            for number in range(12):
                await pupil.do(PostMessage(room=ROOM, text=f"row {number} " + "long words " * 40))
            await pilot.press("f3")
            await seen(app, "row 0")
            lines = app.screen.query_one(MessageList)
            before = lines.rows
            lines.focus()
            await pilot.press("home")
            await seen(app, FAULT)
            assert link.asked == 1 and lines.rows == before
            await pilot.press("home")
            await until(lambda: link.asked == 2)
