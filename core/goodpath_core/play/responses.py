"""Likes and comments under a page, a post or a picture."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now
from goodpath_core.play.refusals import nothing_to_send
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Page, World
from goodpath_core.play.things import may_see_thing, must_see_thing, open_response, page_for, response_to
from goodpath_core.text import POST_LIMIT, as_typed, check_length, clean_block


class LikeThing(Command):
    """Approve of a page, a post or a picture."""

    kind: ClassVar[str] = "like_thing"
    page: str
    """Id of the persona whose page it is."""
    thing: str
    """Name of the thing on that page, as in things.py: `page`, `post:12`, `card:neon`."""


class WriteComment(Command):
    """Write a word under a page, a post or a picture."""

    kind: ClassVar[str] = "write_comment"
    page: str
    """Id of the persona whose page it is."""
    thing: str
    """Name of the thing on that page, as in things.py: `page`, `post:12`, `card:neon`."""
    text: Annotated[str, Field(min_length=1, max_length=as_typed(POST_LIMIT))]


class ThingLiked(Fact):
    """Something on a page was approved of; strangers come as a number."""

    kind: ClassVar[str] = "thing.liked"
    thing: str
    strangers: int = 0
    """How many, if it was not a persona or NPC; then the event has no voice."""


class CommentWritten(Fact):
    """A word stands under something on a page."""

    kind: ClassVar[str] = "comment.written"
    gone: ClassVar[Mapping[str, object]] = MappingProxyType({"text": ""})
    thing: str
    text: str


def must_be_shared(page: Page, thing: str) -> None:
    """Refuse to respond to what only its owner can see: there is nobody to read it."""
    if not may_see_thing(page, thing, ""):
        raise Refused("hidden_thing", "Only you can see that; show it to others first.")


def decide_like(world: World, command: LikeThing, by: By, now: Now) -> list[Draft]:
    """One approval per persona and thing; refused for what the persona, or nobody but its owner, can see."""
    page = page_for(world, command.page, by.persona)
    must_see_thing(page, command.thing, by.persona)
    if by.persona in response_to(page, command.thing).likes:
        raise Refused("liked", "You have liked that already.")
    must_be_shared(page, command.thing)
    return [Draft(ThingLiked(thing=command.thing), "cell", by.cell, by.persona, page.owner)]


def decide_comment(world: World, command: WriteComment, by: By, now: Now) -> list[Draft]:
    """A word of at most POST_LIMIT characters under a thing, the own ones included.

    Refused: no words, what the persona cannot see, and what nobody but its owner could read.
    """
    page = page_for(world, command.page, by.persona)
    must_see_thing(page, command.thing, by.persona)
    text = clean_block(command.text).strip()
    check_length(text, POST_LIMIT)
    if not text:
        raise nothing_to_send()
    fact = CommentWritten(thing=command.thing, text=text)
    must_be_shared(page, command.thing)
    return [Draft(fact, "cell", by.cell, by.persona, page.owner)]


def reduce_liked(world: World, event: Event, fact: ThingLiked) -> None:
    """`Response.strangers` grows by `strangers`; the voice, if there is one, joins `Response.likes`.

    `Page.responses` has an entry for the thing from then on."""
    response = open_response(world.pages[event.room], fact.thing)
    response.strangers += fact.strangers
    if event.voice:
        response.likes.append(event.voice)


def reduce_comment(world: World, event: Event, fact: CommentWritten) -> None:
    """`Response.comments` gets `seq`, voice and `text` as its last.

    `Page.responses` has an entry for the thing from then on. Of too many on the page the oldest of whoever
    has most there leaves."""
    response = open_response(world.pages[event.room], fact.thing)
    response.comments.append((event.seq, event.voice, fact.text))
    _push_out_comment(world, world.pages[event.room])


def _push_out_comment(world: World, page: Page) -> None:
    """Take the oldest word of whoever has the most on a page that has too many: nobody drowns the others."""
    commented = [response.comments for response in page.responses.values() if response.comments]
    if sum(map(len, commented)) <= world.bounds.comments:
        return
    counts = Counter(voice for comments in commented for _, voice, _ in comments)
    most = max(counts.values())
    seq = min(seq for comments in commented for seq, voice, _ in comments if counts[voice] == most)
    for comments in commented:
        comments[:] = [comment for comment in comments if comment[0] != seq]


_NEEDS = ("persona", "playing", "phone", "visit")
COMMANDS = (
    CommandRow(LikeThing, decide_like, ("student",), _NEEDS),
    CommandRow(WriteComment, decide_comment, ("student",), _NEEDS),
)
EVENTS = (
    EventRow(ThingLiked, reduce_liked, "{voice} liked {thing} of {room}."),
    EventRow(CommentWritten, reduce_comment, "{voice} wrote under {thing} of {room}: {text}"),
)
