"""The palette finds what can be done by every word of it: its name first, then the words of its help."""

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from client.screens.stage import Stage, screen_text, seen, settle, told, write
from goodpath_client.app import StudentApp


def on_the_phone() -> StudentApp:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    return stage.app()


async def found(pilot: Pilot[int], words: str) -> list[str]:
    """The names in the list, in its order."""
    await pilot.press("ctrl+p")
    await write(pilot, words)
    await settle(pilot)
    options = pilot.app.screen.query_one(OptionList).options
    return [str(option.prompt).partition("\n")[0].partition(" · ")[0] for option in options]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("write", "/post"),
        ("stop playing", "/observe"),
        ("PRIVATELY", "/private"),
        ("playing stop", "/observe"),
    ],
)
async def test_what_is_done_is_found_by_the_words_of_its_help(words: str, name: str) -> None:
    app = on_the_phone()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert name in await found(pilot, words)


async def test_what_is_called_so_stands_before_what_only_tells_of_it() -> None:
    app = on_the_phone()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        names = await found(pilot, "page")
        assert names[0] == "/page" and "/post" in names


async def test_what_no_word_begins_with_is_not_found() -> None:
    app = on_the_phone()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await found(pilot, "zebra")
        await seen(pilot, "No matches found")


async def test_what_is_done_elsewhere_is_found_too_and_says_where() -> None:
    app = on_the_phone()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await found(pilot, "like")
        await seen(pilot, "Like what is chosen. On a page or in Qzone.")
        await pilot.press("enter")
        await settle(pilot)
        assert "Here this cannot be done, only on a page or in Qzone: like." in told(app)


async def test_what_is_done_elsewhere_is_not_offered_unasked() -> None:
    app = on_the_phone()
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await seen(pilot, "/briefing")
        assert "Like what is chosen" not in screen_text(app)


async def test_no_text_in_the_list_is_cut() -> None:
    app = on_the_phone()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await found(pilot, "ooc")
        text = " ".join(screen_text(app).split())
        assert "under your seat's number, in the room or the chat last open." in text
