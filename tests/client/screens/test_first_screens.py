"""From the joining line to the first phase: nobody skips the briefing, or plays without a persona."""

import asyncio
import socket

from textual import events
from textual.keys import _character_to_key
from textual.widgets import Button, Checkbox, Input

from client.little_server import until
from client.screens.stage import TEACHER, RecordingLink, Stage, screen_text, seen, settle, told, write
from goodpath_client.addresses import parse
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.joining import Identity
from goodpath_client.link import Link
from goodpath_client.outbox import Outbox
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.choose_persona import ChoosePersonaScreen
from goodpath_client.screens.join import JoinScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.store import Store
from goodpath_core.errors import GoodpathError
from goodpath_core.play.control import EndSession
from goodpath_core.play.event import By
from goodpath_core.play.safety import SignalStop
from goodpath_core.play.seats import HandOver, Observe, TakePersona
from goodpath_core.wire.frames import AskPicture


async def test_the_briefing_wants_reading_trying_and_a_tick() -> None:
    stage = Stage("ten-pictures", "")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)
        go, tick = app.screen.query_one("#go", Button), app.screen.query_one(Checkbox)
        assert "1 of 3" in screen_text(app) and go.disabled and tick.disabled
        await pilot.press("escape")
        assert isinstance(app.screen, BriefingScreen)
        await pilot.press("end")
        await settle(pilot)
        assert "2 of 3" in screen_text(app) and go.disabled
        await pilot.press("f9")
        await settle(pilot)
        assert "3 of 3" in screen_text(app) and go.disabled
        await pilot.press("space")
        await settle(pilot)
        assert not go.disabled
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ChoosePersonaScreen)
    assert SignalStop() not in stage.link.commands


async def test_whoever_was_handed_a_persona_before_reading_reads_first_however_often_they_start() -> None:
    stage = Stage("ten-pictures", "")
    stage.do(HandOver(persona="1/yuting", seat=1), TEACHER)
    first, second = stage.app(), stage.app()
    async with first.run_test(size=(80, 24)) as pilot:
        await until(lambda: isinstance(first.screen, BriefingScreen))
        await pilot.press("end")
        await until(lambda: "2 of 3" in screen_text(first))
        await pilot.press("f9", "space", "enter")
        await until(lambda: first.scene.shown == "lobby")
    async with second.run_test(size=(80, 24)):
        await until(lambda: second.scene.shown == "lobby")


async def test_the_picture_of_a_room_that_was_refused_is_shown_to_whoever_comes_to_live_there() -> None:
    stage = Stage("ten-pictures", "yuting")
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.shelf.get("room-jun.png") == b""
        await until(lambda: AskPicture(file="room-jun.png") in stage.link.asked)
        stage.do(Observe())
        await settle(pilot)
        stage.do(HandOver(persona="1/jun", seat=1), TEACHER)
        await settle(pilot)
        assert isinstance(app.screen, LifeScreen)
        await until(lambda: app.shelf.get("room-jun.png") == stage.pictures["room-jun.png"])


async def test_one_chooses_among_those_who_are_free() -> None:
    stage = Stage("ten-pictures", "")
    stage.link.answers = True
    stage.do(TakePersona(persona="1/chunmei"), stage.student(2))
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Pan Yuting 潘雨婷, 19" in screen_text(app)
        assert "Wei Chunmei 韦春梅, 39" not in screen_text(app)
        await pilot.press("down")
        await settle(pilot)
        assert "Packs moulded boxes" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands == [TakePersona(persona="1/yuting")]
        assert isinstance(app.screen, LifeScreen)
        assert "Waiting for your teacher" in screen_text(app)
        stage.start()
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)


