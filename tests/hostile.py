"""Put hostile text into every field of a session that a person or an author wrote, past all cleaning."""

import re
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import zip_longest
from typing import Any, NamedTuple

from client.widgets.test_message_list import ESCAPES, MARKUP
from goodpath_core.play import state
from goodpath_core.scenario import actions, cards, cast, phases, value, view

TEXT = frozenset(
    [
        "title",
        "paused",
        "questions",
        "step_out",
        "ask",
        "prompts",
        "room_text",
        "model",
        "notice",
        "text",
        "nickname",
        "signature",
        "face",
        "music",
        "about",
        "do",
        "dont",
        "characters",
        "say",
        "home",
        "work",
        "description",
        "genre",
        "tags",
        "room",
        "dream",
        "keeps_quiet",
        "wants_today",
        "comment",
        "answers",
        "comments",
        "reasons",
        "name",
        "pinyin",
        "number",
    ]
)
"""Names of the fields that hold words of a person or an author."""
STRUCTURE = frozenset(
    [
        "key",
        "own",
        "stage",
        "role",
        "persona",
        "id",
        "house",
        "place",
        "rule",
        "camera",
        "voice",
        "kind",
        "card",
        "gone",
        "owner",
        "skin",
        "visible_to",
        "of",
        "by",
        "date",
        "lives",
        "decks",
        "picture",
        "provenance",
        "taken",
        "room_picture",
        "to",
        "group",
        "does",
        "pages",
        "personas",
        "cards",
        "mentions",
        "members",
        "plugs",
        "likes",
        "reposts",
        "people",
        "first",
    ]
)
"""Names of the fields that hold ids and fixed words, which the rules choose and no person writes."""

_CONTROLS = "".join(map(chr, [*range(32), *range(127, 160)]))
_UNSEEN = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x2060]))
_UNSEEN += "\ufeff\U000e0001\U000e0041\u2028\u2029"


class Pass(NamedTuple):
    """Texts with which every field of a session is filled once."""

    texts: tuple[str, ...]
    """Field after field takes the next of them."""
    as_it_is: bool
    """Whether they are to be shown sign for sign: cleaning leaves them alone."""


def hostile_passes() -> list[Pass]:
    """Every control by something unseen, and every sequence, in every field; all markup, and each alone."""
    escapes = [one for one in ESCAPES if one != "\ud800"]
    signs = map("".join, zip_longest(_CONTROLS, _UNSEEN, fillvalue=""))
    unclean = ["x".join(signs), *_joined(escapes, 16)]
    half = len(MARKUP) // 2
    return [
        *(Pass((text,), False) for text in unclean),
        *(Pass((text,), True) for text in _joined(MARKUP, 14)),
        Pass(tuple(MARKUP), True),
        Pass(tuple(MARKUP[half:] + MARKUP[:half]), True),
    ]


def _joined(parts: Sequence[str], count: int) -> list[str]:
    """Some parts at a time, with a letter between two."""
    return ["x".join(parts[at : at + count]) for at in range(0, len(parts), count)]


def misshown(text: str, rest: str) -> str:
    """What stands where `text` should begin, if that is neither the text nor a part of it that was cut off.

    `rest` is the line from there to the edge of the window. Whatever lies on top may hide any part of it.
    """
    pairs = enumerate(zip(text, rest, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(text), len(rest)))
    if same in (len(text), len(rest)) or rest[same] in _EDGES:
        return ""
    if same and rest[same - 1] in _CUT:  # by chance the text has the same sign where it was cut off
        same -= 1
    enough = same >= min(_ENOUGH, len(text.split(" ")[0]))
    return "" if enough and rest[same] in _CUT else rest[: same + 9]


_EDGES = "│╭╮╰╯─▌▐█▔▁▂▃▄▅▆▇▀"
"""What boxes, scroll bars and pictures are drawn with."""
_CUT = " .…"
"""What may follow a text that was cut off or wrapped."""
_ENOUGH = 2
"""So many signs of a text are seen wherever its tag is; markup that is obeyed takes the first ones away."""


def poisoned(value: Any, words: Callable[[str], str], field: str = "") -> Any:
    """A copy of a state or a view in which every field of `TEXT` holds the `words` for its name."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{one.name: poisoned(getattr(value, one.name), words, one.name) for one in fields(value)}
        )
    if field == "comments":
        return [(seq, voice, words(field)) for seq, voice, _ in value]
    if isinstance(value, dict):
        return {key: poisoned(one, words, field) for key, one in value.items()}
    if type(value) in (list, tuple):
        return type(value)(poisoned(one, words, field) for one in value)
    return words(field) if isinstance(value, str) and field in TEXT else value


def unnamed_fields(*kinds: type) -> set[str]:
    """Fields that hold strings, in these values and all that they hold, which neither table names."""
    found: set[str] = set()
    for one in _held(set(kinds)):
        types = {field.name: re.sub(r"<class '(\w+)'>", r"\1", str(field.type)) for field in fields(one)}
        found |= {name for name, kind in types.items() if _STRINGS.fullmatch(kind)} - TEXT - STRUCTURE
    return found


_STRINGS = re.compile(r"str( \| None)?|typing\.Literal.*|(list|tuple)\[.*str.*\]|dict\[str, str\]")


def _held(kinds: set[type]) -> set[type]:
    """These dataclasses and those named in the types of their fields; a client has no whole scenario."""
    words = " ".join(str(field.type) for kind in kinds for field in fields(kind))
    parts = (state, actions, cards, cast, phases, value, view)
    known = [one for part in parts for one in vars(part).values() if isinstance(one, type)]
    named = {one for one in known if is_dataclass(one) and re.search(rf"\b{one.__name__}\b", words)}
    more = kinds | (named - {value.Scenario})
    return kinds if more == kinds else _held(more)
