"""Keys wait for what was typed before them, but not for ever where a part of the screen hangs."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from client.little_server import until
from client.screens.stage import press_at_once
from goodpath_client.key_order import KeyOrder, Press
from goodpath_client.widgets.composer import Composer

SHORT_S, LONG_S = 0.2, 3_600.0


class Desk(Vertical):
    """A part of the screen that may take long to hear of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.opened, self.blocks_s = asyncio.Event(), 0.0
        self.opened.set()

    async def on_composer_submitted(self, message: Composer.Submitted) -> None:
        await self.opened.wait()
        time.sleep(self.blocks_s)
        assert isinstance(self.app, Writing)
        self.app.done.append(message.text)


class Writing(App[int]):
    """A box in a part of the screen, and keys that act before it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "note('f2')", priority=True),
        Binding("f3", "note('f3')", priority=True),
        Binding("f9", "app.deed('stop')", priority=True),
    ]

    def __init__(self, patience_s: float) -> None:
        super().__init__()
        self.order = KeyOrder(self, self._act, patience_s)
        self.desk = Desk()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        with self.desk:
            yield Composer()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, Press) and not event.is_forwarded:
            await self.order.press(event)
        else:
            await super().on_event(event)

    async def _act(self, press: Press) -> None:
        await super().on_event(press)

    def action_note(self, key: str) -> None:
        self.done.append(key)

    def action_deed(self, name: str) -> None:
        self.done.append(name)


@asynccontextmanager
async def writing(patience_s: float) -> AsyncIterator[Writing]:
    app = Writing(patience_s)
    async with app.run_test() as pilot:
        await pilot.pause()
        try:
            yield app
        finally:
            app.desk.opened.set()  # else the app could not end


async def test_keys_behind_a_part_that_hangs_act_after_a_while_in_their_order() -> None:
    async with writing(SHORT_S) as app:
        app.desk.opened.clear()
        press_at_once(app, *"hi", "enter", "f2", *"on", "f3")
        await until(lambda: len(app.done) == 2)
        assert (app.done, app.query_one(Composer).text) == (["f2", "f3"], "on")


async def test_the_stop_key_does_not_wait_for_a_part_that_hangs() -> None:
    async with writing(LONG_S) as app:
        app.desk.opened.clear()
        press_at_once(app, *"hi", "enter", "f2", "f9")
        await until(lambda: app.done)
        assert app.done == ["stop"]
        app.desk.opened.set()
        await until(lambda: len(app.done) == 3)
        assert app.done == ["stop", "hi", "f2"]


async def test_nobody_waits_twice_for_a_part_that_hangs() -> None:
    async with writing(1.5) as app:
        app.desk.opened.clear()
        press_at_once(app, *"hi", "enter", *["f2", "f3"] * 20)
        await until(lambda: len(app.done) == 40)  # else a minute would pass
        assert app.done == ["f2", "f3"] * 20


async def test_a_part_that_answers_again_is_waited_for_as_before() -> None:
    async with writing(SHORT_S) as app:
        app.desk.opened.clear()
        press_at_once(app, *"hi", "enter", "f2")
        await until(lambda: app.done)
        app.desk.opened.set()
        await until(lambda: len(app.done) == 2)
        press_at_once(app, *"you", "enter", "f3")
        await until(lambda: len(app.done) == 4)
        assert app.done == ["f2", "hi", "you", "f3"]


async def test_a_machine_that_stood_still_changes_no_order() -> None:
    async with writing(SHORT_S) as app:
        app.desk.blocks_s = 2 * SHORT_S
        press_at_once(app, *"hi", "enter", "f2", *"you", "enter", "f3")
        await until(lambda: len(app.done) == 4)
        assert app.done == ["hi", "f2", "you", "f3"]
