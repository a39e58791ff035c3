"""Finds where a picture that was passed on came from, and whether its owner has put it away since."""

from goodpath_core.play.state import Post
from goodpath_review.lives import Session, hidden_cards

_CARD = "card:"


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
