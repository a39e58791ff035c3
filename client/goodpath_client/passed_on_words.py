"""Say of a post what it passes on: whose that is, and its words as they stand now, or how they went."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from goodpath_client.store import Store
from goodpath_core.play.moderation import HIDDEN
from goodpath_core.play.passed_on import LEFT, PassedOn, passed_on
from goodpath_core.play.posts import TAKEN_DOWN
from goodpath_core.play.state import Post
from goodpath_core.text import clean_line

_GONE: Mapping[str, str] = MappingProxyType(
    {
        HIDDEN: "whose post the teacher removed",
        TAKEN_DOWN: "who took the post down",
        LEFT: "whose post is no longer there",
    }
)
"""How a post went -> how that is said behind the name of whose it was."""


def origin_words(store: Store, post: Post, name: Callable[[str], str]) -> str:
    """Such as `passed on from Jia: “I saw the sea.”`; empty for an own post.

    `name` says who a persona is. What passes something on itself is followed by that.
    """
    return ", ".join(_origin(one, name(one.owner)) for one in passed_on(store.world.pages, post))


def quoted_words(store: Store, post: Post) -> str:
    """The first words that a post passes on; empty where it passes on none."""
    return next((one.text for one in passed_on(store.world.pages, post) if one.text), "")


def _origin(one: PassedOn, who: str) -> str:
    if one.gone:
        return f"passed on from {who}, {_GONE.get(one.gone, _GONE[LEFT])}"
    return f"passed on from {who}: “{clean_line(one.text)}”" if one.text else f"passed on from {who}"
