"""The phone: chats at the left, the open room in the middle, the own page at the right."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, TextArea

from goodpath_client.changes import Change
from goodpath_client.keys import ONLINE, Deed, bindings, is_slash
from goodpath_client.mentions import complete, find_persona, mentions
from goodpath_client.room_feed import RoomFeed
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.phone_frame import PhoneFrame
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.rows import FAILED, Row
from goodpath_core.play.messages import PRIVATE, PostMessage, TakeBackMessage, private_room
from goodpath_core.play.safety import SpeakAside

_ASK_PASTE = "Paste {lines} lines as one message? Enter pastes, Esc does not."


class OnlineScreen(PhoneFrame):
    """The phone in the hand."""

    PLACES = (ONLINE,)
    CLOSES = False
    AUTO_FOCUS = "Composer"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(ONLINE),
        Binding("up", "lines_from_empty", "Choose a line", show=False, priority=True),
        Binding("alt+up", "recall", "The line sent before", show=False, priority=True),
        Binding("escape", "to_composer", "Back to writing", show=False, priority=True),
        Binding("enter", "paste(True)", "Paste", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._reply_to = 0
        self._feed: RoomFeed | None = None
        self._typing_at = 0

    def on_mount(self) -> None:
        """Give the boxes their titles."""
        self.query_one("#side").border_title = Content("Chats")
        self.query_one(Composer).complete = lambda word: complete(self.store, self.room, word)

    # Showing

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what has changed in the room, the list of chats and the own page."""
        if not self.room or (self.room not in self.store.world.rooms and not self.room.startswith(PRIVATE)):
            self.open_room(next((room.id for room in self._rooms()), ""))
        elif self._feed is not None:
            self._feed.sync(changes, self.student.attentive and self.app.screen is self)
        self.show_sides()
        self.show_moment()
        self.show_reader()
        self.call_after_refresh(self.mark_seen)

    def tick(self) -> None:
        """A second has passed: clocks move on."""
        self.show_moment()
        self.mark_seen()

    # Rooms

    def open_room(self, room: str) -> None:
        """Show a room from its end, with a divider above what is new."""
        self.room = room
        composer, lines = self.query_one(Composer), self.query_one(MessageList)
        composer.switch_room(room)
        self.answer(0)
        self._feed = RoomFeed(self.store, room, lines, self.student.shelf.get)
        self._feed.open()
        self.show_reader()
        self.show_sides()
        self.call_after_refresh(self.mark_seen)

    def mark_seen(self) -> None:
        """What is on screen counts as read, if somebody looks."""
        if self.app.screen is not self or not self.student.attentive or not self.room:
            return
        seen = [key for key in self.query_one(MessageList).visible_keys() if isinstance(key, int)]
        if seen and max(seen) > self.store.unread.read(self.room):
            self.store.unread.seen(self.room, max(seen))
            self.show_sides()

    def answer(self, seq: int) -> None:
        """The next line answers this one; 0 for none."""
        self._reply_to = seq
        row = self.query_one(MessageList).row(seq) if seq else None
        words = f"answering {row.speaker}: {row.text}" if row else ""
        self.query_one("#replying", OneLine).show(words, "Esc: not" if row else "")

    def put_back(self, text: str, room: str) -> None:
        """Put a refused text back into its box."""
        self.query_one(Composer).restore(text, room)

    def begin_slash(self, deed: Deed) -> None:
        """Let the student write what a command takes."""
        composer = self.query_one(Composer)
        composer.restore(f"/{deed.name} ")
        composer.focus()

    # Writing

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Send a line, or do what its slash says."""
        if is_slash(message.text):
            if not self.student.run_slash(message.text):
                self.student.say("There is no such command here; F1 shows them all.", severe=True)
                self.query_one(Composer).restore(message.text)
            return
        self._post(message.text, message.room)

    def _post(self, text: str, room: str) -> None:
        named = mentions(self.store, room, text)
        self.student.do(PostMessage(room=room, text=text, reply_to=self._reply_to, mentions=named))
        self.answer(0)
        lines = self.query_one(MessageList)
        lines.mark_unread(None)
        lines.action_follow()

    def on_composer_too_long(self, message: Composer.TooLong) -> None:
        """Say by how much."""
        self.student.say(f"Make it shorter by {message.over}.", severe=True)

    def on_composer_paste_asked(self, message: Composer.PasteAsked) -> None:
        """Ask before many lines come in."""
        self.query_one("#replying", OneLine).show(_ASK_PASTE.format(lines=message.lines))

    async def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Tell the room that somebody types."""
        link = self.student.student_link
        if (
            link is not None
            and self.query_one(Composer).text
            and not self.query_one(Composer).text.startswith("/")
        ):
            await link.typing(self.room)

    # Keys

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
            return composer.asked_paste is not None
        return bool(
            composer.asked_paste is not None or self._reply_to or lines.has_focus or not composer.has_focus
        )

    def action_lines_from_empty(self) -> None:
        """Up in an empty box chooses a line."""
        self.deed_lines("")

    def action_recall(self) -> None:
        """Show the line sent before."""
        self.query_one(Composer).action_cursor_up()

    def action_paste(self, sure: bool) -> None:
        """Answer the question about a long paste."""
        composer = self.query_one(Composer)
        if sure:
            composer.accept_paste()
        else:
            composer.drop_paste()
        self.answer(self._reply_to)

    def action_to_composer(self) -> None:
        """Let go of a paste, an answer or a chosen line, in this order."""
        if self.query_one(Composer).asked_paste is not None:
            self.action_paste(False)
        elif self._reply_to:
            self.answer(0)
        self.query_one(MessageList).action_release()
        self.query_one(Composer).focus()

    def on_key(self, event: events.Key) -> None:
        """A sign typed while a line is chosen goes on in the box."""
        if self.query_one(MessageList).has_focus and event.is_printable and event.character:
            composer = self.query_one(Composer)
            composer.focus()
            composer.insert(event.character)

    async def on_message_list_older_wanted(self) -> None:
        """Fetch older lines."""
        self.run_worker(self._fetch_older(self.room), group="history", exclusive=True)

    async def _fetch_older(self, room: str) -> None:
        link = self.student.student_link
        if link is not None and await link.fetch_history(room) and room == self.room and self._feed:
            self._feed.reload()

    def on_message_list_row_chosen(self, message: MessageList.RowChosen) -> None:
        """Ask what to do with a line; a line that was refused goes back into the box."""
        row = message.row
        if isinstance(row.key, int):
            menu = LineMenu(f"{row.speaker}: {row.text}", row.own)
            self.app.push_screen(menu, lambda deed: self._with_line(deed, row))
        elif row.mark == FAILED:
            self.put_back(row.text, self.room)
            self.store.drop_pending(str(row.key))
            self.query_one(Composer).focus()

    def _with_line(self, deed: str | None, row: Row) -> None:
        if deed:
            getattr(self, f"deed_{deed}")("")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open a chat or another place."""
        place = message.option_id or ""
        if place.startswith("room:"):
            self.open_room(place.removeprefix("room:"))
            self.query_one(Composer).focus()
        else:
            self.student.action_deed(place)

    # Deeds

    def deed_lines(self, argument: str) -> None:
        """Choose a line."""
        lines = self.query_one(MessageList)
        lines.focus()
        lines.action_choose_previous()

    def deed_reply(self, argument: str) -> None:
        """Answer the chosen line, or the newest of somebody else."""
        lines = self.query_one(MessageList)
        chosen = lines.chosen or next((row for row in reversed(lines.rows) if not row.own), None)
        if chosen is None or not isinstance(chosen.key, int):
            self.student.say("There is no line to answer yet.", severe=True)
            return
        self.answer(chosen.key)
        lines.action_release()
        self.query_one(Composer).focus()
        if argument:
            self._post(argument, self.room)

    def deed_take_back(self, argument: str) -> None:
        """Take back the chosen line, or the newest own one."""
        lines = self.query_one(MessageList)
        own = [row for row in lines.rows if row.own and isinstance(row.key, int)]
        chosen = lines.chosen if lines.chosen and lines.chosen.own else (own[-1] if own else None)
        if chosen is None or not isinstance(chosen.key, int):
            self.student.say("There is no line of yours to take back.", severe=True)
        else:
            self.student.do(TakeBackMessage(room=self.room, message=chosen.key))

    def deed_unread(self, argument: str) -> None:
        """Mark the chosen line and what follows as unread."""
        chosen = self.query_one(MessageList).chosen
        if chosen is None or not isinstance(chosen.key, int):
            self.student.say("Choose a line first (Ctrl+Up).", severe=True)
            return
        self.store.unread.mark_unread(self.room, chosen.key)
        self.open_room(self._next_room() or self.room)

    def _next_room(self) -> str:
        return self.store.unread.next_room(self.store.world.rooms, self.room)

    def deed_next(self, argument: str) -> None:
        """Go to the next chat with something new."""
        room = self._next_room()
        if room:
            self.open_room(room)
        else:
            self.student.say("Nothing new anywhere else.")

    def deed_ooc(self, argument: str) -> None:
        """Say something out of character."""
        if argument:
            self.student.do(SpeakAside(room=self.room, text=argument))
        else:
            self.query_one(Composer).restore("/ooc ")

    def deed_private(self, argument: str) -> None:
        """Open the private chat with somebody."""
        other = find_persona(self.store, argument)
        if other:
            self.write_to(other)
        else:
            self.deed_contacts("")

    def write_to(self, persona: str) -> None:
        """Open the private chat with a persona."""
        self.open_room(private_room(self.store.me, persona))
        self.query_one(Composer).focus()

    def deed_visit(self, argument: str) -> None:
        """Look at somebody's page."""
        other = find_persona(self.store, argument)
        if other:
            self.student.open(PageViewScreen(other))
        else:
            self.deed_contacts("")

    def deed_chats(self, argument: str) -> None:
        """Fold the chats in or out."""
        self._left = not self.query_one("#side").display
        self.fold(self.size.width)

    def deed_card(self, argument: str) -> None:
        """Fold the own page in or out."""
        self._right = not self.query_one("#right").display
        self.fold(self.size.width)

    def deed_feed(self, argument: str) -> None:
        """Open the feed."""
        self.student.open(FeedScreen())

    def deed_contacts(self, argument: str) -> None:
        """Open the contacts."""
        self.student.open(ContactsScreen())

    def deed_page(self, argument: str) -> None:
        """Open the page editor."""
        self._own_only(PageEditorScreen)

    def deed_pictures(self, argument: str) -> None:
        """Open the picture picker."""
        self._own_only(PicturePickerScreen)

    def deed_post(self, argument: str) -> None:
        """Write a post."""
        if argument:
            self.student.desk["post"] = argument
        self._own_only(PostScreen)

    def _own_only(self, screen: type[Frame]) -> None:
        if self.store.my_page is None:
            self.student.say("You are watching; only a persona has a page.", severe=True)
        else:
            self.student.open(screen())
