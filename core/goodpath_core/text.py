"""Clean everything a person wrote, so that it is safe to store, compare and show in a terminal.

Server, client and exporters all use this one file. The rules, in order:

1. Lone surrogates become U+FFFD; the wire refuses them before they come this far.
2. Text is put into Unicode form NFC. NFKC is for name keys only: full-width styles in messages are kept.
3. CR LF, CR, NEL, the Unicode separators, VT, FF and 0x1C-0x1F become a newline (block) or a space (line);
   a tab becomes a space.
4. Every other control character and every noncharacter becomes U+FFFD: dropping it could join two halves of
   a sequence.
5. Signs that are not seen (bidi controls, tags, zero-width signs, fillers) are removed. U+200D stays between
   emoji and U+FE0F behind one, but not in names.
6. More than four combining marks in a row are cut (of more than thirty, the rest even before rule 2), more
   than three blank lines become one, spaces at the end of a line and blank lines at both ends go. In a
   fragment the marks alone: whether its blanks stand at an end is known of the whole only.
7. Lengths are counted in characters after cleaning. A character is at most four UTF-8 bytes and two cells,
   so one limit bounds all three.

Cleaning twice changes nothing more, and the result is never wider than the text with each control counted as
one cell. Ordinary text is recognised by one regular expression and comes back as it is.
"""

import re
import unicodedata
from typing import Final

from goodpath_core.confusables import LEET, LOOK_ALIKE, PAIRS
from goodpath_core.errors import Refused

AS_TYPED: Final = 2
"""A text may come so many times as long as its limit, which counts what cleaning leaves of it."""
LEAST_AS_TYPED: Final = 1000
"""So long each may come: who pastes too much into a small box is told by how much it is too long."""
MESSAGE_LIMIT: Final = 4000
"""Longest message, in characters."""
NAME_LIMIT: Final = 32
"""Longest name, in characters."""
SIGNATURE_LIMIT: Final = 50
"""Longest signature, in characters."""
POST_LIMIT: Final = 140
"""Longest text of a post, in characters."""

RESERVED: Final = frozenset(
    ("teacher", "system", "narrator", "admin", "administrator", "moderator", "goodpath", "server", "operator")
)
"""Latin words no name may hold as a word, nor be when signs and spaces are left out."""
RESERVED_CHINESE: Final = ("老师", "教师", "系统", "旁白", "管理员", "主持人", "教员", "讲师")
"""Chinese words no name may hold anywhere."""

# Without U+2000 and U+2001, for which NFC has others.
_SPACES = " \u00a0\u1680\u2002-\u200a\u202f\u205f\u3000"
_SEEN = (
    "!-~\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0410-\u044f\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20c0\u2190-\u2328\u232b-\u23ff\u2460-\u27ff\u2b00-\u2b55\u3001-\u3029\u3030-\u303d\u3041-\u3096"
    "\u309d-\u30ff\u3105-\u312f\u31a0-\u31bf\u3220-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uff01-\uff9d\uffe0-\uffe6\ufffd\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff"
    "\U00020000-\U0002a6df"
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa"
    "\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
)
_TONES = "\U0001f3fb-\U0001f3ff"
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)

_ORDINARY = re.compile(f"(?:[{_SEEN}{_SPACES}]*[{_SEEN}])?")
_ORDINARY_LINES = re.compile(f"[{_SEEN}{_SPACES}\n]*")
_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
# The musical signs are here because NFC takes them apart into wider ones.
_BROKEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001d15e-\U0001d164\U0001d1bb-\U0001d1c0]"
)
_REMOVED = re.compile(
    f"[{_UNSEEN}]"
    rf"|(?<![{_EMOJI}0-9#*])\ufe0f|(?<=[0-9#*])\ufe0f(?!\u20e3)"
    rf"|(?<![{_EMOJI}])(?<![{_EMOJI}][\ufe0f{_TONES}])\u200d|\u200d(?![{_EMOJI}])"
)
_JOINED = re.compile(rf"\u200d[{_EMOJI}][\ufe0f{_TONES}]?|[\u200d\ufe0f]")
_NAME_SPACES = re.compile(f"[{_SPACES}\u2800]+")
_BLANK_LINES = re.compile("\n{5,}")
_TRIMMED = " \u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_MARKS_KEPT = 4
# Putting a long run of marks into normal form takes as long as the square of it; no script needs so many.
_MARKS_READ = 30
_MANY_MARKS = re.compile(rf"[^\w\0-\u02ff]{{{_MARKS_READ + 1},}}")
_NOT_WORD = re.compile(r"[\W_]+")


def as_typed(limit: int) -> int:
    """Characters in which a text with this limit may come, before anything of it is cleaned."""
    return max(AS_TYPED * limit, LEAST_AS_TYPED)


