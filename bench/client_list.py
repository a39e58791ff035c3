"""Measure what a long message list costs: the time until a new row or a new width is on screen, and memory.

Run it as `python bench/client_list.py`; other programs call `measure()`.
"""

import asyncio
import gc
import json
import random
import tracemalloc
from collections.abc import Awaitable, Callable
from time import perf_counter

from textual.app import App, ComposeResult
from textual.events import Resize
from textual.geometry import Size

from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import Row

SIZES = (200, 1_000, 10_000, 50_000)
APPENDED = 100
SCREEN = (100, 40)
NAMES = ("Zhou Ming", "Wave 长发", "雨后之城", "小燕")
WORDS = (
    "hello",
    "今天",
    "加班到八点",
    "好的。",
    "the quick brown fox",
    "😀",
    "where are you?",
    "打工妹",
    "overtime",
)


class _ListApp(App[None]):
    def compose(self) -> ComposeResult:
        yield MessageList()


def measure(sizes: tuple[int, ...] = SIZES, appended: int = APPENDED) -> dict[str, dict[str, float]]:
    """Return, per number of rows, milliseconds and megabytes under stable names."""
    return {str(size): asyncio.run(_measured(size, appended)) for size in sizes}


async def _measured(size: int, appended: int) -> dict[str, float]:
    app = _ListApp()
    async with app.run_test(size=SCREEN):
        shown = app.query_one(MessageList)
        dice = random.Random(size)
        rows = [_row(key, dice) for key in range(size)]
        filled = await _until_painted(shown, _doing(lambda: shown.set_rows(rows)))
        while not shown.is_measured:
            await asyncio.sleep(0.05)
        appends = sorted([await _append(shown, _row(size + at, dice)) for at in range(appended)])
        page = await _until_painted(shown, _doing(shown.action_page_up))
        narrower = await _until_painted(shown, lambda: _resize(app, shown))
    return {
        "fill_ms": filled,
        "append_p50_ms": appends[len(appends) // 2],
        "append_p95_ms": appends[int(len(appends) * 0.95)],
        "page_ms": page,
        "resize_ms": narrower,
        "memory_mb": await _memory(size),
    }


async def _memory(size: int) -> float:
    """Return the megabytes that rows and list take once all are laid out, walked and measured."""
    gc.collect()
    tracemalloc.start()
    app = _ListApp()
    async with app.run_test(size=SCREEN) as pilot:
        shown = app.query_one(MessageList)
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        dice = random.Random(size)
        shown.set_rows([_row(key, dice) for key in range(size)])
        while not shown.is_measured:
            await asyncio.sleep(0.05)
        for _ in range(20):
            shown.action_page_up()
            await pilot.pause()
        gc.collect()
        after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) / 1e6


async def _append(shown: MessageList, row: Row) -> float:
    return await _until_painted(shown, _doing(lambda: shown.append([row])))


async def _resize(app: App[None], shown: MessageList) -> None:
    """Make the screen narrower and wait until the list knows."""
    narrower = Size(SCREEN[0] - 21, SCREEN[1])
    app.post_message(Resize(narrower, narrower))
    while shown.size.width != narrower.width:
        await asyncio.sleep(0)


def _doing(act: Callable[[], None]) -> Callable[[], Awaitable[None]]:
    """Make something to wait for out of a plain call."""

    async def done() -> None:
        act()

    return done


async def _until_painted(shown: MessageList, act: Callable[[], Awaitable[None]]) -> float:
    """Return the milliseconds from the act until the screen has been drawn again."""
    painted = asyncio.Event()
    start = perf_counter()
    await act()
    shown.call_after_refresh(painted.set)
    await painted.wait()
    return (perf_counter() - start) * 1000


def _row(key: int, dice: random.Random) -> Row:
    text = " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, 18)))
    return Row(key, speaker=dice.choice(NAMES), time="19:42", text=text)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
