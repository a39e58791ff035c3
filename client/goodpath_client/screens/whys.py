"""The box in the picture picker for why a picture was chosen, or why something was exchanged, or nothing."""

from collections.abc import Iterable

from textual.content import Content

from goodpath_client.chosen_pictures import KEPT, WHY, keep_why, on_page, take_whys, waiting_whys
from goodpath_client.on_its_way import page_to_come
from goodpath_client.room_rows import find_card
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.line_box import LineBox
from goodpath_core.play.albums import WHOLE
from goodpath_core.text import clean_line, over_limit

_WHY_TITLE = "why I chose it; classmates read it only in the debrief"
_WHOLE_TITLE = "why I exchanged a picture, or none; classmates read it only in the debrief"
UNCHOSEN = "Choose the picture first (Space): only a picture on your page has a why."
STAYS = "Your why is kept; your pictures stay as they are."
_SENT = "Your why is kept; classmates read it only in the debrief."
_TAKEN_BACK = "Your why is taken back."
_KEPT_CHOSEN = f"{KEPT}it goes out with your pictures when you save (F2)."
_KEPT_UNCHOSEN = f"{KEPT}choose the picture (Space) and save (F2), then it goes out."
_WAITS = "Not sent: why you chose {titles}; it waits until you choose the picture."


class Whys(Frame):
    """A screen with such a box."""

    chosen: list[str]
    """Keys of the chosen pictures, in order."""
    _about: str
    """What the box is about: a picture's key, or the choice as a whole; empty for nothing yet."""
    _held = ""
    """What the box held when it was last filled or kept."""
    _beside = ""
    """The picture under the cursor when the box was opened for the choice as a whole."""

    def _on_page(self) -> tuple[str, ...]:
        """The pictures that stand on the page, or are on their way there."""
        return on_page(self.store).cards

    def _reason(self, about: str) -> str:
        """The why as it was written last, sent or not."""
        page = page_to_come(self.store)
        sent = page.reasons.get(about, "") if page else ""
        return self.drafts.texts.get(f"{WHY}{about}", sent)

    def _show_why(self, about: str, beside: str = "") -> None:
        """Let the box hold the why of a picture, or of the choice as a whole; what was in it is kept."""
        self.keep_draft()
        self._about, self._beside = about, beside
        self.take_up_why()

    def is_about_all(self, card: str) -> bool:
        """Whether the box is about the choice as a whole, and stays so: the cursor has not left this card."""
        return self._about == WHOLE and (card == self._beside or self.query_one("#why").has_focus)

    def _show_kept(self) -> None:
        """Say below the box that what stands in it is on its way, or has arrived."""
        box = self.query_one("#why", LineBox)
        box.tell(*(["kept"] if box.text and f"{WHY}{self._about}" not in self.drafts.texts else []))

    def take_up_why(self) -> None:
        """Show the why that waits for the box, if the box is about anything."""
        if self._about:
            box = self.query_one("#why", LineBox)
            box.border_title = Content(_WHOLE_TITLE if self._about == WHOLE else _WHY_TITLE)
            self._held = clean_line(self._reason(self._about))
            box.put(self._held)
            self._show_kept()

    def keep_draft(self) -> None:
        """Keep what stands in the box, also where its picture is not chosen."""
        text = self.query_one("#why", LineBox).value
        if not self._about or text == self._held:
            return
        self._held = text
        keep_why(self.store, self.drafts, self._about, text)

    def on_input_changed(self) -> None:
        """Keep what is written, whatever happens next."""
        # What was typed fast may stand in the box already: the box is asked, not the message.
        self.keep_draft()
        self._show_kept()

    def on_input_submitted(self) -> None:
        """Send the why of a picture on the page; any other waits until its picture is put there."""
        self.keep_draft()
        if self._about == WHOLE or self._about in self._on_page():
            is_sent = self._send_whys((self._about,))
            if self.query_one("#why", LineBox).text:
                self.student.say(_SENT)
            elif is_sent:
                self.student.say(_TAKEN_BACK)
        elif self.query_one("#why", LineBox).text:
            self.student.say(_KEPT_CHOSEN if self._about in self.chosen else _KEPT_UNCHOSEN)
        self.query_one("#decks").focus()
        self.student.stray.close()
        self._show_kept()
        self._preview()

    def _preview(self) -> None:
        """Show the picture under the cursor, with its why."""

    def _send_whys(self, about: Iterable[str]) -> bool:
        """Send the whys of these that wait; whether there were any."""
        reasons = take_whys(self.drafts, about)
        for reason in reasons:
            self.student.do(reason)
        return bool(reasons)

    def _show_long(self, about: str) -> None:
        """Show a why that is too long to be sent, and say by how much."""
        self._show_why(about)
        box, found = self.query_one("#why", LineBox), find_card(self.store, about)
        box.focus()
        why = f"your why of “{found.title}”" if found else "your why"
        self.student.say(over_limit(box.over, box.limit, why).text, severe=True)

    def _say_dropped(self, cards: list[str]) -> None:
        """Words that go away together with their picture are not dropped in silence."""
        titles = self._titles(cards)
        if titles:
            self.student.say(f"Taken out: {titles}; why you chose it is put away with it.")

    def _say_waiting(self, but: Iterable[str]) -> None:
        """Words that are not sent are not left in silence; `but` are pictures of whose whys it is known."""
        titles = self._titles(card for card in waiting_whys(self.drafts) if card not in but)
        if titles:
            self.student.say(_WAITS.format(titles=titles), severe=True, beside=True)

    def _titles(self, cards: Iterable[str]) -> str:
        return ", ".join(f"“{found.title}”" for card in cards if (found := find_card(self.store, card)))
