"""Turns YAML text into a tree, event by event, and refuses what a scenario does not need.

Anchors, aliases, merge keys, tags, directives and duplicate keys are refused, and so are depth and numbers of
entries beyond `limits`; what is refused for its size is refused before the rest is read. Nothing is built by
the YAML library itself: it only names what comes next.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, Protocol

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from goodpath_core.scenario.limits import (
    MOST_DEPTH,
    MOST_NODES,
    MOST_PROBLEMS,
    MOST_WIDE,
    TOO_DEEP,
    find_excess,
    locate,
)
from goodpath_core.scenario.tree import Entry, Mapping, Mark, Node, Scalar, Sequence

Complaint = tuple[Mark, str]

# The compiled parser; where there is none, the same library has the same parser in Python, only slower.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Place(Protocol):
    """Where the library is in the text; all three count characters from 0."""

    line: int
    column: int
    index: int


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


_TAB = "a tab stands here; indent with spaces"
_BEGINS = 'a text may not begin with "{0}"; put it in quotation marks'
_SECOND_COLON = "a second colon; put the text in quotation marks, or indent less"
_BACKSLASH = "a backslash in \"...\" means something special; use '...' or write two"
_HAD_ENDED = "what began before this had ended already; put all of it in quotation marks"
_INDENTED = "this line is indented differently from its neighbours"
# First match counts. Behind what the library says stand where in its line the place is, and the sign there.
_MEANINGS: tuple[_Meaning, ...] = (
    _Meaning(r"tab character|cannot start any token.* '\\t'$", _TAB),
    _Meaning(r"(?:cannot start any token|node content).* '(.)'$", _BEGINS),
    _Meaning(r"node content", "a text is missing here", in_bracket=True),
    _Meaning(r"mapping keys are not allowed", 'a text may not begin with "?"; put it in quotation marks'),
    _Meaning(r"(?:scanning|parsing) an? (?:alias|anchor|tag|block scalar) .* '(.)'$", _BEGINS, True),
    _Meaning(r"mapping values are not allowed", _SECOND_COLON),
    _Meaning(r"found unexpected ':'", "a colon without a space behind it; write one, or quote the text"),
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
# What YAML may not hold at all. The library says the same, but where it stands it counts in bytes.
_INVISIBLE = re.compile("[^\t\n -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A line ends where it ends for editors. The last three end one for YAML too; here they are spaces.
_LINE_ENDS = (("\r\n", "\n"), ("\r", "\n"), ("\x85", " "), ("\u2028", " "), ("\u2029", " "))


class _TooMuch(Exception):
    """Reading stops here; the complaints so far are all there will be."""


def parse_yaml(text: str) -> tuple[Node | None, list[Complaint]]:
    """The tree, or None if there is none, and everything the file may not do."""
    text = text.removeprefix("\ufeff")
    for written, read in _LINE_ENDS:
        text = text.replace(written, read)
    excess = find_excess(text)
    if excess is not None:
        return None, [excess]
    invisible = _INVISIBLE.search(text)
    if invisible is not None:
        return None, [*_find_colons(text), _tell_invisible(text, invisible.start())]
    builder = _Builder()
    root: Node | None = None
    try:
        root = builder.build_document(yaml.parse(text, Loader=_LOADER))
    except _TooMuch:
        pass
    except Exception as error:
        # The one place where foreign code reads foreign text: more than its own errors may come out.
        builder.complaints += _explain(error, text, builder.brackets)
    return root, builder.complaints


class _Builder:
    """Counts and refuses while it builds."""

    def __init__(self) -> None:
        self.complaints: list[Complaint] = []
        self.brackets: list[_Place] = []
        """Where the brackets stand that are open, the innermost last."""
        self._nodes = 0

    def build_document(self, events: Iterator[Event]) -> Node | None:
        """The first document's tree; a second document is a complaint."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document begins here; expected one scenario in one file")
                    raise _TooMuch
            elif isinstance(event, NodeEvent):
                root = self._build(event, events, 1)
        return root

    def _build(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        self._count(event, depth)
        self._check(event)
        mark = _mark(event.start_mark)
        if isinstance(event, SequenceStartEvent | MappingStartEvent):
            return self._build_collection(event, mark, events, depth)
        # An alias has been refused already; as a text that is not empty it keeps its place.
        return Scalar(mark, event.value if isinstance(event, ScalarEvent) else "*")

    def _build_collection(
        self, event: SequenceStartEvent | MappingStartEvent, mark: Mark, events: Iterator[Event], depth: int
    ) -> Node:
        if event.flow_style and event.start_mark:
            self.brackets.append(event.start_mark)
        # What cannot be read ends the building, and leaves the brackets that are open.
        built: Node
        if isinstance(event, SequenceStartEvent):
            built = Sequence(mark, tuple(self._items(events, depth)))
        else:
            built = Mapping(mark, tuple(self._entries(events, depth)))
        if event.flow_style and event.start_mark:
            self.brackets.pop()
        return built

    def _items(self, events: Iterator[Event], depth: int) -> Iterator[Node]:
        for index, event in enumerate(events):
            if isinstance(event, SequenceEndEvent):
                return
            self._count_wide(event, index)
            yield self._build(event, events, depth + 1)

    def _entries(self, events: Iterator[Event], depth: int) -> Iterator[Entry]:
        first: dict[str, int] = {}
        for index, event in enumerate(events):
            if isinstance(event, MappingEndEvent):
                return
            self._count_wide(event, index)
            key = self._build(event, events, depth + 1)
            value = self._build(next(events), events, depth + 1)
            name = key.text if isinstance(key, Scalar) else ""
            if not isinstance(key, Scalar):
                self._refuse(event, "a key is one word here, not a list or a mapping")
            elif name == "<<" and isinstance(event, ScalarEvent) and not event.style:
                self._refuse(event, 'the merge key "<<" is not allowed; write the lines out')
            elif name in first:
                self._refuse(
                    event, f'the key "{name[:40]}" stands here twice; its first is in line {first[name]}'
                )
            else:
                first[name] = key.mark.line
                yield Entry(name, key.mark, value)

    def _count(self, event: Event, depth: int) -> None:
        self._nodes += 1
        if depth > MOST_DEPTH:
            self._refuse(event, TOO_DEEP)
            raise _TooMuch
        if self._nodes > MOST_NODES:
            self._refuse(event, f"the file holds more than {MOST_NODES:,} entries; make it shorter")
            raise _TooMuch

    def _count_wide(self, event: Event, before: int) -> None:
        if before >= MOST_WIDE:
            self._refuse(event, f"more than {MOST_WIDE} entries stand side by side here; expected fewer")
            raise _TooMuch

    def _check(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            self._refuse(
                event, f'the alias "*{event.anchor}" is not allowed; write the text out, or quote it'
            )
            return
        if isinstance(event, NodeEvent) and event.anchor is not None:
            self._refuse(event, f'the anchor "&{event.anchor}" is not allowed; leave it out')
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag is not None:
            self._refuse(event, f'the tag "{str(event.tag)[:60]}" is not allowed; leave it out, or quote it')

    def _refuse(self, event: Event, text: str) -> None:
        self.complaints.append((_mark(event.start_mark), text))
        if len(self.complaints) >= MOST_PROBLEMS:
            raise _TooMuch


def _mark(place: _Place | None) -> Mark:
    return Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)


def _explain(error: Exception, text: str, brackets: list[_Place]) -> list[Complaint]:
    """The library's error in plain words; every full-width colon behind a key is named as well."""
    colons = _find_colons(text)
    if not (isinstance(error, MarkedYAMLError) and error.problem_mark):
        return [
            *colons,
            (Mark(1, 1), "YAML cannot read this file; look for a strange number or escape in it"),
        ]
    # A pair within a list is taken for a mapping, but nothing was opened for it.
    opened = [place for place in brackets if text[place.index : place.index + 1] in ("[", "{")]
    mark, words = _put_plainly(error, error.problem_mark, text, opened)
    near = any(mark.line - 2 <= colon.line <= mark.line for colon, _ in colons)
    return colons if near else [*colons, (mark, words)]


def _find_colons(text: str) -> list[Complaint]:
    return [
        (locate(text, found.start(1)), 'a full-width colon "：" stands here; expected ":" and a space')
        for found in islice(_FULL_WIDTH_KEY.finditer(text), MOST_PROBLEMS)
    ]


def _tell_invisible(text: str, index: int) -> Complaint:
    return locate(text, index), f"the invisible character U+{ord(text[index]):04X}; delete it"


def _put_plainly(error: MarkedYAMLError, end: _Place, text: str, opened: list[_Place]) -> Complaint:
    """The library's error by its first meaning; `end` is where it gave up."""
    said = f"{error.context} {error.problem}".removeprefix("None ")
    meaning, place, found = next(
        (meaning, place, found)
        for meaning in _MEANINGS
        for place in [(meaning.at_beginning and error.context_mark) or end]
        if (found := re.search(meaning.said, f"{said} {_describe(place, text)}"))
    )
    words = meaning.words.format(*found.groups(), said=said)
    if meaning.in_bracket and opened:
        return _tell_in_bracket(words, place, opened[-1], text)
    return _find_place(place, text), words


def _tell_in_bracket(words: str, place: _Place, bracket: _Place, text: str) -> Complaint:
    """What is wrong within a bracket: the bracket itself, if the file ends and nothing has closed it."""
    sign, mark = text[bracket.index], _find_place(place, text)
    if not text[place.index :].strip():
        return _mark(bracket), f'a "{sign}" is opened here and never closed'
    opening = _mark(bracket).line
    return mark, words + (f'; the "{sign}" in line {opening} is still open' if opening < mark.line else "")


def _describe(place: _Place, text: str) -> str:
    """Where in its line the place is, and the sign that stands there."""
    before = text[: place.index].rpartition("\n")[2]
    where = "within a line" if before.strip("- ") else "first in its line"
    return f"{where} {text[place.index : place.index + 1]!r}"


def _find_place(place: _Place, text: str) -> Mark:
    """The place in the file; the library takes the end of a file for a line of its own."""
    return min(_mark(place), locate(text, len(text)))
