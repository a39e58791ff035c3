"""Turn what stands on pages into rows: posts, pictures, and what others answered."""

from typing import Final, NamedTuple

from goodpath_client.moment import day_words
from goodpath_client.names import ink_of
from goodpath_client.passed_on_words import origin_words, quoted_words
from goodpath_client.plurals import counted
from goodpath_client.quoting import quote
from goodpath_client.removal_words import names_writer, post_gone
from goodpath_client.room_rows import Png, card_words, find_card, picture_of
from goodpath_client.store import Store
from goodpath_client.widgets.rows import Kind, Row
from goodpath_core.play.albums import MAIN, WHOLE
from goodpath_core.play.clock import clock_face
from goodpath_core.play.moderation import HIDDEN, REMOVED
from goodpath_core.play.state import Page, Post
from goodpath_core.play.things import post_named, response_to
from goodpath_core.scenario.durations import DAY_S

WORD: Final = "word:"
"""How the key of a word under a thing begins; its event's number follows."""
ANSWER: Final = "^ "
"""How such a word begins."""
ONLY_ME = "only you see this"
"""Stands behind what its owner has kept from the others."""
_ONLY_OWNER = "only its owner sees this"


class Thing(NamedTuple):
    """What a row stands for."""

    page: str
    """Id of the persona whose page it is."""
    thing: str
    """Its name there: `page`, `post:12`, `card:neon`; of what a teacher removes also `album:main`."""
    card: str = ""
    """Key of the picture that is shown with the row; empty for none."""


def key_of_thing(thing: Thing) -> str:
    """The key of the row of a thing."""
    return f"{thing.page}#{thing.thing}#{thing.card}"


def thing_of(key: int | str) -> Thing | None:
    """The thing behind a row's key; None for a row that is only said."""
    parts = str(key).split("#")
    return Thing(*parts) if len(parts) == 3 else None


def name_of_thing(store: Store, thing: Thing, cells: int) -> str:
    """A thing as one would quote it: a picture's title or a post's words, cut to so many cells."""
    page = store.world.pages.get(thing.page)
    post = post_named(page, thing.thing) if page else None
    card = find_card(store, post.cards[0] if post and post.cards else thing.thing.removeprefix("card:"))
    own, passed = (post.text, quoted_words(store, post)) if post else ("", "")
    words = own or (card.title if card else passed)
    if words:
        return quote(words, cells)
    if thing.thing.startswith("post:"):
        return "a post that is gone" if post is None else "a post"
    return f"the page of {store.name(thing.page)}"


def reason_for(store: Store, card: str) -> str:
    """What a reason was given for."""
    known = find_card(store, card)
    return "exchanged, or not" if card == WHOLE else (known.title if known else card)


def feed_rows(store: Store, png: Png) -> list[Row]:
    """Posts of all pages that this seat may see, newest first, with what others answered."""
    posts = [(post, page) for page in store.world.pages.values() for post in page.posts]
    found = sorted(posts, key=lambda pair: (pair[0].world_s, pair[0].seq), reverse=True)
    return [row for post, page in found for row in post_rows(store, page, post, png)]


def page_rows(store: Store, page: Page, png: Png) -> list[Row]:
    """Albums in the owner's order, then posts, newest first."""
    own = page.owner == store.me
    rows: list[Row] = []
    for key, album in page.albums.items():
        locked = album.visible_to == "me"
        title = album.name if key != MAIN else f"{album.name} ({len(album.cards)})"
        rows.append(Row(f"album:{key}", Kind.DIVIDER, text=f"{title}{' · locked' if locked else ''}"))
        for number, card in enumerate(album.cards, start=1):
            rows += _thing_rows(store, page, Thing(page.owner, f"card:{card}", card), f"{number}.", "", png)
    if page.posts:
        rows.append(Row("posts", Kind.DIVIDER, text="posts"))
    for post in sorted(page.posts, key=lambda one: -one.seq):
        rows += post_rows(store, page, post, png)
    about = _answers(store, page, Thing(page.owner, "page"))
    if about:
        rows += [Row("about", Kind.DIVIDER, text="about the page"), *about]
    if own and (page.visits or page.strangers):
        rows.append(Row("visits", Kind.DIVIDER, text=f"who came ({ONLY_ME})"))
        rows += [
            Row(
                f"visit:{one.seq}",
                Kind.SYSTEM,
                store.name(one.by),
                clock_face(one.world_s),
                "looked at your page",
                inert=True,
            )
            for one in page.visits[-20:]
        ]
    if own and page.strangers:
        among = "and " if page.visits else ""
        rows.append(
            Row("strangers", Kind.SYSTEM, text=f"{among}{counted(page.strangers, 'stranger')}", inert=True)
        )
    return rows


