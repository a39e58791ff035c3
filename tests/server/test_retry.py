"""A log that took nothing is left alone, and then tried again once, however often it failed."""

import asyncio

from goodpath_core.errors import LogError
from goodpath_server.retry import Retry
from hall import until

FULL = LogError("There is no space left.")


async def test_a_log_that_never_failed_does_not_rest_and_is_not_tried_again() -> None:
    tries = list[float]()
    retry = Retry(0.01, lambda: tries.append(0.0), asyncio.get_running_loop())
    await asyncio.sleep(0.03)
    assert (retry.is_resting, tries) == (False, [])


async def test_a_log_that_failed_many_times_is_tried_again_once() -> None:
    loop, tries = asyncio.get_running_loop(), list[float]()
    retry = Retry(0.2, lambda: tries.append(loop.time()), loop)
    begun = loop.time()
    for _ in range(100):
        retry.heard(FULL)
    assert (retry.is_resting, retry.fault) == (True, FULL)
    await until(lambda: tries)
    await asyncio.sleep(0.1)
    assert (retry.is_resting, len(tries)) == (False, 1)
    assert tries[0] >= begun + 0.19


async def test_what_fails_while_it_waits_is_waited_for_too() -> None:
    loop, seen = asyncio.get_running_loop(), list[tuple[str, float]]()

    def fail() -> None:
        retry.heard(FULL)
        seen.append(("failed", loop.time()))

    retry = Retry(0.2, lambda: seen.append(("tried", loop.time())), loop)
    retry.heard(FULL)
    loop.call_later(0.15, fail)
    await until(lambda: len(seen) == 2)
    (first, failed_at), (second, tried_at) = seen
    assert (first, second) == ("failed", "tried")
    assert tried_at >= failed_at + 0.09


async def test_what_fails_when_it_is_tried_again_is_tried_once_more() -> None:
    loop, tries = asyncio.get_running_loop(), list[float]()

    def again() -> None:
        tries.append(loop.time())
        if len(tries) < 3:
            retry.heard(FULL)

    retry = Retry(0.01, again, loop)
    retry.heard(FULL)
    await until(lambda: len(tries) == 3)
    await asyncio.sleep(0.03)
    assert len(tries) == 3


async def test_a_log_that_took_something_does_not_rest_and_is_tried_again_all_the_same() -> None:
    loop, tries = asyncio.get_running_loop(), list[float]()
    retry = Retry(0.05, lambda: tries.append(loop.time()), loop)
    other = LogError("Another program is writing to it.")
    news = [retry.heard(fault) for fault in (None, FULL, LogError(str(FULL)), other, None, None)]
    assert news == [False, True, False, True, True, False]
    assert (retry.is_resting, retry.fault) == (False, None)
    await until(lambda: tries)
