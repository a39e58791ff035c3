"""Say how the connection stands, in a word for the footer and in a sentence for the top."""

from typing import Final

from goodpath_client.link_state import LinkState
from goodpath_client.plurals import counted
from goodpath_core.wire.closing import Closing

WELL: Final = "connected"
"""The word while nothing is wrong and nothing waits."""


def connection_word(link: LinkState) -> str:
    """How the connection stands, in one or two words."""
    waiting = f", {link.waiting} waiting" if link.waiting and link.kind == "connected" else ""
    if link.online and link.unstored:
        return f"not stored{waiting}"
    return {"reloaded": WELL, "catching_up": "catching up"}.get(link.kind, link.kind) + waiting


def held_words(many: int) -> str:
    """That so many own requests wait for a paused world; empty for none."""
    wait = "waits" if many == 1 else "wait"
    return f"{counted(many, 'thing')} you typed {wait} until the world goes on." if many else ""


def waiting_words(many: int) -> str:
    """That so many own requests wait for the connection; empty for none."""
    wait = "waits" if many == 1 else "wait"
    return f"{counted(many, 'thing')} you typed {wait} for the connection." if many else ""


def gone_words(link: LinkState) -> str:
    """In the place of a time that stands still: that nothing comes from the server; empty while it does."""
    return {"reconnecting": "no connection", "closed": "connection closed"}.get(link.kind, "")


def connection_sentence(link: LinkState, closing: Closing | None, writes: bool = True) -> str:
    """What is wrong with the connection, and with storing and keeping what waits; empty while nothing is.

    `closing` is how it ended, once it has; whoever only watches never `writes`.
    """
    waiting = f", {link.waiting} waiting" if link.waiting else ""
    again = f"in {link.seconds} s (attempt {link.attempt}{waiting})"
    lost = (
        f"{link.text} Trying again {again}." if link.text else f"Reconnecting {again}{'; type on' * writes}."
    )
    words = {
        "connecting": link.text or "Connecting ...",
        "reconnecting": lost,
        "catching_up": f"Catching up: {link.waiting} to come.",
        "reloaded": link.text or "Could not be carried on; everything was loaded anew.",
        "closed": link.text or (closing.text if closing else "The connection is closed."),
    }
    here = (link.unstored, link.unopened, held_words(len(link.held))) if link.online else ()
    return " ".join(filter(None, (words.get(link.kind, link.text), *here, link.unkept)))
