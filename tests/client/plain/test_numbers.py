"""Numbers in lines: what they mean and no longer mean, and that no number is too long to be read."""

import pytest

from client.line_terminal import Terminal, yuting
from client.screens.stage import Stage
from goodpath_client.plain.numbers import number_of
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey
from goodpath_core.play.control import NextPhase, PauseWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.visits import VisitPage
from town import TEACHER

CLOSED = "Pages are closed to visits, likes and comments in this phase; what is posted can be read."

DIGITS = "9" * 5000
GONE = "What the numbers meant is gone; read a page again with /page, /visit or /feed."


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("007", 7), ("٧", 7), ("", 0), ("x", 0), ("-1", 0), ("1.5", 0), ("²", 0), (DIGITS, 0)],
)
def test_a_number_is_read_from_its_digits_and_never_from_more_than_are_counted_with(
    text: str, number: int
) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("read", "typed", "told"),
    [
        ("/lines", "/answer {} yes", "Type a number from 1 to 1, as they were read."),
        ("/lines", "/back {}", "Type a number from 1 to 1, as they were read."),
        ("/lines", "/unread {}", "Type a number from 1 to 1, as they were read."),
        ("/page", "/like {}", "Type a number from 1 to 2, as they were read."),
        ("/page", "/comment {} yes", "Type a number from 1 to 2, as they were read."),
        ("/pictures", "/describe {}", "Type numbers from 1 to 4; /pictures alone lists them."),
        ("/pictures", "/add {}", "Type numbers from 1 to 4; /pictures alone lists them."),
    ],
)
async def test_more_digits_than_are_counted_with_are_answered_like_any_wrong_number(
    read: str, typed: str, told: str
) -> None:
    async with yuting() as me:
        await me.server.do(PostMessage(room="1/line3", text="Who goes?"), me.server.town.player("1/ming"))
        await me.hear("Who goes?")
        await me.type(read, "")
        await me.type(typed.format(DIGITS), told)
        await me.type("Still here.", "You: Still here.")


async def test_in_the_debrief_too() -> None:
    async with yuting() as me:
        for _ in range(2):
            await me.server.do(NextPhase(), TEACHER)
        await me.hear("The phones are dark; the debrief begins.")
        await me.type(f"/question {DIGITS}", "Type a number from 1 to 1.")
        await me.type(f"/complete {DIGITS} x", "Type a number from 1 to 2 and your words behind it")


async def like_what_was_read(me: Terminal) -> None:
    """Nothing is liked: it would be something on the page read before."""
    await me.type("/like", "Look at a page first: /visit and a name.")
    await me.type("/comment 1 Nice.", "Look at a page first: /visit and a name.")
    assert not {"like_thing", "write_comment"} & {one.kind for one in me.server.carried_out}


async def test_after_a_visit_that_the_server_refuses_numbers_mean_nothing() -> None:
    async with yuting() as me:
        await me.type("/page", "Page of Yuting")
        # The copy here does not know of the pause yet.
        me.server.town.do(PauseWorld(why="Look."), TEACHER)
        await me.type("/visit ming", "Not done: ")
        await me.hear(GONE)
        await like_what_was_read(me)


async def test_a_refused_visit_leaves_what_was_read_since_then() -> None:
    async with yuting() as me:
        await me.type("/visit ming", "You looked at the page of Ming.")
        await me.type("/page", "Page of Yuting")
        me.store.expect("late", VisitPage(page="1/ming"), "1/yuting")
        me.store.refuse("late", "paused", "The world is paused.")
        await me.type("/open 2", "the post “A lamp.”")
        assert GONE not in me.printed


@pytest.mark.parametrize("typed", ["/visit ming", "/visit nobody", "/visit"])
async def test_after_a_visit_that_comes_to_nothing_here_numbers_mean_nothing(typed: str) -> None:
    async with yuting() as me:
        await me.type("/page", "Page of Yuting")
        await me.server.do(PauseWorld(why="Look."), TEACHER)
        await me.hear("Paused: Look.")
        await me.type(typed, GONE)
        await like_what_was_read(me)


async def test_a_visit_with_the_phone_down_is_one_of_them() -> None:
    async with yuting() as me:
        await me.type("/page", "Page of Yuting")
        await me.type("/down", "You are in the room")
        await me.type("/visit ming", f"to pick it up. {GONE}")
        await me.type("/phone", "You are on the phone.")
        await like_what_was_read(me)


def test_closed_pages_leave_no_numbers_either() -> None:
    stage, heard = Stage("ten-pictures", "yuting"), list[str]()
    stage.start()
    table = Table(stage.link, stage.store, heard.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    obey(table, "/page")
    obey(table, "/visit haibo")
    assert heard[-1] == f"{CLOSED} {GONE}"
    obey(table, "/like 1")
    assert heard[-1] == "Look at a page first: /visit and a name."
    assert stage.link.commands == []
