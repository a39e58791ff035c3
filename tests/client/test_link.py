"""The link shows how it stands, comes back by itself, and sends every request exactly once."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from client.little_server import CODE, Ids, LittleServer, running, seat_of_yuting, until
from goodpath_client.addresses import BadAddress, parse, spoken
from goodpath_client.outbox import Outbox
from goodpath_client.patience import Pace, wait_s
from goodpath_client.seats import SeatToken, SeatTokens
from goodpath_client.store import Store
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.seats import HandOver, TakePersona
from goodpath_core.play.sight import visible
from goodpath_core.wire.closing import (
    CROWD,
    GUESSING,
    NO_HELLO,
    RESTART,
    TAKEN_OVER,
    WRONG_CODE,
    WRONG_VERSION,
    Closing,
)
from goodpath_core.wire.frames import AskHistory
from town import TEACHER, Town, lobby, playing


def line(text: str, room: str = "1/line3") -> Command:
    return PostMessage(room=room, text=text)


def states(store: Store) -> list[str]:
    """The kinds of link state from now on, each once in a row."""
    seen: list[str] = []
    store.on_change(lambda change: seen.append(store.link.kind) if change.kind == "link" else None)
    return seen


def once(seen: list[str]) -> list[str]:
    return [kind for n, kind in enumerate(seen) if n == 0 or seen[n - 1] != kind]


def said(server: LittleServer) -> list[str]:
    return [m.text for m in server.town.world.rooms["1/line3"].messages]


async def test_a_student_joins_takes_a_persona_and_speaks(tmp_path: Path) -> None:
    town = Town()
    town.play("1/yuting", "1/chunmei")
    async with LittleServer(town) as server:
        link, store = server.link()
        seen = states(store)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            assert once(seen) == ["connecting", "catching_up", "connected"]
            assert (store.seat, store.me, store.role) == (3, "", "student")

            link.do(TakePersona(persona="1/ming"))
            await until(lambda: store.me == "1/ming" and not store.stale)
            assert store.persona is not None and store.persona.name.pinyin == "Ming"

            await server.do(StartWorld(), TEACHER)
            link.do(line("First."))
            await until(lambda: said(server) == ["First."] and not store.pending("1/line3"))
            assert [m.text for m in store.lines("1/line3")] == ["First."]
            seen_of_all = visible(town.world, server._viewer(3))
            assert replace(store.world, seq=0) == replace(seen_of_all, seq=0)
    assert store.link.kind == "closed"


async def test_after_a_cut_the_missed_events_follow_and_what_was_typed_meanwhile_is_sent(
    tmp_path: Path,
) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            seen = states(store)
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            link.do(line("While away."))
            assert [p.text for p in store.pending("1/line3")] == ["While away."]
            server.town.do(line("Missed."), server.town.player("1/ming"))
            await until(lambda: len(said(server)) == 2 and not store.pending("1/line3"))

            assert [m.text for m in store.lines("1/line3")] == ["Missed.", "While away."]
            assert once(seen)[-1] in ("catching_up", "connected")
            assert "reloaded" not in seen
            assert server.hellos[1].epoch == "first" and server.hellos[1].token == "seat-1"


async def test_a_copy_that_cannot_be_carried_on_is_loaded_anew_and_says_so(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            seen = states(store)
            server.epoch = "second"
            server.cut()
            await until(lambda: store.link.kind == "reloaded")

            assert once(seen) == ["reconnecting", "catching_up", "reloaded"]
            assert "loaded anew" in store.link.text
            assert store.link.online
            assert store.world == visible(server.town.world, server._viewer(1))


async def test_a_lost_acknowledgement_stores_the_line_once_and_shows_it_once(tmp_path: Path) -> None:
    async with LittleServer(playing(), quiet=True) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            for number in range(5):
                link.do(line(f"Line {number}."))
            # Its answer never comes: nothing overtakes it.
            await until(lambda: said(server))
            assert said(server) == ["Line 0."]
            server.quiet = False
            server.cut()
            await until(lambda: store.link.kind == "connected" and store.link.waiting == 0)

            assert said(server) == [f"Line {n}." for n in range(5)]
            assert [m.text for m in store.lines("1/line3")] == said(server)
            assert store.pending("1/line3") == []


async def test_a_request_that_came_too_fast_is_sent_again_and_order_is_kept(tmp_path: Path) -> None:
    async with LittleServer(playing(), too_fast=[0.01, 0.01]) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        refusals: list[str] = []
        store.on_change(lambda change: refusals.append(change.code) if change.kind == "refused" else None)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("One."))
            await until(lambda: store.link.waiting == 0)
            link.do(line("Two."))
            await until(lambda: store.link.waiting == 0)
            assert said(server) == ["One.", "Two."]
            assert refusals == [] and server.too_fast == []


async def test_a_line_behind_one_that_came_too_fast_waits_for_it(tmp_path: Path) -> None:
    async with LittleServer(playing(), too_fast=[0.05]) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            for number in range(5):
                link.do(line(f"Line {number}."))
            await until(lambda: store.link.waiting == 0)
            assert said(server) == [f"Line {number}." for number in range(5)]


async def test_after_a_refusal_the_pace_is_the_servers_and_nothing_is_refused_twice(tmp_path: Path) -> None:
    limits = {"burst": 10, "rate": 50.0}
    async with LittleServer(playing(), limits=limits, too_fast=[0.02]) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            began = asyncio.get_running_loop().time()
            for number in range(6):
                link.do(line(f"Line {number}."))
            await until(lambda: store.link.waiting == 0)
            # The first after 0.02 s, five more at fifty a second: the burst is spent, whoever spent it.
            assert asyncio.get_running_loop().time() - began >= 0.11


async def test_a_line_for_a_stopping_server_goes_out_when_it_is_back(tmp_path: Path) -> None:
    async with LittleServer(playing(), stopping=True) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("Kept."))
            await link.ask(AskHistory(room="1/line3", before=1))
            assert [(p.text, p.state) for p in store.pending("1/line3")] == [("Kept.", "pending")]
            server.stopping = False
            server.cut()
            await until(lambda: said(server) == ["Kept."] and store.link.waiting == 0)


async def test_a_refused_line_keeps_its_text_for_the_composer(tmp_path: Path) -> None:
    async with LittleServer(lobby()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        refused: list[tuple[str, str, str]] = []
        store.on_change(lambda c: refused.append((c.id, c.code, c.room)) if c.kind == "refused" else None)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            request = link.do(line("Too early."))
            await until(lambda: refused)

            assert refused == [(request, "not_started", "1/line3")]
            failed = store.pending("1/line3")
            assert [(p.text, p.state) for p in failed] == [("Too early.", "failed")]
            assert failed[0].refusal == "The world has not started yet; wait for the teacher."
            store.drop_pending(request)
            assert store.pending("1/line3") == []


async def test_lines_of_a_killed_client_are_sent_by_the_next_one(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        tokens = seat_of_yuting(tmp_path / "seats", server)
        killed = Outbox(tmp_path / "outbox", Ids("before"))
        killed.open("town|student|1")
        for number in range(5):
            killed.add(line(f"Line {number}."))
        killed.close()

        fresh = Outbox(tmp_path / "outbox", Ids("after"))
        link, store = server.link(fresh, tokens)
        async with running(link):
            await until(lambda: len(said(server)) == 5 and not store.pending("1/line3"))
            assert said(server) == [f"Line {n}." for n in range(5)]
            assert len(fresh) == 0
        fresh.close()


async def test_whoever_leaves_with_nothing_unsent_leaves_no_file(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(
            Outbox(tmp_path / "outbox", Ids()), seat_of_yuting(tmp_path / "seats", server)
        )
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            link.do(line("Said."))
            await until(lambda: store.link.waiting == 0)
            assert len(list((tmp_path / "outbox").iterdir())) == 1
        assert list((tmp_path / "outbox").iterdir()) == []
        assert list((tmp_path / "held").iterdir()) == []


@pytest.mark.parametrize("closing", [TAKEN_OVER, WRONG_VERSION, NO_HELLO], ids=lambda c: str(c.code))
async def test_some_endings_are_for_good_and_are_passed_on_in_words(closing: Closing) -> None:
    async with LittleServer(lobby(), goodbye=closing) as server:
        link, store = server.link()
        assert await link.run() == closing
        assert (store.link.kind, store.link.text) == ("closed", closing.text)
        assert len(server.hellos) == 1


@pytest.mark.parametrize("closing", [CROWD, GUESSING], ids=lambda c: str(c.code))
async def test_some_endings_are_for_a_moment_and_the_same_is_said_again_by_itself(closing: Closing) -> None:
    async with LittleServer(lobby(), goodbye=closing) as server:
        link, store = server.link()
        async with running(link):
            await until(lambda: store.link.kind == "reconnecting" and store.link.text == closing.text)
            server.goodbye = None
            await until(lambda: store.link.kind == "connected")
        assert len(server.hellos) > 1
        assert len({(hello.code, hello.secret) for hello in server.hellos}) == 1


async def test_a_wrong_code_ends_and_says_whom_to_ask() -> None:
    async with LittleServer(lobby()) as server:
        link, store = server.link(code="WRONG1")
        assert await link.run() == WRONG_CODE
        assert store.link.text == WRONG_CODE.text


async def test_a_token_of_another_session_is_dropped_and_the_code_is_tried(tmp_path: Path) -> None:
    async with LittleServer(lobby()) as server:
        tokens = SeatTokens(tmp_path / "seats")
        tokens.keep(SeatToken(server.address, "old", CODE, "Ann", "student", 1, "stale"))
        link, store = server.link(tokens=tokens)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
        assert [hello.token for hello in server.hellos] == ["stale", ""]
        kept = SeatTokens(tmp_path / "seats").find(server.address, CODE, "Ann", "student")
        assert kept is not None and kept.token == f"seat-{store.seat}"


async def test_a_server_that_stops_is_waited_for(tmp_path: Path) -> None:
    town = playing()
    async with LittleServer(town) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        task = asyncio.create_task(link.run())
        await until(lambda: store.link.kind == "connected")
        await server.end(RESTART)
        await until(lambda: store.link.kind == "reconnecting")
        assert store.link.text == RESTART.text
    async with LittleServer(town, port=server.port):
        await until(lambda: store.link.kind == "connected")
        await link.close()
        assert await task is None


async def test_no_server_is_said_with_the_address() -> None:
    async with LittleServer(lobby()) as server:
        pass
    link, store = server.link()
    async with running(link):
        await until(lambda: store.link.text)
        assert store.link.text.startswith(f"No server answers at {spoken(server.address)};")
        assert store.link.kind in ("connecting", "reconnecting")


async def test_older_lines_come_when_asked_for_and_never_twice(tmp_path: Path) -> None:
    town = playing()
    for number in range(260):
        town.do(line(f"Line {number}."), town.player("1/ming"))
    async with LittleServer(town) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            assert len(store.lines("1/line3")) == 200
            assert await link.fetch_history("1/line3", 50) == 50
            assert await link.fetch_history("1/line3", 50) == 10
            assert await link.fetch_history("1/line3", 50) == 0
            assert [m.text for m in store.lines("1/line3")] == [f"Line {n}." for n in range(260)]
            newest = await link.ask(AskHistory(room="1/line3", before=store.world.seq + 1, limit=1))
            assert newest[0][8]["text"] == "Line 259."


async def test_a_persona_handed_over_brings_its_own_rooms() -> None:
    async with LittleServer(lobby()) as server:
        link, store = server.link()
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            assert store.world.rooms == {}
            await server.do(HandOver(persona="1/yuting", seat=store.seat), TEACHER)
            await until(lambda: store.me == "1/yuting" and not store.stale)
            assert sorted(store.world.rooms) == ["0/fair", "1/kitchen", "1/line3"]
            assert store.view is not None and [p.key for p in store.view.personas] == ["yuting"]


def test_the_first_try_is_spread_over_two_seconds_and_later_ones_wait_longer_up_to_a_bound() -> None:
    assert [wait_s(1, dice) for dice in (0.0, 0.5, 1.0)] == [0.0, 1.0, 2.0]
    assert [round(wait_s(attempt, 0.5), 2) for attempt in (2, 3, 4, 5, 6, 9)] == [
        3.2,
        5.12,
        8.19,
        13.11,
        15,
        15,
    ]
    assert [round(wait_s(9, dice), 2) for dice in (0.0, 1.0)] == [12.0, 18.0]


def test_requests_leave_at_the_pace_the_server_names() -> None:
    pace = Pace(burst=2, rate=5, left=2, since=100.0)
    delays = []
    for _ in range(3):
        delays.append(pace.delay(100.0))
        pace.spend()
    assert delays == [0.0, 0.0, 0.2]


@pytest.mark.parametrize(
    ("typed", "uri"),
    [
        ("localhost", "ws://localhost:8713"),
        (" 192.168.1.20:9000 ", "ws://192.168.1.20:9000"),
        ("ws://Laptop.local:8713/", "ws://laptop.local:8713"),
        ("wss://class.example", "wss://class.example:8713"),
        ("[::1]:80", "ws://[::1]:80"),
    ],
)
def test_an_address_may_be_typed_in_short(typed: str, uri: str) -> None:
    assert parse(typed) == uri


@pytest.mark.parametrize("typed", ["", "a b", "ftp://x", "host:99999", "host:0", "x/y", "me@host"])
def test_what_is_no_address_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(BadAddress, match="That is not an address"):
        parse(typed)


def test_seat_tokens_are_private_and_belong_to_a_name(tmp_path: Path) -> None:
    file = tmp_path / "state" / "seats"
    ann = SeatToken("ws://a:1", "s", CODE, "Ann", "student", 1, "secret-1")
    ben = SeatToken("ws://a:1", "s", CODE, "Ben", "student", 2, "secret-2")
    SeatTokens(file).keep(ann)
    SeatTokens(file).keep(ben)

    assert file.stat().st_mode & 0o777 == 0o600
    tokens = SeatTokens(file)
    assert tokens.find("ws://a:1", CODE, "Ann", "student") == ann
    assert tokens.find("ws://a:1", "k7q-p2m", "Ann", "student") == ann
    assert tokens.find("ws://a:1", "", "Ben", "student") == ben
    assert tokens.find("ws://a:1", CODE, "Cem", "student") is None
    assert tokens.find("ws://a:1", "OTHER2", "Ann", "student") is None
    assert tokens.find("ws://b:1", CODE, "Ann", "student") == ann, "the class may have moved"
    assert tokens.find("ws://b:1", "", "Ann", "student") is None
    tokens.forget("secret-1")
    assert SeatTokens(file).find("ws://a:1", CODE, "Ann", "student") is None
