"""Edits of a page's face for random play: words that come again, also in another part, and none."""

from typing import Final

FACE_EDITS: Final = (
    {"signature": "rude"},
    {"signature": "rude", "music": "a song"},
    {"signature": "fine", "music": "rude"},
    {"signature": ""},
    {"skin": "neon"},
    {"skin": "plain"},
)
"""Fields of `EditPage`, one edit each."""
