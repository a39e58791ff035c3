"""What an inject may wait for: which fact is the deed that a trigger names."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_core.play.albums import AlbumArranged
from goodpath_core.play.event import Fact
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.posts import PostPublished
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.responses import ThingLiked
from goodpath_core.play.visits import PageVisited


def _always(fact: Fact) -> bool:
    return True


TRIGGERS: Mapping[str, tuple[type[Fact], Callable[[Any], bool]]] = MappingProxyType(
    {
        "message": (MessagePosted, _always),
        "post": (PostPublished, lambda fact: not fact.of and fact.visible_to == "all"),
        "repost": (PostPublished, lambda fact: bool(fact.of)),
        "picture": (AlbumArranged, lambda fact: fact.shown > 0),
        "page": (PageEdited, _always),
        "visit": (PageVisited, _always),
        "like": (ThingLiked, _always),
    }
)
"""What a trigger's `first` waits for: a fact, and what must be so of it.

What only its owner sees is no deed: others could not answer it.
"""


def is_deed(first: str, fact: Fact) -> bool:
    """Whether a fact is what a trigger's `first` waits for."""
    kind, is_so = TRIGGERS[first]
    return isinstance(fact, kind) and is_so(fact)
