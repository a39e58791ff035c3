"""The phone: chats at the left, the open room in the middle, the own page at the right."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from goodpath_client.allowed import WRITES_NOTHING, owns_group
from goodpath_client.changes import Change
from goodpath_client.keys import BY_NAME, ONLINE, Deed, bindings
from goodpath_client.mentions import complete
from goodpath_client.notice_box import holds_notice
from goodpath_client.screens.asked import task_title
from goodpath_client.screens.line_choice import LineChoice
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.phone_deeds import PHONE_DEEDS, answer_line, choose_line
from goodpath_client.screens.phone_places import OWN_PAGE, PAGE_OF, ROOM_OF
from goodpath_client.screens.reading import ReadingPhone
from goodpath_client.screens.visiting import visit_page
from goodpath_client.store import Store
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.desks import Unsent
from goodpath_client.widgets.key_hints import Hint
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import FAILED
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.messages import ends_of, private_room

_LIST_KEYS: Final = (("Up/Down", "choose"), ("Enter", "open"))


class OnlineScreen(ReadingPhone):
    """The phone in the hand."""

    PLACES = (ONLINE,)
    DEEDS: ClassVar = PHONE_DEEDS
    CLOSES = False
    AUTO_FOCUS = "Composer"
    PASSING_BELOW = "#columns"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ONLINE),
        Binding("up", "lines_from_empty", "Choose a line", show=False, priority=True),
        Binding("alt+up", "recall", "The line sent before", show=False, priority=True),
        Binding("escape", "to_composer", "Back to writing", show=False, priority=True),
        Binding("enter", "paste(True)", "Paste", show=False, priority=True),
        Binding("pageup", "read(-1)", "Read back", show=False),
        Binding("pagedown", "read(1)", "Read on", show=False),
    ]

    _choice: LineChoice | None = None
    """The menu of a line that was opened last."""

    def on_mount(self) -> None:
        """Give the boxes their titles."""
        self.query_one("#side").border_title = Content("Chats")
        composer = self.query_one(Composer)
        composer.complete = lambda word: complete(self.store, self.room, word)
        composer.may_send = self.may_send

    # Showing

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what has changed in the room, the list of chats and the own page."""
        if not _is_chat_of(self.store, self.room):
            self.open_room(self._first_room())
        elif self.query_one(Composer).desks.writer != self.student.playing:
            self.open_room(self.room)
        elif self._feed is not None:
            self._feed.sync(changes, self._is_reading)
            if not changes or any(one.kind == "state" for one in changes):
                self.fetch_new()
        if not self._naming:
            self.show_answered()
        self._look_at_choice()
        self.show_moment()
        self.show_reader()
        self.do_once_drawn(self.settle_sides)

    def _look_at_choice(self) -> None:
        """What can be done with the line whose menu is open changes with the line, and with time."""
        if self._choice is not None:
            self._choice.sync()

    def tick(self) -> None:
        """A second has passed: clocks move on."""
        self.show_moment()
        self.place_passing()
        self.mark_seen()
        self._look_at_choice()

    # Keys

    def hints(self) -> tuple[Hint, ...]:
        """In the list of chats other keys act than in the box."""
        if not self.query_one(SideList).has_focus:
            return tuple((key, self._named(words)) for key, words in super().hints())
        return (("Esc", "write" if self.query_one(Composer).display else "read"), *_LIST_KEYS)

    def _named(self, words: str) -> str:
        """What a key of the foot does, in words for whoever sits here."""
        return task_title(self.store).lower() if words == BY_NAME["prompts"].hint else words

    def may(self, deed: Deed) -> bool:
        """A notice is offered only to the owner of the open group."""
        return super().may(deed) and (deed.name != "notice" or owns_group(self.store, self.room))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take keys from the focused widget only when they mean something to the screen."""
        if not self.is_mounted or action not in ("lines_from_empty", "recall", "to_composer", "paste"):
            return True
        composer, lines = self.query_one(Composer), self.query_one(MessageList)
        if action == "lines_from_empty":
            return composer.has_focus and not composer.text
        if action == "recall":
            return composer.has_focus
        if action == "paste":
            return self.answers_paste
        return bool(
            self.answers_paste
            or self._goes_back_to_draft
            or self.reply_to
            or lines.has_focus
            or not composer.has_focus
        )

    @property
    def _goes_back_to_draft(self) -> bool:
        """Whether Escape leaves the notice as it is, or gives back the draft that it was begun over.

        A notice that was refused is dropped by its box.
        """
        composer = self.query_one(Composer)
        is_over = (
            composer.covered.waits
            if not composer.text
            else holds_notice(self.store, self.room, composer.text)
        )
        return composer.has_focus and is_over and not composer.refused.is_offered

    def action_lines_from_empty(self) -> None:
        """Up in an empty box chooses a line."""
        choose_line(self, "")

    def action_to_composer(self) -> None:
        """Let go of a paste, a notice, an answer or a chosen line, in this order."""
        if self.answers_paste:
            self.action_paste(False)
        elif self._goes_back_to_draft:
            self.query_one(Composer).covered.drop()
        elif self.reply_to:
            self.answer(0)
        self.query_one(MessageList).release()
        self._leave_list()

    def _leave_list(self) -> None:
        """Give the keys to the box; to the lines where there is none, for whoever watches."""
        composer = self.query_one(Composer)
        (composer if composer.display else self.query_one(MessageList)).focus()

    def note_key(self, event: events.Key) -> None:
        """A sign typed while a line is chosen, or in the list of chats, goes on in the box."""
        super().note_key(event)
        if event.is_printable and event.character:
            _write_on(self, event.character)

    def note_paste(self, event: events.Paste) -> None:
        """What is pasted there goes on in the box too."""
        _write_on(self, event.text)

    def on_key(self, event: events.Key) -> None:
        """Whoever watches and types is told that there is nothing to write in; what follows does nothing."""
        if event.is_printable and self.store.role == "observer":
            event.stop()
            self.student.refuse_box(WRITES_NOTHING)

    def on_pointed_rows_pointed(self) -> None:
        """Say what can be done with the chosen line."""
        self.show_answered()

    def on_message_list_row_chosen(self, message: MessageList.RowChosen) -> None:
        """Ask what to do with a stored line; a refused one goes back into the box, another long one opens."""
        row = message.row
        if isinstance(row.key, int) and row.is_stop:
            self._choice = LineChoice(self, row, row.key)
        elif row.mark == FAILED:
            self._take_up(str(row.key))
        else:
            self.query_one(MessageList).turn(row.key)

    def _take_up(self, request: str) -> None:
        """Put a line that was refused before there was a box for it into the box of whoever wrote it."""
        for line in self.store.pending(self.room):
            if line.id == request:
                unsent = Unsent(line.text, line.reply_to, line.refusal)
                self.put_back(unsent, line.room, line.persona or None)
                self.store.drop_pending(request)
        self.query_one(Composer).focus()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open a chat or another place."""
        place = message.option_id or ""
        if place.startswith(ROOM_OF):
            self.open_room(place.removeprefix(ROOM_OF))
            self._leave_list()
        elif place.startswith(PAGE_OF):
            visit_page(self, place.removeprefix(PAGE_OF))
        elif place == OWN_PAGE:
            self.student.open(PageViewScreen(self.store.me))
        else:
            self.student.action_deed(place)
        if self.app.screen is not self:
            self._leave_list()  # whoever comes back from there goes on writing

    def write_to(self, persona: str) -> None:
        """Open the private chat with a persona."""
        self.open_room(private_room(self.store.me, persona))
        self.warn_of_unplayed(self.room)
        self.query_one(Composer).focus()


def _write_on(phone: OnlineScreen, begun: str) -> None:
    """Give the keys to the box for what is begun at the lists; to a chosen line it is the answer.

    What follows a slash is none; a command may need the line.
    """
    came_from, composer = phone.focused, phone.query_one(Composer)
    if not (composer.focusable and isinstance(came_from, MessageList | SideList)):
        return
    seq = phone.chosen_line if isinstance(came_from, MessageList) else 0
    # At once: what was typed in the same burst behind it must not be taken by the list.
    phone.set_focus(composer)
    if seq and not f"{composer.text}{begun}".startswith("/"):
        answer_line(phone, phone.room, seq)


def _is_chat_of(store: Store, room: str) -> bool:
    """Whether a room is one that the own persona can see, or a private chat that it may begin."""
    return bool(room) and (room in store.world.rooms or bool(store.me) and store.me in ends_of(room))
