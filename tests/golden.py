"""Hold a text against the file in which it was found good; asked to, put it there instead."""

from pathlib import Path
from typing import NamedTuple


class Golden(NamedTuple):
    """A folder of files that were looked at and found good."""

    folder: Path
    renews: bool
    """Whether files are written anew, for somebody to look at the difference."""

    def says(self, name: str) -> str:
        """What a file says; nothing where it is to be written anew."""
        return "" if self.renews else (self.folder / name).read_bytes().decode()

    def holds(self, name: str, text: str) -> None:
        """Fail unless the file says exactly this."""
        file = self.folder / name
        if self.renews:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert file.read_bytes().decode() == text, f"{name} has changed; look at it, then renew with --golden"
