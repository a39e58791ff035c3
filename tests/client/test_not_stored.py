"""While the server can store nothing its sentence stands with the connection, and nothing is lost."""

from pathlib import Path

from client.line_terminal import yuting
from client.little_server import LittleServer, running, seat_of_yuting, until
from goodpath_core.play.messages import PostMessage
from town import playing

FULL = "Nothing can be stored now; your line is kept and goes out once it can be."
ROOM = "1/line3"


async def test_the_sentence_stands_until_a_request_is_stored_and_the_lines_go_out_by_themselves(
    tmp_path: Path,
) -> None:
    async with LittleServer(playing(), full=FULL) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            assert store.link.unstored == ""
            link.do(PostMessage(room=ROOM, text="One."))
            link.do(PostMessage(room=ROOM, text="Two."))
            await until(lambda: store.link.unstored == FULL)
            assert (store.link.kind, store.link.waiting) == ("connected", 2)
            assert [(p.text, p.state) for p in store.pending(ROOM)] == [
                ("One.", "pending"),
                ("Two.", "pending"),
            ]
            server.full = ""
            await until(lambda: store.link.waiting == 0)
            assert store.link.unstored == ""
            assert [m.text for m in server.town.world.rooms[ROOM].messages] == ["One.", "Two."]


async def test_a_request_that_came_too_fast_says_nothing_of_storing(tmp_path: Path) -> None:
    async with LittleServer(playing(), too_fast=[0.01, 0.01]) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        said: list[str] = []
        store.on_change(lambda change: said.append(store.link.unstored))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(PostMessage(room=ROOM, text="One."))
            await until(lambda: store.link.waiting == 0)
            assert not any(said)


async def test_the_line_mode_says_it_once_and_says_when_it_is_over() -> None:
    async with yuting() as me:
        me.server.full = FULL
        await me.type("Good evening.", FULL)
        me.server.full = ""
        await me.hear("The session is stored again.")
        await me.hear("You: Good evening.")
        assert me.printed.count(FULL) == 1