async def test_whoever_waits_for_the_start_may_choose_again_and_then_watch() -> None:
    stage = Stage("ten-pictures", "")
    stage.link.answers = True
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert "C choose again" in screen_text(app) and "W watch" in screen_text(app)
        await pilot.press("c", "y")
        await settle(pilot)
        assert isinstance(app.screen, ChoosePersonaScreen)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert app.scene.shown == "lobby" and app.store.me == "1/chunmei"
        await pilot.press("c", "y")
        await settle(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
    taken = [TakePersona(persona="1/yuting"), Observe(), TakePersona(persona="1/chunmei"), Observe()]
    assert stage.link.commands == taken


async def test_a_slash_typed_while_one_waits_for_the_start_shows_what_can_be_done() -> None:
    stage = Stage("ten-pictures")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.scene.shown == "lobby"
        await pilot.press("slash", *"obs")
        await seen(pilot, "/observe")
        await pilot.press("enter")
        await seen(pilot, "Stop playing and watch instead?")


async def test_a_persona_that_another_has_played_stands_there_as_not_free() -> None:
    stage = Stage("ten-pictures", "")
    stage.do(TakePersona(persona="1/yuting"), stage.student(2))
    stage.start()
    stage.do(Observe(), stage.student(2))
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "not free: Pan Yuting 潘雨婷" in screen_text(app)
        assert "not free: Wei Chunmei" not in screen_text(app)
        await pilot.press("down")
        await settle(pilot)
        assert "Ask the teacher to hand it over" in " ".join(screen_text(app).split())


async def test_where_nobody_is_free_one_is_told_what_to_do() -> None:
    stage = Stage("ten-pictures", "")
    for persona in [one for one in stage.world.persons if one.startswith("1/")]:
        stage.do(TakePersona(persona=persona), By("student", "seat:2", 2, 1, ""))
        stage.world.seats[2].persona = ""
    stage.join()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "Nobody is free: press W to watch, or ask your teacher" in text
        assert "Anybody" not in text and "Enter play" not in text and "W watch" in text


async def test_somebody_may_take_anybody_or_watch() -> None:
    stage = Stage("ten-pictures", "")
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("a")
        await pilot.press("w")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
    assert stage.link.commands == [TakePersona(), Observe()]


async def test_who_watches_reads_the_groups_and_has_no_box() -> None:
    stage = Stage("ten-pictures", "")
    stage.start()
    stage.do(Observe())
    stage.join()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        assert "You are watching" in text and "Page makers" in text
        assert not app.screen.query_one("#composer").display


async def test_joining_asks_until_address_and_code_are_there() -> None:
    stage = Stage("ten-pictures", "yuting")
    asked: list[tuple[str, str, str]] = []

    def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
        asked.append((address, code, name))
        if address == "nowhere":
            raise GoodpathError("That is no address; write it as your teacher gave it.")
        return Joined(stage.link, stage.store)

    app = StudentApp(now=lambda: stage.now_ms, connect=connect)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, JoinScreen)
        assert screen_text(app).splitlines()[-1].split("  ")[:3] == [
            *(" Alt+Q leave", "Enter next box", "F10 join")
        ]
        await pilot.press("f9")
        await settle(pilot)
        assert "nobody can be told from here" in told(app)[-1]
        await pilot.press("f10")
        await settle(pilot)
        assert "Fill in address and code" in screen_text(app)
        await write(pilot, "nowhere", "enter", *"k4m", "enter", *"Ann", "enter")
        await settle(pilot)
        assert "That is no address" in screen_text(app)
        app.screen.query_one("#address", Input).value = "host"
        await pilot.press("f10")
        await settle(pilot)
        assert asked == [("nowhere", "k4m", "Ann"), ("host", "k4m", "Ann")]
        assert isinstance(app.screen, LifeScreen)


async def test_what_is_typed_faster_than_the_boxes_follow_lands_each_in_its_own() -> None:
    stage = Stage("ten-pictures", "yuting")
    asked: list[tuple[str, str, str]] = []

    def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
        asked.append((address, code, name))
        return Joined(stage.link, stage.store)

    app = StudentApp(now=lambda: stage.now_ms, connect=connect)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        for sign in "10.0.0.5\rABCD-EFGH\rAnn\r":
            key = "enter" if sign == "\r" else _character_to_key(sign)
            app.post_message(events.Key(key, sign))
        await until(lambda: asked)
        assert asked == [("10.0.0.5", "ABCD-EFGH", "Ann")]


