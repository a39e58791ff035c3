"""The box in the picture picker for why a picture was chosen, or why something was exchanged, or nothing."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Input

from goodpath_client.chosen_pictures import WHY, on_page, take_whys
from goodpath_client.room_rows import find_card
from goodpath_client.screens.frame import Frame
from goodpath_core.play.albums import WHOLE
from goodpath_core.text import clean_line

_WHY_TITLE = "why I chose it; classmates read it only in the debrief"
_WHOLE_TITLE = "why I exchanged a picture, or none; classmates read it only in the debrief"
UNCHOSEN = "Choose the picture first (Space): only a picture on your page has a why."


class Whys(Frame):
    """A screen with such a box."""

    chosen: list[str]
    """Keys of the chosen pictures, in order."""
    _about: str
    """What the box is about: a picture's key, or the choice as a whole."""

    def _on_page(self) -> tuple[str, ...]:
        """The pictures that stand on the page now."""
        return on_page(self.store).cards

    def _reason(self, about: str) -> str:
        """The why as it was written last, sent or not."""
        page = self.store.my_page
        sent = page.reasons.get(about, "") if page else ""
        return self.drafts.texts.get(f"{WHY}{about}", sent)

    def _show_why(self, about: str) -> None:
        """Let the box hold the why of a picture, or of the choice as a whole."""
        self._about = about
        box = self.query_one("#why", Input)
        box.border_title = Content(_WHOLE_TITLE if about == WHOLE else _WHY_TITLE)
        box.value = clean_line(self._reason(about))

    def take_up_why(self) -> None:
        """Show the why that waits for the box, if the box is about anything."""
        if self._about:
            self._show_why(self._about)

    def _keep_why(self) -> bool:
        """Keep what stands in the box; False, with the words why, where it belongs to no chosen picture."""
        text = self.query_one("#why", Input).value
        if not self._about or text == clean_line(self._reason(self._about)):
            return True
        if self._about != WHOLE and self._about not in self.chosen:
            self.student.say(UNCHOSEN, severe=True)
            return False
        self.drafts.texts[f"{WHY}{self._about}"] = text
        return True

    def keep_draft(self) -> None:
        """Keep a why that belongs to a chosen picture."""
        if self._about == WHOLE or self._about in self.chosen:
            self._keep_why()

    def _send_whys(self, about: Iterable[str]) -> None:
        for reason in take_whys(self.drafts, about):
            self.student.do(reason)

    def _say_dropped(self, cards: list[str]) -> None:
        """Words that go away together with their picture are not dropped in silence."""
        titles = [f"“{found.title}”" for card in cards if (found := find_card(self.store, card))]
        if titles:
            self.student.say(f"Taken out: {', '.join(titles)}; why you chose it is put away with it.")
