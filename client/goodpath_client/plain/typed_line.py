"""Keep the line that is being typed: edited at its end, taken off a terminal and shown there again.

What each method returns is to be written to a terminal of so many `columns`, 0 where that is not known.
"""

from typing import Final

from wcwidth import iter_graphemes

from goodpath_client.widgets.wrapping import width

_CLEAR: Final = "\x1b[J"
"""Clears the terminal from the cursor on."""


class TypedLine:
    """A line that is typed and not sent."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, signs: str) -> str:
        """More is typed."""
        self.text += signs
        return signs

    def rub_out(self, columns: int) -> str:
        """The last sign goes: what a person sees as one, whatever it is made of."""
        return self._become("".join([*iter_graphemes(self.text)][:-1]), columns)

    def rub_out_word(self, columns: int) -> str:
        """The last word goes."""
        before, gap, _ = self.text.rstrip().rpartition(" ")
        return self._become(before + gap, columns)

    def clear(self, columns: int) -> str:
        """All goes."""
        return self._become("", columns)

    def take(self) -> str:
        """The line, which is sent; a new one begins."""
        text, self.text = self.text, ""
        return text

    def hide(self, columns: int) -> str:
        """Takes it off the terminal, whose cursor stands behind it."""
        row, _ = _end(self.text, columns)
        return (f"\x1b[{row}A" if row else "") + f"\r{_CLEAR}" if self.text else ""

    def _become(self, text: str, columns: int) -> str:
        """Less is left; in one row only what goes is touched, or all would be read aloud anew."""
        row, column = _end(self.text, columns)
        new_row, new_column = _end(text, columns)
        if row == new_row and column != columns:
            self.text = text
            return "\b" * (column - new_column) + _CLEAR if column > new_column else ""
        hidden = self.hide(columns)
        self.text = text
        return hidden + text


def _end(text: str, columns: int) -> tuple[int, int]:
    """(row, column) behind a text that begins at the left; the column is `columns` behind a full row."""
    row, column = 0, 0
    for grapheme in iter_graphemes(text):
        cells = width(grapheme)
        if columns and column + cells > columns:
            row, column = row + 1, 0
        column += cells
    return row, column
