"""A phone in the hand keeps its socket and does not charge: who holds it and who waits for it are told."""

from client.line_terminal import typed, yuting
from client.little_server import until
from client.screens.stage import Stage, screen_text, settle, told
from client.screens.test_offline import at_home, words_of
from goodpath_client.moment import scarce
from goodpath_client.plain.clock import Watch
from goodpath_client.sockets import socket_words
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from town import Town

KEPT = "Your plug keeps the socket, but your phone does not charge in the hand."
HELD = "The phone of Wei Chunmei keeps the socket, and does not charge in the hand."
BY_KEY = f"{KEPT} Put it down (F4) to charge it; there /unplug frees the socket."
BY_ORDER = f"{KEPT} Put it down (/down) to charge it; there /unplug frees the socket."


def free_at_home() -> Stage:
    """Yuting and her mother are in the room, and may pick up their phones."""
    stage = at_home()
    for person in stage.world.persons.values():
        person.rule = "free"
    stage.join()
    return stage


def held_by_mother() -> Stage:
    """The mother's phone is plugged in and in her hand."""
    stage = free_at_home()
    stage.play_persona("chunmei", PlugIn())
    stage.play_persona("chunmei", PickUpPhone())
    return stage


def test_whoever_looks_at_the_socket_reads_whose_phone_hangs_there_and_whether_it_charges() -> None:
    stage = free_at_home()
    stage.play_persona("chunmei", PlugIn())
    charges = "The phone of Wei Chunmei is charging."
    assert socket_words(stage.store, "1/row") == (f"One socket, 1 plug; yours is not among them. {charges}")
    stage.do(PlugIn())
    assert socket_words(stage.store, "1/row") == f"One socket, 2 plugs: yours is second in line. {charges}"
    stage.play_persona("chunmei", PickUpPhone())
    assert socket_words(stage.store, "1/row") == f"One socket, 2 plugs: yours is second in line. {HELD}"


def test_who_holds_it_reads_beside_the_battery_that_it_does_not_charge() -> None:
    stage = free_at_home()
    stage.do(PlugIn())
    stage.do(PickUpPhone())
    assert scarce(stage.store, stage.now_ms)[0] == "[##  ] 62%, not charging"
    stage.do(PutPhoneDown())
    stage.do(Unplug())
    stage.do(PickUpPhone())
    assert scarce(stage.store, stage.now_ms)[0] == "[##  ] 62%"


def test_in_lines_who_holds_it_is_told_on_asking_for_the_battery_and_as_it_gets_low() -> None:
    stage = free_at_home()
    stage.do(PlugIn())
    stage.do(PickUpPhone())
    assert BY_ORDER in typed(stage, "/where")
    phone = stage.store.world.persons["1/yuting"].phone
    assert phone is not None
    phone.battery = 14
    (low,) = Watch(stage.store).due(stage.now_ms)
    assert low == f"Your phone: battery 14 percent. {BY_ORDER}"


async def test_on_the_screens_who_picks_it_up_is_told_how_to_free_the_socket() -> None:
    stage = free_at_home()
    stage.do(PlugIn())
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        for _ in range(2):
            stage.do(PickUpPhone())
            await settle(pilot)
            assert told(app)[-1] == BY_KEY
            assert "%, not charging" in screen_text(app)
            stage.do(PutPhoneDown())
            await settle(pilot)
        stage.do(Unplug())
        await settle(pilot)
        many = told(app).count(BY_KEY)
        stage.do(PickUpPhone())
        await settle(pilot)
        assert told(app).count(BY_KEY) == many


async def test_on_the_screens_who_waits_is_told_who_keeps_the_socket() -> None:
    stage = held_by_mother()
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        stage.do(PlugIn())
        await settle(pilot)
        assert told(app)[-1] == f"You wait for the socket; you are number 2 in line. {HELD}"
        for command in (PutPhoneDown(), PickUpPhone()):
            stage.play_persona("chunmei", command)
            await settle(pilot)
        assert sum(HELD in words for words in told(app)) == 1, "who waits is told of it once"


async def test_in_the_room_who_waits_reads_who_keeps_the_socket() -> None:
    stage = held_by_mother()
    stage.do(PlugIn())
    for number in range(2):
        stage.do(SayAloud(text=f"line {number} of what is said here"))
    stage.join()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await until(lambda: HELD in words_of(app) and "%, no. 2 in line" in screen_text(app))


async def test_on_the_screens_who_waits_is_told_as_the_phone_is_taken_off_the_charge() -> None:
    stage = free_at_home()
    stage.play_persona("chunmei", PlugIn())
    stage.do(PlugIn())
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        stage.play_persona("chunmei", PickUpPhone())
        await settle(pilot)
        assert told(app)[-1] == HELD


async def test_in_lines_who_picks_it_up_and_who_waits_are_told() -> None:
    town = Town()
    town.play("1/chunmei")
    async with yuting(town) as me:
        await me.type("/down", "You are in the room, the phone is down.")
        await me.type("/plug", "At the sockets: You; 1 can charge at once.")
        await me.type("/phone", BY_ORDER)
        await me.type("/down", "You are in the room, the phone is down.")
        await me.type("/unplug", "At the sockets: nobody")
        mother = town.player("1/chunmei")
        await me.server.do(PutPhoneDown(), mother)
        await me.server.do(PlugIn(), mother)
        await me.hear("At the sockets: Chunmei; 1 can charge at once.")
        await me.type("/plug", "At the sockets: Chunmei, You; 1 can charge at once.")
        await me.server.do(PickUpPhone(), mother)
        await me.hear("The phone of Chunmei keeps the socket, and does not charge in the hand.")
