"""The console says that nobody new can join, and why, for as long as that is so."""

import asyncio
from pathlib import Path

from client.teacher.classroom import Classroom, Pupil, screen_text, seen, start, until
from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.closing import NOT_STORED
from goodpath_server.keyfile import KeyFile

SAID = "Nobody new can join. The key file"


async def test_it_stays_while_the_class_goes_on_and_goes_once_keys_can_be_written(tmp_path: Path) -> None:
    in_the_way = tmp_path / "class.key.new"
    async with Classroom(keys=KeyFile(tmp_path / "class.key")) as room, room.console(100, 30) as (app, pilot):
        pupil = await room.pupil("Bo", "1/yuting")
        await seen(app, "1 of 1 here")
        await start(app, pilot)
        await until(lambda: pupil.store.world.session.stage == "playing")
        in_the_way.mkdir()
        late = Pupil(room.server, "Cy")
        room.pupils.append(late)
        late.running = asyncio.create_task(late.link.run())
        await seen(app, SAID)
        assert late.store.link.text == NOT_STORED.text
        await pupil.do(PostMessage(room="1/page-makers", text="hello"))
        await until(lambda: app.store.world.seq == pupil.store.world.seq)
        assert SAID in screen_text(app)
        assert not pupil.store.link.unopened and not pupil.store.link.unstored
        in_the_way.rmdir()
        await until(lambda: late.store.link.online)
        await until(lambda: SAID not in screen_text(app))
