"""Name the faces that a page can begin with, so that they can be heard as well as seen."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "smile": "(^_^)",
        "bored": "(-_-)",
        "surprised": "(o.o)",
        "cheer": "\\(^o^)/",
        "cry": "(T_T)",
        "wince": "(>_<)",
        "cat": "=^.^=",
        "rose": "@}-,-'--",
        "fish": "<(--)>",
        "robot": "[o_o]",
        "headphones": "d(^_^)b",
        "sleepy": "~(=.=)~",
    }
)
"""Name -> signs; others can be written."""


def face_named(text: str) -> str:
    """The signs that a name stands for; any other text stands for itself."""
    return FACES.get(text.lower(), text)


def face_words(signs: str) -> str:
    """A face as it is read aloud: its name, or its signs if it has none."""
    return next((name for name, face in FACES.items() if face == signs), signs)
