"""Moderation: the teacher removes from a page what hurts: a post, a word under a thing, words of its face.

1. What goes is gone for everybody at once, and its words are never sent again; the log keeps them.
2. The place of a post and of a comment stays, and says that the teacher removed it.
3. A part of a face is as it was when the page began; edits that said what was removed say it no longer.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar, Literal

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, cell_of
from goodpath_core.play.posts import post_audience, take_post
from goodpath_core.play.profile import PageEdited, check_nickname
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Page, Version, World
from goodpath_core.play.things import post_named

HIDDEN = "hidden"
"""How a post went that the teacher removed."""
REMOVED = "(removed by the teacher)"
"""What stands in the place of words that were removed, on screens and in papers."""

WrittenPart = Literal["nickname", "signature", "face", "music"]
"""A part of a face that its player writes; the skin is chosen from the scenario's."""


class HidePost(Command):
    """The teacher removes a post, with its words and pictures, from every screen."""

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


class HideFace(Command):
    """The teacher removes the words of one part of a page's face from every screen."""

    kind: ClassVar[str] = "hide_face"
    page: str
    """Id of the persona whose page it is."""
    part: WrittenPart


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


class FaceHidden(Fact):
    """The words of one part of a page's face were removed by the teacher."""

    kind: ClassVar[str] = "face.hidden"
    part: str
    becomes: str
    """What stands there from now on."""
    since: int
    """Number of the last event before the words were there: what later edits said of the part is gone."""


def decide_hide_post(world: World, command: HidePost, by: By, now: Now) -> list[Draft]:
    """The end of a post, told to whoever could see it; refused if it is gone already."""
    page = page_named(world, command.page)
    post = post_named(page, f"post:{command.post}")
    if post is None:
        raise _nothing_there()
    return [page_draft(PostHidden(post=post.seq), page, post_audience(post.visible_to, page.owner))]


def decide_hide_comment(world: World, command: HideComment, by: By, now: Now) -> list[Draft]:
    """The end of a word under a thing, told to the cell; refused if it is gone already."""
    page = page_named(world, command.page)
    comments = (comment for response in page.responses.values() for comment in response.comments)
    if not any(seq == command.comment and text for seq, _, text in comments):
        raise _nothing_there()
    return [page_draft(CommentHidden(comment=command.comment), page)]


def decide_hide_face(world: World, command: HideFace, by: By, now: Now) -> list[Draft]:
    """A part of a face as it was at first, told to the cell.

    Refused if its player has written nothing there. A nickname that somebody else has by now stays empty, so
    that the persona's own name shows.
    """
    page, part = page_named(world, command.page), command.part
    words, first = getattr(page.face, part), getattr(page.versions[0], part)
    if words in ("", first):
        raise Refused("no_words", "There is nothing to remove: its player has written nothing there.")
    becomes = first if part != "nickname" or _is_free(world, page.owner, first) else ""
    fact = FaceHidden(part=part, becomes=becomes, since=_since(page, part, words))
    return [page_draft(fact, page)]


def page_named(world: World, page: str) -> Page:
    """Any page of the town; refused if there is none of that name."""
    found = world.pages.get(page)
    if found is None:
        raise Refused("no_such_page", "There is no such page; choose one from the list.")
    return found


def _nothing_there() -> Refused:
    return Refused("no_such_thing", "That is no longer on the page.")


def page_draft(fact: Fact, page: Page, audience: str = "cell") -> Draft:
    """An event of a page that nobody but the teacher did."""
    return Draft(fact, audience, cell_of(page.owner), "", page.owner)


def _is_free(world: World, persona: str, nickname: str) -> bool:
    """Whether nobody else has taken a persona's first nickname meanwhile."""
    try:
        check_nickname(world, persona, nickname)
    except Refused:
        return False
    return True


def _since(page: Page, part: str, words: str) -> int:
    """Number of the version before the first that had these words, as far back as versions are kept.

    The first version of all never has them, and stays whatever a class does.
    """
    has = [getattr(version, part) == words for version in page.versions]
    return page.versions[has.index(True) - 1].seq


def says_hidden(fact: Fact, part: str) -> bool:
    """Whether an event, of a page and a time in which a part was removed, said something of that part."""
    return isinstance(fact, PageEdited) and getattr(fact, part) is not None


def without_part(fact: Fact, part: str) -> Fact:
    """An edit of a page as it may still be sent and kept once a part of the face was removed."""
    return fact.model_copy(update={part: None})


def reduce_post_hidden(world: World, event: Event, fact: PostHidden) -> None:
    """As if its owner had taken it down, but the post says that it was hidden."""
    post = post_named(world.pages[event.room], f"post:{fact.post}")
    if post:
        take_post(post, HIDDEN)


def reduce_comment_hidden(world: World, event: Event, fact: CommentHidden) -> None:
    """The words go; that a comment was there stays, so that what is new on a page is counted as before."""
    for response in world.pages[event.room].responses.values():
        for place, (seq, voice, _) in enumerate(response.comments):
            if seq == fact.comment:
                response.comments[place] = (seq, voice, "")


def reduce_face_hidden(world: World, event: Event, fact: FaceHidden) -> None:
    """No version since then holds the words; who comes back hears of none and gets the same."""
    versions, becomes = world.pages[event.room].versions, {fact.part: fact.becomes}
    for place, version in enumerate(versions):
        if version.seq > fact.since:
            versions[place] = _with(version, becomes)


def _with(version: Version, changed: Mapping[str, Any]) -> Version:
    return replace(version, **changed)


COMMANDS = (
    CommandRow(HidePost, decide_hide_post, ("teacher",)),
    CommandRow(HideComment, decide_hide_comment, ("teacher",)),
    CommandRow(HideFace, decide_hide_face, ("teacher",)),
)
EVENTS = (
    EventRow(PostHidden, reduce_post_hidden, "The teacher removed the post {post} of {room}."),
    EventRow(CommentHidden, reduce_comment_hidden, "The teacher removed {comment} on the page of {room}."),
    EventRow(FaceHidden, reduce_face_hidden, "The teacher removed the {part} on the page of {room}."),
)
