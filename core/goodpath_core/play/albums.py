"""Albums: choosing pictures, their order, their audience, and why each was chosen."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Field

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, people
from goodpath_core.play.phone import must_afford, spend
from goodpath_core.play.posts import Audience, must_own_cards, post_audience
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Album, Page, World
from goodpath_core.play.things import cards_on
from goodpath_core.text import (
    NAME_LIMIT,
    POST_LIMIT,
    as_typed,
    check_length,
    clean_block,
    clean_name,
)

MAIN = "main"
"""The album that stands open on the page."""
PLAIN_NAME = "My pictures"
"""An album's name where none is given."""
WHOLE = "*"
"""In place of a card's key: the choice as a whole, where one says why something was exchanged, or nothing."""
ALBUMS_MAX = 6
"""Albums on one page, the open one included."""
PICTURES_MAX = 24
"""Pictures that one page can ever hold, in all its albums together; a phase may allow fewer."""


class ArrangeAlbum(Command):
    """Say which pictures an own album holds, in which order, and for whom."""

    kind: ClassVar[str] = "arrange_album"
    album: Annotated[str, Field(max_length=40, pattern=r"^[a-z0-9-]+$")] = MAIN
    name: Annotated[str, Field(max_length=as_typed(NAME_LIMIT))] = PLAIN_NAME
    cards: Annotated[tuple[str, ...], Field(max_length=PICTURES_MAX)]
    """Keys of own cards in the order in which they stand; all of them, not only new ones."""
    visible_to: Audience = "all"
    """`me` closes the album to everybody but its owner."""


class GiveReason(Command):
    """Say why a picture was chosen, or exchanged, or none was; nobody else reads it before the debrief."""

    kind: ClassVar[str] = "give_reason"
    card: str
    """The picture, or `*` for the choice as a whole."""
    text: Annotated[str, Field(max_length=as_typed(POST_LIMIT))]


class AlbumArranged(Fact):
    """An album holds these pictures in this order."""

    kind: ClassVar[str] = "album.arranged"
    album: str
    name: str
    cards: tuple[str, ...]
    visible_to: str = "all"
    added: int = 0
    """How many of the pictures are new in it: only those cost data."""
    shown: int = 0
    """How many of them everybody may see from now on and could not before."""


class AlbumLocked(Fact):
    """An album is closed to everybody but its owner: that it exists is seen, what it holds is not."""

    kind: ClassVar[str] = "album.locked"
    album: str
    name: str


class PicturesSwapped(Fact):
    """So many of the phase's exchanges are used up; known to the owner."""

    kind: ClassVar[str] = "pictures.swapped"
    count: int
    """How many more, not how many in all."""


class ReasonGiven(Fact):
    """Why a picture was chosen, or exchanged, or none was."""

    kind: ClassVar[str] = "reason.given"
    gone: ClassVar[Mapping[str, object]] = MappingProxyType({"text": ""})
    card: str
    """The picture, or `*` for the choice as a whole."""
    text: str


def decide_arrange(world: World, command: ArrangeAlbum, by: By, now: Now) -> list[Draft]:
    """The new look of an album, and the exchanges it uses up; a closed one is also told to the cell, empty.

    Refused: an album above ALBUMS_MAX, cards of others or twice, more pictures on the page or
    exchanges than the phase allows, an exchange in which not as many come as go, a name that is too long, new
    pictures that cannot be paid, and no change at all.
    """
    page = world.pages[by.persona]
    old = page.albums.get(command.album)
    if old is None and len(page.albums) >= ALBUMS_MAX:
        raise Refused("too_many_albums", f"A page holds {ALBUMS_MAX} albums; use one you have.")
    must_own_cards(world, by.persona, command.cards)
    swaps = must_fit(world, page, command.album, command.cards)
    name = clean_name(command.name) or PLAIN_NAME
    check_length(name, NAME_LIMIT)
    added = [card for card in command.cards if old is None or card not in old.cards]
    shown = {*command.cards} - cards_on(page) if command.visible_to == "all" else ()
    if added:
        must_afford(world, by.persona, "picture")
    fact = AlbumArranged(
        album=command.album,
        name=name,
        cards=command.cards,
        visible_to=command.visible_to,
        added=len(added),
        shown=len(shown),
    )
    if old and _same(old, fact):
        raise Refused("no_change", "The album already looks like that.")
    own, audience = people(by.persona), post_audience(command.visible_to, by.persona)
    locked = AlbumLocked(album=command.album, name=name)
    drafts: list[tuple[Fact, str]] = [(locked, "cell")] if command.visible_to == "me" else []
    drafts += [(fact, audience)] + ([(PicturesSwapped(count=swaps), own)] if swaps else [])
    return [Draft(what, who, by.cell, by.persona, by.persona) for what, who in drafts]


def main_album(page: Page | None) -> Album:
    """The album that stands open on a page; an empty one where there is none yet, or no page."""
    found = page.albums.get(MAIN) if page else None
    return found or Album(PLAIN_NAME)


