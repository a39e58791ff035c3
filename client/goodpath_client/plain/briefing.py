"""Read the briefing out: whole, once by itself, and with the order to go on."""

from typing import Final

from goodpath_client.briefing_words import briefing_of, spoken
from goodpath_client.plain.aloud import paragraphs
from goodpath_client.plain.keys import orders_beside
from goodpath_client.plain.table import Table

BRIEF_FIRST: Final = "Type /go when you have heard the briefing, or /briefing to hear it again."
"""What is said instead of doing anything before that."""
_TRY_STOP: Final = "Try the stop order now: type /stop. This time it tells nobody."
TRY_FIRST: Final = "First try the stop order: type /stop. This time it tells nobody. Then type /go."
"""What is said instead of going on before that."""


def brief(table: Table) -> None:
    """Read the briefing out in full, and say how to go on."""
    store = table.store
    told = spoken(briefing_of(store.view, store.role)) if store.view else []
    table.tell(orders_beside(paragraph) for text in told for paragraph in paragraphs(text))
    table.was_briefed = True
    if not table.is_briefed:
        table.tell((_TRY_STOP, BRIEF_FIRST))


def brief_once(table: Table) -> None:
    """Read the briefing out unless that was done: the copy may be made anew while it is being heard."""
    if not table.was_briefed:
        brief(table)
