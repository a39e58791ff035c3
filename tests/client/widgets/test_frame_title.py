"""A title that is set again draws nothing; another one does, and is never read as markup."""

from typing import Any

from textual.app import App
from textual.widget import Widget

from goodpath_client.widgets.frame_title import entitle


class Counted(Widget):
    """A widget that counts how often it is drawn anew."""

    drawn = 0

    def refresh(self, *regions: Any, **how: Any) -> "Counted":
        """Count, and draw."""
        self.drawn += 1
        super().refresh(*regions, **how)
        return self


async def test_only_another_title_draws_the_widget_anew() -> None:
    widget = Counted()
    app: App[None] = App()
    async with app.run_test():
        await app.mount(widget)
        entitle(widget, "Page [b]makers[/b] · 8 members")
        before = widget.drawn
        entitle(widget, "Page [b]makers[/b] · 8 members")
        assert widget.drawn == before
        entitle(widget, "Page [b]makers[/b] · 7 members")
        assert widget.drawn == before + 1
        assert widget._border_title is not None
        assert widget._border_title.plain == "Page [b]makers[/b] · 7 members"
