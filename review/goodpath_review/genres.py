"""Counts pictures by kind: what was chosen, what was liked, what nobody took."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goodpath_core.scenario.cards import Card
from goodpath_core.scenario.value import Scenario
from goodpath_review.lives import Life, Session
from goodpath_review.put_away import shown_things


@dataclass(frozen=True, slots=True)
class GenreCount:
    """One kind of picture over the whole class."""

    genre: str
    """As the cards of the scenario name it."""
    chosen: int
    """How often a picture of this kind stood on a page at the end."""
    liked: int
    """Likes by personas under such pictures, and under posts that show one."""
    liked_by_strangers: int
    """Likes of nameless strangers under the same."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a word applies to the pictures chosen at the end."""

    word: str
    """As it is shown."""
    count: int
    """A picture counts once for each page it stands on."""


def genre_counts(
    session: Session, scenario: Scenario, lives: Iterable[Life], private: bool = False
) -> list[GenreCount]:
    """Counts for each kind of picture the scenario has, in its order; nothing is ranked.

    Without `private` it is what the class may read: a picture that its owner has closed to others counts with
    nothing that was said to it either.
    """
    lives = list(lives)
    chosen = Counter(scenario.cards[card].genre for card in chosen_cards(scenario, lives))
    liked: Counter[str] = Counter()
    strangers: Counter[str] = Counter()
    for life in lives:
        for shown in shown_things(session, life.page, private):
            for genre in genres_of(scenario, shown.cards):
                liked[genre] += len(shown.response.likes)
                strangers[genre] += shown.response.strangers
    genres = dict.fromkeys(card.genre for card in scenario.cards.values())
    return [GenreCount(genre, chosen[genre], liked[genre], strangers[genre]) for genre in genres]


def chosen_cards(scenario: Scenario, lives: Iterable[Life]) -> list[str]:
    """The pictures that stood on all pages at the end, as often as they stood there."""
    return [card for life in lives for card in life.last.cards if card in scenario.cards]


def genres_of(scenario: Scenario, cards: Iterable[str]) -> set[str]:
    """The kinds of some pictures, each once."""
    return {scenario.cards[key].genre for key in cards if key in scenario.cards}


def never_chosen(scenario: Scenario, lives: Iterable[Life]) -> list[Card]:
    """Pictures somebody could have chosen and nobody had at the end."""
    lives = list(lives)
    taken = set(chosen_cards(scenario, lives))
    offered = {card for life in lives for deck in life.persona.decks for card in scenario.decks[deck].cards}
    return [card for key, card in scenario.cards.items() if key in offered and key not in taken]


def tally(words: Mapping[str, str], found: Iterable[str]) -> list[Tally]:
    """How often each word was found; `words` says how each is shown, in which order."""
    counts = Counter(found)
    return [Tally(shown, counts[word]) for word, shown in words.items()]
