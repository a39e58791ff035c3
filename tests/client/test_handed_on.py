"""What was written as a persona that was handed on meanwhile is said as nobody else, and is not lost."""

import json
from pathlib import Path

from client.little_server import Ids, LittleServer, running, seat_of_yuting, until
from goodpath_client.changes import Change
from goodpath_client.outbox import Outbox
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.seats import HandOver, Observe
from town import TEACHER, Town, playing

ROOM = "1/line3"
OWNER = "town|student|1"


def line(text: str) -> Command:
    return PostMessage(room=ROOM, text=text)


def hand_on(town: Town) -> None:
    """Seat 1 played 1/yuting and plays 1/ming from now on."""
    town.do(HandOver(persona="1/yuting", seat=5), TEACHER)
    town.do(Observe(), town.player("1/ming"))
    town.do(HandOver(persona="1/ming", seat=1), TEACHER)


async def test_what_waited_while_the_persona_was_handed_on_comes_back_with_its_words(tmp_path: Path) -> None:
    async with LittleServer(playing()) as server:
        link, store = server.link(tokens=seat_of_yuting(tmp_path / "seats", server))
        refused: list[Change] = []
        store.on_change(lambda change: refused.append(change) if change.kind == "refused" else None)
        async with running(link):
            await until(lambda: store.link.kind == "connected")
            server.cut()
            await until(lambda: store.link.kind == "reconnecting")
            link.do(line("I am so tired of this factory."))
            hand_on(server.town)
            await until(lambda: refused and store.me == "1/ming" and not store.stale)
            link.do(line("Hello from the dormitory."))
            await until(lambda: store.link.waiting == 0)
        said = [(one.voice, one.text) for one in server.town.world.rooms[ROOM].messages]
    assert said == [("1/ming", "Hello from the dormitory.")]
    (no,) = refused
    assert (no.code, no.persona, no.room) == ("other_persona", "1/yuting", ROOM)
    assert no.command == line("I am so tired of this factory.")


async def test_also_what_an_earlier_process_has_left_is_known_when_it_is_refused(tmp_path: Path) -> None:
    town = playing()
    killed = Outbox(tmp_path / "outbox", Ids("before"))
    killed.open(OWNER)
    killed.add(PublishPost(text="As yuting."), "1/yuting")
    hand_on(town)
    async with LittleServer(town) as server:
        tokens = seat_of_yuting(tmp_path / "seats", server)
        link, store = server.link(Outbox(tmp_path / "outbox", Ids("after")), tokens)
        refused: list[Change] = []
        store.on_change(lambda change: refused.append(change) if change.kind == "refused" else None)
        async with running(link):
            await until(lambda: refused)
    assert (refused[0].command, refused[0].persona) == (PublishPost(text="As yuting."), "1/yuting")


def test_a_line_that_an_older_client_left_goes_out_as_whoever_is_played(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path, Ids())
    outbox.open(OWNER)
    (file,) = tmp_path.iterdir()
    command = {"kind": "post_message", "room": ROOM, "text": "Old."}
    file.write_text(json.dumps({"id": "old", "command": command}) + "\n", "utf-8")
    again = Outbox(tmp_path, Ids())
    again.open(OWNER)
    assert [(one.id, one.command, one.persona) for one in again] == [("old", line("Old."), "")]
