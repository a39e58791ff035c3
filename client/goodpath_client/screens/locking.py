"""The choice of the picker: which pictures, and whether for everybody or for their owner alone."""

from typing import Literal

from goodpath_client.allowed import closed_page
from goodpath_client.chosen_pictures import (
    Choice,
    clear_desk,
    goes_by_itself,
    on_desk,
    on_page,
    put_on_desk,
    unsaved_words,
)
from goodpath_client.drafts import Drafts
from goodpath_client.screens.drafting import Drafting
from goodpath_client.screens.dropping import ask_to_drop
from goodpath_client.screens.whys import Whys


class Locking(Whys, Drafting):
    """A screen on which pictures are chosen, closed to others, or opened."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []
        self.audience: Literal["all", "me"] = "all"
        """Who is to see the pictures."""

    @property
    def choice(self) -> Choice:
        """What is chosen here."""
        return Choice(tuple(self.chosen), self.audience)

    @property
    def closed(self) -> str:
        """Why nothing can be chosen in this phase; empty where something can."""
        return closed_page(self.store, self.student.now())

    def is_refused(self) -> bool:
        """Whether the phase lets nothing be chosen: it is said."""
        closed = self.closed
        if closed:
            self.student.say(closed, severe=True)
        return bool(closed)

    @property
    def is_saved(self) -> bool:
        """Whether the page shows just that."""
        return self.choice == on_page(self.store)

    def take_up_choice(self) -> None:
        """Go on with what lies on the desk, or with what the page shows."""
        cards, self.audience = on_desk(self.store, self.drafts)
        self.chosen = [*cards]
        self.show_choice()

    def show_choice(self) -> None:
        """Show what is chosen."""

    def keep_draft(self) -> None:
        """Keep what was chosen, and for whom."""
        super().keep_draft()
        self.lay_down(self.drafts)

    def lay_down(self, desk: Drafts) -> None:
        """What is chosen, and for whom, where the page shows something else."""
        put_on_desk(self.store, desk, self.choice)

    def say_unsaved(self) -> None:
        """Whoever goes with a choice that is not on the page hears so."""
        if not self.is_saved:
            words = unsaved_words(self.store, self.choice, self.student.now())
            self.student.say(words, severe=True)
            self.student.boxes.keep()

    @property
    def back_hint(self) -> str:
        """What the key back does with the choice."""
        if self.is_saved:
            return "back"
        goes = goes_by_itself(self.store, self.choice, self.student.now())
        return "save later" if goes else "back, unsaved"

    def action_drop(self) -> None:
        """Go back to what the page shows; whys stay in their boxes."""

        def drop() -> None:
            clear_desk(self.drafts)
            self.take_up_choice()

        ask_to_drop(self.student, self.is_saved, drop)

    def action_lock(self) -> None:
        """Close the pictures to everybody else, or open them again, once they are saved."""
        if self.is_refused():
            return
        self.audience = "me" if self.audience == "all" else "all"
        self.show_footer()
        self.sync(())
