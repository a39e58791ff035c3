"""Writes a paper that is made from a session: whole or not at all, and for its owner alone."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from goodpath_core.errors import GoodpathError
from goodpath_server.private import owner_only


def write_paper(out: Path, pieces: Iterable[str], way_out: str, encoding: str = "utf-8") -> None:
    """Write a paper in place of what was there.

    GoodpathError if it cannot be, with what to do then, which is `way_out`; what was there stays.
    """
    draft = out.with_name(f"{out.name}.{secrets.token_hex(4)}.part")
    with not_written(out, way_out):
        try:
            with open(draft, "x", encoding=encoding, newline="", opener=owner_only) as sheet:
                sheet.writelines(pieces)
            os.replace(draft, out)
        finally:
            _remove(draft)


def write_new_paper(out: Path, pieces: Iterable[str], way_out: str) -> None:
    """The same where nothing may lie yet: what came there meanwhile is somebody's, and stays."""
    with not_written(out, way_out), open(out, "x", opener=owner_only):
        pass
    try:
        write_paper(out, pieces, way_out)
    except BaseException:
        _remove(out)
        raise


@contextmanager
def not_written(out: Path, way_out: str) -> Iterator[None]:
    """Say of whatever fails in such a block that the paper cannot be written, and the way out."""
    try:
        yield
    except OSError as fault:
        why = fault.strerror or fault
        raise GoodpathError(f"{out} cannot be written ({why}); {way_out}") from None


def _remove(path: Path) -> None:
    # Where nothing can be written nothing can be removed either, and that was said already.
    with suppress(OSError):
        path.unlink(missing_ok=True)
