"""The joining form: who was here before goes on with one key, nobody is nameless, nothing stays frozen."""

import pytest
from textual import events
from textual.widgets import Input

from client.little_server import until
from client.screens.stage import RecordingLink, Stage, screen_text, seen, settle, write
from client.shipped import shipped
from goodpath_client.app import StudentApp
from goodpath_client.changes import Change
from goodpath_client.joined import Joined
from goodpath_client.link_state import LinkState
from goodpath_client.screens.join import JoinScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.seats import KnownSeat
from goodpath_client.store import Store
from goodpath_core.wire.closing import LOCKED, NO_CELL


class Door:
    """Notes who came, and lets them in."""

    def __init__(self, *seats: KnownSeat) -> None:
        self.stage = Stage("ten-pictures", "yuting")
        self.came: list[tuple[str, str, str]] = []
        self.cells: list[int] = []
        """Which cells were asked for."""
        self.taken: list[str] = []
        """Tokens of the seats that were chosen by a key."""
        self.kept = seats
        """What this computer keeps, newest first."""

    def connect(self, address: str, code: str, name: str, token: str, cell: int) -> Joined:
        self.came.append((address, code, name))
        self.cells.append(cell)
        self.taken.append(token)
        return Joined(self.stage.link, self.stage.store)

    def seats(self, address: str, code: str) -> tuple[KnownSeat, ...]:
        return self.kept if address == "host" else ()

    def form(self, address: str = "host", name: str = "", watches: bool = False) -> StudentApp:
        return StudentApp(
            now=lambda: self.stage.now_ms,
            connect=self.connect,
            seats=self.seats,
            watches=watches,
            address=address,
            code="K7QP2M",
            own_name=name,
        )


async def test_who_was_here_before_goes_on_with_one_key() -> None:
    door = Door(KnownSeat("Anna Müller", False, "a"), KnownSeat("Ben", False, "b"))
    app = door.form("")
    async with app.run_test(size=(60, 24)) as pilot:
        await settle(pilot)
        assert "go on as" not in screen_text(app)
        await write(pilot, "host")
        await seen(pilot, "go on as Anna Müller?")
        assert "go on as Ben?" in screen_text(app)
        await pilot.press("f3")
        await settle(pilot)
        assert isinstance(app.screen, LifeScreen)
    assert (door.came, door.taken) == ([("host", "K7QP2M", "Ben")], ["b"])


SMALL, OTHER = KnownSeat("Small", False, "s"), KnownSeat("李小明", False, "o")


async def test_a_key_goes_on_as_its_label_says_though_somebody_else_was_here_meanwhile() -> None:
    door = Door(SMALL, OTHER)
    app = door.form()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "F2  go on as Small?")
        door.kept = (OTHER, SMALL)
        await pilot.press("f2")
        await settle(pilot)
    assert (door.came, door.taken) == ([("host", "K7QP2M", "Small")], ["s"])


async def test_labels_follow_what_the_computer_keeps_and_no_key_changes_its_seat_for_another() -> None:
    door = Door(SMALL)
    app = door.form()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "F2  go on as Small?")
        door.kept = (OTHER, SMALL)
        await seen(pilot, "F3  go on as 李小明?")
        assert "F2  go on as Small?" in screen_text(app)
        door.kept = (OTHER,)
        await until(lambda: "go on as Small?" not in screen_text(app))
        assert "F3  go on as 李小明?" in screen_text(app) and "F2  go on" not in screen_text(app)


async def test_a_seat_that_is_not_kept_any_more_is_said_to_be_gone_and_nobody_else_comes_in() -> None:
    door = Door(SMALL, OTHER)
    app = door.form()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "F2  go on as Small?")
        door.kept = (OTHER,)
        await pilot.press("f2")
        await seen(pilot, "The seat of Small is gone from here; type your name.")
        assert door.came == []


async def test_a_seat_that_was_opened_in_another_window_meanwhile_is_asked_about_and_no_leaves_no_name() -> (
    None
):
    door = Door(SMALL, OTHER)
    app = door.form()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "F2  go on as Small?")
        box = app.screen.query_one("#own-name", Input)
        await pilot.press(*"Be")
        door.kept = (SMALL._replace(live=True), OTHER)
        await pilot.press("f2")
        await seen(pilot, "The seat of Small is open in another window")
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("n")
        assert (box.value, door.came) == ("Ben", [])


