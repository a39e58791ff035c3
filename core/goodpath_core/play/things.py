"""What can be liked, commented and passed on: a page, a post, a picture in an album; each has a short name.

A thing is named inside its page: `page`, `post:12` (the post with that event number), `card:neon`.
"""

from goodpath_core.errors import Refused
from goodpath_core.play.event import cell_of
from goodpath_core.play.state import Page, Post, Response, World


def page_for(world: World, page: str, looker: str) -> Page:
    """Another's page or the own one, if it lies in the same cell; the same refusal for closed and unknown."""
    found = world.pages.get(page)
    if found is None or cell_of(page) != cell_of(looker):
        raise Refused("no_such_page", "There is no such page for you; choose one from your contacts.")
    return found


def post_named(page: Page, thing: str) -> Post | None:
    """The post a thing's name means, if it means one that is still there."""
    number = thing.removeprefix("post:")
    return next((post for post in page.posts if str(post.seq) == number and not post.gone), None)


def cards_on(page: Page, own: bool = False) -> frozenset[str]:
    """Keys of the cards in a page's albums: in those open to everybody, or in all for their owner."""
    albums = [album for album in page.albums.values() if own or album.visible_to == "all"]
    return frozenset(card for album in albums for card in album.cards)


def shows_picture(page: Page) -> bool:
    """Whether a page shows everybody a picture, in an album or with a post."""
    return bool(cards_on(page)) or any(post.cards for post in _open_posts(page))


def shows_words(page: Page) -> bool:
    """Whether a page shows everybody a name or a signature of its own, or a post."""
    return bool(page.face.nickname or page.face.signature or _open_posts(page))


def _open_posts(page: Page) -> list[Post]:
    """The posts that are there for everybody."""
    return [post for post in page.posts if post.visible_to == "all" and not post.gone]


def may_see_thing(page: Page, thing: str, looker: str) -> bool:
    """Whether somebody who may see the page may see this thing on it."""
    own = looker == page.owner
    if thing == "page":
        return True
    if thing.startswith("post:"):
        post = post_named(page, thing)
        return post is not None and (own or post.visible_to == "all")
    return thing.startswith("card:") and thing.removeprefix("card:") in cards_on(page, own)


def must_see_thing(page: Page, thing: str, looker: str) -> None:
    """Refuse what the looker cannot see."""
    if not may_see_thing(page, thing, looker):
        raise nothing_there()


def nothing_there() -> Refused:
    """The refusal for what is not on a page, has left it, or is hidden from who asks."""
    return Refused("no_such_thing", "That is not on the page, or not any more.")


def response_to(page: Page, thing: str) -> Response:
    """Likes and words under a thing; an empty one if there are none yet."""
    return page.responses.get(thing) or Response()


def open_response(page: Page, thing: str) -> Response:
    """Likes and words under a thing, kept from now on."""
    return page.responses.setdefault(thing, Response())