def _same(old: Album, fact: AlbumArranged) -> bool:
    return (old.name, old.cards, old.visible_to) == (fact.name, fact.cards, fact.visible_to)


def is_first_choice(world: World, page: Page) -> bool:
    """Whether a page that may be changed has no picture yet, so that there is nothing to exchange."""
    return world.phase.allow.page and not cards_on(page, own=True)


def must_fit(world: World, page: Page, album: str, cards: tuple[str, ...]) -> int:
    """How many of the phase's exchanges it uses up to let an album hold these cards.

    Refuses what does not fit: all albums together hold no more than a page may have by now, but one can be
    emptied whatever is in the others. Where exchanges are counted, as many pictures come to the page as go
    from it, whatever albums they lie in; but to a page without any there may come in as many as may stand
    there.
    """
    allow, before = world.phase.allow, cards_on(page, own=True)
    others = {card for key, other in page.albums.items() if key != album for card in other.cards}
    after = others.union(cards)
    most = allow.pictures
    if cards and len(after) > most:
        text = f"These are too many pictures, {most} at most may stand on your page now; take one out first."
        raise Refused("too_many_pictures", text)
    if allow.swaps < 0 or is_first_choice(world, page):
        return 0
    return _exchanged(len(after - before), len(before - after), allow.swaps, allow.swaps - page.swaps)


def _exchanged(come: int, gone: int, swaps: int, left: int) -> int:
    """How many pictures are exchanged where so many come and so many go, with `left` of the `swaps` left."""
    if max(come, gone) > left:
        text = f"That exchanges more pictures than this phase allows: {swaps} in all, {left} left."
        raise Refused("no_swaps", text)
    missing, too_many = gone - come, come - gone
    if missing > 0:
        text = f"In this phase pictures are exchanged: put in as many as you take out; {missing} missing."
        raise Refused("no_exchange", text)
    if too_many > 0:
        text = f"In this phase pictures are exchanged: take out as many as you put in; {too_many} too many."
        raise Refused("no_exchange", text)
    return come


def decide_reason(world: World, command: GiveReason, by: By, now: Now) -> list[Draft]:
    """Why an own card, or the whole choice, in at most POST_LIMIT characters; an empty text takes it back."""
    page = world.pages[by.persona]
    if command.card != WHOLE:
        must_own_cards(world, by.persona, (command.card,))
        if command.card not in cards_on(page, own=True):
            raise Refused("not_on_page", "A why belongs to a picture on your page; put it there first.")
    text = clean_block(command.text).strip()
    check_length(text, POST_LIMIT)
    fact = ReasonGiven(card=command.card, text=text)
    return [Draft(fact, people(by.persona), by.cell, by.persona, by.persona)]


def standing_reasons(page: Page, own: bool = False) -> dict[str, str]:
    """Card -> why, for the pictures that stand in an album open to everybody, and for the choice as a whole.

    `own` adds those in closed albums, which only their owner knows. A picture put away takes its why along.
    Once they are open, one without words was removed by the teacher, and stands.
    """
    cards, opened = {WHOLE, *cards_on(page, own)}, page.reasons_open
    return {card: text for card, text in page.reasons.items() if (text or opened) and card in cards}


def reduce_arranged(world: World, event: Event, fact: AlbumArranged) -> None:
    """`Page.albums` has the album as it says; with new pictures (`added`) the voice pays a `picture`, once.

    It takes the place of the one before: `Album.name`, `Album.cards` and `Album.visible_to`."""
    if fact.added:
        spend(world, event.voice, "picture")
    world.pages[event.room].albums[fact.album] = Album(fact.name, fact.cards, fact.visible_to)


def reduce_locked(world: World, event: Event, fact: AlbumLocked) -> None:
    """`Page.albums` has the album under its name, with nothing in it and closed.

    It takes the place of the one before: `Album.name`, `Album.cards` and `Album.visible_to` `me`. To its
    owner `album.arranged` says at once what it holds."""
    world.pages[event.room].albums[fact.album] = Album(fact.name, (), "me")


def reduce_swapped(world: World, event: Event, fact: PicturesSwapped) -> None:
    """`Page.swaps` grows by `count`."""
    world.pages[event.room].swaps += fact.count


def reduce_reason(world: World, event: Event, fact: ReasonGiven) -> None:
    """`Page.reasons` of `card` becomes `text`, also an empty one."""
    world.pages[event.room].reasons[fact.card] = fact.text


COMMANDS = (
    CommandRow(ArrangeAlbum, decide_arrange, ("student",), ("persona", "playing", "phone_lately", "page")),
    CommandRow(GiveReason, decide_reason, ("student",), ("persona", "playing")),
)
EVENTS = (
    EventRow(AlbumArranged, reduce_arranged, "{voice} arranged the album “{name}”: {pictures}"),
    EventRow(AlbumLocked, reduce_locked, "{voice} closed the album “{name}” to others."),
    EventRow(PicturesSwapped, reduce_swapped, ""),
    EventRow(ReasonGiven, reduce_reason, "{voice} said {reason}: {text}"),
)
