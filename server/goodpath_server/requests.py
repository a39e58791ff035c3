"""Which requests have been heard: the same id again changes nothing, for the whole session."""

from hashlib import blake2b
from typing import Any, NamedTuple

from goodpath_core.errors import Refused
from goodpath_core.wire.codec import pack


class Heard(NamedTuple):
    """A request that was decided."""

    seq: int
    """Number of its first event."""
    digest: str


def digest_of(command: dict[str, Any]) -> str:
    """Fingerprint of a request's content."""
    return blake2b(pack(command), digest_size=8).hexdigest()


class Requests:
    """Requests by author and id."""

    def __init__(self) -> None:
        self._heard: dict[tuple[str, str], Heard] = {}

    def find(self, author: str, request: str, digest: str) -> Heard | None:
        """What became of a request, or None if it is new; Refused if the id was used for something else."""
        heard = self._heard.get((author, request))
        if heard and heard.digest != digest:
            raise Refused("id_reused", "That request id was used for something else; send it with a new id.")
        return heard

    def keep(self, author: str, request: str, seq: int, digest: str) -> None:
        """Remember a request."""
        self._heard[author, request] = Heard(seq, digest)

    def drop_after(self, seq: int) -> None:
        """Forget requests that were not stored."""
        self._heard = {key: heard for key, heard in self._heard.items() if heard.seq <= seq}
