"""Status posts: publish, pass on with a word, take down."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.bounds import push_out
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, key_of, people
from goodpath_core.play.phone import must_afford, spend
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Post, World
from goodpath_core.play.things import must_see_thing, open_response, page_for, post_named
from goodpath_core.text import POST_LIMIT, as_typed, check_length, clean_block

CARDS_MAX = 3
"""Pictures in one post."""
TAKEN_DOWN = "removed"
"""How a post went that its owner took down."""

Cards = Annotated[tuple[str, ...], Field(max_length=CARDS_MAX)]
Audience = Literal["all", "me"]


class PublishPost(Command):
    """Put a status post on the own page."""

    kind: ClassVar[str] = "publish_post"
    text: Annotated[str, Field(max_length=as_typed(POST_LIMIT))] = ""
    cards: Cards = ()
    """Keys of own cards."""
    visible_to: Audience = "all"
    """`me` for a post that only its owner and the teacher see."""


class Repost(Command):
    """Pass on a thing from another's page with a word of one's own."""

    kind: ClassVar[str] = "repost"
    page: str
    """Id of the persona whose page it is."""
    thing: str
    """Name of the thing on that page, as in things.py: `page`, `post:12`, `card:neon`."""
    text: Annotated[str, Field(max_length=as_typed(POST_LIMIT))] = ""


class RemovePost(Command):
    """Take an own post down."""

    kind: ClassVar[str] = "remove_post"
    post: int
    """Number of the post's event."""


class PostPublished(Fact):
    """A status post is on a page; its number is the event's."""

    kind: ClassVar[str] = "post.published"
    gone: ClassVar[Mapping[str, object]] = MappingProxyType({"text": "", "cards": ()})
    text: str
    cards: tuple[str, ...] = ()
    visible_to: str = "all"
    of: str = ""
    """What it passes on, as `page#thing`; empty for an own post."""
    pictures: int = 0
    """How many pictures it had: what it cost stays known when they are taken down."""


class PostRemoved(Fact):
    """A post was taken down by its owner."""

    kind: ClassVar[str] = "post.removed"
    post: int
    """Number of the post's event."""


def decide_publish(world: World, command: PublishPost, by: By, now: Now) -> list[Draft]:
    """A post with text of at most POST_LIMIT characters, own pictures, or both.

    Refused: neither text nor picture, cards of others or twice, and what cannot be paid.
    """
    text = _text(command.text)
    if not text and not command.cards:
        raise Refused("empty", "There is nothing to post; write something or choose a picture.")
    must_own_cards(world, by.persona, command.cards)
    must_afford(world, by.persona, "picture" if command.cards else "message")
    cards = command.cards
    fact = PostPublished(text=text, cards=cards, visible_to=command.visible_to, pictures=len(cards))
    return [Draft(fact, post_audience(command.visible_to, by.persona), by.cell, by.persona, by.persona)]


def _text(raw: str) -> str:
    text = clean_block(raw).strip()
    check_length(text, POST_LIMIT)
    return text


def must_own_cards(world: World, persona: str, cards: tuple[str, ...]) -> None:
    """Refuse pictures that are not in the persona's decks, and the same picture twice."""
    own = cards_of(world, persona)
    if len(set(cards)) != len(cards):
        raise Refused("card_twice", "The same picture is there twice; take one out.")
    for card in cards:
        if card not in own:
            raise Refused("not_your_card", "That picture is not among yours; choose one from your decks.")


def cards_of(world: World, persona: str) -> tuple[str, ...]:
    """Keys of the cards in a persona's decks, in order, each once."""
    scenario = world.scenario
    if scenario is None:
        return ()
    decks = scenario.personas[key_of(persona)].decks
    return tuple(dict.fromkeys(card for deck in decks for card in scenario.decks[deck].cards))


def post_audience(visible_to: str, persona: str) -> str:
    """Who may see what is posted for `all` or for `me`."""
    return "cell" if visible_to == "all" else people(persona)


def decide_repost(world: World, command: Repost, by: By, now: Now) -> list[Draft]:
    """A post that shows another's post or picture under a word of one's own, which may be empty.

    Refused: own things and whole pages, what the persona cannot see, a text that is too long, and what cannot
    be paid; the price is a picture's, whatever is passed on.
    """
    page = page_for(world, command.page, by.persona)
    must_see_thing(page, command.thing, by.persona)
    if page.owner == by.persona or command.thing == "page":
        raise Refused("own_thing", "Pass on a post or a picture of somebody else.")
    must_afford(world, by.persona, "picture")
    post = post_named(page, command.thing)
    cards = post.cards if post else (command.thing.removeprefix("card:"),)
    of = f"{page.owner}#{command.thing}"
    fact = PostPublished(text=_text(command.text), cards=cards, of=of, pictures=len(cards))
    return [Draft(fact, "cell", by.cell, by.persona, by.persona)]


def decide_remove(world: World, command: RemovePost, by: By, now: Now) -> list[Draft]:
    """The end of an own post, told to whoever could see it; refused if it is gone already."""
    post = post_named(world.pages[by.persona], f"post:{command.post}")
    if post is None:
        raise Refused("no_such_thing", "That post is no longer on your page.")
    audience = post_audience(post.visible_to, by.persona)
    return [Draft(PostRemoved(post=post.seq), audience, by.cell, by.persona, by.persona)]


def reduce_published(world: World, event: Event, fact: PostPublished) -> None:
    """`Page.posts` gets the post as its last.

    Its voice pays a `picture` if it has or had any, else a `message`. Of too many with the same `visible_to`
    the oldest leaves, with its entry in `Page.responses`. Where it passes on (`of`) something from a page in
    `World.pages`, the voice joins `Response.reposts` of that thing there, once; `Page.responses` has an entry
    for the thing from then on."""
    page = world.pages[event.room]
    page.posts.append(Post(event.seq, event.world_s, fact.text, fact.cards, fact.visible_to, fact.of))
    gone = push_out(page.posts, world.bounds.posts, lambda post: post.visible_to == fact.visible_to)
    if gone:
        page.responses.pop(f"post:{gone.seq}", None)
    spend(world, event.voice, "picture" if fact.pictures or fact.cards else "message")
    owner, _, thing = fact.of.partition("#")
    source = world.pages.get(owner)
    if source:
        reposts = open_response(source, thing).reposts
        reposts += [event.voice] if event.voice not in reposts else []


def reduce_removed(world: World, event: Event, fact: PostRemoved) -> None:
    """`Post.gone` becomes `removed`, `Post.text` and `Post.cards` empty; nothing if it is gone already."""
    post = post_named(world.pages[event.room], f"post:{fact.post}")
    if post:
        take_post(post, TAKEN_DOWN)


def take_post(post: Post, how: str) -> None:
    """Leave of a post only that it was there, and how it went."""
    post.text, post.cards, post.gone = "", (), how


COMMANDS = (
    CommandRow(PublishPost, decide_publish, ("student",), ("persona", "playing", "phone", "page")),
    CommandRow(Repost, decide_repost, ("student",), ("persona", "playing", "phone", "visit")),
    CommandRow(RemovePost, decide_remove, ("student",), ("persona", "playing", "phone", "page")),
)
EVENTS = (
    EventRow(PostPublished, reduce_published, "{voice} posted{sight}: {text}{pictures}{passed_on}"),
    EventRow(PostRemoved, reduce_removed, "{voice} took down the post {post}."),
)
