"""Which requests have been heard: the same id again changes nothing, for the whole session."""

from hashlib import blake2b
from typing import Any

from goodpath_core.errors import Refused
from goodpath_core.wire.codec import pack


def digest_of(command: dict[str, Any]) -> str:
    """Fingerprint of a request's content."""
    return blake2b(pack(command), digest_size=8).hexdigest()


_NEW = (0, "")


class Requests:
    """Requests by author and id."""

    def __init__(self) -> None:
        self._heard: dict[tuple[str, str], tuple[int, str]] = {}
        """(author, id) -> number of the first event and fingerprint."""
        self._authors: set[str] = set()

    def find(self, author: str, request: str, digest: str) -> int:
        """Number of the first event of a request, 0 if it is new; Refused if the id meant something else."""
        seq, known = self._heard.get((author, request), _NEW)
        if seq and known != digest:
            raise Refused("id_reused", "That request id was used for something else; send it with a new id.")
        return seq

    def keep(self, author: str, request: str, seq: int, digest: str) -> None:
        """Remember a request."""
        self._heard[author, request] = (seq, digest)
        self._authors.add(author)

    def has_any(self, author: str) -> bool:
        """Whether there is any request of an author."""
        return author in self._authors

    def drop_after(self, seq: int) -> None:
        """Forget requests that were not stored."""
        self._heard = {key: heard for key, heard in self._heard.items() if heard[0] <= seq}
        self._authors = {author for author, _ in self._heard}
