"""Set the title in a widget's border where it is another one: setting it draws the whole widget anew."""

from textual.content import Content
from textual.widget import Widget


def entitle(widget: Widget, words: str) -> None:
    """Give a widget these plain words as its title."""
    if widget.border_title != Content(words).markup:
        widget.border_title = Content(words)
