"""Says in plain words what the YAML library could not read, and where a writer has to look."""

import re
from itertools import islice
from typing import NamedTuple, Protocol

from goodpath_core.scenario.limits import MOST_PROBLEMS, TOO_DEEP, locate
from goodpath_core.scenario.tree import Complaint, Mark


class Place(Protocol):
    """Where the library is in the text; all three count characters from 0."""

    line: int
    column: int
    index: int


class Written(NamedTuple):
    """A text of the file."""

    start: Place
    """Where it begins."""
    end: Place
    """Behind its last sign."""
    quoted: bool
    """Whether its end is marked, or its lines are: such a text swallows no other."""


class Misread(NamedTuple):
    """Where the library gave up, and what it knew then."""

    said: str
    """Its own words."""
    began: Place | None
    """Where the thing began that it could not read."""
    place: Place
    """Where it gave up."""
    brackets: tuple[Place, ...]
    """Where the brackets stand that are open, the innermost last."""
    last: Written | None
    """The last text that it could read."""


class _Slip(NamedTuple):
    """Something that no file needs, and that misleads the library some lines on."""

    pattern: re.Pattern[str]
    """Its group is what is wrong."""
    words: str
    """Told to the author; `{:04X}` is the number of the sign that is wrong."""


class _Meaning(NamedTuple):
    """What the YAML library says, and what it means to somebody who writes a scenario."""

    said: str
    """Pattern searched for in what the library says and in where it says so."""
    words: str
    """Told to the author; `{0}` is the pattern's first group, `{said}` the library's own words."""
    at_beginning: bool = False
    """Told where the thing began that YAML could not read, not where it gave up."""
    in_bracket: bool = False
    """An open bracket may be the mistake: where it stands is told as well."""
    of_bracket: str = ""
    """Told instead where the innermost open bracket stands: it is the mistake. `{sign}` is the bracket,
    `{line}` where the library gave up."""


_TAB = "a tab stands here; indent with spaces"
_BEGINS = 'a text may not begin with "{0}"; put it in quotation marks'
_LISTED = (
    'a "{sign}" is opened here, but a list with hyphens begins in line {line}; '
    'leave the "{sign}" out, or close it'
)
_NO_SPACE = "a colon without a space behind it; write one, or quote the text"
_SECOND_COLON = "a second colon; put the text in quotation marks, or indent less"
_BACKSLASH = "a backslash in \"...\" means something special; use '...' or write two"
_HAD_ENDED = "what began before this had ended already; put all of it in quotation marks"
_INDENTED = "this line is indented differently from its neighbours"
# First match counts. Behind what the library says stand where in its line the place is, and the sign there.
_MEANINGS: tuple[_Meaning, ...] = (
    _Meaning(r"tab character|cannot start any token.* '\\t'$", _TAB),
    _Meaning(
        r"(?:cannot start any token|node content).* first in its line '(-)'$", _BEGINS, of_bracket=_LISTED
    ),
    _Meaning(r"(?:cannot start any token|node content).* '(.)'$", _BEGINS),
    _Meaning(r"node content", "a text is missing here", in_bracket=True),
    _Meaning(r"mapping keys are not allowed", 'a text may not begin with "?"; put it in quotation marks'),
    _Meaning(r"(?:scanning|parsing) an? (?:alias|anchor|tag|block scalar) .* '(.)'$", _BEGINS, True),
    _Meaning(r"mapping values are not allowed", _SECOND_COLON),
    _Meaning(r"found unexpected ':'", _NO_SPACE),
    _Meaning(r"expected ':'", "expected a colon and a space behind the key, or deeper indenting"),
    _Meaning(
        r"unexpected (?:end of stream|document)", "a quotation mark is opened here and never closed", True
    ),
    _Meaning(r"unknown escape|hex\w* number", _BACKSLASH),
    _Meaning(r"Unicode character escape", "this escape stands for no sign; write the sign itself"),
    _Meaning(r"expected (?:<block end>|key|'-' indicator).* within a line", _HAD_ENDED),
    _Meaning(r"expected (?:<block end>|key|'-' indicator)", _INDENTED),
    _Meaning(r"expected ',' or '(.)'", 'expected a comma or a closing "{0}"', in_bracket=True),
    _Meaning(r"sequence entries are not allowed", "a list dash may not stand behind a key; begin a new line"),
    _Meaning(r"document start", "the scenario had ended here; check the indenting"),
    _Meaning(r"undefined tag handle.* '(.)'$", _BEGINS),
    _Meaning(r"maximum nesting depth", TOO_DEEP),
    # Whatever else this or another version of the library says.
    _Meaning("", "YAML cannot read this: {said}"),
)
_FULL_WIDTH_KEY = re.compile(r"^[^\S\n]*(?:- )?[\w-]+(：)", re.MULTILINE)
_TABS = re.compile(r"^ *(\t)", re.MULTILINE)
_SLIPS: tuple[_Slip, ...] = (
    _Slip(
        re.compile(r"^ *([^\S\n\t ])[^\S\n]*(?:- )?[\w-]+:", re.MULTILINE),
        "this is no ordinary space (U+{:04X}); delete it, and indent with the space bar",
    ),
    _Slip(re.compile(r"^ *(-)(?=[^\s\d-])", re.MULTILINE), "a hyphen without a space behind it; write one"),
    _Slip(re.compile(r"^ *(?:- )?[a-z][\w-]*(:)(?=[^\s/:])", re.MULTILINE), _NO_SPACE),
)
_NEAR = 2
"""Lines from a full-width colon to where the library gives up."""


