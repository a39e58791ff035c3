"""Count what stands on a page and what came of it."""

from goodpath_client.plurals import counted
from goodpath_core.play.state import Page


def count_likes(page: Page, besides: str = "") -> int:
    """Likes on the page and everything on it, strangers' too; without those of one voice, if it is given."""
    named = sum(one != besides for response in page.responses.values() for one in response.likes)
    return named + sum(response.strangers for response in page.responses.values())


def count_visitors(page: Page) -> int:
    """Visits as far as they are known; all of them for the owner."""
    return sum(1 + visit.before for visit in page.visits) + page.strangers


def count_words(page: Page, own: bool) -> str:
    """What came of a page: `1 visitor · 9 likes` for its owner, likes alone for others."""
    likes = counted(count_likes(page), "like")
    return f"{counted(count_visitors(page), 'visitor')} · {likes}" if own else likes


def standing_words(page: Page) -> str:
    """What stands on a page: `10 pictures, 1 post, 9 likes`."""
    pictures = sum(len(album.cards) for album in page.albums.values())
    posts = sum(not post.gone for post in page.posts)
    what = ((pictures, "picture"), (posts, "post"), (count_likes(page), "like"))
    return ", ".join(counted(number, word) for number, word in what)
