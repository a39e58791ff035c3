"""The orders of the own pictures: choosing, hearing them described, saying why."""

from typing import Final

from goodpath_client.chosen_pictures import on_page, takes_choices
from goodpath_client.lacking import nothing_for
from goodpath_client.names import name_and_person
from goodpath_client.on_its_way import page_to_come
from goodpath_client.plain.keys import why_refused
from goodpath_client.plain.numbers import Unclear, WrongNumber, number_of
from goodpath_client.plain.order import Order, need
from goodpath_client.plain.table import Table
from goodpath_client.plain.things import card_name, card_title, describe_card
from goodpath_client.store import Store
from goodpath_core.play.albums import WHOLE, ArrangeAlbum, GiveReason, main_album
from goodpath_core.play.moderation import REMOVED
from goodpath_core.play.phase_now import Permission
from goodpath_core.play.state import Page
from goodpath_core.scenario.cards import Deck
from goodpath_core.text import clean_line, name_key

_ALL: Final = "all"
"""In place of a number: the choice as a whole."""
_NONE: Final = "none"


def own_cards(store: Store) -> list[str]:
    """Keys of the pictures one may choose from, in the order of their numbers."""
    return [card.key for card in store.view.own_cards] if store.view else []


def _some_cards(store: Store) -> list[str]:
    """The same; Unclear if there are none."""
    nothing = nothing_for(store, "pictures")
    if nothing:
        raise Unclear(nothing)
    return own_cards(store)


def numbered(store: Store, words: str) -> tuple[str, ...]:
    """The own pictures that numbers mean, in the order of the numbers."""
    return tuple(_numbered(store, word) for word in words.replace(",", " ").split())


def _numbered(store: Store, word: str) -> str:
    cards = _some_cards(store)
    if not 1 <= number_of(word) <= len(cards):
        raise WrongNumber(f"Type numbers from 1 to {len(cards)}; /pictures alone lists them.")
    return cards[number_of(word) - 1]


def _lock(table: Table, rest: str) -> None:
    """Close the pictures to everybody else, or open them again."""
    cards, visible_to = on_page(table.store)
    table.do(ArrangeAlbum(cards=cards, visible_to="all" if visible_to == "me" else "me"))


def _pictures(table: Table, rest: str) -> None:
    deck = _deck_named(table.store, rest)
    if not rest:
        _list(table)
    elif deck is not None:
        numbers = _numbers(table.store)
        table.read(f"{numbers[card]}. {card_title(table.store, card)}" for card in deck.cards)
    else:
        _arrange(table, () if rest.lower() == _NONE else numbered(table.store, rest))


def _deck_named(store: Store, text: str) -> Deck | None:
    """The only deck whose name, or a word of whose name, begins so; None for none."""
    wanted = "" if text[:1].isdecimal() or text.lower() == _NONE else name_key(text)
    decks = store.view.decks if store.view and wanted else ()
    named = [deck for deck in decks if name_key(deck.name).startswith(wanted)]
    named = named or [d for d in decks if any(name_key(w).startswith(wanted) for w in d.name.split())]
    return named[0] if len(named) == 1 else None


def _add(table: Table, rest: str) -> None:
    cards = numbered(table.store, need(rest, "numbers of pictures"))
    _arrange(table, tuple(dict.fromkeys((*on_page(table.store).cards, *cards))))


def _drop(table: Table, rest: str) -> None:
    cards = numbered(table.store, need(rest, "numbers of pictures"))
    _arrange(table, tuple(card for card in on_page(table.store).cards if card not in cards))


def _swap(table: Table, rest: str) -> None:
    """Exchange a picture; the new one stands where the old one stood."""
    both, before = numbered(table.store, rest), on_page(table.store).cards
    if len(both) != 2 or both[0] not in before:
        raise WrongNumber("Type the number of a picture on your page, and of the one to stand in its place.")
    old, new = both
    _arrange(table, tuple(new if card == old else card for card in before))


def _arrange(table: Table, cards: tuple[str, ...]) -> None:
    """Let the page hold these pictures; a why that goes with its picture does not go in silence."""
    store, page, (before, visible_to) = table.store, page_to_come(table.store), on_page(table.store)
    table.do(ArrangeAlbum(cards=cards, visible_to=visible_to))
    reasons = page.reasons if page else {}
    for card in before:
        if card not in cards and reasons.get(card):
            table.write(f"Why you chose {card_name(store, card)} goes with it when it is taken out.")


