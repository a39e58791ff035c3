"""What was not given is asked for line by line, until it can be used."""

import asyncio

import pytest

from goodpath_client.own_signal import NOT_YET
from goodpath_client.plain.door import NAMELESS, PARTS, Wanted, ask_for, tell_apart
from goodpath_client.plain.early_orders import HELP, UNKNOWN, LeftAtDoor

ADDRESS, CODE, NAME = (
    "Address, as on the board:",
    "Code, as on the board:",
    "Your own name; only your teacher sees it:",
)
WRONG = "That is not an address: '10.0.0.5:99999'. Type it as on the board, like 10.0.0.5:8713."

LONG = "Make {} shorter by {}: at most 64 characters fit."


async def asked(given: Wanted, *typed: str | None) -> tuple[Wanted | None, list[str]]:
    """What comes of these lines, and what was asked."""
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    for line in typed:
        lines.put_nowait(line)
    said: list[str] = []
    return await ask_for(given, PARTS, lines.get, said.append), said


@pytest.mark.parametrize(
    ("given", "typed", "said"),
    [
        (("10.0.0.5", "ABCD", "Ana"), (), []),
        (("10.0.0.5", "ABCD", ""), ("Ana\n",), [NAME]),
        (("", "", ""), ("10.0.0.5\n", " ABCD \n", "Ana\n"), [ADDRESS, CODE, NAME]),
        (
            ("10.0.0.5", "", ""),
            ("\n", "ABCD\n", "\n", "  \n", "Ana\n"),
            [CODE] * 2 + [NAME, NAMELESS] * 2 + [NAME],
        ),
        (("10.0.0.5:99999", "ABCD", "Ana"), ("10.0.0.5\n",), [WRONG, ADDRESS]),
        (("10.0.0.5", "", "Ana"), ("A" * 65 + "\n", "ABCD\n"), [CODE, LONG.format("the code", 1), CODE]),
        (("10.0.0.5", "ABCD", ""), ("娜" * 66 + "\n", "Ana\n"), [NAME, LONG.format("your name", 2), NAME]),
        (("", "ABCD", "Ana"), ("10.0.0.5:99999\n", "10.0.0.5\n"), [ADDRESS, WRONG, ADDRESS]),
    ],
)
async def test_only_what_is_missing_is_asked_for_and_what_is_wrong_once_more(
    given: tuple[str, str, str], typed: tuple[str, ...], said: list[str]
) -> None:
    assert await asked(Wanted(*given), *typed) == (Wanted("10.0.0.5", "ABCD", "Ana"), said)


@pytest.mark.parametrize("typed", [(None,), ("10.0.0.5\n", None)])
async def test_where_the_input_ends_before_nobody_comes_in(typed: tuple[str | None, ...]) -> None:
    assert (await asked(Wanted("", "", ""), *typed))[0] is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/stop", NOT_YET),
        (" /STOP now ", NOT_YET),
        ("/s", NOT_YET),
        ("/help", HELP),
        ("/go", UNKNOWN),
        ("/", UNKNOWN),
    ],
)
async def test_what_begins_with_a_slash_is_an_order_at_each_question_and_never_an_answer(
    typed: str, said: str
) -> None:
    found, told = await asked(Wanted("", "", ""), typed, "10.0.0.5", typed, "ABCD", typed, "Ana")
    assert found == Wanted("10.0.0.5", "ABCD", "Ana")
    assert told == [ADDRESS, said, ADDRESS, CODE, said, CODE, NAME, said, NAME]


@pytest.mark.parametrize("typed", [("/quit",), ("10.0.0.5", "/QUIT"), ("10.0.0.5", "ABCD", "/q")])
async def test_whoever_is_asked_can_leave(typed: tuple[str, ...]) -> None:
    with pytest.raises(LeftAtDoor):
        await asked(Wanted("", "", ""), *typed)


async def told_apart(*typed: str | None) -> tuple[Wanted | None, list[str]]:
    """What comes of these lines where Anna's and Ben's seats are open in other windows."""
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    for line in typed:
        lines.put_nowait(line)
    said: list[str] = []
    found = await tell_apart(
        Wanted("10.0.0.5", "ABCD", "Anna"), lambda one: one.name in ("Anna", "Ben"), lines.get, said.append
    )
    return found, said


ANNA = (
    "The seat of Anna is open in another window of this computer. Is that you? It is closed there then. "
    "Type yes, or anything else to come in under another name."
)


@pytest.mark.parametrize(
    ("typed", "name", "said"),
    [
        ((" Yes\n",), "Anna", [ANNA]),
        (("no\n", "Cem\n"), "Cem", [ANNA, NAME]),
        (
            ("\n", "\n", "Ben\n", "no\n", "Anna\n", "yes\n"),
            "Anna",
            [ANNA, NAME, NAMELESS, NAME, ANNA.replace("Anna", "Ben"), NAME, ANNA],
        ),
    ],
)
async def test_whoever_is_open_in_another_window_is_asked_about_until_it_is_clear_who_comes(
    typed: tuple[str, ...], name: str, said: list[str]
) -> None:
    assert await told_apart(*typed) == (Wanted("10.0.0.5", "ABCD", name), said)


@pytest.mark.parametrize("typed", [(None,), ("no\n", None)])
async def test_where_the_input_ends_before_it_is_clear_nobody_comes_in(typed: tuple[str | None, ...]) -> None:
    assert (await told_apart(*typed))[0] is None


async def test_an_order_is_no_answer_to_whether_it_is_the_same_person() -> None:
    found, said = await told_apart("/stop", "/help", "/go", "yes")
    assert found == Wanted("10.0.0.5", "ABCD", "Anna")
    assert said == [ANNA, NOT_YET, ANNA, HELP, ANNA, UNKNOWN, ANNA]
    with pytest.raises(LeftAtDoor):
        await told_apart("/quit")
    with pytest.raises(LeftAtDoor):
        await told_apart("no", "/quit")
