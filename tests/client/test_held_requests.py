"""What was sent off without a connection waits for a paused world, and goes out by itself when it goes on."""

from pathlib import Path

import pytest

from client.line_terminal import yuting
from client.little_server import Ids, LittleServer, running, seat_of_yuting, until
from goodpath_client.outbox import Outbox
from goodpath_client.store import Store
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.safety import SignalStop
from goodpath_core.play.seats import HandOver
from town import TEACHER, one_phase, playing

LINE3 = "1/line3"
HELD = "1 thing you typed waits until the world goes on."


def line(text: str) -> PostMessage:
    return PostMessage(room=LINE3, text=text)


def stored(server: LittleServer) -> list[str]:
    return [one.text for one in server.town.world.rooms[LINE3].messages]


def shown(store: Store) -> list[tuple[str, str]]:
    return [(one.text, one.state) for one in store.pending(LINE3)]


async def test_a_line_sent_off_while_the_pause_began_goes_out_when_the_world_goes_on(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            server.town.do(PauseWorld(), TEACHER)
            link.do(line("One."))
            link.do(line("Two."))
            await until(lambda: store.link.held == 2)
            assert shown(store) == [("One.", "pending"), ("Two.", "pending")]
            assert store.link.waiting == 2
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: store.link.waiting == 0)
            assert stored(server) == ["One.", "Two."]
            assert store.link.held == 0


async def test_a_line_that_was_on_its_way_when_the_connection_broke_waits_too(tmp_path: Path) -> None:
    async with LittleServer(playing(), stopping=True) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("One."))
            server.cut()
            server.stopping = False
            server.town.do(PauseWorld(), TEACHER)
            await until(lambda: store.link.held == 1)
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: stored(server) == ["One."])


async def test_a_line_written_in_a_pause_that_one_sees_is_refused(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            await server.do(PauseWorld(), TEACHER)
            await until(lambda: store.world.session.paused)
            link.do(line("One."))
            await until(lambda: shown(store) == [("One.", "failed")])
            assert (store.link.waiting, store.link.held) == (0, 0)


async def test_what_may_be_done_in_a_pause_is_not_kept_back_by_what_is_held(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            server.town.do(PauseWorld(), TEACHER)
            link.do(line("One."))
            await until(lambda: store.link.held == 1)
            link.do(SignalStop())
            await until(lambda: store.world.seats[1].stopped)
            assert store.link.held == 1


async def test_a_held_line_outlives_the_client(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        tokens = seat_of_yuting(tmp_path / "seats", server)
        link, store = server.link(Outbox(tmp_path / "outbox", Ids("a")), tokens)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            server.town.do(PauseWorld(), TEACHER)
            link.do(line("One."))
            await until(lambda: store.link.held == 1)
        again, later = server.link(Outbox(tmp_path / "outbox", Ids("b")), tokens)
        async with running(again):
            await until(lambda: later.link.held == 1)
            assert shown(later) == [("One.", "pending")]
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: stored(server) == ["One."])


async def test_a_held_line_can_be_taken_back_and_is_never_sent(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            server.town.do(PauseWorld(), TEACHER)
            wrong = link.do(line("Wrong."))
            link.do(line("Right."))
            await until(lambda: store.link.held == 2)
            assert link.recall(wrong) == ""
            assert (shown(store), store.link.held) == ([("Right.", "pending")], 1)
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: stored(server) == ["Right."])


async def test_of_a_line_that_was_taken_back_on_its_way_nothing_is_held(tmp_path: Path) -> None:
    async with LittleServer(playing(), stopping=True) as server:
        outbox = Outbox(None, Ids())
        link, store = server.link(outbox, seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            wrong = link.do(line("Wrong."))
            await until(lambda: not outbox.is_unsent(wrong))
            assert link.recall(wrong) != ""
            server.town.do(PauseWorld(), TEACHER)
            server.stopping = False
            server.cut()
            await until(lambda: store.world.session.paused and store.link.waiting == 0)
            assert (shown(store), store.link.held) == ([], 0)
            assert server.carried_out == []


@pytest.mark.parametrize(
    ("late", "code"),
    [
        ((NextPhase(),), "debrief"),
        ((EndSession(),), "ended"),
        ((HandOver(persona="1/yuting", seat=5), ResumeWorld()), "other_persona"),
    ],
    ids=["debrief", "end", "another persona"],
)
async def test_what_can_never_go_out_any_more_comes_back(
    tmp_path: Path, late: tuple[Command, ...], code: str
) -> None:
    async with LittleServer(playing(one_phase())) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        refused: list[str] = []
        store.on_change(lambda change: refused.append(change.code) if change.kind == "refused" else None)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            server.town.do(PauseWorld(), TEACHER)
            link.do(line("One."))
            await until(lambda: store.link.held == 1)
            for one in late:
                await server.do(one, TEACHER)
            await until(lambda: refused)
            assert refused == [code]
            assert (store.link.waiting, store.link.held) == (0, 0)


async def test_in_lines_it_is_said_that_something_waits_and_it_goes_out() -> None:
    async with yuting() as me:
        me.server.cut()
        await me.hear("The connection is gone")
        me.server.town.do(PauseWorld(), TEACHER)
        await me.type("Good evening.", HELD)
        await me.server.do(ResumeWorld(), TEACHER)
        await me.hear("You: Good evening.")
        assert me.printed.count(HELD) == 1
