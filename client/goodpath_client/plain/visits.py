"""The orders of all pages: what is new on them, looking, liking, and a word."""

from typing import Final

from goodpath_client.allowed import is_look, is_visit
from goodpath_client.listed_pages import listed_pages
from goodpath_client.page_counts import standing_words
from goodpath_client.plain.keys import why_refused
from goodpath_client.plain.names import persona_named
from goodpath_client.plain.numbers import NUMBERS_GONE, Incomplete, Spot, Unclear
from goodpath_client.plain.order import Order, need, number_and_text
from goodpath_client.plain.table import Table
from goodpath_client.plain.things import both_names, cards_of_thing, feed, say_page, say_thing, things_of
from goodpath_client.removal_words import post_gone
from goodpath_core.play.moderation import HIDDEN
from goodpath_core.play.posts import Repost
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.state import Page
from goodpath_core.play.things import nothing_there
from goodpath_core.play.visits import LookAtPicture, VisitPage

_READ_AGAIN: Final = "Read a page again with /page, /visit or /feed."


def look_at(table: Table, owner: str) -> None:
    """Read a page aloud; `/like` and its like mean this page from now on."""
    store, page = table.store, table.store.world.pages.get(owner)
    if page is None:
        raise Unclear("There is no page to read yet; take a persona first with /take.")
    things = things_of(page)
    table.numbers.keep_spots([Spot(owner, thing) for thing in things], min(1, len(things) - 1))
    table.marks.look(page, store.me, store.world.seq)
    if owner == store.me:
        table.store.page_news.look(page, table.store.world.seq)
    for line in say_page(store, page):
        table.write(line)


def forget_visit(table: Table, page: str) -> None:
    """A visit was refused after its page was read: numbers of that page mean nothing any more."""
    if table.numbers.are_of(page):
        table.numbers.forget_spots()
        table.write(NUMBERS_GONE)


def _visit(table: Table, rest: str) -> None:
    """Look at a page; whoever types the next number means this one, also where nothing came of it."""
    meant = table.numbers.forget_spots()
    try:
        _look_at_page_of(table, rest)
    except Unclear as no:
        raise type(no)(f"{no} {NUMBERS_GONE}" if meant else str(no)) from None


def _look_at_page_of(table: Table, rest: str) -> None:
    table.need_phone()
    persona = persona_named(table.store, need(rest, "a name"))
    if is_visit(table.store, persona):
        _do_before_reading(table, VisitPage(page=persona))
    look_at(table, persona)


def _do_before_reading(table: Table, look: VisitPage | LookAtPicture) -> None:
    """Ask for a look; Unclear, with why, where the rules would refuse it: then nothing is read out."""
    closed = why_refused(table.store, look, table.now())
    if closed:
        raise Unclear(closed)
    table.do(look)


def _pages(table: Table, rest: str) -> None:
    shown = listed_pages(table.store)
    if not shown:
        raise Unclear("There are no pages yet.")
    for page in shown:
        table.write(_words(table, page))
    table.write("Type /visit and a name.")


def _words(table: Table, page: Page) -> str:
    store = table.store
    what = standing_words(page)
    if page.owner == store.me:
        fresh = table.store.page_news.fresh(page)
        return f"Your page: {what}; {f'new from others are {fresh}' if fresh else 'nothing new'}."
    return f"{both_names(store, page.owner)}: {what}; {table.marks.fresh(page, store.me)}."


def _feed(table: Table, rest: str) -> None:
    found = feed(table.store)
    if not found:
        raise Unclear("Nobody has posted anything yet.")
    table.numbers.keep_spots([spot for spot, _ in found])
    table.read(f"{number}. {words}" for number, (_, words) in enumerate(found, 1))


def _open(table: Table, rest: str) -> None:
    spot = table.numbers.spot(rest)
    page = table.store.world.pages.get(spot.page)
    if page is None:
        raise Unclear(NUMBERS_GONE)
    if spot.thing not in things_of(page):
        raise Unclear(f"{_gone(table, page, spot.thing)} {_READ_AGAIN}")
    if is_look(table.store, spot.page) and cards_of_thing(page, spot.thing):
        _do_before_reading(table, LookAtPicture(page=spot.page, thing=spot.thing))
    for sentence in say_thing(table.store, page, spot.thing):
        table.write(sentence)


def _gone(table: Table, page: Page, thing: str) -> str:
    """Why a thing that was read is not on its page now."""
    is_hidden = any(post.gone == HIDDEN and f"post:{post.seq}" == thing for post in page.posts)
    return post_gone(table.store, page.owner) if is_hidden else nothing_there().text


def _like(table: Table, rest: str) -> None:
    spot = table.numbers.spot(rest)
    table.do(LikeThing(page=spot.page, thing=spot.thing))


def _comment(table: Table, rest: str) -> None:
    number, text = number_and_text(rest)
    spot = table.numbers.spot(number)
    if not rest:
        raise Incomplete("Type the number of a thing, as it was read, and your words behind it.")
    table.do(WriteComment(page=spot.page, thing=spot.thing, text=need(text, "your words")))


def _repost(table: Table, rest: str) -> None:
    number, text = number_and_text(rest)
    spot = table.numbers.spot(number)
    table.do(Repost(page=spot.page, thing=spot.thing, text=text))


ORDERS = (
    Order("pages", "", "List all pages with what is new on them.", _pages, phone=True),
    Order("feed", "", "Hear what everybody has posted, newest first, with numbers.", _feed, phone=True),
    Order("visit", "NAME", "Look at somebody's page; they will see that you came.", _visit),
    Order("open", "NUMBER", "Hear one thing whole, as it was numbered last.", _open, phone=True),
    Order("like", "NUMBER", "Like it.", _like),
    Order("comment", "NUMBER TEXT", "Write a word under it.", _comment),
    Order("repost", "NUMBER TEXT", "Pass it on with a word.", _repost),
)
"""All of them, in the order of the help."""