async def test_who_plays_in_another_window_is_not_offered_and_whoever_finds_no_key_types_their_name() -> None:
    playing = (KnownSeat("Tom Smith", True, "t"), KnownSeat("Ann", True, "a"))
    free = tuple(KnownSeat(name, False, name) for name in ("Ben", "Cem", "Dao"))
    door = Door(*playing, *free)
    app = door.form()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "F4  go on as Dao?")
        text = screen_text(app)
        assert "F2  go on as Ben?" in text and "F3  go on as Cem?" in text
        assert "Tom Smith" not in text and "Ann" not in text and "type your name." not in text
        door.kept = (*playing, *free, KnownSeat("Small", False, "s"))
        await seen(pilot, "More were here than there are keys: type your name.")


async def test_nobody_joins_without_a_name_nor_watches() -> None:
    door = Door()
    app = door.form()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10")
        await seen(pilot, "Type your name, so that your teacher can find you.")
        assert app.focused is app.screen.query_one("#own-name", Input) and door.came == []
    watching = door.form(watches=True)
    async with watching.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10")
        await seen(pilot, "Type your name, so that your teacher can find you.")
        assert watching.focused is watching.screen.query_one("#own-name", Input) and door.came == []
        await write(pilot, "Dao", "f10")
        await settle(pilot)
    assert door.came == [("host", "K7QP2M", "Dao")]


async def test_a_name_that_is_too_long_stays_whole_and_nobody_joins_until_it_is_shorter() -> None:
    door = Door()
    app = door.form()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        app.post_message(events.Paste("Anna\nMüller " + "娜" * 55))
        await seen(pilot, "3 too many")
        await pilot.press("enter")
        await seen(pilot, "Make your name shorter by 3")
        box = app.screen.query_one("#own-name", Input)
        assert (box.value, box.has_focus, door.came) == ("Anna Müller " + "娜" * 55, True, [])
        await pilot.press("backspace", "backspace", "backspace", "enter")
        await settle(pilot)
    assert door.came == [("host", "K7QP2M", "Anna Müller " + "娜" * 52)]


async def test_a_code_that_is_too_long_is_refused_in_its_box() -> None:
    door = Door()
    app = door.form(name="Ann")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one("#code", Input).value = "A" * 70
        await pilot.press("f10")
        await seen(pilot, "Make the code shorter by 6: at most 64 characters fit.")
        assert app.focused is app.screen.query_one("#code", Input) and door.came == []


async def test_a_seat_that_is_played_in_another_window_is_asked_about_first() -> None:
    others = (KnownSeat(name, False, name) for name in ("Ben", "Cem", "Dao"))
    door = Door(*others, KnownSeat("Anna Müller", True, "a"))
    app = door.form(name="anna müller")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        # All is filled in: it is said without a key why nobody has come in.
        await seen(pilot, "is open in another window")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, JoinScreen) and door.came == []
        assert app.screen.query_one("#own-name", Input).value == "anna müller"
        await pilot.press("f10")
        await seen(pilot, "is open in another window")
        await pilot.press("enter")
        await settle(pilot)
    assert door.came == [("host", "K7QP2M", "anna müller")]


