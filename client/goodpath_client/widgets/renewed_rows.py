"""Show other rows in a list from its top, with the cursor on the row that was chosen, or on none."""

from collections.abc import Iterable

from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import Row


def renew_rows(lines: MessageList, rows: Iterable[Row]) -> None:
    """Show these rows instead; the cursor is back once they are laid out, and never on another row."""
    near = lines.near_chosen
    lines.set_rows(rows)
    lines.scroll_home(animate=False)
    if near is not None:
        lines.call_after_refresh(lines.choose_again, near)
