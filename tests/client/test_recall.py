"""A line is taken back before it is known to be stored: it goes, and no other line does."""

from pathlib import Path

import pytest

from client.little_server import Ids, LittleServer, running, seat_of_yuting, until
from goodpath_client.newest_line import Newest, newest_line
from goodpath_client.outbox import Outbox
from goodpath_core.play.messages import PostMessage, TakeBackMessage
from goodpath_core.play.safety import SpeakAside
from town import playing

LINE3 = "1/line3"


def line(text: str, reply_to: int = 0) -> PostMessage:
    return PostMessage(room=LINE3, text=text, reply_to=reply_to)


def stored(server: LittleServer) -> list[str]:
    """The lines of the room, as anybody reads them now."""
    return [one.text or one.gone for one in server.town.world.rooms[LINE3].messages]


async def test_a_line_that_has_not_left_is_simply_not_sent(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("Good."))
            await until(lambda: not store.pending(LINE3) and store.lines(LINE3))
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            wrong = link.do(line("Wrong."))
            assert newest_line(store, LINE3) == Newest(request=wrong)
            assert link.recall(wrong) == ""
            assert store.pending(LINE3) == [] and store.link.waiting == 0
            link.do(line("Later."))
            await until(lambda: stored(server) == ["Good.", "Later."])
    assert [type(one) for one in server.carried_out] == [PostMessage, PostMessage]


async def test_of_a_line_under_way_the_taking_back_follows_and_an_earlier_line_stays(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("Good."))
            await until(lambda: not store.pending(LINE3) and store.lines(LINE3))
            server.full = "The disk is full."
            wrong = link.do(line("Wrong."))
            await until(lambda: store.link.unstored)
            assert link.recall(wrong) != ""
            assert "being taken back already" in newest_line(store, LINE3).why_not
            server.full = ""
            await until(lambda: stored(server) == ["Good.", "taken back"])
            await until(lambda: store.link.waiting == 0)
            assert newest_line(store, LINE3) == Newest(store.lines(LINE3)[0].seq)


@pytest.mark.parametrize("told", [True, False], ids=["refused", "its acknowledgement was lost"])
async def test_the_taking_back_outlives_the_client_as_its_line_does(tmp_path: Path, told: bool) -> None:
    async with LittleServer(playing()) as server:
        tokens = seat_of_yuting(tmp_path / "seats", server)
        link, store = server.link(Outbox(tmp_path / "box", Ids("a")), tokens)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("Good."))
            await until(lambda: not store.pending(LINE3) and store.lines(LINE3))
            if told:
                server.full = "The disk is full."
            server.quiet = not told
            wrong = link.do(line("Wrong."))
            assert newest_line(store, LINE3) == Newest(request=wrong)
            if told:
                await until(lambda: store.link.unstored)
            else:
                await until(lambda: len(stored(server)) == 2)
            assert link.recall(wrong) != ""
        server.full, server.quiet = "", False
        link, store = server.link(
            Outbox(tmp_path / "box", Ids("b")), seat_of_yuting(tmp_path / "seats", server)
        )
        async with running(link):
            await until(lambda: stored(server) == ["Good.", "taken back"])
            await until(lambda: store.link.kind == "connected" and store.link.waiting == 0)


async def test_of_a_line_that_is_refused_nothing_is_taken_back_and_nothing_is_asked_any_more(
    tmp_path: Path,
) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        changes: list[tuple[str, str]] = []
        store.on_change(lambda change: changes.append((change.kind, change.id)) if change.id else None)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("Good."))
            await until(lambda: not store.pending(LINE3) and store.lines(LINE3))
            server.full = "The disk is full."
            wrong = link.do(line("Wrong.", reply_to=999))
            await until(lambda: store.link.unstored)
            follower = link.recall(wrong)
            server.full = ""
            await until(lambda: ("refused", wrong) in changes)
            assert ("withdrawn", follower) in changes
            assert stored(server) == ["Good."] and store.link.waiting == 0
    assert not any(isinstance(one, TakeBackMessage) for one in server.carried_out)


async def test_words_out_of_character_under_way_are_no_reason_to_take_back_a_line(tmp_path: Path) -> None:
    async with LittleServer(playing(), quiet=True) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(SpeakAside(room=LINE3, text="Sorry."))
            assert "out of character" in newest_line(store, LINE3).why_not
