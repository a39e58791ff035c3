"""Answers are made beside the loop, and whoever asks for large ones gets them more slowly."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from math import ceil

import pytest

from goodpath_core.play.event import By
from goodpath_core.play.messages import HideMessage, PostMessage
from goodpath_core.record import Record, event_of
from goodpath_core.wire.codec import event_blob, event_from
from goodpath_core.wire.frames import Ask, AskHistory, Part, RefusedFrame
from goodpath_core.wire.limits import ASK_BURST, ASK_RATE, ASK_STEP, HISTORY_MAX
from goodpath_server.log.memory import MemoryLog
from hall import Guest, Hall, until
from town import TEACHER

ROOM = "1/line3"
YUTING = By("student", "seat:1", 1, 1, "1/yuting")
LONG = "雨" * 4_000
"""A line of 12,000 bytes."""


async def spoken(text: str, lines: int, log: MemoryLog | None = None) -> tuple[Hall, Guest]:
    """Yuting has said so many lines in her group, one after the other."""
    hall = Hall(log, free=False)
    one = await hall.student("1/yuting")
    await hall.start()
    for _ in range(lines):
        hall.session.command(PostMessage(room=ROOM, text=text), YUTING)
    await hall.settle()
    return hall, one


def lines(hall: Hall) -> list[Record]:
    """The lines of the group."""
    return [one for one in hall.log.records() if (one.kind, one.room) == ("message.posted", ROOM)]


class Held(MemoryLog):
    """A log that knows in which thread what was read from it is looked at, and is held up on the way."""

    def __init__(self) -> None:
        super().__init__({"session": "s1"})
        self.threads = set[threading.Thread]()
        self.gate, self.reached = threading.Event(), threading.Event()
        self.gate.set()

    def read(self, numbers: Sequence[int]) -> list[Record]:
        """Those that tell of it."""
        found = Watched(super().read(numbers))
        found.threads = self.threads
        self.reached.set()
        self.gate.wait(20)
        return found


class Watched(list[Record]):
    """Records that note who looks through them."""

    threads: set[threading.Thread]

    def __iter__(self) -> Iterator[Record]:
        """Note it."""
        self.threads.add(threading.current_thread())
        return super().__iter__()


async def test_the_lines_of_an_answer_are_made_in_the_thread_that_reads_them() -> None:
    log = Held()
    hall, one = await spoken("hi", 3, log)
    assert len(await hall.ask(one, AskHistory(room=ROOM, before=10_000))) == 3
    assert len(log.threads) == 1 and threading.current_thread() not in log.threads


async def test_the_bytes_of_a_history_are_the_lines_as_everybody_was_told_them() -> None:
    hall, one = await spoken(LONG, 20)
    await hall.ask(one, AskHistory(room=ROOM, before=10_000))
    told = [event_blob(event_of(record)) for record in lines(hall)]
    assert b"".join(part.data for part in one.of(Part)) == b"\xdc\x00\x14" + b"".join(told)


async def test_the_words_of_a_line_that_goes_while_it_is_read_are_not_sent() -> None:
    log = Held()
    hall, one = await spoken("oops", 1, log)
    (line,) = lines(hall)
    log.gate.clear()
    asking = asyncio.create_task(hall.ask(one, AskHistory(room=ROOM, before=10_000)))
    await until(log.reached.is_set)
    hall.session.command(HideMessage(room=ROOM, message=line.seq), TEACHER)
    await hall.settle()
    log.gate.set()
    said = [event for event in map(event_from, await asking) if event]
    assert [(event.fact.kind, getattr(event.fact, "text", None)) for event in said] == [
        ("message.posted", ""),
        ("message.hidden", None),
    ]


async def test_who_scrolls_back_through_a_long_chat_is_never_too_fast() -> None:
    hall, one = await spoken("where did you find that font, and is it free?", 2 * HISTORY_MAX)
    before, found = 10_000, 0
    while page := await hall.ask(one, AskHistory(room=ROOM, before=before)):
        before, found = page[0][0], found + len(page)
    assert found == 2 * HISTORY_MAX
    assert one.refusals == []


async def test_who_asks_for_much_pays_for_its_size() -> None:
    hall, one = await spoken(LONG, HISTORY_MAX)
    size = HISTORY_MAX * 12_000
    cost = 1 + size // ASK_STEP
    query = {"kind": "history", "room": ROOM, "before": 10_000, "limit": HISTORY_MAX}
    # All are there before the first is answered.
    asked = [hall.answers.answer(one.member, Ask(id=number, query=query)) for number in range(1, 11)]
    await asyncio.gather(*asked)
    given = len({part.id for part in one.of(Part)})
    assert given + len(one.refusals) == len(asked)
    assert given == ceil(ASK_BURST / cost)
    assert {code for _, code in one.refusals} == {"too_fast"}
    owed = given * cost - ASK_BURST
    assert one.of(RefusedFrame)[0].retry_after == pytest.approx((owed + 1) / ASK_RATE, abs=0.5)
