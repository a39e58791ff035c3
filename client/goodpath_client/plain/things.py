"""Say a page and the things on it in sentences: numbered to choose from, or one of them whole."""

from collections.abc import Callable
from functools import partial

from goodpath_client.faces import face_words
from goodpath_client.moment import day_words
from goodpath_client.names import name_person
from goodpath_client.passed_on_words import origin_words, quoted_words
from goodpath_client.plain.numbers import Spot
from goodpath_client.plurals import counted
from goodpath_client.removal_words import names_writer, post_gone
from goodpath_client.room_rows import card_words, find_card, provenance
from goodpath_client.store import Store
from goodpath_core.play.clock import clock_face
from goodpath_core.play.event import cell_of
from goodpath_core.play.moderation import HIDDEN, REMOVED
from goodpath_core.play.state import Page, Post, Response
from goodpath_core.play.things import post_named, response_to
from goodpath_core.text import clean_line

Title = Callable[[Store, str], str]
"""Says a picture: its title alone, or with what is seen on it."""


def card_title(store: Store, card: str) -> str:
    """What a picture is called and what is seen on it, as a part of a sentence."""
    found = find_card(store, card)
    return f"{clean_line(found.title)} ({clean_line(found.description).rstrip('.')})" if found else card


def card_name(store: Store, card: str) -> str:
    """What a picture is called, for whoever knows what is seen on it."""
    found = find_card(store, card)
    return clean_line(found.title) if found else card


def describe_card(store: Store, card: str, own: bool) -> list[str]:
    """All words of a picture; where it comes from is for its owner."""
    found = find_card(store, card)
    if found is None:
        return []
    kind = card_words(found).replace(" · ", "; style: ")
    origin = provenance(store, card) if own else ""
    told = [f"Picture {clean_line(found.title)}. {clean_line(found.description)} Kind: {clean_line(kind)}."]
    return told + ([f"Only you know until the debrief: {origin}."] if origin else [])


def both_names(store: Store, persona: str) -> str:
    """A persona's real name, and the one on the phone where it is another."""
    real, name = name_person(store.view, persona), store.name(persona)
    return real if real == name else f"{real}, on the phone {name}"


def skin_name(store: Store, key: str) -> str:
    """What a skin is called."""
    skins = store.view.skins if store.view else ()
    return next((clean_line(one.name) for one in skins if one.key == key), key)


def by_whom(store: Store, persona: str) -> str:
    """Whose it was, within a sentence."""
    return "you" if persona and persona == store.me else store.name(persona)


def thing_name(store: Store, page: Page | None, thing: str) -> str:
    """What a thing on a page is, as short as one would point to it."""
    if thing.startswith("card:"):
        return f"the picture {card_name(store, thing.removeprefix('card:'))}"
    post = next((p for p in page.posts if f"post:{p.seq}" == thing), None) if page else None
    if post is not None:
        titles = ", ".join(card_name(store, card) for card in post.cards)
        shown = clean_line(post.text) or titles or clean_line(quoted_words(store, post))
        return f"the post “{shown}”" if shown else "a post"
    return "a post" if thing.startswith("post:") else "the page itself"


def post_words(store: Store, post: Post, title: Title) -> str:
    """A post with its pictures, what it passes on, and whether others see it."""
    shown = [f"the picture {title(store, card)}" for card in post.cards]
    text = f"the post “{clean_line(post.text)}”" if post.text else "a post"
    origin = origin_words(store, post, partial(by_whom, store))
    return "".join(
        (
            text,
            f" with {' and '.join(shown)}" if shown else "",
            f", {origin}" if origin else "",
            ", which only you see" if post.visible_to == "me" else "",
        )
    )


def counts(store: Store, response: Response) -> str:
    """How often something was liked and passed on, as it is said behind it; empty if it never was."""
    likes = len(response.likes) + response.strangers
    mine = ", yours too" if store.me and store.me in response.likes else ""
    told = (
        f"; {counted(likes, 'like')}{mine}" if likes else "",
        f"; passed on {counted(len(response.reposts), 'time')}" if response.reposts else "",
    )
    return "".join(told)


