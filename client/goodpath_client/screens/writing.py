"""Take what is written on the phone: lines to send, answers, slash commands, long pastes, refused texts."""

from typing import Final

from textual.widgets import TextArea

from goodpath_client.keys import Deed, is_slash, parse_slash
from goodpath_client.mentions import named_by, say_unnamed
from goodpath_client.notice_box import holds_notice
from goodpath_client.screens.phone_frame import PhoneFrame
from goodpath_client.unplayed import unplayed_words
from goodpath_client.widgets.composer import Composer, count_lines
from goodpath_client.widgets.desks import Unsent
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.messages import PostMessage

_WAY: Final = "an @ and Tab show whom you can name."
_ASK_PASTE: Final = "Paste {lines} lines as one?"
_ASK_LONG: Final = "Paste {signs} characters?"
_AGAIN: Final = "Enter again sends it as it is."
_CHOSEN: Final = "type: answer it · Enter: menu"
_READS_ON: Final = "Down: read on · type: answer · Enter: menu"
_LETS_GO: Final = "Esc let go"
_OTHER_CHAT: Final = "Not done: another chat is open by now. The command waits in the chat you wrote it in."
_DROPS: Final = "Esc drop"
_GONE: Final = "The line that you answer is gone."
_PASTE_KEYS: Final = "Enter: paste · Esc: no"