def clean_line(text: str) -> str:
    """Return the text as one safe line: no control, no bidi sign, no newline."""
    if _ORDINARY.fullmatch(text):
        return text
    return _reformed(_BREAK.sub(" ", text)).rstrip(_TRIMMED)


def clean_block(text: str) -> str:
    """Return the text as safe lines parted by newlines, the only control left in it."""
    if _ORDINARY.fullmatch(text):
        return text
    lines = "\n".join(line.rstrip(_TRIMMED) for line in _reformed(_BREAK.sub("\n", text)).split("\n"))
    return _BLANK_LINES.sub("\n\n", lines.strip("\n"))


def clean_fragment(text: str) -> str:
    """Return a piece of a block as safe signs and newlines, with its blanks: a piece ends where others go on.

    The block that it becomes part of is still to be cleaned.
    """
    return _reformed(_BREAK.sub("\n", text))


def clean_name(text: str) -> str:
    """Return the text as a name: one line, single spaces, nothing unseen; empty if nothing in it is seen."""
    name = text if _ORDINARY.fullmatch(text) else _named(text)
    name = _NAME_SPACES.sub(" ", name).strip(" ")
    return name if any(_is_seen(sign) for sign in name) else ""


def name_key(name: str) -> str:
    """Return what two names share when people could take one for the other; empty for an empty name.

    Compared are keys, shown are names. Case, width, accents, spaces, Cyrillic and Greek twins, `0` and `o`,
    `1`, `l` and `i`, traditional and simplified characters make no difference.
    """
    return _skeleton(_folded(name).replace(" ", ""))


def is_reserved(name: str) -> bool:
    """Tell whether a name would pass for the teacher, the system or the narrator."""
    folded = _folded(name)
    plain = [_skeleton(word) for word in _NOT_WORD.split(folded)]
    leet = [_skeleton(word.translate(LEET)) for word in folded.split()]
    words = {*plain, *leet, "".join(plain), "".join(leet), _NOT_WORD.sub("", "".join(leet))}
    trimmed = {word.rstrip("0123456789ol") for word in words}
    joined = "".join(plain)
    return bool((words | trimmed) & _RESERVED_KEYS) or any(word in joined for word in RESERVED_CHINESE)


def check_length(text: str, limit: int) -> None:
    """Raise `Refused` with code `too_long` when a cleaned text has more than `limit` characters."""
    over = len(text) - limit
    if over > 0:
        raise over_limit(over, limit)


def over_limit(over: int, limit: int, what: str = "it") -> Refused:
    """The refusal of a text, called `what`, that has `over` characters more than its limit."""
    return Refused("too_long", f"Make {what} shorter by {over}: at most {limit} characters fit.")


def clean_speech(text: str, limit: int) -> str:
    """Clean what is to be said or thought; raise `Refused`, as `too_long` or `empty`, if it cannot be."""
    words = clean_block(text).strip()
    check_length(words, limit)
    if not words:
        raise Refused("empty", "There is nothing to say; write something first.")
    return words


def _reformed(text: str) -> str:
    """Apply the rules that look at signs rather than at lines."""
    if _ORDINARY_LINES.fullmatch(text):
        return text
    text = _BROKEN.sub("\ufffd", text.replace("\t", " "))
    return _normal(_REMOVED.sub("", text))


def _named(text: str) -> str:
    """Clean a name; of emoji joined into one picture the first is kept, so that it grows no wider."""
    text = _BROKEN.sub("\ufffd", _BREAK.sub(" ", text).replace("\t", " "))
    text = _JOINED.sub("", _REMOVED.sub("", text))
    return _normal(text)


def _normal(text: str) -> str:
    """Put the text into form NFC, with no more combining marks in a row than are allowed."""
    short = _MANY_MARKS.sub(lambda found: _thinned(found[0], _MARKS_READ), text)
    return _thinned(unicodedata.normalize("NFC", short), _MARKS_KEPT)


def _thinned(text: str, most: int) -> str:
    """Cut every run of combining marks to `most`."""
    kept: list[str] = []
    run = 0
    for sign in text:
        run = run + 1 if unicodedata.category(sign)[0] == "M" else 0
        if run <= most:
            kept.append(sign)
    return "".join(kept)


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPSC" and sign != "\u2800"


def _folded(name: str) -> str:
    """Return a clean name without case, width and accents."""
    plain = unicodedata.normalize("NFKC", clean_name(name)).casefold()
    parted = unicodedata.normalize("NFKD", plain)
    return unicodedata.normalize("NFKC", "".join(sign for sign in parted if _is_base(sign)))


def _is_base(sign: str) -> bool:
    return unicodedata.category(sign)[0] != "M"


def _skeleton(word: str) -> str:
    """Replace signs, then pairs of signs, by the one they look like."""
    word = word.translate(LOOK_ALIKE)
    for pair, single in PAIRS:
        word = word.replace(pair, single)
    return word


_RESERVED_KEYS = frozenset(_skeleton(word) for word in RESERVED)