def say_page(store: Store, page: Page) -> list[str]:
    """A page as lines: its face, then numbered things that can be liked."""
    lines = head(store, page)
    for number, thing in enumerate(things_of(page), 1):
        lines += _numbered(store, page, thing, number)
    lines += [post_gone(store, page.owner) for post in page.posts if post.gone == HIDDEN]
    lines += [
        f"The album {clean_line(album.name)} is closed to others."
        for album in page.albums.values()
        if album.visible_to == "me"
    ]
    if page.owner == store.me:
        visits = counted(sum(1 + visit.before for visit in page.visits), "visit")
        strangers = counted(page.strangers, "stranger")
        lines.append(f"{visits} by people with names, {strangers}.")
    return lines


def head(store: Store, page: Page) -> list[str]:
    """Whose page it is, and what stands at its top."""
    face = page.face
    parts = (
        ("Signature", clean_line(face.signature)),
        ("Face", clean_line(face_words(face.face))),
        ("Music", clean_line(face.music)),
    )
    title = f"Page of {both_names(store, page.owner)}, skin {skin_name(store, face.skin)}."
    return [title, *(f"{part}: {text}" for part, text in parts if text)]


def _numbered(store: Store, page: Page, thing: str, number: int) -> list[str]:
    """A thing with its number; only of one's own pictures one knows already what is seen on them."""
    title = card_name if page.owner == store.me else card_title
    post, response = post_named(page, thing), response_to(page, thing)
    words = thing_name(store, page, thing)
    if post is not None:
        words = post_words(store, post, title)
    elif thing.startswith("card:"):
        words = f"the picture {title(store, thing.removeprefix('card:'))}"
    return [
        f"{number}. {words}{counts(store, response)}.",
        *(f"   {said}" for said in _comments(store, response)),
    ]


def say_thing(store: Store, page: Page, thing: str) -> list[str]:
    """One thing whole: its words, its pictures, who liked it, and what was written under it."""
    post, own = post_named(page, thing), page.owner == store.me
    response = response_to(page, thing)
    told = (
        [f"{store.name(page.owner)}{_when(store, post)}: {post_words(store, post, card_name)}."]
        if post
        else []
    )
    told += head(store, page) if thing == "page" else []
    for card in cards_of_thing(page, thing):
        told += describe_card(store, card, own)
    who = [store.name(voice) for voice in response.likes]
    who += [counted(response.strangers, "stranger")] if response.strangers else []
    told.append(f"Liked by {', '.join(who)}." if who else "Nobody has liked it yet.")
    if response.reposts:
        told.append(f"Passed on by {', '.join(store.name(voice) for voice in response.reposts)}.")
    return told + _comments(store, response)


def _comments(store: Store, response: Response) -> list[str]:
    return [
        f"{store.name(voice)}: {clean_line(text) or REMOVED}"
        if text or names_writer(store, voice)
        else REMOVED
        for _, voice, text in response.comments
    ]


def cards_of_thing(page: Page, thing: str) -> tuple[str, ...]:
    """Keys of the pictures that a thing shows."""
    post = post_named(page, thing)
    if post is not None:
        return post.cards
    return (thing.removeprefix("card:"),) if thing.startswith("card:") else ()


def things_of(page: Page) -> list[str]:
    """Names of the things on a page, newest post first, in the order of their numbers."""
    posts = [f"post:{post.seq}" for post in page.posts if not post.gone]
    cards = dict.fromkeys(card for album in page.albums.values() for card in album.cards)
    return ["page", *reversed(posts), *(f"card:{card}" for card in cards)]


def feed(store: Store) -> list[tuple[Spot, str]]:
    """Posts of the whole cell with their sentences, newest first."""
    found = [
        (post, page)
        for page in store.world.pages.values()
        if cell_of(page.owner) == store.cell
        for post in page.posts
        if not post.gone
    ]
    found.sort(key=lambda pair: (pair[0].world_s, pair[0].seq), reverse=True)
    return [(Spot(page.owner, f"post:{post.seq}"), _in_feed(store, page, post)) for post, page in found]


def _in_feed(store: Store, page: Page, post: Post) -> str:
    """Titles are enough to choose from: /open says what is seen."""
    response = response_to(page, f"post:{post.seq}")
    words = f"; {counted(len(response.comments), 'comment')}" if response.comments else ""
    what = f"{post_words(store, post, card_name)}{counts(store, response)}{words}"
    return f"{store.name(page.owner)}{_when(store, post)}: {what}."


def _when(store: Store, post: Post) -> str:
    """The day and the time: a feed goes back for days."""
    day = day_words(store, post.world_s).partition(" ")[0]
    return f" on {day} at {clock_face(post.world_s)}" if day else f" at {clock_face(post.world_s)}"