async def test_whoever_watches_a_cell_that_is_none_names_another() -> None:
    door, store = Door(), Store()
    link = RecordingLink(door.stage)
    link.closing = NO_CELL
    app = StudentApp(
        Joined(link, store),
        now=lambda: door.stage.now_ms,
        connect=door.connect,
        watches=True,
        address="host",
        code="K7QP2M",
        own_name="Dao",
        cell=7,
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        store.set_link(LinkState("closed", 0, 0, 0, "There is no cell 7 here; the cells are 1 to 2."))
        await link.close()
        await seen(pilot, "There is no cell 7 here; the cells are 1 to 2.")
        await settle(pilot)
        box = app.screen.query_one("#cell", Input)
        assert app.focused is box and box.value == "7"
        box.value = "two"
        await pilot.press("enter")
        await seen(pilot, "Cells play side by side and have numbers, such as 2;")
        box.value = " 2 "
        await pilot.press("enter")
        await until(lambda: door.cells == [2])
    assert door.came == [("host", "K7QP2M", "Dao")]


async def test_whoever_watches_without_naming_a_cell_watches_where_most_play() -> None:
    door = Door()
    async with door.form(name="Dao", watches=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10")
        await until(lambda: door.cells == [0])


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_the_boxes_of_whoever_watches_say_is_not_cut(size: tuple[int, int]) -> None:
    async with Door().form(watches=True).run_test(size=size) as pilot:
        await seen(pilot, "for your teacher alone")
        await seen(pilot, "may stay empty")


async def test_after_another_address_is_asked_for_nothing_of_the_old_one_stays() -> None:
    stage, store = Stage("ten-pictures", "yuting"), Store()
    link = RecordingLink(stage)
    app = StudentApp(
        Joined(link, store),
        now=lambda: stage.now_ms,
        connect=lambda a, c, n, t, cell: Joined(link, store),
        own_name="Ann",
    )
    async with app.run_test(size=(80, 24)) as pilot:
        store.set_link(LinkState("reconnecting", 5, 2, 0, "No server answers at nowhere:1."))
        await seen(pilot, "Trying again in 5 s")
        footer = screen_text(app).splitlines()[-1]
        assert "Esc another address" in footer and "Alt+Q leave" in footer
        await pilot.press("escape")
        await seen(pilot, "Join")
        await settle(pilot)
        assert "Trying again" not in screen_text(app)
        assert app.screen.query_one("#own-name", Input).value == "Ann"


async def test_where_nothing_was_wrong_with_the_code_enter_tries_the_door_again() -> None:
    stage, came = Stage("ten-pictures", "yuting"), []
    link = RecordingLink(stage)
    link.closing = LOCKED

    def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
        came.append(name)
        return Joined(link, Store())

    app = StudentApp(now=lambda: 0, connect=connect, address="host", code="K7QP2M", own_name="Ann")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10")
        await link.close()
        await seen(pilot, "The teacher has locked the door")
        await settle(pilot)
        await pilot.press("enter")
        await until(lambda: came == ["Ann", "Ann"])


class Hearing(StudentApp):
    """Notes what it hears of."""

    def __init__(self, *joined: Joined) -> None:
        self.heard: list[Change] = []
        seats = iter(joined)
        super().__init__(
            now=lambda: 0, connect=lambda a, c, n, t, cell: next(seats), address="host", code="K7QP2M"
        )

    def hear(self, change: Change) -> None:
        self.heard.append(change)
        super().hear(change)


async def test_of_links_that_were_given_up_none_is_asked_for_pictures_or_heard_any_more() -> None:
    stage = Stage("ten-pictures", "yuting")
    links, stores = [RecordingLink(stage) for _ in range(3)], [Store() for _ in range(3)]
    app = Hearing(*map(Joined, links, stores), Joined(stage.link, stage.store))

    async def give_up(link: RecordingLink) -> None:
        await until(lambda: app.student_link is link)
        await link.close()
        await until(lambda: app.student_link is None)

    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Ann", "enter")
        for link in links:
            await give_up(link)
            await pilot.press("f10")
        await seen(pilot, "Waiting for your teacher to start")
        files = list(shipped("ten-pictures").pictures)[:4]
        for file in files:
            app.shelf.get(file)
        await until(lambda: all(map(app.shelf.get, files)))
        assert [link.asked for link in links] == [[], [], []]
        await settle(pilot)
        heard = len(app.heard)
        for store in stores:
            store.set_link(LinkState("connected"))
        assert len(app.heard) == heard


async def test_of_a_link_that_has_ended_no_picture_is_asked_for_any_more() -> None:
    stage = Stage("ten-pictures", "yuting")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await stage.link.close()
        await until(lambda: not [one for one in app.workers if one.group == "link"])
        assert not [one for one in app.workers if one.group == "pictures"]
