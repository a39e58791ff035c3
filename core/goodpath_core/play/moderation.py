"""Moderation: the teacher removes from a page what hurts: a post, a word under a thing.

1. What goes is gone for everybody at once, and its words are never sent again; the log keeps them.
2. The place of a post and of a comment stays, and says that the teacher removed it.
"""

from typing import ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, cell_of
from goodpath_core.play.posts import post_audience, take_post
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Page, World
from goodpath_core.play.things import nothing_there, post_named

HIDDEN = "hidden"
"""How a post went that the teacher removed."""
REMOVED = "(removed by the teacher)"
"""What stands in the place of words that were removed, on screens and in papers."""


class HidePost(Command):
    """The teacher removes a post, with its words and pictures, from every screen.

    What others have passed on of it is theirs and stays, with its pictures, until it is removed there.
    """

    kind: ClassVar[str] = "hide_post"
    page: str
    """Id of the persona whose page it is."""
    post: int
    """Number of the post's event."""


class HideComment(Command):
    """The teacher removes a word under a page, a post or a picture from every screen."""

    kind: ClassVar[str] = "hide_comment"
    page: str
    """Id of the persona whose page it is."""
    comment: int
    """Number of the comment's event."""


class PostHidden(Fact):
    """A post was removed by the teacher."""

    kind: ClassVar[str] = "post.hidden"
    post: int
    """Number of the post's event."""


class CommentHidden(Fact):
    """A word under something on a page was removed by the teacher."""

    kind: ClassVar[str] = "comment.hidden"
    comment: int
    """Number of the comment's event."""


def decide_hide_post(world: World, command: HidePost, by: By, now: Now) -> list[Draft]:
    """The end of a post, told to whoever could see it; refused if it is gone already."""
    page = page_named(world, command.page)
    post = post_named(page, f"post:{command.post}")
    if post is None:
        raise nothing_there()
    return [page_draft(PostHidden(post=post.seq), page, post_audience(post.visible_to, page.owner))]


def decide_hide_comment(world: World, command: HideComment, by: By, now: Now) -> list[Draft]:
    """The end of a word under a thing, told to the cell; refused if it is gone already."""
    page = page_named(world, command.page)
    comments = (comment for response in page.responses.values() for comment in response.comments)
    if not any(seq == command.comment and text for seq, _, text in comments):
        raise nothing_there()
    return [page_draft(CommentHidden(comment=command.comment), page)]


def page_named(world: World, page: str) -> Page:
    """Any page of the town; refused if there is none of that name."""
    found = world.pages.get(page)
    if found is None:
        raise Refused("no_such_page", "There is no such page; choose one from the list.")
    return found


def page_draft(fact: Fact, page: Page, audience: str = "cell") -> Draft:
    """An event of a page that nobody but the teacher did."""
    return Draft(fact, audience, cell_of(page.owner), "", page.owner)


def reduce_post_hidden(world: World, event: Event, fact: PostHidden) -> None:
    """`Post.gone` becomes `hidden`, `Post.text` and `Post.cards` empty, also of one that is gone already."""
    for post in world.pages[event.room].posts:
        if post.seq == fact.post:
            take_post(post, HIDDEN)


def reduce_comment_hidden(world: World, event: Event, fact: CommentHidden) -> None:
    """In `Response.comments` the comment stays, without its text."""
    for response in world.pages[event.room].responses.values():
        for place, (seq, voice, _) in enumerate(response.comments):
            if seq == fact.comment:
                response.comments[place] = (seq, voice, "")


COMMANDS = (
    CommandRow(HidePost, decide_hide_post, ("teacher",)),
    CommandRow(HideComment, decide_hide_comment, ("teacher",)),
)
EVENTS = (
    EventRow(PostHidden, reduce_post_hidden, "The teacher removed the post {post} of {room}."),
    EventRow(CommentHidden, reduce_comment_hidden, "The teacher removed {comment} on the page of {room}."),
)
