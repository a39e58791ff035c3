"""Keep what the student asked for until it is answered, and give refused texts back to their boxes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from goodpath_client.changes import Change
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.things import ThingsScreen
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.event import Command
from goodpath_core.play.messages import SetNotice
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import SpeakAside

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

_DESKS: Final[Mapping[type[Command], str]] = MappingProxyType(
    {PublishPost: "post", WriteComment: "comment", Repost: "repost"}
)
"""On which desk a refused text waits until its box is opened again."""

_DONE: Final[Mapping[type[Command], str]] = MappingProxyType(
    {
        LikeThing: "You like {thing}.",
        WriteComment: "Your word stands under {thing}.",
        Repost: "You passed on {thing}; it stands on your page.",
        PublishPost: "Posted; it stands on your page.",
        ArrangeAlbum: "Your pictures are on your page.",
        SetNotice: "Your group has its new notice.",
        RemovePost: "Your post is taken down.",
    }
)


class OpenRequests:
    """Commands on their way, by request id."""

    def __init__(self, app: "StudentApp") -> None:
        self._app = app
        self._sent: dict[str, Command] = {}

    def add(self, request: str, command: Command) -> None:
        """A command is on its way."""
        self._sent[request] = command

    def answer(self, change: Change) -> None:
        """A change that may answer a request; one that was refused gives its text back."""
        if change.kind == "refused":
            self._put_back(change)
        if change.kind == "done":
            self._tell_done(self._sent.get(change.id))
        if change.kind in ("refused", "done"):
            self._sent.pop(change.id, None)

    def _put_back(self, change: Change) -> None:
        """Give a refused text back to the box it came from and say why."""
        app = self._app
        app.say(change.text, severe=True)
        command = self._sent.get(change.id)
        offline = app.get_screen("offline", OfflineScreen)
        if isinstance(command, SpeakAside) and app.scene.shown == "offline":
            offline.put_back(f"/ooc {command.text}")
            app.store.drop_pending(change.id)
        elif change.room:
            self._put_line_back(change)
        elif isinstance(command, SayAloud | Think):
            offline.put_back(command.text)
        elif isinstance(command, PublishPost | WriteComment | Repost):
            self._put_word_back(command)
        elif isinstance(command, EditPage):
            parts = command.model_dump(exclude_none=True)
            app.desk |= {f"page {part}": value for part, value in parts.items()}
        elif isinstance(command, GiveReason):
            app.desk[f"why {command.card}"] = command.text
        elif isinstance(command, ArrangeAlbum):
            app.desk["pictures"] = " ".join(command.cards)

    def _put_word_back(self, command: PublishPost | WriteComment | Repost) -> None:
        """Give a refused word back to its box; where that is not there, it waits on the desk."""
        screen = self._app.screen
        if isinstance(command, PublishPost) or not (
            isinstance(screen, ThingsScreen) and screen.put_back(command)
        ):
            self._app.desk[_DESKS[type(command)]] = command.text

    def _tell_done(self, command: Command | None) -> None:
        """Say what a key that acts at once has done, now that it is stored."""
        words = _DONE.get(type(command)) if command is not None else None
        if words and not isinstance(command, LikeThing | WriteComment | Repost):
            self._app.say(words, beside=True)
        elif words and isinstance(command, LikeThing | WriteComment | Repost):
            store = self._app.store
            whose = "your" if command.page == store.me else f"{store.name(command.page)}'s"
            what = command.thing.partition(":")[0].replace("card", "picture")
            self._app.say(words.format(thing=f"{whose} {what}"))

    def _put_line_back(self, change: Change) -> None:
        """Give a refused line back to the box of its chat."""
        store, online = self._app.store, self._app.get_screen("online", OnlineScreen)
        pending = [line for line in store.pending(change.room) if line.id == change.id]
        if pending and online.is_mounted:
            slash = "/ooc " if isinstance(self._sent.get(change.id), SpeakAside) else ""
            online.put_back(slash + pending[0].text, change.room)
            store.drop_pending(change.id)