def explain(misread: Misread | None, text: str) -> list[Complaint]:
    """What could not be read; every full-width colon behind a key is named as well."""
    colons = find_colons(text)
    if misread is None:
        strange = "YAML cannot read this file; look for a strange number or escape in it"
        return [*colons, (Mark(1, 1), strange)]
    mark, words = _find_slip(misread, text) or _find_open_quote(misread) or _put_plainly(misread, text)
    near = any(mark.line - _NEAR <= colon.line <= mark.line for colon, _ in colons)
    return colons if near else [*colons, (mark, words)]


def find_colons(text: str) -> list[Complaint]:
    """Every full-width colon that stands behind a key."""
    return [
        (locate(text, found.start(1)), 'a full-width colon "：" stands here; expected ":" and a space')
        for found in islice(_FULL_WIDTH_KEY.finditer(text), MOST_PROBLEMS)
    ]


def _find_slip(misread: Misread, text: str) -> Complaint | None:
    """The slip that led here: in this line, or in one that the library took for one with it."""
    last, place, began = misread.last, misread.place, misread.began
    first = place.index
    if last and not last.quoted and last.end.line >= place.line:
        first = last.start.index
    if began and misread.said.startswith("while scanning a simple key"):
        first = began.index
    end = text.find("\n", place.index)
    lines = max(0, text.rfind("\n", 0, first)), len(text) if end < 0 else end
    for slip in _SLIPS:
        for found in slip.pattern.finditer(text, *lines):
            words = slip.words.format(ord(found[1]))
            return locate(text, found.start(1)), words + _count_others(slip.pattern, text)
    return None


def _count_others(pattern: re.Pattern[str], text: str) -> str:
    others = sum(1 for _ in pattern.finditer(text)) - 1
    return f"; the same in {others} other line{'s' * (others > 1)}" if others > 0 else ""


def _find_open_quote(misread: Misread) -> Complaint | None:
    """A quotation mark that was forgotten ends its text at the next one, lines on."""
    last, place = misread.last, misread.place
    if not (last and last.quoted and last.start.line < last.end.line == place.line):
        return None
    closed = f"closed only in line {last.end.line + 1}"
    return _mark(last.start), f"a quotation mark is opened here and {closed}; close it where the text ends"


def _put_plainly(misread: Misread, text: str) -> Complaint:
    """What the library said, by its first meaning."""
    meaning, place, found = next(
        (meaning, place, found)
        for meaning in _MEANINGS
        for place in [(meaning.at_beginning and misread.began) or misread.place]
        if (found := re.search(meaning.said, f"{misread.said} {_describe(place, text)}"))
    )
    words = meaning.words.format(*found.groups(), said=misread.said)
    return _add_what_helps(misread, meaning, place, words, text)


def _add_what_helps(misread: Misread, meaning: _Meaning, place: Place, words: str, text: str) -> Complaint:
    """The place with its words, and what else a writer should look at."""
    mark = _find_place(place, text)
    # A pair within a list is taken for a mapping, but nothing was opened for it.
    opened = [
        bracket for bracket in misread.brackets if text[bracket.index : bracket.index + 1] in ("[", "{")
    ]
    if meaning.of_bracket and opened:
        sign = text[opened[-1].index]
        return _mark(opened[-1]), meaning.of_bracket.format(sign=sign, line=mark.line)
    if meaning.in_bracket and opened:
        mark, words = _tell_in_bracket(words, place, opened[-1], text)
    if meaning.words == _TAB:
        words += _count_others(_TABS, text)
    if meaning.words == _INDENTED:
        words += _tell_owner(place, text)
    if meaning.words == _INDENTED or meaning.in_bracket:
        words += _tell_comment(misread.last, place, text)
    return mark, words


def _tell_owner(place: Place, text: str) -> str:
    """The line to which a line belongs by its indenting, which may be the one that is wrong."""
    above = text[: place.index].split("\n")[:-1]
    for number, line in reversed([*enumerate(above, 1)]):
        written = line.lstrip(" ")
        if written[:1] not in ("", "#") and len(line) - len(written) < place.column:
            return f"; as it stands it belongs to line {number}"
    return ""


def _tell_comment(last: Written | None, place: Place, text: str) -> str:
    """Where a sign for numbers, or what else is meant by "#", has cut off the text before."""
    if last is None or last.quoted or place.line - last.end.line != 1:
        return ""
    cut = text.startswith(" #", last.end.index)
    return f'; what stands behind " #" in line {last.end.line + 1} is not read' if cut else ""


def _tell_in_bracket(words: str, place: Place, bracket: Place, text: str) -> Complaint:
    """What is wrong within a bracket: the bracket itself, if the file ends and nothing has closed it."""
    sign, mark = text[bracket.index], _find_place(place, text)
    if not text[place.index :].strip():
        return _mark(bracket), f'a "{sign}" is opened here and never closed'
    opening = _mark(bracket).line
    return mark, words + (f'; the "{sign}" in line {opening} is still open' if opening < mark.line else "")


def _describe(place: Place, text: str) -> str:
    """Where in its line the place is, and the sign that stands there."""
    before = text[: place.index].rpartition("\n")[2]
    where = "within a line" if before.strip("- ") else "first in its line"
    return f"{where} {text[place.index : place.index + 1]!r}"


def _find_place(place: Place, text: str) -> Mark:
    """The place in the file; the library takes the end of a file for a line of its own."""
    return min(_mark(place), locate(text, len(text)))


def _mark(place: Place) -> Mark:
    return Mark(place.line + 1, place.column + 1)
