"""What a post passes on, as it stands now: another's post or picture, and what that post passed on itself."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from goodpath_core.play.state import Page, Post

DEEP: Final = 3
"""So many things are told of at most, where posts that pass something on are passed on in turn."""
LEFT: Final = "left"
"""How a post went that is on its page no more, as too many came after it."""


class PassedOn(NamedTuple):
    """A thing that somebody else's post shows."""

    owner: str
    """Id of the persona on whose page it is, or was."""
    seq: int = 0
    """Number of the post's event; 0 for a picture, and for a post of which nothing is known."""
    text: str = ""
    """Its words; empty for a picture, for a post without words, and for one that is gone."""
    gone: str = ""
    """How it went: as in `Post.gone`, or LEFT; empty while it stands."""


def passed_on(pages: Mapping[str, Page], post: Post) -> tuple[PassedOn, ...]:
    """What a post passes on, then what that passed on, up to DEEP; nothing for an own post.

    Of what is gone nothing further is told.
    """
    found: list[PassedOn] = []
    source: Post | None = post
    while source and source.of and not source.gone and len(found) < DEEP:
        owner, _, thing = source.of.partition("#")
        source = _post(pages.get(owner), thing)
        found.append(_told(owner, thing, source))
    return tuple(found)


def _post(page: Page | None, thing: str) -> Post | None:
    """The post a thing's name means, also one that is gone."""
    posts = page.posts if page else ()
    return next((post for post in posts if f"post:{post.seq}" == thing), None)


def _told(owner: str, thing: str, source: Post | None) -> PassedOn:
    if source:
        return PassedOn(owner, source.seq, source.text, source.gone)
    return PassedOn(owner, gone=LEFT if thing.startswith("post:") else "")
