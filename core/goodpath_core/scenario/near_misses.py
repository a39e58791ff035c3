"""Says what makes a word right that is nearly right: signs that are not seen, curly, wide, or left out."""

import re
import unicodedata
from collections.abc import Collection

from goodpath_core.scenario.scalars import split_keys

_LONGEST = 60
"""Characters of a word that is looked into; what is longer is no slip in one sign."""
_CURLY = re.compile("[“”„‟‘’‚‛＂]")
_WIDE_COMMA = re.compile("[，、]")
_UNSEEN = ("Cf", "Zs", "Zl", "Zp")
"""Categories of signs that show nothing."""


def hint_unseen(word: str) -> str:
    """What to do about the first sign in a word that is not seen; empty if all are."""
    for sign in word[:_LONGEST]:
        if sign != " " and unicodedata.category(sign) in _UNSEEN:
            return f"; the invisible character U+{ord(sign):04X} stands in it, delete it"
    return ""


def hint_unknown(word: str, known: Collection[str]) -> str:
    """What is missing in an unknown key that begins, or ends, with a known one."""
    before, colon, _ = word.partition(":")
    if colon and before in known:
        return "; a space is missing behind the colon"
    if word.startswith("-") and word[1:] in known:
        return "; a space is missing behind the hyphen"
    return ""


def hint_value(word: str) -> str:
    """What makes a number, a time or a switch of a word that is none; empty if nothing is near."""
    if len(word) > _LONGEST:
        return ""
    if _CURLY.search(word):
        return "; its quotation marks are curly, write straight ones"
    unseen = hint_unseen(word)
    plain = unicodedata.normalize("NFKC", word)
    if not unseen and plain != word and plain.isascii():
        return f'; it has full-width signs, write "{plain}"'
    return unseen


def hint_keys(word: str) -> str:
    """What parts several keys that stand as one word; empty if they are not several keys."""
    if len(split_keys(word)) < 2:
        return ""
    if _WIDE_COMMA.search(word):
        return '; the comma in it is a full-width one, write "," and a space'
    return "; a comma is missing between the keys"
