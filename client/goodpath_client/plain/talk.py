"""Play in lines of text: for screen readers, for `--plain`, and where there is no terminal."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.last_room import LastRooms
from goodpath_client.link import Link
from goodpath_client.plain.aloud import one_line
from goodpath_client.plain.briefing import BRIEF_FIRST
from goodpath_client.plain.clock import LOOK_S, Watch
from goodpath_client.plain.commands import find_order, near_orders, parted
from goodpath_client.plain.numbers import Incomplete, Unclear, number_of
from goodpath_client.plain.order import Order, number_and_text
from goodpath_client.plain.speech import hold_back, speak
from goodpath_client.plain.table import Table
from goodpath_client.plain.teller import Teller
from goodpath_client.plain.typing import Read, When, first_answer, obey_all
from goodpath_client.store import Store
from goodpath_core.errors import GoodpathError
from goodpath_core.text import clean_line

Write = Callable[[str], None]


async def talk(
    link: Link,
    store: Store,
    *,
    read: Read,
    write: Write,
    now: Callable[[], int],
    last: LastRooms | None = None,
    drafts: KeptDrafts | None = None,
) -> str:
    """Print what happens and do what is typed, until `/quit`, the end of the input, or the end of the link.

    Once the session is over the end of the link ends nothing.
    Says why there was no seat; empty where there was one, or where it was left before the server answered.
    An error that nobody expected is raised: it must not look as if the person had left.
    `read` gives the next typed line or None at the end, `write` prints one line, `now` is in milliseconds,
    `last` remembers the chat that was open when one left, `drafts` what was begun
    on the screens and what waits for `/again`.
    """
    write = cleaned(write)
    table = Table(link, store, write, now, last, drafts)
    teller = Teller(table)
    telling = contextlib.ExitStack()
    telling.callback(store.on_change(teller.tell))
    running = asyncio.ensure_future(link.run())
    typing = asyncio.ensure_future(obey_all(table, read, obey, _when))
    watching = asyncio.ensure_future(_watch(table))
    write("goodpath, line by line. Type /help for what you can type, /quit to leave.")
    try:
        await asyncio.wait({running, typing, watching}, return_when=asyncio.FIRST_COMPLETED)
        if running.done() and not _fault_of(running) and store.world.session.stage == "ended":
            # Whoever reads when all is over reads on without a server, until they leave.
            await asyncio.wait({typing, watching}, return_when=asyncio.FIRST_COMPLETED)
        fault = _fault_of(typing) or _fault_of(watching)
        if fault is not None:
            telling.close()
        elif not table.left:
            await _answer_or_end(store, running)
        why = "" if store.welcome else store.link.text
        table.tasks.cancel()
        await link.close()
        await running
        if fault is not None:
            raise fault
    finally:
        telling.close()
        typing.cancel()
        watching.cancel()
        await asyncio.gather(typing, watching, return_exceptions=True)
    return why


async def _answer_or_end(store: Store, running: "asyncio.Task[Any]") -> None:
    """Wait for the first answer as long as there is a link that may bring one."""
    answer = asyncio.ensure_future(first_answer(store))
    try:
        await asyncio.wait({running, answer}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        answer.cancel()


def _fault_of(task: "asyncio.Task[Any]") -> BaseException | None:
    """The error that has ended it, if one has."""
    return task.exception() if task.done() else None


def cleaned(write: Write) -> Write:
    """The one door through which every line goes out: one line each, without foreign signs."""
    return lambda text: write(one_line(text))


async def _watch(table: Table) -> None:
    """Look at clock, battery and stop signal now and then, for whoever has no screen to look at."""
    watch = Watch(table.store)
    while True:
        if table.is_briefed:
            table.begun.look()
        table.tell((*watch.due(table.now()), *table.signal.due(table.now())))
        await asyncio.sleep(LOOK_S)


def obey(table: Table, line: str) -> None:
    """Do what one typed line asks for; a line without a slash is said where one is."""
    # Bytes that are no UTF-8 come as halves of characters, which nothing can carry.
    text = line.encode("utf-8", "replace").decode().strip()
    try:
        _obey_text(table, text)
    except GoodpathError as problem:
        table.write(str(problem))
    except ValidationError as problem:
        over = _over(problem)
        long = f"That is too long by {over}" if over else "That is too long"
        table.asked.keep_typed(text, f"{long}.")
        table.write(f"{long} to be sent; make it shorter. It is kept: /again reads it.")


def _over(problem: ValidationError) -> int:
    """By how many signs the longest text is too long for what can be asked for."""
    long = [one for one in problem.errors() if one["type"] == "string_too_long"]
    return max((len(one["input"]) - one["ctx"]["max_length"] for one in long), default=0)


def _when(line: str) -> When:
    """When a line can be done."""
    text = line.strip()
    order = find_order(parted(text[1:])[0]) if text.startswith("/") else None
    return _WHEN.get(order.name if order else "", "with a copy")


_WHEN: Mapping[str, When] = MappingProxyType({"help": "at once", "quit": "last"})


def _obey_text(table: Table, text: str) -> None:
    name, rest = parted(text[1:]) if text.startswith("/") else ("", text)
    answer, table.answer = (table.answer, None) if text else (None, table.answer)
    order = find_order(name)
    if text and not table.is_briefed and not (order and order.early):
        table.write(BRIEF_FIRST)
    elif order is not None:
        if order.phone:
            table.need_phone(order.carried(table, rest))
        _do(table, order, rest)
    elif text.startswith("/"):
        near = ", ".join(f"/{one.name}" for one in near_orders(name))
        meant = f" It may be one of {near}." if near else ""
        unknown = f"There is no /{clean_line(name)}; type /help.{meant}"
        table.write(_kept(table, text, unknown) if len(rest.split()) > 1 else unknown)
    elif answer is not None:
        answer(text)
    elif text:
        speak(table, text)


def _do(table: Table, order: Order, rest: str) -> None:
    """Do an order; what is typed after one that lacks something may be that, and is said to nobody.

    Words behind a number that does not say what is meant are kept.
    """
    try:
        order.do(table, rest)
    except Incomplete as lacking:
        table.answer = partial(_take_for_lacking, table, order, lacking.may_be)
        number, words = number_and_text(rest)
        if not (number and words and not number_of(words.split()[0])):
            raise
        raise Unclear(_kept(table, f"/{order.name} {rest}", str(lacking))) from lacking


def _kept(table: Table, line: str, why: str) -> str:
    """Keep a line as it was typed, with several words in it, and say so behind why nothing is done."""
    table.asked.keep_typed(line, why)
    return f"{why} It is kept: /again reads it."


def _take_for_lacking(table: Table, order: Order, may_be: Callable[[str], bool], text: str) -> None:
    if may_be(text):
        hold_back(table, text, f"If you mean that for /{order.name}, type it behind /{order.name}.")
    speak(table, text)