async def test_before_the_welcome_the_screen_says_how_the_connection_stands() -> None:
    stage = Stage("ten-pictures", "yuting")
    app = StudentApp(Joined(RecordingLink(stage), Store()), now=lambda: stage.now_ms)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Connecting ..." in screen_text(app)
        assert screen_text(app).splitlines()[-1].split() == [
            *("Alt+Q", "leave", "connecting", "F1", "help", "F9", "stop")
        ]


async def test_the_end_says_where_one_lived_and_who_one_was() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 120_000
    stage.do(EndSession(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        await pilot.press("alt+q")
        await pilot.pause()
        assert not app.is_running and app.return_code == 0
    assert "You played Pan Yuting 潘雨婷. You are yourself again." in text
    assert "on the phone" in text and "20 min" in text


async def test_the_clock_of_the_town_is_shown_only_while_it_goes() -> None:
    stage = Stage("ten-pictures", "")
    stage.do(Observe())
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        waiting = screen_text(app).splitlines()[0]
        stage.start()
        await settle(pilot)
        running = screen_text(app).splitlines()[0]
    assert waiting.split("  ")[0].strip() == "Ten pictures · waiting for the teacher to start"
    assert running.split("  ")[0].strip() == "Ten pictures · Sun 19:30 · 7 min left"


async def test_whoever_takes_a_persona_after_the_start_reads_the_sheet_first() -> None:
    stage = Stage("ten-pictures", "")
    stage.start()
    stage.link.answers = True
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LifeScreen)
        assert "This is who you are from now on" in screen_text(app)
        await pilot.press("escape", "enter")
        await settle(pilot)
        assert isinstance(app.screen, LifeScreen)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)


async def test_a_persona_that_was_handed_over_in_play_is_met_too() -> None:
    stage = Stage("ten-pictures", "")
    stage.start()
    stage.do(Observe())
    stage.join()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)
        stage.do(HandOver(persona="1/yuting", seat=1), TEACHER)
        await settle(pilot)
        assert isinstance(app.screen, LifeScreen) and "Pan Yuting" in screen_text(app)


async def test_who_finds_nobody_free_is_given_somebody_of_another_cell_and_meets_them() -> None:
    stage = Stage("ten-pictures", "", cells=2)
    stage.start()
    app = stage.app()
    app.scene.briefed = True
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ChoosePersonaScreen)
        stage.do(HandOver(persona="2/yuting", seat=1), TEACHER)
        await settle(pilot)
        assert isinstance(app.screen, LifeScreen) and "Pan Yuting" in screen_text(app)
        assert (app.store.cell, app.store.me) == (2, "2/yuting")


async def test_whoever_comes_back_goes_on_where_they_were() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, OnlineScreen)


async def test_whoever_comes_back_is_told_as_whom_and_what_to_do_if_it_is_somebody_else() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.store = Store()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, JoinScreen)
        stage.join()
        await settle(pilot)
        assert told(app) == [
            "You are back as Pan Yuting 潘雨婷, seat 1. Not you? Leave (Alt+Q) and join with your own name."
        ]


async def test_a_wrong_address_is_said_on_the_screen_and_can_be_mended() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"

    def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
        store = Store()
        who = Identity(code=code, name=name)
        outbox = Outbox(None, lambda: "r1")
        return Joined(Link(parse(address), who, store, outbox, dice=lambda: 0.5, now=lambda: 0), store)

    app = StudentApp(now=lambda: 0, connect=connect, address=address, code="K7QP2M", own_name="Ann")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        async with asyncio.timeout(10):
            while "No server answers" not in screen_text(app):
                await settle(pilot)
        words = " ".join(screen_text(app).replace("│", " ").split())
        assert f"No server answers at {address}; check the address and the network." in words
        assert "Esc: another address or code" in words
        await pilot.press("escape")
        async with asyncio.timeout(10):
            while not app.screen.query_one("#boxes").display:
                await settle(pilot)
        assert app.screen.query_one("#address", Input).value == address
