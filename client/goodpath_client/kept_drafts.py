"""Keep on disk what a seat has begun and not sent, so that it outlives the terminal it was begun at.

1. One file per seat, named after its token; only its owner may read it. Without the token nobody finds it.
2. It is written in one step and not forced past the page cache: no key waits for the disk, and the loss of
   power costs the last words at most.
3. Where nothing is begun there is no file. A file that cannot be read counts as none.
"""

import contextlib
import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from goodpath_client.drafts import Drafts
from goodpath_client.kept_seats import too_many
from goodpath_client.private_file import write_privately
from goodpath_client.unasked import Unasked
from goodpath_client.widgets.desks import Desk
from goodpath_core.text import clean_block, clean_fragment, clean_line

DesksByRoom = dict[str, Desk]


@dataclass(frozen=True, slots=True)
class Begun:
    """What one seat has begun in all boxes, by the id of the persona that it was begun as."""

    chats: dict[str, DesksByRoom] = field(default_factory=dict)
    """Drafts of chats."""
    aloud: dict[str, DesksByRoom] = field(default_factory=dict)
    """What was to be said in the room."""
    pages: dict[str, Drafts] = field(default_factory=dict)
    """What was begun for pages."""
    unasked: list[Unasked] = field(default_factory=list)
    """What waits in the line mode to be asked for again, the oldest first."""


_NOTHING: Final = Begun()
_FORM: Final = TypeAdapter(Begun)


class KeptDrafts:
    """The file of the seat that is played at this terminal."""

    def __init__(self, folder: Path | None) -> None:
        """Keep files in `folder`, or keep nothing beyond this process if there is none."""
        self._folder = folder
        self._path: Path | None = None
        self._kept = b""
        self.token = ""
        """Token of the seat; empty before there is one."""

    def open(self, token: str) -> Begun:
        """Use the file of the seat with this token; what was begun there before."""
        self.token, self._kept = token, b""
        name = hashlib.sha256(token.encode()).hexdigest()[:32]
        self._path = self._folder / f"{name}.json" if self._folder else None
        with contextlib.suppress(OSError, ValueError):
            if self._path is not None:
                raw = self._path.read_bytes()
                found, self._kept = _FORM.validate_json(raw, strict=True), raw
                return _cleaned(found)
        return _NOTHING

    def keep(self, begun: Begun) -> bool:
        """Keep all that is begun now in place of what was begun before; what is the same costs nothing.

        Whether it is on the disk.
        """
        if begun == _NOTHING:
            self.drop()
            return self._path is not None and not self._kept
        raw = _FORM.dump_json(begun, exclude_defaults=True)
        if self._path is None or raw == self._kept:
            return self._path is not None
        # Without a writable home drafts live as long as the process.
        with contextlib.suppress(OSError):
            write_privately(self._path, raw)
            self._kept = raw
            for old in too_many(self._path.parent, self._path):
                old.unlink(missing_ok=True)
        return raw == self._kept

    @property
    def is_untouched(self) -> bool:
        """Whether the file holds what was kept here last, and not what another terminal has written."""
        with contextlib.suppress(OSError):
            return self._path is not None and self._path.read_bytes() == self._kept
        return not self._kept

    def drop(self) -> None:
        """Nothing is begun any more, or nothing of it can be sent."""
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
                self._kept = b""


def _cleaned(begun: Begun) -> Begun:
    """All texts as safe as they were when they were written: a file can be changed by anything."""
    return Begun(
        {persona: _clean_desks(desks) for persona, desks in begun.chats.items()},
        {persona: _clean_desks(desks) for persona, desks in begun.aloud.items()},
        {persona: _clean_page(page) for persona, page in begun.pages.items()},
        [one._replace(text=clean_block(one.text), why=clean_line(one.why)) for one in begun.unasked],
    )


def _clean_desks(desks: DesksByRoom) -> DesksByRoom:
    return {
        room: Desk(
            clean_block(desk.draft),
            desk.reply_to,
            refused=[
                one._replace(text=clean_block(one.text), why=clean_line(one.why)) for one in desk.refused
            ],
            pasted=clean_fragment(desk.pasted),
            covered=clean_block(desk.covered),
        )
        for room, desk in desks.items()
    }


def _clean_page(page: Drafts) -> Drafts:
    return Drafts(
        {box: clean_line(text) for box, text in page.texts.items()},
        [replace(post, text=clean_block(post.text)) for post in page.posts],
        [replace(word, text=clean_line(word.text)) for word in page.words],
    )
