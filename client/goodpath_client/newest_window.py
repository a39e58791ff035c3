"""Note on this machine which window came to a seat last: one that was replaced while away must not push in.

1. One file per seat, with the name of the window that came last; who comes back by itself reads it first.
2. It stays when a window leaves: whoever is still away has to learn that it was replaced.
"""

import contextlib
import hashlib
from pathlib import Path
from secrets import token_hex

from goodpath_client.kept_seats import too_many
from goodpath_client.private_file import write_privately


class NewestWindow:
    """Whether this window is the one that came last to the seat that it plays."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files in `folder`; without one nothing is noted, and nobody is found replaced."""
        self._folder = folder
        self._name = token_hex(8).encode()
        self._token = ""
        """Token of the seat that this window has come to; empty for none."""

    def claim(self, token: str) -> None:
        """This window comes to the seat of a token; nothing is new where it has come there before."""
        if token == self._token:
            return
        self._token = token
        path = self._path
        # Where nothing can be written, nothing is noted.
        with contextlib.suppress(OSError):
            if path is not None:
                write_privately(path, self._name)
                for old in too_many(path.parent, path):
                    old.unlink(missing_ok=True)

    def is_replaced(self) -> bool:
        """Whether another window has come to the seat since this one did."""
        path = self._path
        with contextlib.suppress(OSError):
            return path is not None and path.read_bytes() != self._name
        return False

    def leave(self) -> None:
        """This window plays no seat any more; it may come again."""
        self._token = ""

    @property
    def _path(self) -> Path | None:
        if self._folder is None or not self._token:
            return None
        return self._folder / hashlib.sha256(self._token.encode()).hexdigest()[:32]
