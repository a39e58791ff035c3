"""Hostile scenario files: what stands in each, and where and in which words it is refused."""

from typing import Final, NamedTuple


class Bomb(NamedTuple):
    """A file that nobody writes by mistake."""

    text: str
    line: int
    """Where its refusal points; lines and columns count from 1."""
    column: int
    words: str
    """A part of what is told there."""


_MERGES = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}, *{a}]}}\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)
_ALIASES = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)
_ROW = f"[{', '.join(['x'] * 200)}]"
_UNKNOWN = "cards:\n" + "".join(
    f"  c{n}:\n" + "".join(f"    titel{m}: x\n" for m in range(7)) for n in range(248)
)
_LONG_KEYS = "cards:\n" + "".join(
    f"  c{n}:\n" + "".join(f"    {'titel' * 24}{m}: x\n" for m in range(6)) for n in range(248)
)
_NAMES = "npcs:\n" + "".join(f"  somebody-{n}: {{name: x, about: x}}\n" for n in range(60))
_DANGLING = "".join(
    f"  - {{at: -3d, by: nobody-{n}, post: x, card: nothing-{n}, likes: [anybody-{n}, anyone-{n}]}}\n"
    for n in range(248)
)
_WIDE = "more than 250 entries stand side by side"
_DEEP = "nested more than 20 deep"

BOMBS: Final[dict[str, Bomb]] = {
    "an anchor": Bomb("title: &x A\n", 1, 8, 'the anchor "&x" is not allowed'),
    "an alias": Bomb("title: A\nabout: *x\n", 2, 8, 'the alias "*x" is not allowed'),
    "aliases of aliases": Bomb(_ALIASES, 1, 4, "anchor"),
    "merges of merges": Bomb(_MERGES, 1, 4, "anchor"),
    "a merge key": Bomb("title: A\n<<: {about: B}\n", 2, 1, 'the merge key "<<" is not allowed'),
    "thousands of anchors": Bomb("- &a x\n" * 3_000, 1, 3, "anchor"),
    "ten thousand anchors": Bomb("- &a x\n" * 10_000, 4_001, 1, "more than 4,000 entries"),
    "a directive": Bomb("%TAG ! tag:x,2000:\n---\ntitle: A\n", 2, 1, "a % directive stands before"),
    "a second document": Bomb("title: A\n---\ntitle: B\n", 2, 1, "a second document begins here"),
    "a key twice": Bomb("title: A\ntitle: B\n", 2, 1, 'the key "title" stands here twice'),
    "a list as a key": Bomb("? [a, b]\n: c\n", 1, 3, "a key is one word here"),
    "brackets without end": Bomb("a: " + "[" * 5_000, 1, 4_003, "more than 4,000 entries"),
    "a thousand brackets": Bomb("a: " + "[" * 1_000, 1, 24, _DEEP),
    "a thousand braces": Bomb("{a: " * 1_000, 1, 81, _DEEP),
    "dashes without end": Bomb("- " * 5_000, 1, 41, _DEEP),
    "questions without end": Bomb("? " * 5_000, 1, 41, _DEEP),
    "indenting without end": Bomb("".join(" " * i + "a:\n" for i in range(500)), 20, 20, _DEEP),
    "a list of thousands": Bomb("- a\n" * 5_000, 4_001, 1, "more than 4,000 entries"),
    "thousands in one line": Bomb("a: [" + "b," * 4_001 + "]", 1, 8_002, "more than 4,000 entries"),
    "thousands without spaces": Bomb("a: [" + "b,b," * 2_001 + "]", 1, 8_002, "more than 4,000 entries"),
    "thousands of keys": Bomb("".join(f"k{n}: x\n" for n in range(5_000)), 4_001, 6, "4,000 entries"),
    "hundreds of keys": Bomb("".join(f"k{n}: x\n" for n in range(2_990)), 251, 1, _WIDE),
    "hundreds in a list": Bomb("a:\n" + "- x\n" * 2_990, 252, 3, _WIDE),
    "hundreds of braces": Bomb("cards:\n" + "".join(f" k{n}: {{}}\n" for n in range(1_900)), 252, 2, _WIDE),
    "lists in a list": Bomb(f"a: [{', '.join([_ROW] * 18)}]\n", 1, 1, '"a" is not known here'),
    "unknown keys without end": Bomb(_UNKNOWN, 3, 5, '"titel0" is not known here; did you mean "title"?'),
    "long unknown keys without end": Bomb(_LONG_KEYS, 720, 128, "entries beside so much text"),
    "names of nobody": Bomb(f"{_NAMES}before:\n{_DANGLING}", 63, 19, '"nobody-0" is none'),
    "names in a flood of text": Bomb(f"about: {'x' * 220_000}\nbefore:\n{_DANGLING}", 21, 19, "so much text"),
    "255 KiB of one line": Bomb("a: " + "x" * 255 * 1024, 1, 1, "more than 1 entries beside so much text"),
    "lines of nothing": Bomb("\n" * 30_000, 10_001, 1, "more than 10,000 lines"),
    "lines of one sign": Bomb("a: " + "x\n  " * 9_990, 1, 1, '"a" is not known here'),
    "a flood of words": Bomb("a: " + "x " * 60_000, 1, 30_002, "more than 15,000 words"),
    "a flood of words in quotation marks": Bomb(f'a: "{"x " * 60_000}"', 1, 30_003, "15,000 words"),
    "a flood of backslashes": Bomb('a: "' + "\\t" * 60_000 + '"', 1, 15_003, "more than 15,000 words"),
    "a flood of quotation marks": Bomb("a: '" + "''" * 60_000 + "'", 1, 1, '"a" is not known here'),
    "a flood of full-width colons": Bomb(
        "a: b: c\n" + "".join(f"k{n}：\n" for n in range(9_000)), 1, 5, "a second colon"
    ),
    "a flood of marks on one letter": Bomb("minutes: a" + "\u0301" * 60_000, 1, 10, "a whole number"),
    "a key without end": Bomb("x" * 120_000 + ": a\n", 1, 120_001, "a second colon"),
    "257 KiB of one line": Bomb("a: " + "x" * 257 * 1024, 1, 262_145, "more than 256 KiB"),
    "258 KiB of Chinese": Bomb("a: b\nc: " + "字" * 86 * 1024, 2, 87_382, "more than 256 KiB"),
    "a giant escape": Bomb('a: "\\UFFFFFFFF"\n', 1, 1, "YAML cannot read this file"),
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