def post_rows(store: Store, page: Page, post: Post, png: Png) -> list[Row]:
    """A post with its pictures and what others answered; of one that the teacher removed, that it was there.

    Of one that its owner took down there is nothing.
    """
    if post.gone:
        return [_post_gone(store, page, post)] if post.gone == HIDDEN else []
    thing = Thing(page.owner, f"post:{post.seq}", post.cards[0] if post.cards else "")
    text = post.text
    if post.of:
        text = f"{text}  ({origin_words(store, post, store.name)})".strip()
    if post.visible_to == "me":
        text = f"{text}  ({ONLY_ME if page.owner == store.me else _ONLY_OWNER})"
    time = clock_face(post.world_s)
    rows = _thing_rows(store, page, thing, store.name(page.owner), time, png, text, _other_day(store, post))
    extra = [
        Row(key_of_thing(Thing(page.owner, thing.thing, card)), Kind.CARD, picture=picture_of(found, png))
        for card in post.cards[1:]
        if (found := find_card(store, card))
    ]
    return [rows[0], *extra, *rows[1:]]


def _other_day(store: Store, post: Post) -> str:
    """The day of a post, unless it is the day on which the phase began: of that the time is enough."""
    today = store.world.clock.world_from // DAY_S
    return day_words(store, post.world_s) if post.world_s // DAY_S != today else ""


def _post_gone(store: Store, page: Page, post: Post) -> Row:
    time, text = clock_face(post.world_s), post_gone(store, page.owner)
    return Row(f"gone:{post.seq}", Kind.SYSTEM, time=time, text=text, inert=True)


def _thing_rows(
    store: Store, page: Page, thing: Thing, speaker: str, time: str, png: Png, text: str = "", day: str = ""
) -> list[Row]:
    card = find_card(store, thing.card)
    picture = picture_of(card, png) if card else None
    words = " · ".join(
        filter(None, [day, _counts(store, page, thing.thing), card_words(card) if card else ""])
    )
    kind = Kind.CARD if picture else Kind.LINE
    own = page.owner == store.me
    ink = ink_of(store.view, page.owner)
    row = Row(key_of_thing(thing), kind, speaker, time, text, own=own, picture=picture, detail=words, ink=ink)
    return [row, *_answers(store, page, thing)]


def _counts(store: Store, page: Page, thing: str) -> str:
    response = response_to(page, thing)
    likes = len(response.likes) + response.strangers
    mine = " (you too)" if store.me in response.likes else ""
    parts = [
        f"{counted(likes, 'like')}{mine}" if likes else "",
        f"{len(response.reposts)} passed on" if response.reposts else "",
    ]
    return " · ".join(filter(None, parts))


def _answers(store: Store, page: Page, thing: Thing) -> list[Row]:
    """Words under a thing, each as a line of its own."""
    words = response_to(page, thing.thing).comments
    return [
        Row(
            f"{WORD}{seq}",
            speaker=store.name(voice) if text or names_writer(store, voice) else "",
            text=f"{ANSWER}{text or REMOVED}",
            inert=True,
            ink=ink_of(store.view, voice) if text or names_writer(store, voice) else 0,
        )
        for seq, voice, text in words
    ]
