"""The orders of the own pictures: choosing, hearing them described, saying why."""

from typing import Final

from goodpath_client.plain_numbers import Unclear
from goodpath_client.plain_order import Order, need
from goodpath_client.plain_table import Table
from goodpath_client.plain_things import card_title, describe_card
from goodpath_client.store import Store
from goodpath_core.play.albums import MAIN, WHOLE, ArrangeAlbum, GiveReason
from goodpath_core.play.state import Page

_ALL: Final = "all"
"""In place of a number: the choice as a whole."""
_NONE: Final = "none"


def own_cards(store: Store) -> list[str]:
    """Keys of the pictures one may choose from, in the order of their numbers."""
    return [card.key for card in store.view.own_cards] if store.view else []


def numbered(store: Store, words: str) -> tuple[str, ...]:
    """The own pictures that numbers mean, in the order of the numbers."""
    return tuple(_numbered(store, word) for word in words.replace(",", " ").split())


def _numbered(store: Store, word: str) -> str:
    cards = own_cards(store)
    if not word.isdecimal() or not 1 <= int(word) <= len(cards):
        raise Unclear(f"Type numbers from 1 to {len(cards)}; /pictures alone lists them.")
    return cards[int(word) - 1]


def _on_page(page: Page | None) -> tuple[str, ...]:
    album = page.albums.get(MAIN) if page else None
    return album.cards if album else ()


def _pictures(table: Table, rest: str) -> None:
    store, before = table.store, _on_page(table.store.my_page)
    if not rest:
        _list(table, before)
        return
    cards = () if rest.lower() == _NONE else numbered(store, rest)
    table.do(ArrangeAlbum(cards=cards))
    reasons = store.my_page.reasons if store.my_page else {}
    for card in before:
        if card not in cards and reasons.get(card):
            table.write(f"Why you chose {card_title(store, card)} goes with it when it is taken out.")


def _list(table: Table, held: tuple[str, ...]) -> None:
    store = table.store
    for number, card in enumerate(own_cards(store), 1):
        on_page = f" (on your page, place {held.index(card) + 1})" if card in held else ""
        table.write(f"{number}. {card_title(store, card)}{on_page}")
    allow, page = store.world.phase.allow, store.my_page
    table.write(f"Type /pictures and up to {allow.pictures} numbers, in your order, or the word {_NONE}.")
    if allow.swaps >= 0:
        left = max(0, allow.swaps - (page.swaps if page else 0))
        table.write(f"{left} to exchange in this phase; say why, or why not, with /why {_ALL}.")


def _describe(table: Table, rest: str) -> None:
    store = table.store
    card = _numbered(store, need(rest, "the number of a picture of yours"))
    for sentence in describe_card(store, card, own=True):
        table.write(sentence)
    table.write("It is on your page." if card in _on_page(store.my_page) else "It is not on your page.")
    reason = store.my_page.reasons.get(card, "") if store.my_page else ""
    if reason:
        table.write(f"Why you chose it: {reason}")


def _why(table: Table, rest: str) -> None:
    number, _, text = rest.partition(" ")
    about = WHOLE if number.lower() == _ALL else _numbered(table.store, number)
    reason = need(text.strip(), f"a reason, or the word {_NONE} to take it back,")
    table.do(GiveReason(card=about, text="" if reason.lower() == _NONE else reason))


def _reasons(table: Table, rest: str) -> None:
    """Read the own reasons, and in the debrief everybody's."""
    pages = [page for page in table.store.world.pages.values() if any(page.reasons.values())]
    if not pages:
        raise Unclear("No reasons are there to be read.")
    table.read(
        f"{_whose(table.store, page)}, {_about(table.store, card)}: {text}"
        for page in sorted(pages, key=lambda page: page.owner != table.store.me)
        for card, text in page.reasons.items()
        if text
    )


def _whose(store: Store, page: Page) -> str:
    return "You" if page.owner == store.me else store.name(page.owner)


def _about(store: Store, card: str) -> str:
    return "on exchanging, or not" if card == WHOLE else f"on the picture {card_title(store, card)}"


ORDERS = (
    Order("pictures", "NUMBERS", "Choose pictures for your page; without numbers, hear them.", _pictures),
    Order("describe", "NUMBER", "Hear all words of a picture of yours, and why you chose it.", _describe),
    Order(
        "why",
        "NUMBER TEXT",
        "Say why you chose a picture, hidden until the debrief. With the word all in place of the number, "
        "why you exchanged something, or nothing.",
        _why,
    ),
    Order("reasons", "", "Hear why you chose your pictures; in the debrief, why everybody did.", _reasons),
)
"""All of them, in the order of the help."""
