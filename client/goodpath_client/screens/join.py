"""The first screen: address and code, or how the connection stands while there is no seat yet."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Button, Input

from goodpath_client.changes import Change
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.prose import Para, Prose
from goodpath_core.errors import GoodpathError

_SIGN = "GoodPath"
_ABOUT = "A small factory town in southeast China, July 2013."
_NOT_YET = "You have not joined yet, so nobody can be told from here: raise your hand, or go to your teacher."


class JoinScreen(Frame):
    """Asks for the joining line, until a server takes it."""

    CLOSES = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "join", "Join", show=False),
        # What is typed fast is ahead of what boxes tell: only a key that acts before them moves at once.
        Binding("enter", "next_box", "Next box", show=False, priority=True),
        Binding("escape", "ask_again", "Other address or code", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """Three boxes and a button."""
        app = self.student
        with Center(id="middle"), Vertical(classes="dialog", id="join"):
            yield Prose([Para(_SIGN, "bold $primary"), Para(_ABOUT, "$text-muted")])
            with Vertical(id="boxes"):
                yield Input(app.address, placeholder="address, such as 192.168.1.20:8713", id="address")
                yield Input(app.code, placeholder="code from your teacher", id="code")
                yield Input("", placeholder="your own name (only your teacher sees it)", id="own-name")
                yield Button(Content("Join"), variant="primary", id="go")
            yield Prose(id="said")

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        if self.student.student_link is not None:
            return super().hints()
        return (("Enter", "next box"), ("F10", "join"), ("F1", "help"), ("Alt+Q", "leave"))

    def deed_stop(self, argument: str) -> None:
        """Nobody is at the other end yet."""
        self.student.say(_NOT_YET, severe=True)

    def on_mount(self) -> None:
        """Begin at the first empty box."""
        boxes = self.query(Input)
        for box, title in zip(boxes, ("address", "code", "your name"), strict=True):
            box.border_title = Content(title)
        empty = next((box for box in boxes if not box.value), boxes.last())
        empty.focus()

    def sync(self, changes: Sequence[Change]) -> None:
        """Show how the connection stands."""
        joining = self.student.student_link is not None
        self.query_one("#boxes").display = not joining
        said = self.query_one("#said", Prose)
        if joining:
            words = self.student.link_sentence() or "Connected; loading the town ..."
            again = [Para("Esc: another address or code", "$text-muted")] if self.student.connect_to else []
            said.show([Para(""), Para(words), *again])
        elif self.student.closing:
            said.show([Para(self.student.closing.text, "$error")])
            self.query_one("#code").focus()

    async def action_ask_again(self) -> None:
        """Give this address up and ask for another one."""
        link = self.student.student_link
        if link is not None and self.student.connect_to is not None:
            await link.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is the button's own on the button."""
        return action != "next_box" or isinstance(self.focused, Input)

    def action_next_box(self) -> None:
        """Go to the next box; from the last one join, once the boxes have all that was typed."""
        last = self.query(Input).last()
        if self.focused is last:
            last.call_later(self.action_join)
        else:
            self.focus_next(Input)

    def on_button_pressed(self) -> None:
        """Join."""
        self.action_join()

    def action_join(self) -> None:
        """Make a connection out of what the boxes hold."""
        connect = self.student.connect_to
        address, code, name = (box.value.strip() for box in self.query(Input))
        if connect is None or self.student.student_link is not None:
            return
        if not address or not code:
            self.query_one("#said", Prose).show(
                [Para("Fill in address and code; your teacher has both.", "$error")]
            )
            return
        try:
            self.student.begin(connect(address, code, name))
        except GoodpathError as fault:
            self.query_one("#said", Prose).show([Para(str(fault), "$error")])
