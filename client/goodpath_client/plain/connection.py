"""Say in lines how the connection stands: once, and only what has become of it."""

from typing import Final

from goodpath_client.connection_words import held_words, waiting_words
from goodpath_client.leaving import goodbye_words
from goodpath_client.link_state import LinkState
from goodpath_client.store import Store

_GONE: Final = "The connection is gone; it is being made again. You can go on typing."
_AGAIN: Final = "It is tried again and again; type /quit to leave."
_MISSED: Final = "Loading what you missed."
_BACK: Final = "Connected."
_TAKE_BACK: Final = "/back takes back the newest line."
_STORED_AGAIN: Final = "The session is stored again."
_READ_ON: Final = "You can read on."
_KEPT_AGAIN: Final = "Unsent lines are kept on the disk again."


class ConnectionTeller:
    """Knows what was said of one connection."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._said: set[str] = set()
        self._unkept, self._unstored = "", ""
        self._waiting = self._held = 0
        self._is_open = False
        """Whether something was said of which one waits to hear the end."""

    def news(self) -> list[str]:
        """What is to be said now: nothing twice, and no countdown, which would be read aloud each second."""
        link = self._store.link
        return [*self._standing(link), *self._holding(link), *self._storing(link), *self._disk(link)]

    def _holding(self, link: LinkState) -> list[str]:
        """How much waits for a paused world, when it has become more."""
        many = len(link.held)
        more, self._held = many > self._held, many
        return [f"{held_words(many)} {_TAKE_BACK}"] if more else []

    def _storing(self, link: LinkState) -> list[str]:
        """That the server can store nothing, and when it can again."""
        before, self._unstored = self._unstored, link.unstored
        return [link.unstored or _STORED_AGAIN] if link.unstored != before else []

    def _disk(self, link: LinkState) -> list[str]:
        """That what waits is not kept on the disk, and when it is again."""
        before, self._unkept = self._unkept, link.unkept
        return [link.unkept or _KEPT_AGAIN] if link.unkept != before else []

    def _standing(self, link: LinkState) -> list[str]:
        if link.kind in ("connected", "reloaded"):
            return self._back(link)
        fresh = [sentence for sentence in self._loss(link) if sentence and sentence not in self._said]
        self._said.update(fresh)
        return fresh + self._unsent(link)

    def _back(self, link: LinkState) -> list[str]:
        """The end of what was broken off; that all is well from the start need not be said."""
        was_open, self._is_open = self._is_open, False
        self._waiting = 0
        self._said.clear()
        return [f"{_BACK} {link.text}".rstrip()] if was_open else []

    def _loss(self, link: LinkState) -> list[str]:
        knows = self._store.welcome is not None
        if link.kind == "connecting":
            return ["" if link.text or self._said else "Connecting."]
        if link.kind == "closed":
            # Why there was no seat is said by whoever wanted one.
            return [_closed(self._store, link)] if knows else []
        # A first copy is made of what nobody can have missed.
        self._is_open = self._is_open or link.kind == "reconnecting" or bool(link.waiting)
        if link.kind == "catching_up":
            return [_MISSED] if link.waiting else []
        if not knows:
            return [f"{link.text} {_AGAIN}"] if link.text else []
        return [_GONE, link.text]

    def _unsent(self, link: LinkState) -> list[str]:
        """How much waits for the connection, when it has become more."""
        more, self._waiting = link.waiting > self._waiting, max(self._waiting, link.waiting)
        return [waiting_words(link.waiting)] if more and link.kind == "reconnecting" else []


def _closed(store: Store, link: LinkState) -> str:
    if not link.text:
        return goodbye_words(store)
    stays = f" {_READ_ON}" if store.world.session.stage == "ended" else ""
    return f"The connection is closed. {link.text}{stays}"
