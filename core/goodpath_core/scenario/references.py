"""Checks that every key a scenario mentions is the key of something in it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from goodpath_core.scenario.limits import MOST_SUGGESTED, MOST_TOLD
from goodpath_core.scenario.nearest import find_nearest, suggest
from goodpath_core.scenario.scalars import EVERYBODY, shorten, split_keys
from goodpath_core.scenario.tree import Hit, Mark, Node, find_all
from goodpath_core.text import clean_line

PERSONA, PERSONAS, VOICE, NPC = "persona", "persona or the word everybody", "persona or NPC", "NPC"
HOUSE, GROUP, DECK, CARD = "house", "group", "deck", "card"

# Where each kind of key is made.
_MADE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        PERSONA: ("personas.~",),
        PERSONAS: ("personas.~",),
        VOICE: ("personas.~", "npcs.~"),
        NPC: ("npcs.~",),
        HOUSE: ("houses.~",),
        GROUP: ("groups.~",),
        DECK: ("decks.~",),
        CARD: ("cards.~",),
    }
)

# What each action mentions, by the key below the action's name.
IN_ACTIONS: tuple[tuple[str, str], ...] = (
    ("notice.group", GROUP),
    ("notice.by", NPC),
    ("say.group", GROUP),
    ("say.by", NPC),
    ("whisper.to", PERSONA),
    ("whisper.by", NPC),
    ("visitors.pages.*", PERSONAS),
    ("visitors.by", NPC),
    ("room.who.*", PERSONAS),
    ("phone.who.*", PERSONAS),
    ("narrate.to.*", PERSONAS),
    ("move.who.*", PERSONAS),
)

# Every place in the file that mentions a key.
_MENTIONED: tuple[tuple[str, str], ...] = (
    ("personas.*.lives", HOUSE),
    ("personas.*.ties.~", PERSONA),
    ("personas.*.decks.*", DECK),
    ("groups.*.owner", VOICE),
    ("groups.*.members.*", PERSONAS),
    ("decks.*.cards.*", CARD),
    ("before.*.by", VOICE),
    ("before.*.group", GROUP),
    ("before.*.card", CARD),
    ("before.*.likes.*", PERSONA),
    ("before.*.comments.*.by", VOICE),
    ("phases.*.places.~", PERSONA),
    ("phases.*.injects.*.when.by", PERSONA),
    *((f"phases.*.injects.*.{pattern}", kind) for pattern, kind in IN_ACTIONS),
    *((f"phases.*.injects.*.do.*.{pattern}", kind) for pattern, kind in IN_ACTIONS),
)

# Lists in which the same key twice is a slip.
_ONCE = (
    *("groups.*.members", "decks.*.cards", "before.*.likes", "personas.*.decks"),
    *(
        f"phases.*.injects.*.{step}{pattern.removesuffix('.*')}"
        for step in ("", "do.*.")
        for pattern, _ in IN_ACTIONS
        if pattern.endswith(".*")
    ),
)

# What somebody who made it surely meant to use.
_USED: tuple[tuple[str, str], ...] = (
    (HOUSE, "nobody lives in this house; give it to a persona as `lives`, or delete it"),
    (DECK, "nobody chooses from this deck; name it in the decks of a persona, or delete it"),
    (CARD, "this card is in no deck and in nobody's past; put it in a deck, or delete it"),
    (NPC, "this NPC never says anything; let it speak, or delete it"),
)


_SPEAK_AS = "write the key of an NPC here, or let the narrator say it with `narrate`"


@dataclass(frozen=True, slots=True)
class _Mention:
    hit: Hit
    """Where the key stands that is mentioned."""
    kind: str
    """What it must be the key of: one of the constants above, such as PERSONA."""


def check_references(root: Node) -> list[tuple[Mark, str]]:
    """Keys that lead nowhere, keys that come twice in a list, and things that nothing leads to."""
    made = {kind: _list_made(root, patterns) for kind, patterns in _MADE.items()}
    mentions = [
        _Mention(hit, kind) for pattern, kind in _MENTIONED for hit in find_all(root, pattern) if hit.text
    ]
    return [
        *_find_dangling(mentions, made),
        *islice(_find_doubles(root), MOST_TOLD + 1),
        *_find_unused(root, mentions, made),
    ]


def check_pictures(root: Node, pictures: Collection[str]) -> list[tuple[Mark, str]]:
    """Pictures that are named by a path, or by what is no name everywhere, or that are not in the folder."""
    hits = [*find_all(root, "cards.*.picture"), *find_all(root, "personas.*.room_picture")]
    wrong = [(hit, problem) for hit in hits if (problem := _judge_picture(hit.text.strip(), pictures))]
    return [
        (hit.mark, problem + (_hint_picture(hit.text.strip(), pictures) if index < MOST_SUGGESTED else ""))
        for index, (hit, problem) in enumerate(wrong[: MOST_TOLD + 1])
    ]


def _list_made(root: Node, patterns: tuple[str, ...]) -> dict[str, Mark]:
    return {hit.text: hit.mark for pattern in patterns for hit in find_all(root, pattern)}


def _find_dangling(mentions: list[_Mention], made: dict[str, dict[str, Mark]]) -> list[tuple[Mark, str]]:
    dangling = (
        mention
        for mention in mentions
        if mention.hit.text not in made[mention.kind]
        and not (mention.kind == PERSONAS and mention.hit.text == EVERYBODY)
        # Several keys that lack only their commas are told as no key.
        and len(split_keys(mention.hit.text)) == 1
    )
    return [
        (mention.hit.mark, _describe(mention, made, index < MOST_SUGGESTED))
        for index, mention in enumerate(islice(dangling, MOST_TOLD + 1))
    ]


def _describe(mention: _Mention, made: dict[str, dict[str, Mark]], suggesting: bool) -> str:
    found = mention.hit.text
    if mention.kind == NPC and found in made[PERSONA]:
        return f'"{shorten(found)}" is a persona, and in play only its player speaks for it; {_SPEAK_AS}'
    known = made[mention.kind] if suggesting else ()
    return f'expected the key of a {mention.kind}; "{shorten(found)}" is none{suggest(found, known)}'.replace(
        "of a NPC", "of an NPC"
    )


def _find_doubles(root: Node) -> Iterator[tuple[Mark, str]]:
    for pattern in _ONCE:
        seen: set[tuple[object, ...]] = set()
        for hit in find_all(root, f"{pattern}.*"):
            where = (*hit.path[:-1], hit.text)
            if hit.text and where in seen:
                yield hit.mark, f'"{shorten(hit.text)}" stands twice in this list; delete one'
            seen.add(where)


def _find_unused(
    root: Node, mentions: list[_Mention], made: dict[str, dict[str, Mark]]
) -> list[tuple[Mark, str]]:
    used = {(mention.kind, mention.hit.text) for mention in mentions}
    used = {(kind, key) for kind, text in used for key in split_keys(text)}
    used |= {(NPC, text) for kind, text in used if kind == VOICE}
    with_decks = {hit.path[1] for hit in find_all(root, "personas.*.decks")}
    if len(with_decks) < len(made[PERSONA]):
        # Whoever names no decks chooses from all of them.
        used |= {(DECK, key) for key in made[DECK]}
    return [
        (mark, text) for kind, text in _USED for key, mark in made[kind].items() if (kind, key) not in used
    ]


def _judge_picture(name: str, pictures: Collection[str]) -> str:
    if not name:
        return ""
    for no_name, words in _NO_NAMES:
        if no_name.search(name):
            return words
    if clean_line(name) != name:
        return _NAME_WORDS
    return "" if name in pictures else f'there is no "{shorten(name)}" in the folder pictures/'


def _hint_picture(name: str, pictures: Collection[str]) -> str:
    if any(no_name.search(name) for no_name, _ in _NO_NAMES):
        return ""
    # Compared without their endings: all pictures end alike, which makes no two of them near.
    stems = {_stem(picture): picture for picture in pictures}
    near = find_nearest(_stem(name), stems)
    return f'; did you mean "{stems[near[0]]}"?' if near else ""


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


_NAME_WORDS = (
    "expected a file name that every computer can keep: letters, digits, hyphens, an ending, "
    "and not a word such as CON or NUL before it"
)
# What is a path, and what is no file on some system; the same on every system, so that a scenario can travel.
_NO_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"[/\\:\0]|\.\.|^\.$"),
        "expected the bare name of a file in the folder pictures/, without any path",
    ),
    (re.compile(r'[<>"|?*]|\.$'), _NAME_WORDS),
    (
        re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", re.IGNORECASE),
        _NAME_WORDS,
    ),
)
