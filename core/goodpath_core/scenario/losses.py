"""Finds text that YAML drops or parts without a word, for whoever wrote it to look at.

Nothing here is surely wrong, so that none of it keeps a scenario from being played.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from goodpath_core.scenario.limits import MOST_TOLD
from goodpath_core.scenario.scalars import shorten
from goodpath_core.scenario.tree import Complaint, Node, Scalar, Sequence, walk

_ENCLOSED = re.compile("[“”„][^“”„]+[“”]|[‘‚][^‘’‚]+’|＂[^＂]+＂", re.DOTALL)
_NO_LIST = re.compile(r"-[^\W\d]")
_DOTS = ("...", "…")


def find_losses(root: Node) -> list[Complaint]:
    """What may not be in the scenario as it was meant: each at its place, no more than may be told."""
    found = (loss for node in walk(root) for look in _LOOKS for loss in look(node))
    return sorted(islice(found, MOST_TOLD))


def _find_comment(node: Node) -> Iterator[Complaint]:
    """A sign for numbers, or words behind one, taken for a comment."""
    if not isinstance(node, Scalar) or not node.plain or node.comment is None:
        return
    mark, comment = node.comment
    is_glued = len(comment) > 1 and not comment[1].isspace()
    if is_glued or " " in node.text:
        told = f'"{shorten(comment)}" is a comment and not read'
        yield mark, f"{told}; if it belongs to the text, put all of it in quotation marks"


def _find_cut(node: Node) -> Iterator[Complaint]:
    """A sentence in brackets that goes on behind a comma: a capital begins it, and none what follows."""
    if not isinstance(node, Sequence) or not node.in_brackets:
        return
    texts = [item for item in node.items if isinstance(item, Scalar) and item.plain]
    if not texts or " " not in texts[0].text or not texts[0].text[0].isupper():
        return
    for item in islice((item for item in texts[1:] if _goes_on(item.text)), 1):
        words = "a new text begins behind the comma; if it is one with the text before, put both in quotation"
        yield item.mark, f"{words} marks"


def _goes_on(text: str) -> bool:
    return text[:1].islower() or text.startswith(_DOTS)


def _find_curly(node: Node) -> Iterator[Complaint]:
    if isinstance(node, Scalar) and node.plain and _ENCLOSED.fullmatch(node.text):
        yield (
            node.mark,
            "the curly quotation marks are a part of the text; write straight ones if they only enclose it",
        )


def _find_hyphen(node: Node) -> Iterator[Complaint]:
    if isinstance(node, Scalar) and node.plain and _NO_LIST.match(node.text):
        yield node.mark, "a hyphen without a space behind it begins no list; write one if a list is meant"


_LOOKS: tuple[Callable[[Node], Iterator[Complaint]], ...] = (
    _find_comment,
    _find_cut,
    _find_curly,
    _find_hyphen,
)
