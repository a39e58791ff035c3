"""What is shown has all its rows, also if it changed again while the screen was being laid out."""

from textual.app import App, ComposeResult

from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.slow_text import SlowText


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Prose(id="words")
        yield SlowText(id="slow")


async def test_words_that_changed_twice_around_a_layout_have_all_their_rows() -> None:
    app = Bare()
    async with app.run_test(size=(40, 12)) as pilot:
        words, slow = app.query_one("#words", Prose), app.query_one("#slow", SlowText)
        words.show([Para("one")])
        slow.tell("one")
        app.screen._refresh_layout()
        words.show([Para("one"), Para("two"), Para("three")])
        slow.tell("one\ntwo")
        await pilot.pause()
        assert (words.size.height, slow.size.height) == (3, 2)
