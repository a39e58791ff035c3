"""Says what of a page its reader sees: no picture that its owner has put away, nor what was said to it."""

from typing import NamedTuple

from goodpath_core.play.state import Page, Post, Response
from goodpath_core.play.things import post_named
from goodpath_review.lives import Session, hidden_cards

_CARD = "card:"


class Shown(NamedTuple):
    """A thing of a page that a reader sees, and what was said to it."""

    thing: str
    """`page`, or as in `post:12` and `card:red-car`."""
    cards: tuple[str, ...]
    """The pictures it shows; none for the page itself."""
    response: Response
    """What was said to it."""


def shown_things(session: Session, page: Page, private: bool) -> list[Shown]:
    """Everything on a page to which something was said, in the order of the first word or like.

    For the class no hidden picture and no post that its owner keeps from others.
    """
    hidden = frozenset() if private else hidden_cards(page)
    shown = []
    for thing, response in page.responses.items():
        post, card = post_named(page, thing), thing.removeprefix(_CARD)
        if post is not None:
            if private or post.visible_to == "all":
                shown.append(Shown(thing, shown_cards(session, post, private), response))
        elif not (thing.startswith(_CARD) and card in hidden):
            shown.append(Shown(thing, (card,) if thing.startswith(_CARD) else (), response))
    return shown


def shown_cards(session: Session, post: Post, private: bool) -> tuple[str, ...]:
    """The pictures of a post; for the class none whose owner keeps it in a closed album now.

    It is the owner's to hide, on whosever page it stands since. A picture that was published in a post of
    one's own, or chosen by who shows it, is shown.
    """
    hidden = frozenset() if private else _hidden(session, post)
    return tuple(card for card in post.cards if card not in hidden)


def _hidden(session: Session, post: Post) -> frozenset[str]:
    """The pictures that a post may not show, as they are put away by whom it has them from."""
    owner, _, thing = _source(session, post).partition("#")
    pages = session.world.pages
    if thing.startswith(_CARD) and owner in pages:
        return hidden_cards(pages[owner])
    if post.of and not thing:
        # On the way was a post that was erased: it may be anybody's picture.
        return frozenset().union(*map(hidden_cards, pages.values()))
    return frozenset()


def _source(session: Session, post: Post) -> str:
    """What was passed on in the first place, as in `Post.of`, also through posts that are gone.

    Empty for an own post, and where it is not known.
    """
    source, seen = post.of, set[str]()
    # A file that was made by hand may go round in a circle.
    while (thing := source.partition("#")[2]) in session.passing and thing not in seen:
        seen.add(thing)
        source = session.passing[thing]
    return source
