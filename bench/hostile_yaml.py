"""Hostile scenario files: what stands in each, and where and in which words it is refused."""

from typing import Final, NamedTuple


class Bomb(NamedTuple):
    """A file that nobody writes by mistake."""

    text: str
    """The whole file."""
    line: int
    """Where its refusal points; lines and columns count from 1."""
    column: int
    """In characters of that line, not in bytes."""
    words: str
    """A part of what is told there."""


_MERGES = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}, *{a}]}}\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)
_ALIASES = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)
_ROW = f"[{', '.join(['x'] * 240)}]"
_UNKNOWN = "cards:\n" + "".join(
    f"  c{n}:\n" + "".join(f"    titel{m}: x\n" for m in range(11)) for n in range(248)
)
_LONG_KEYS = "cards:\n" + "".join(
    f"  c{n}:\n" + "".join(f"    {'titel' * 24}{m}: x\n" for m in range(7)) for n in range(248)
)
_NAMES = "npcs:\n" + "".join(f"  somebody-{n}: {{name: x, about: x}}\n" for n in range(60))
_DANGLING = "".join(
    f"  - {{at: -3d, by: nobody-{n}, post: x, card: nothing-{n}, likes: [anybody-{n}, anyone-{n}]}}\n"
    for n in range(248)
)
_MEMBERS = "groups:\n" + "".join(
    f"  g{n}: {{name: x, owner: y, members: [{', '.join(['yu'] * 248)}]}}\n" for n in range(23)
)
_LIKES = "before:\n" + "".join(
    f"  - {{at: -3d, by: yu, post: x, card: y, likes: [{', '.join(f'n{m}' for m in range(245))}]}}\n"
    for n in range(23)
)
_COMMENTS = "before:\n" + "".join(f"  - {{comments: [{', '.join(['{}'] * 248)}]}}\n" for n in range(23))
_SHIFTS = "phases:\n" + "".join(
    f"  - {{places: {{{', '.join(f'K{m}: shfit' for m in range(240))}}}}}\n" for n in range(12)
)
_INJECTS = "phases:\n" + "".join(
    f"  - {{injects: [{', '.join(['{at: 9m, say: {group: x, by: y, text: z}}'] * 100)}]}}\n" for n in range(5)
)
_TAGS = "".join(f"%TAG !t{n}! tag:x\n" for n in range(12_000))
_WIDE = "more than 250 entries stand side by side"
_DEEP = "nested more than 20 deep"
_MANY = "more than 6,000 entries"
_PERCENT = 'a line may not begin with "%"'
_UNKNOWN_A = '"a" is not known here'

