"""Turns YAML text into a tree, event by event, and refuses what a scenario does not need.

Anchors, aliases, merge keys, tags, directives and duplicate keys are refused, and so are depth and numbers of
entries beyond `limits`; what is refused for its size is refused before the rest is read. Nothing is built by
the YAML library itself: it only names what comes next.
"""

import re
from collections.abc import Iterator

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
from goodpath_core.scenario.misreadings import Misread, Place, Written, explain, find_colons
from goodpath_core.scenario.tree import Complaint, Entry, Mapping, Mark, Node, Scalar, Sequence

# The compiled parser; where there is none, the same library has the same parser in Python, only slower.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# What YAML may not hold at all. The library says the same, but where it stands it counts in bytes.
_INVISIBLE = re.compile("[^\t\n -~\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# One space: a comment that is meant as one mostly stands farther off, or in a line of its own.
_COMMENT = re.compile(r" (#[^\n]*)")
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
        return None, [*find_colons(text), _tell_invisible(text, invisible.start())]
    builder = _Builder(text)
    root: Node | None = None
    try:
        root = builder.build_document(yaml.parse(text, Loader=_LOADER))
    except _TooMuch:
        pass
    except Exception as error:
        # The one place where foreign code reads foreign text: more than its own errors may come out.
        builder.complaints += explain(_describe(error, builder), text)
    return root, builder.complaints


class _Builder:
    """Counts and refuses while it builds."""

    def __init__(self, text: str) -> None:
        self.complaints: list[Complaint] = []
        self.brackets: list[Place] = []
        """Where the brackets stand that are open, the innermost last."""
        self.last: ScalarEvent | None = None
        """The last text that could be read."""
        self._text = text
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
        return self._build_scalar(event, mark)

    def _build_scalar(self, event: Event, mark: Mark) -> Scalar:
        if not isinstance(event, ScalarEvent):
            # An alias has been refused already; as a text that is not empty it keeps its place.
            return Scalar(mark, "*")
        self.last = event
        return Scalar(mark, event.value, not event.style, self._find_comment(event.end_mark))

    def _find_comment(self, end: Place | None) -> tuple[Mark, str] | None:
        found = _COMMENT.match(self._text, end.index) if end else None
        return (Mark(end.line + 1, end.column + 2), found[1]) if end and found else None

    def _build_collection(
        self, event: SequenceStartEvent | MappingStartEvent, mark: Mark, events: Iterator[Event], depth: int
    ) -> Node:
        if event.flow_style and event.start_mark:
            self.brackets.append(event.start_mark)
        # What cannot be read ends the building, and leaves the brackets that are open.
        built: Node
        if isinstance(event, SequenceStartEvent):
            built = Sequence(mark, tuple(self._items(events, depth)), bool(event.flow_style))
        else:
            built = Mapping(mark, tuple(self._entries(events, depth)), bool(event.flow_style))
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


def _mark(place: Place | None) -> Mark:
    return Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)


def _describe(error: Exception, builder: _Builder) -> Misread | None:
    """What the library says of its own mistakes; None for all others."""
    if not (isinstance(error, MarkedYAMLError) and error.problem_mark):
        return None
    written, last = None, builder.last
    if last and last.start_mark and last.end_mark:
        written = Written(last.start_mark, last.end_mark, bool(last.style))
    said = f"{error.context} {error.problem}".removeprefix("None ")
    return Misread(said, error.context_mark, error.problem_mark, tuple(builder.brackets), written)


def _tell_invisible(text: str, index: int) -> Complaint:
    return locate(text, index), f"the invisible character U+{ord(text[index]):04X}; delete it"
