"""A box to write in, alone on a desk, which remembers everything it was told."""

from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Button

from goodpath_client.widgets.composer import Composer

NAMES = ["@Zhou Ming", "@Zhao", "@小燕"]


def names(word: str) -> list[str]:
    """Names that a word may begin."""
    return [name for name in NAMES if name.lower().startswith(word.lower())]


class Desk(App[None]):
    """The box, something behind it, and what was heard of the box."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield Composer(room="line3", placeholder="[/b] Say something", complete=names, limit=300)
        yield Button("next")

    def on_composer_submitted(self, event: Composer.Submitted) -> None:
        self.heard.append(event)

    def on_composer_too_long(self, event: Composer.TooLong) -> None:
        self.heard.append(event)

    def on_composer_paste_asked(self, event: Composer.PasteAsked) -> None:
        self.heard.append(event)

    def on_composer_completed(self, event: Composer.Completed) -> None:
        self.heard.append(event)

    @property
    def sent(self) -> list[str]:
        """Lines sent so far."""
        return [event.text for event in self.heard if isinstance(event, Composer.Submitted)]

    @property
    def box(self) -> Composer:
        """The box."""
        return self.query_one(Composer)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste a text as the terminal does."""
    pilot.app.query_one(Composer).post_message(events.Paste(text))
    await pilot.pause()