class WritingPhone(PhoneFrame):
    """The phone and the line that is being written on it."""

    def __init__(self) -> None:
        super().__init__()
        self._naming = False
        """Whether the line above the box shows which names Tab goes through."""
        self._unnamed = ("", "")
        """Room and text of which was said last that an @ in it names nobody."""
        self._had_notice = False
        """Whether the box held the notice of a group when that was last looked at."""

    @property
    def reply_to(self) -> int:
        """Number of the line that the next one answers; 0 for none."""
        return self.query_one(Composer).desks.here.reply_to

    def answer(self, seq: int) -> None:
        """The next line answers this one; 0 for none."""
        self.query_one(Composer).answer(seq)
        self.show_answered()

    def show_answered(self) -> None:
        """Say above the box what is asked about a paste, why the text in it came back, or what it answers.

        That the world is paused is no reason any more once it goes on.
        """
        seq, pasted = self.reply_to, self.query_one(Composer).asked_paste
        row = self.query_one(MessageList).row(seq) if seq else None
        above = self.query_one("#replying", OneLine)
        if pasted:
            lines = count_lines(pasted)
            asked = (_ASK_PASTE if lines > 1 else _ASK_LONG).format(lines=lines, signs=len(pasted))
            above.show(asked, _PASTE_KEYS if self.answers_paste else "")
        elif why := _why_back(self):
            whom = f"answering {row.speaker}, " if row and row.is_stop else ""
            above.show(f"{whom}not sent: {why}", "")
        elif holds_notice(self.store, self.room, self.query_one(Composer).text):
            above.show("", "")
        elif row:
            above.show(f"answering {row.speaker}: {row.text}" if row.is_stop else _GONE, _DROPS)
        elif self.chosen_line:
            is_open = self.query_one(MessageList).is_open(self.chosen_line)
            above.show(_READS_ON if is_open else _CHOSEN, _LETS_GO)
        else:
            above.show("", "")

    @property
    def answers_paste(self) -> bool:
        """Whether Enter and Escape answer what is asked about a paste; in the list of chats they lead on."""
        return bool(self.query_one(Composer).asked_paste) and not self.query_one(SideList).has_focus

    def on_descendant_focus(self) -> None:
        """Where other keys have the word, what is asked about a paste names none."""
        if self.is_whole and self.query_one(Composer).asked_paste:
            self.show_answered()

    @property
    def chosen_line(self) -> int:
        """Number of the chosen line, where one may write to it; 0 for none."""
        chosen = self.query_one(MessageList).chosen
        can_write = chosen is not None and bool(self.store.me)
        can_answer = chosen is not None and chosen.is_stop and can_write
        return chosen.key if chosen and can_answer and isinstance(chosen.key, int) else 0

    def on_composer_answer_changed(self) -> None:
        """A refused text is back, or was dropped or written over."""
        self.show_answered()

    def put_back(self, unsent: Unsent, room: str, writer: str | None = None) -> None:
        """Put a refused text back into its box; why stands above it until it is written over."""
        self.query_one(Composer).restore(unsent, room, writer)

    def begin_slash(self, deed: Deed) -> None:
        """Let the student write what a command takes."""
        composer = self.query_one(Composer)
        composer.begin(f"/{deed.name} ")
        composer.focus()

    def post_line(self, text: str, room: str, reply_to: int) -> None:
        """Send a line to a room, as an answer to another one where `reply_to` is not 0."""
        named = named_by(self.store, room, text, reply_to)
        self.student.do(PostMessage(room=room, text=text, reply_to=reply_to, mentions=named))
        self.show_answered()
        self.warn_of_unplayed(room)
        lines = self.query_one(MessageList)
        lines.mark_unread(None)
        lines.action_follow()

    def may_send(self, text: str) -> bool:
        """Whether a line may go: of an @ that names nobody it is said first, and the same line goes then."""
        found = parse_slash(text)
        line = text if not is_slash(text) else found[1] if found and found[0].name == "reply" else ""
        before, self._unnamed = self._unnamed, ("", "")
        unnamed = say_unnamed(self.store, self.room, line, _WAY)
        if not unnamed or before == (self.room, text):
            return True
        self._unnamed = (self.room, text)
        self.student.say(f"{unnamed} {_AGAIN}", severe=True)
        return False

    def warn_of_unplayed(self, room: str) -> None:
        """Say so at once where nobody will answer."""
        words = unplayed_words(self.store, room)
        if words:
            self.student.say(words, severe=True)

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Send a line, do what its slash says, or give back what was perhaps begun elsewhere."""
        composer = self.query_one(Composer)
        if is_slash(message.text) and message.room != self.room:
            # Most commands are about the chat that is open.
            self.student.say(_OTHER_CHAT, severe=True)
            composer.restore(Unsent(message.text, message.reply_to), message.room)
        elif is_slash(message.text):
            if message.reply_to and not composer.text:
                # What follows a slash answers nobody: the answer is still to be written.
                self.answer(message.reply_to)
            if not self.student.run_slash(message.text):
                composer.restore(Unsent(message.text, message.reply_to), message.room)
        elif not self.give_back(message):
            self.post_line(message.text, message.room, message.reply_to)
        composer.covered.uncover()

    async def on_text_box_typed(self) -> None:
        """Tell the room that one types, but not a command: what a person does, no words that come back."""
        link, text = self.student.student_link, self.query_one(Composer).text
        # A slash alone may still become a command.
        if link is not None and text and text != "/" and not is_slash(text):
            await link.typing(self.room)

    def on_composer_paste_asked(self) -> None:
        """Ask before many lines come in, or one that is too long."""
        self.show_answered()

    def on_composer_completed(self, message: Composer.Completed) -> None:
        """Show which names Tab goes through, where there are several, or that there is none."""
        self._naming = len(message.candidates) != 1
        if not message.candidates:
            self.query_one("#replying", OneLine).show(f"Nobody here is called {message.word}; {_WAY}", "")
        elif self._naming:
            ring = message.candidates[message.at :] + message.candidates[: message.at]
            self.query_one("#replying", OneLine).show(" · ".join(ring), "Tab: next")

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """There is another text in the box: names that were shown are no longer wanted."""
        if self._naming:
            self._naming = False
            self.show_answered()
        text = self.query_one(Composer).text
        before, self._had_notice = self._had_notice, holds_notice(self.store, self.room, text)
        if before != self._had_notice:
            self.show_reader()
            if self.reply_to:
                self.show_answered()

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
        self.show_answered()


def _why_back(phone: WritingPhone) -> str:
    """Why the text in the box came back; empty where it is another one, or the reason is gone."""
    told = phone.query_one(Composer).refused.told
    is_over = told is None or (told.paused and not phone.store.world.session.paused)
    return "" if told is None or is_over else told.why
