"""Show a console that is still fetching the class, until there is a class to teach."""

from collections.abc import Sequence

from textual.app import ComposeResult

from goodpath_client.changes import Change
from goodpath_client.teacher.desk import Desk
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.top_line import Part, TopLine


class FetchingScreen(Desk):
    """What a teacher sees first; nothing of the class can be shown or done here."""

    CLOSES = False

    def compose_frame(self) -> ComposeResult:
        """The program's name, what is wrong with the connection, and what is going on."""
        yield TopLine(id="top")
        yield OneLine(id="link")
        yield OneLine(id="ask")

    def on_screen_resume(self) -> None:
        """Help may have lain on top of it while the class came."""
        super().on_screen_resume()
        self.teacher.route()

    def sync(self, changes: Sequence[Change]) -> None:
        """While the connection stands there is nothing to say of it."""
        online = self.store.link.online
        self.query_one(TopLine).show([Part("GoodPath", 1)], [])
        self.query_one("#link", OneLine).show("" if online else self.teacher.link_sentence())
        self.query_one("#ask", OneLine).show("Fetching the class ...")
