"""Keep what the student asked for until it is answered, and give refused texts back to their boxes."""

from typing import TYPE_CHECKING

from goodpath_client.changes import Change
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_core.play.event import Command
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.safety import SpeakAside

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp


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
        if change.kind in ("refused", "done"):
            self._sent.pop(change.id, None)

    def _put_back(self, change: Change) -> None:
        """Give a refused text back to the box it came from and say why."""
        app = self._app
        app.say(change.text, severe=True)
        command = self._sent.get(change.id)
        if change.room:
            pending = [line for line in app.store.pending(change.room) if line.id == change.id]
            online = app.get_screen("online", OnlineScreen)
            if pending and online.is_mounted:
                slash = "/ooc " if isinstance(command, SpeakAside) else ""
                online.put_back(slash + pending[0].text, change.room)
                app.store.drop_pending(change.id)
        elif isinstance(command, SayAloud | Think):
            offline = app.get_screen("offline", OfflineScreen)
            offline.put_back(command.text)