BOMBS: Final[dict[str, Bomb]] = {
    "an anchor": Bomb("title: &x A\n", 1, 8, 'the anchor "&x" is not allowed'),
    "an alias": Bomb("title: A\nabout: *x\n", 2, 8, 'the alias "*x" is not allowed'),
    "aliases of aliases": Bomb(_ALIASES, 1, 4, "anchor"),
    "merges of merges": Bomb(_MERGES, 1, 4, "anchor"),
    "a merge key": Bomb("title: A\n<<: {about: B}\n", 2, 1, 'the merge key "<<" is not allowed'),
    "thousands of anchors": Bomb("- &a x\n" * 3_000, 1, 3, "anchor"),
    "ten thousand anchors": Bomb("- &a x\n" * 10_000, 1, 3, "anchor"),
    "a directive": Bomb("%TAG ! tag:x,2000:\n---\ntitle: A\n", 1, 1, _PERCENT),
    "thousands of directives": Bomb(f"{_TAGS}---\ntitle: A\n", 1, 1, _PERCENT),
    "thousands of directives behind the end": Bomb(f"title: A\n...\n{_TAGS}---\n", 3, 1, _PERCENT),
    "a second document": Bomb("title: A\n---\ntitle: B\n", 2, 1, "a second document begins here"),
    "a key twice": Bomb("title: A\ntitle: B\n", 2, 1, 'the key "title" stands here twice'),
    "a list as a key": Bomb("? [a, b]\n: c\n", 1, 3, "a key is one word here"),
    "brackets without end": Bomb("a: " + "[" * 250_000, 1, 1_003, _DEEP),
    "a thousand brackets": Bomb("a: " + "[" * 900, 1, 23, _DEEP),
    "a thousand braces": Bomb("{a: " * 1_000, 1, 78, _DEEP),
    "dashes without end": Bomb("- " * 5_000, 1, 41, _DEEP),
    "questions without end": Bomb("? " * 5_000, 1, 41, _DEEP),
    "indenting without end": Bomb("".join(" " * i + "a:\n" for i in range(500)), 20, 20, _DEEP),
    "brackets with a pair before each": Bomb("a: " + "[{}, " * 50_000, 1, 95, _DEEP),
    "hyphens before each line": Bomb("a:\n" + " -b\n" * 60_000 + " c: d\n", 2, 2, "in 59999 other lines"),
    "a sea of keys without commas": Bomb(
        f'personas: {{a: {{decks: ["{"a b " * 60_000}"]}}}}', 1, 24, "a short key"
    ),
    "a list of thousands": Bomb("- a\n" * 60_000, 251, 3, _WIDE),
    "thousands in one line": Bomb("a: [" + "b," * 120_000 + "]", 1, 505, _WIDE),
    "thousands in many lists": Bomb(f"a: [{', '.join([_ROW] * 240)}]\n", 1, 17_970, _MANY),
    "hundreds of keys": Bomb("".join(f"k{n}: x\n" for n in range(2_990)), 251, 1, _WIDE),
    "hundreds in a list": Bomb("a:\n" + "- x\n" * 2_990, 252, 3, _WIDE),
    "hundreds of braces": Bomb("cards:\n" + "".join(f" k{n}: {{}}\n" for n in range(1_900)), 252, 2, _WIDE),
    "lists in a list": Bomb(f"a: [{', '.join([_ROW] * 24)}]\n", 1, 1, _UNKNOWN_A),
    "unknown keys without end": Bomb(_UNKNOWN, 3, 5, '"titel0" is not known here; did you mean "title"?'),
    "long unknown keys without end": Bomb(_LONG_KEYS, 3, 5, '..." is not known here'),
    "names of nobody": Bomb(f"{_NAMES}before:\n{_DANGLING}", 63, 19, '"nobody-0" is none'),
    "names in a flood of text": Bomb(
        f"about: {'x' * 220_000}\nbefore:\n{_DANGLING}", 3, 19, '"nobody-0" is none'
    ),
    "one member over and over": Bomb(_MEMBERS, 2, 41, '"yu" stands twice in this list'),
    "thousands of likes": Bomb(_LIKES, 2, 49, '"n0" is none'),
    "thousands of empty comments": Bomb(_COMMENTS, 2, 17, '"by" is missing'),
    "thousands of wrong words": Bomb(_SHIFTS, 2, 19, 'did you mean "shift"?'),
    "thousands of injects": Bomb(_INJECTS, 2, 5, '"name" is missing'),
    "255 KiB of one line": Bomb("a: " + "x" * 255 * 1024, 1, 1, _UNKNOWN_A),
    "lines of nothing": Bomb("\n" * 250_000, 1, 1, 'beginning with "title: ..."'),
    "lines of nothing before a mistake": Bomb("\n" * 250_000 + "a: b: c", 250_001, 5, "a second colon"),
    "spaces before a mistake": Bomb(" " * 250_000 + "a: b: c", 1, 250_005, "a second colon"),
    "lines of one sign": Bomb("a: " + "x\n  " * 60_000, 1, 1, _UNKNOWN_A),
    "a flood of words": Bomb("a: " + "x " * 120_000, 1, 1, _UNKNOWN_A),
    "a flood of words in quotation marks": Bomb(f'a: "{"x " * 120_000}"', 1, 1, _UNKNOWN_A),
    "a flood of backslashes": Bomb('a: "' + "\\t" * 120_000 + '"', 1, 1, _UNKNOWN_A),
    "a flood of quotation marks": Bomb("a: '" + "''" * 120_000 + "'", 1, 1, _UNKNOWN_A),
    "a flood of full-width colons": Bomb(
        "a: b: c\n" + "".join(f"k{n}：\n" for n in range(9_000)), 1, 5, "a second colon"
    ),
    "a flood of marks on one letter": Bomb("minutes: a" + "\u0301" * 120_000, 1, 10, "a whole number"),
    "marks above and below in turns": Bomb("about: a" + "\u0301\u0327" * 60_000, 1, 1, "is missing"),
    "a key without end": Bomb("x" * 250_000 + ": a\n", 1, 250_001, "a second colon"),
    "257 KiB of one line": Bomb("a: " + "x" * 257 * 1024, 1, 262_145, "more than 256 KiB"),
    "258 KiB of Chinese": Bomb("a: b\nc: " + "字" * 86 * 1024, 2, 87_382, "more than 256 KiB"),
    "a giant escape": Bomb('a: "\\UFFFFFFFF"\n', 1, 7, "this escape stands for no sign"),
    "a raw escape character": Bomb("a: b\nc: \x1b[2J\n", 2, 4, "U+001B"),
    "half a pair": Bomb("a: \ud800\n", 1, 4, "U+D800"),
}
"""Each is refused before anything is built from it, whatever it holds."""

TAGS: Final[dict[str, Bomb]] = {
    tag: Bomb(f"title: {tag} {value}\n", 1, 8, "the tag")
    for tag, value in (
        ("!!python/object:os.system", "{}"),
        ("!!python/object/new:os.system", "[ls]"),
        ("!!python/object/apply:os.system", "[ls]"),
        ("!!python/module:os", "''"),
        ("!!python/name:os.system", "''"),
        ("!!python/tuple", "[a, b]"),
        ("!!binary", "R29vZA=="),
        ("!!timestamp", "2013-07-14"),
        ("!!set", "{a, b}"),
        ("!!int", "3"),
        ("!secret", "A"),
        ("!<tag:yaml.org,2002:python/name:os.system>", "''"),
        ("!", "A"),
    )
}
"""What makes other YAML readers build something, or run it."""
