"""Turns YAML text into a tree, event by event, and refuses what a scenario does not need.

Anchors, aliases, merge keys, tags, directives and duplicate keys are refused, and so are depth and numbers of
entries beyond `limits`. The library is slow, so what is refused for its size is refused before the rest is
read. Nothing is built by the YAML library itself: it only names what comes next.
"""

import re
from collections.abc import Iterator
from itertools import islice

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
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
from ruamel.yaml.reader import ReaderError

from goodpath_core.scenario.limits import (
    MOST_DEPTH,
    MOST_NODES,
    MOST_PROBLEMS,
    MOST_WIDE,
    TOO_DEEP,
    find_excess,
    find_room,
    locate,
)
from goodpath_core.scenario.tree import Entry, Mapping, Mark, Node, Scalar, Sequence

Complaint = tuple[Mark, str]

# What the YAML library says, and what it means to somebody who writes a scenario. First match counts.
_PLAIN_WORDS: tuple[tuple[str, str], ...] = (
    (r"character '\\t'", "a tab stands here; indent with spaces"),
    (r"character '([@`%|>*&!])'", 'a text may not begin with "{0}"; put it in quotation marks'),
    (r"mapping values are not allowed", "a second colon; put the text in quotation marks, or indent less"),
    (r"could not find expected ':'", "expected a colon and a space behind the key, or deeper indenting"),
    (r"unexpected end of stream", "a quotation mark is opened here and never closed"),
    (r"unknown escape character", "a backslash in \"...\" means something special; use '...' or write two"),
    (r"expected <block end>", "this line is indented differently from its neighbours"),
    (r"expected ',' or '(.)'", 'expected a comma or a closing "{0}"'),
    (r"sequence entries are not allowed", "a list dash may not stand behind a key; begin a new line"),
    (r"document (start|separator)|'<document start>'", "the scenario had ended here; check the indenting"),
)
_FULL_WIDTH_KEY = re.compile(r"^\s*(?:- )?[\w-]+(：)", re.MULTILINE)


class _TooMuch(Exception):
    """Reading stops here; the complaints so far are all there will be."""


def parse_yaml(text: str) -> tuple[Node | None, list[Complaint]]:
    """The tree, or None if there is none, and everything the file may not do."""
    excess = find_excess(text)
    if excess is not None:
        return None, [excess]
    builder = _Builder(find_room(text))
    root: Node | None = None
    try:
        root = builder.build_document(iter(YAML(typ="safe", pure=True).parse(text)))
    except _TooMuch:
        pass
    except Exception as error:
        # The one place where foreign code reads foreign text: besides its own errors the library
        # lets ValueError, OverflowError and RecursionError out.
        builder.complaints += _explain(error, text)
    return root, builder.complaints


class _Builder:
    """Counts and refuses while it builds."""

    def __init__(self, room: int) -> None:
        self.complaints: list[Complaint] = []
        self._room = room
        """How many entries there may be."""
        self._nodes = 0

    def build_document(self, events: Iterator[Event]) -> Node | None:
        """The first document's tree; a second document is a complaint."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if event.version is not None or event.tags:
                    self._refuse(event, "a % directive stands before the scenario; leave it out")
                if documents > 1:
                    self._refuse(event, "a second document begins here; expected one scenario in one file")
                    raise _TooMuch
            elif isinstance(event, NodeEvent):
                root = self._build(event, events, 1)
        return root

    def _build(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        self._count(event, depth)
        self._check(event)
        mark = _mark(event)
        if isinstance(event, SequenceStartEvent):
            return Sequence(mark, tuple(self._items(events, depth)))
        if isinstance(event, MappingStartEvent):
            return Mapping(mark, tuple(self._entries(events, depth)))
        # An alias has been refused already; as a text that is not empty it keeps its place.
        return Scalar(mark, event.value if isinstance(event, ScalarEvent) else "*")

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
            elif name == "<<" and isinstance(event, ScalarEvent) and event.style is None:
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
        if self._nodes > self._room:
            beside = "" if self._room == MOST_NODES else " beside so much text"
            self._refuse(event, f"the file holds more than {self._room:,} entries{beside}; make it shorter")
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
        self.complaints.append((_mark(event), text))
        if len(self.complaints) >= MOST_PROBLEMS:
            raise _TooMuch


def _mark(event: Event) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _explain(error: Exception, text: str) -> list[Complaint]:
    """The library's error in plain words; every full-width colon behind a key is named as well."""
    colons = [
        (locate(text, found.start(1)), 'a full-width colon "：" stands here; expected ":" and a space')
        for found in islice(_FULL_WIDTH_KEY.finditer(text), MOST_PROBLEMS)
    ]
    if isinstance(error, ReaderError):
        sign = ord(error.character) if isinstance(error.character, str) else error.character
        return [*colons, (locate(text, error.position), f"the invisible character U+{sign:04X}; delete it")]
    if isinstance(error, MarkedYAMLError):
        unclosed = "end of stream" in str(error.problem)
        place = (unclosed and error.context_mark) or error.problem_mark
        mark = Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)
        near = any(mark.line - 2 <= colon.line <= mark.line for colon, _ in colons)
        return colons if near else [*colons, (mark, _put_plainly(f"{error.context} {error.problem}"))]
    return [*colons, (Mark(1, 1), "YAML cannot read this file; look for a strange number or escape in it")]


def _put_plainly(problem: str) -> str:
    for pattern, words in _PLAIN_WORDS:
        found = re.search(pattern, problem)
        if found:
            return words.format(*found.groups())
    return f"YAML cannot read this: {problem.removeprefix('None ')}"
