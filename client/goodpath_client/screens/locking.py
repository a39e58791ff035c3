"""The choice of the picker: which pictures, and whether for everybody or for their owner alone."""

from typing import Literal

from goodpath_client.chosen_pictures import NOT_YET, Choice, on_desk, on_page, put_on_desk, why_not_taken
from goodpath_client.screens.whys import Whys


class Locking(Whys):
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
        put_on_desk(self.store, self.drafts, self.choice)

    def say_unsaved(self) -> None:
        """Whoever goes with a choice that is not on the page hears so."""
        if not self.is_saved:
            why = why_not_taken(self.store, tuple(self.chosen), self.student.now())
            self.student.say(
                f"These pictures are not on your page yet. {why}" if why else NOT_YET, severe=True
            )

    def action_lock(self) -> None:
        """Close the pictures to everybody else, or open them again, once they are saved."""
        self.audience = "me" if self.audience == "all" else "all"
        self.show_footer()
        self.sync(())