def _list(table: Table) -> None:
    """What stands on the page, with the numbers to take it off by; what may be chosen; then all there is."""
    store, allow = table.store, table.store.world.phase.allow
    _some_cards(store)
    numbers = _numbers(store)
    held = "; ".join(f"{numbers.get(card, 0)}, {card_name(store, card)}" for card in on_page(store).cards)
    is_there = main_album(store.my_page) == main_album(page_to_come(store))
    table.write(f"{'On' if is_there else 'On its way to'} your page, in order: {held or 'nothing'}.")
    closed = why_refused(store, ArrangeAlbum, table.now())
    if closed:
        table.write(f"You cannot choose now. {closed}")
    else:
        _say_choice(table, allow)
    table.tell(_say_decks(store))
    table.read(_listed(store))


def _say_choice(table: Table, allow: Permission) -> None:
    """How many pictures may be chosen or exchanged, and with which orders."""
    page = page_to_come(table.store)
    left = max(0, allow.swaps - (page.swaps if page else 0))
    exchange = f"{left} to exchange in this phase; say why, or why not, with /why {_ALL} and your words."
    if takes_choices(table.store):
        table.write(f"There is room for {allow.pictures}.")
        if allow.swaps >= 0:
            table.write(f"Choose all of them at once: that exchanges none. Afterwards {exchange}")
        table.write(f"Type /pictures and all numbers in your order, or {_NONE}; or /add, /drop or /swap.")
        return
    table.write(f"As many pictures come in as go out, {exchange}")
    swap = "/swap with two numbers, or " * bool(left)
    table.write(f"Type {swap}/pictures and all numbers in your order.")


def _say_decks(store: Store) -> list[str]:
    """The names of the decks, where there are several."""
    names = "; ".join(clean_line(deck.name) for deck in (store.view.decks if store.view else ()))
    return [f"/pictures and the name of a deck reads that one: {names}."] if "; " in names else []


def _numbers(store: Store) -> dict[str, int]:
    return {card: number for number, card in enumerate(own_cards(store), 1)}


def _listed(store: Store) -> list[str]:
    """The own pictures with their numbers, deck by deck; each deck is named with its first picture."""
    numbers, found, told = _numbers(store), [], set[str]()
    for deck in store.view.decks if store.view else ():
        fresh = [card for card in deck.cards if card not in told]
        lines = [f"{numbers[card]}. {card_title(store, card)}" for card in fresh]
        found += [f"{clean_line(deck.name)}: {lines[0]}", *lines[1:]] if lines else []
        told |= {*fresh}
    return found


def _describe(table: Table, rest: str) -> None:
    store = table.store
    card = _numbered(store, need(rest, "the number of a picture of yours"))
    for sentence in describe_card(store, card, own=True):
        table.write(sentence)
    table.write("It is on your page." if card in on_page(store).cards else "It is not on your page.")
    page = page_to_come(store)
    reason = page.reasons.get(card, "") if page else ""
    if reason:
        table.write(f"Why you chose it: {reason}")


def _why(table: Table, rest: str) -> None:
    number, _, text = rest.partition(" ")
    about = WHOLE if number.lower() == _ALL else _numbered(table.store, number)
    reason = need(text.strip(), f"a reason, or the word {_NONE} to take it back,")
    table.do(GiveReason(card=about, text="" if reason.lower() == _NONE else reason))


def _reasons(table: Table, rest: str) -> None:
    """Read the own reasons, and in the debrief everybody's."""
    pages = [page for page in table.store.world.pages.values() if _told(page)]
    if not pages:
        raise Unclear("No reasons are there to be read.")
    table.read(
        f"{_whose(table.store, page)}, {_about(table.store, card)}: {text}"
        for page in sorted(pages, key=lambda page: page.owner != table.store.me)
        for card, text in _told(page).items()
    )


def _told(page: Page) -> dict[str, str]:
    """Card -> why; of those that are open, one without words was removed."""
    reasons = {card: text or REMOVED * page.reasons_open for card, text in page.reasons.items()}
    return {card: text for card, text in reasons.items() if text}


def _whose(store: Store, page: Page) -> str:
    own = page.owner == store.me
    return "You" if own else name_and_person(store.world, store.view, page.owner)


def _about(store: Store, card: str) -> str:
    return "on exchanging, or not" if card == WHOLE else f"on the picture {card_name(store, card)}"


ORDERS = (
    Order(
        "pictures",
        "NUMBERS",
        "Choose pictures for your page; alone, hear them, and with the name of a deck those of it.",
        _pictures,
    ),
    Order("add", "NUMBERS", "Put these pictures behind those on your page.", _add),
    Order("drop", "NUMBERS", "Take these pictures off your page.", _drop),
    Order("swap", "NUMBER NUMBER", "Take the first off your page and put the second in its place.", _swap),
    Order("lock", "", "Close your pictures to everybody else, or open them again.", _lock),
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
