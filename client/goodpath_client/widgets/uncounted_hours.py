"""Say below the bars of a life which hours they leave out; nothing where they leave out none."""

from goodpath_client.widgets.prose import Para, Prose


class UncountedHours(Prose):
    """One sentence or none."""

    def tell(self, words: str) -> None:
        """Show this; without words there is not even an empty line."""
        self.display = bool(words)
        self.show([Para(words)])
