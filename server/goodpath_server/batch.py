"""What one turn of the loop has decided and not yet stored."""

from collections.abc import Callable

from goodpath_core.errors import LogError
from goodpath_server.delivery import Receipt
from goodpath_server.log.port import Entry

Waiter = Callable[[LogError | None], object]
"""Called with None once a batch is stored, or with why it could not be."""


class Batch:
    """What is stored together, and who waits for that."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.receipts: list[Receipt] = []
        self.waiters: list[Waiter] = []
