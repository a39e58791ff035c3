"""A tree knows where everything in it stands, and how far the file follows a path."""

import pytest

from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import (
    Mark,
    Node,
    Path,
    find_all,
    find_key,
    find_mark,
    find_node,
    find_text,
    to_plain,
)

TEXT = """\
title: A town
people:
  ming: {age: 19, likes: [tea, rain]}
  lele:
groups:
  - [a, b]
  - c
"""


def tree() -> Node:
    root, complaints = parse_yaml(TEXT)
    assert root is not None and complaints == []
    return root


def test_a_tree_is_groups_lists_and_texts() -> None:
    assert to_plain(tree()) == {
        "title": "A town",
        "people": {"ming": {"age": "19", "likes": ["tea", "rain"]}, "lele": ""},
        "groups": [["a", "b"], "c"],
    }


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("title",), 1, 8),
        (("people",), 2, 1),
        (("people", "ming", "age"), 3, 15),
        (("people", "ming", "likes"), 3, 19),
        (("people", "ming", "likes", 1), 3, 32),
        (("people", "lele"), 4, 3),
        (("groups", 0), 6, 5),
        (("people", "nobody"), 2, 1),
        (("people", "nobody", "age"), 2, 1),
        (("people", "ming", "likes", 2), 3, 19),
        (("people", "ming", "likes", "tea"), 3, 19),
        (("title", "more"), 1, 8),
    ],
)
def test_a_path_leads_to_a_place_as_far_as_the_file_follows_it(path: Path, line: int, column: int) -> None:
    assert find_mark(tree(), path) == Mark(line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("title",), 1, 1),
        (("people", "ming", "age"), 3, 10),
        (("people", "nobody"), 2, 1),
        (("groups", 1), 7, 5),
        (("nobody", "age"), 1, 1),
    ],
)
def test_a_key_is_found_itself_and_not_what_hangs_below_it(path: Path, line: int, column: int) -> None:
    assert find_key(tree(), path) == Mark(line, column)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("title",), "A town"),
        (("people", "ming", "likes", 0), "tea"),
        (("people", "ming", "likes", 5), ""),
        (("people", "ming", "likes", "0"), ""),
        (("people", "ming"), ""),
        (("people", "nobody", "age"), ""),
        (("title", "more"), ""),
    ],
)
def test_a_text_is_empty_where_none_stands(path: Path, text: str) -> None:
    assert find_text(tree(), path) == text


def test_a_node_is_none_where_the_file_ends() -> None:
    node = find_node(tree(), ("groups", 0))
    assert node is not None and to_plain(node) == ["a", "b"]
    assert find_node(tree(), ("groups", 2)) is None


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("title", [(("title",), "A town")]),
        ("people.*.age", [(("people", "ming", "age"), "19")]),
        ("people.~", [(("people", "ming"), "ming"), (("people", "lele"), "lele")]),
        (
            "people.*.likes.*",
            [(("people", "ming", "likes", 0), "tea"), (("people", "ming", "likes", 1), "rain")],
        ),
        ("groups.*.*", [(("groups", 0, 0), "a"), (("groups", 0, 1), "b"), (("groups", 1, 0), "c")]),
        ("groups.*", [(("groups", 0), ""), (("groups", 1), "c")]),
        ("people.lele.*", []),
        ("groups.~", []),
        ("title.*.more", []),
        ("nobody.*", []),
    ],
)
def test_a_pattern_finds_all_it_leads_to(pattern: str, found: list[tuple[Path, str]]) -> None:
    assert [(hit.path, hit.text) for hit in find_all(tree(), pattern)] == found
