"""Lines, and what was sent off without a connection, wait for a paused world and go out when it goes on."""

from pathlib import Path

import pytest

from client.line_terminal import yuting
from client.little_server import Ids, LittleServer, running, seat_of_yuting, until
from goodpath_client.outbox import Outbox
from goodpath_client.store import Store
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.safety import SignalStop, SpeakAside
from goodpath_core.play.seats import HandOver
from town import TEACHER, one_phase, playing

LINE3 = "1/line3"
HELD = "1 thing you typed waits until the world goes on. /back takes back the newest line."


def line(text: str) -> PostMessage:
    return PostMessage(room=LINE3, text=text)


def aside(text: str) -> SpeakAside:
    return SpeakAside(room=LINE3, text=text)


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
            await until(lambda: len(store.link.held) == 2)
            assert shown(store) == [("One.", "pending"), ("Two.", "pending")]
            assert store.link.waiting == 2
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: store.link.waiting == 0)
            assert stored(server) == ["One.", "Two."]
            assert store.link.held == ()


async def test_a_line_that_was_on_its_way_when_the_connection_broke_waits_too(tmp_path: Path) -> None:
    async with LittleServer(playing(), stopping=True) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("One."))
            server.cut()
            server.stopping = False
            server.town.do(PauseWorld(), TEACHER)
            await until(lambda: len(store.link.held) == 1)
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: stored(server) == ["One."])


async def test_lines_written_in_a_pause_that_one_sees_go_out_in_their_order(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            await server.do(PauseWorld(), TEACHER)
            await until(lambda: store.world.session.paused)
            held = (link.do(line("One.")), link.do(line("Two.")), link.do(aside("Three.")))
            assert store.link.held == held
            assert shown(store) == [("One.", "pending"), ("Two.", "pending"), ("Three.", "pending")]
            await server.do(ResumeWorld(), TEACHER)
            link.do(line("Four."))
            await until(lambda: store.link.waiting == 0)
            assert stored(server) == ["One.", "Two.", "Three.", "Four."]
            assert not store.link.held


async def test_a_line_that_was_on_its_way_as_the_pause_began_waits_and_none_overtakes_it(
    tmp_path: Path,
) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.town.do(PauseWorld(), TEACHER)  # nobody has heard of it yet
            first = link.do(line("One."))
            await until(lambda: store.link.held == (first,))
            second = link.do(line("Two."))
            assert store.link.held == (first, second)
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: store.link.waiting == 0)
            assert stored(server) == ["One.", "Two."]


@pytest.mark.parametrize("command", [SayAloud(text="Who is there?"), Think(text="So quiet.")])
async def test_what_is_said_and_thought_in_the_room_waits_too(tmp_path: Path, command: Command) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(PutPhoneDown())
            await until(lambda: store.my_person and store.my_person.place == "room")
            await server.do(PauseWorld(), TEACHER)
            await until(lambda: store.world.session.paused)
            link.do(command)
            assert len(store.link.held) == 1
            await server.do(ResumeWorld(), TEACHER)
            await until(lambda: store.link.waiting == 0)
            assert server.carried_out[-1] == command


async def test_any_other_key_in_a_pause_that_one_sees_is_refused_and_does_nothing_later(
    tmp_path: Path,
) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        refused: list[str] = []
        store.on_change(lambda change: refused.append(change.code) if change.kind == "refused" else None)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            await server.do(PauseWorld(), TEACHER)
            await until(lambda: store.world.session.paused)
            link.do(PutPhoneDown())
            await until(lambda: refused == ["paused"])
            assert (store.link.waiting, store.link.held) == (0, ())


async def test_a_held_line_of_any_kind_can_be_taken_back(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            await server.do(PauseWorld(), TEACHER)
            await until(lambda: store.world.session.paused)
            for command in (line("Oh."), aside("Oh."), SayAloud(text="Oh."), Think(text="Oh.")):
                assert link.recall(link.do(command)) == ""
            assert (shown(store), store.link.held, store.link.waiting) == ([], (), 0)


async def test_what_may_be_done_in_a_pause_is_not_kept_back_by_what_is_held(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            server.town.do(PauseWorld(), TEACHER)
            link.do(line("One."))
            await until(lambda: len(store.link.held) == 1)
            link.do(SignalStop())
            await until(lambda: store.world.seats[1].stopped_ms)
            assert len(store.link.held) == 1


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
            await until(lambda: len(store.link.held) == 1)
        again, later = server.link(Outbox(tmp_path / "outbox", Ids("b")), tokens)
        async with running(again):
            await until(lambda: len(later.link.held) == 1)
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
            await until(lambda: len(store.link.held) == 2)
            assert link.recall(wrong) == ""
            assert (shown(store), len(store.link.held)) == ([("Right.", "pending")], 1)
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
            assert (shown(store), store.link.held) == ([], ())
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
            await until(lambda: len(store.link.held) == 1)
            for one in late:
                await server.do(one, TEACHER)
            await until(lambda: refused)
            assert refused == [code]
            assert (store.link.waiting, store.link.held) == (0, ())


async def test_in_lines_it_is_said_that_something_waits_and_it_goes_out() -> None:
    async with yuting() as me:
        me.server.cut()
        await me.hear("The connection is gone")
        me.server.town.do(PauseWorld(), TEACHER)
        await me.type("Good evening.", HELD)
        await me.server.do(ResumeWorld(), TEACHER)
        await me.hear("You: Good evening.")
        assert me.printed.count(HELD) == 1


async def test_in_lines_what_is_typed_in_a_pause_waits_can_be_taken_back_and_goes_out_in_its_order() -> None:
    async with yuting() as me:
        await me.server.do(PauseWorld(why="Look."), TEACHER)
        await me.hear("Paused: Look.")
        await me.type("One.", HELD)
        await me.type("/ooc Two.", "2 things you typed wait until the world goes on.")
        await me.type("/back", "That line had not left yet, so it is not sent; nobody has read it.")
        await me.type("Three.", "2 things you typed wait until the world goes on.")
        assert stored(me.server) == []
        await me.server.do(ResumeWorld(), TEACHER)
        await me.hear("[Line 3] You: Three.")
        assert stored(me.server) == ["One.", "Three."]
        assert not [line for line in me.printed if "Not done" in line]


async def test_in_lines_what_is_said_in_the_room_in_a_pause_can_be_taken_back_too() -> None:
    async with yuting() as me:
        await me.type("/down", "You are in the room")
        await me.server.do(PauseWorld(why="Look."), TEACHER)
        await me.hear("Paused: Look.")
        await me.type("One.", HELD)
        await me.type("/think Two.", "2 things you typed wait until the world goes on.")
        await me.type("/back", "That line had not left yet, so it is not sent; nobody has read it.")
        await me.server.do(ResumeWorld(), TEACHER)
        await me.hear("You said aloud: One.")
        assert [one for one in me.server.carried_out if isinstance(one, Think)] == []
