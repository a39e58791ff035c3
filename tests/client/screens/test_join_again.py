"""After a refusal the wrong box is chosen, what was said goes with it, and Enter takes the short way."""

from textual.widgets import Input

from client.little_server import until
from client.screens.stage import RecordingLink, Stage, screen_text, seen, settle, write
from goodpath_client.addresses import parse
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.link_state import LinkState
from goodpath_client.store import Store
from goodpath_core.wire.closing import WRONG_CODE, Closing


class Door:
    """Sends away whoever has no address, and the first of the others with a closing."""

    def __init__(self, closing: Closing | None = None) -> None:
        self.stage, self.store = Stage("ten-pictures", "yuting"), Store()
        self.first = RecordingLink(self.stage)
        self.first.closing = closing
        self.came: list[tuple[str, str]] = []

    def connect(self, address: str, code: str, name: str, token: str, cell: int) -> Joined:
        parse(address)
        self.came.append((address, code))
        if self.first.closing and len(self.came) == 1:
            return Joined(self.first, self.store)
        return Joined(self.stage.link, self.stage.store)

    async def send_away(self) -> None:
        """End the first connection, as the link does it."""
        assert self.first.closing is not None
        self.store.set_link(LinkState("closed", text=self.first.closing.text))
        await self.first.close()

    def form(self, address: str = "", code: str = "", name: str = "") -> StudentApp:
        return StudentApp(
            now=lambda: self.stage.now_ms, connect=self.connect, address=address, code=code, own_name=name
        )


def box(app: StudentApp, which: str) -> Input:
    return app.screen.query_one(f"#{which}", Input)


async def test_what_is_no_address_is_chosen_so_that_typing_takes_its_place() -> None:
    door = Door()
    app = door.form(code="K7QP2M", name="Ann")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "9NGC VPVE", "f10")
        await seen(pilot, "That is not an address: '9NGC VPVE'.")
        await write(pilot, "127.0.0.1:8931")
        assert box(app, "address").value == "127.0.0.1:8931"


async def test_what_is_no_address_is_chosen_too_where_it_was_found_out_from_the_last_box() -> None:
    door = Door()
    app = door.form(address="9NGC VPVE", code="K7QP2M")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "Ann", "enter")
        await seen(pilot, "That is not an address: '9NGC VPVE'.")
        await write(pilot, "127.0.0.1:8931")
        assert (box(app, "address").value, box(app, "own-name").value) == ("127.0.0.1:8931", "Ann")


async def test_a_wrong_code_is_said_to_be_one_and_only_until_another_is_typed() -> None:
    door = Door(WRONG_CODE)
    app = door.form("host", "ABCDEFGH", "Ann")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10")
        await door.send_away()
        await seen(pilot, "That code is not known here; check it with your")
        await until(lambda: box(app, "code").has_focus)
        await write(pilot, "K")
        await until(lambda: "not known here" not in screen_text(app))
        await pilot.pause(1.2)
        assert "not known here" not in screen_text(app) and box(app, "code").has_focus
        await write(pilot, "7QP2M", "enter")
        await until(lambda: door.came == [("host", "ABCDEFGH"), ("host", "K7QP2M")])


async def test_a_code_that_is_wrong_again_is_said_to_be_wrong_again() -> None:
    door = Door(WRONG_CODE)
    app = door.form("host", "ABCDEFGH", "Ann")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10")
        await door.send_away()
        await seen(pilot, "That code is not known here")
        door.came.clear()
        await until(lambda: box(app, "code").has_focus)
        await write(pilot, "BCDEFGHJ", "enter")
        await until(lambda: bool(door.came))
        await door.send_away()
        await seen(pilot, "That code is not known here")
        await until(lambda: box(app, "code").selected_text == "BCDEFGHJ")


async def test_enter_passes_boxes_that_are_filled_in_and_the_footer_says_when_it_joins() -> None:
    door = Door()
    app = door.form("host", "", "Ann")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert box(app, "code").has_focus
        assert "Enter join" in screen_text(app).splitlines()[-1]
        await write(pilot, "K7QP2M", "enter")
        await until(lambda: door.came == [("host", "K7QP2M")])


async def test_enter_goes_to_the_next_box_that_is_empty() -> None:
    door = Door()
    app = door.form("", "K7QP2M", "")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Enter next box" in screen_text(app).splitlines()[-1]
        await write(pilot, "host", "enter")
        assert box(app, "own-name").has_focus
        await seen(pilot, "Enter join")
        await write(pilot, "Ann", "enter")
        await until(lambda: door.came == [("host", "K7QP2M")])
