"""Tells by its first bytes whether a file was written from a session here, and in which form."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from goodpath_review.tables import COLUMNS

_LOOK_BYTES: Final = 16_384
_MARK: Final = b"\xef\xbb\xbf"
"""With it a table for spreadsheets begins."""
_BEGINS: Mapping[str, re.Pattern[bytes]] = MappingProxyType(
    {
        "html": re.compile(
            rb'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta name="generator" content="goodpath">'
        ),
        "md": re.compile(rb"# [^\n]*\n\n[^\n]*\n\n\*\*For the reviewer, not for the class\*\*"),
        "csv": re.compile(b"(?:" + _MARK + b")?" + ",".join(COLUMNS[:-1]).encode()),
        "jsonl": re.compile(rb'\{"seq": 1, "wall_ms": -?\d+, "world_s": -?\d+, '),
    }
)
"""Form -> how a file of it begins."""


def is_own(path: Path, form: str) -> bool:
    """Whether a file is what was written from a session in this form before: html, md, csv or jsonl."""
    with path.open("rb") as file:
        return _BEGINS[form].match(file.read(_LOOK_BYTES)) is not None
