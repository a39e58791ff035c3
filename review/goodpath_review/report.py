"""Writes one HTML page from a session, for a class to look at together: where did these people live?

1. It stands alone: no script, nothing from elsewhere.
2. Nothing in it scores, ranks, or tells students apart.
3. What no classmate was to read stands only in the reviewer's copy, which says so at its head.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context

from goodpath_core.errors import LogError
from goodpath_core.looks import LOOKS, dress
from goodpath_core.picture_head import NO_PICTURE
from goodpath_core.picture_source import WHERE, WHOSE, source_words
from goodpath_core.play.albums import WHOLE, standing_reasons
from goodpath_core.play.clock import clock_face, length_words
from goodpath_core.play.hours import unplayed_seconds, unplayed_words
from goodpath_core.play.moderation import REMOVED
from goodpath_core.play.places import PLACE_WORDS, PLACES
from goodpath_core.play.state import Post, Response
from goodpath_core.play.things import response_to
from goodpath_core.play.visits import visitor_words
from goodpath_core.scenario.cast import Persona
from goodpath_core.scenario.value import Scenario
from goodpath_core.text import clean_block
from goodpath_review.bars import WIDTH, Part, bar
from goodpath_review.chronicle import ERASED
from goodpath_review.counted import bar_words, equal_words
from goodpath_review.genres import genre_counts, never_chosen, tally
from goodpath_review.lives import (
    Life,
    Session,
    lives,
    read_session,
    silent_visitors,
    standing_posts,
)
from goodpath_review.moments import moment, short_moment
from goodpath_review.own_eyes import is_unheard, own_eyes
from goodpath_review.put_away import shown_cards, shown_things
from goodpath_review.reflections import newest_reflections
from goodpath_review.session_file import SessionFile
from goodpath_review.spoken import Said, few
from goodpath_review.standing_words import StandingWords
from goodpath_review.thumbnails import Thumbnail, Thumbnails
from goodpath_review.transcript import played_on

COUNTER_QUESTIONS = (
    "Who earns from life online?",
    "Does a pretty page make a bad room easier to bear, and is that good?",
    "Would a union, a contract or a school place have been the shorter way to another life?",
    "What would these people answer somebody who said where they really live?",
    "Why is it a visitor who says where “these” people live?",
    "What did it change that somebody was watching?",
)
"""So that nobody just agrees."""
HOW = MappingProxyType({"said": "said aloud", "thought": "thought"})
_CARD_SIDE = 208
_ROOM_SIDE = 480


@dataclass(frozen=True, slots=True)
class Group:
    """One persona with the lives that different cells made of it."""

    persona: Persona
    """Who all of them play."""
    picture: Thumbnail | None
    """The room at the start, small; None if there is none."""
    lives: list[Life]
    """One for each cell in which somebody played this persona, in order of cell."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What the template may ask for while it writes."""

    session: Session
    """The whole of it, also what this copy of the report leaves out."""
    scenario: Scenario
    """As the session file holds it."""
    thumbnails: Thumbnails
    """Those the template has asked for so far."""
    private: bool
    """Whether this is the reviewer's copy."""
    words: StandingWords
    """What somebody wrote, as this copy tells it."""

    def picture(self, card: str) -> Thumbnail | None:
        """The small picture of a card."""
        found = self.scenario.cards.get(card)
        return self.thumbnails.make(found.picture, _CARD_SIDE) if found else None

    def room(self, persona: Persona) -> Thumbnail | None:
        """The small picture of a room at the start."""
        return self.thumbnails.make(persona.room_picture, _ROOM_SIDE)

    def first_card(self, life: Life) -> str:
        """The picture by which a stranger knows a page; empty if none may be shown."""
        return next((card for card in life.last.cards if card in self.scenario.cards), "")

    def voice(self, identity: str) -> str:
        """A voice as a name."""
        return self.session.scene.voice(identity)

    def voices(self, identities: Iterable[str]) -> str:
        """Several voices as one list."""
        return ", ".join(map(self.voice, identities))

    def posts(self, life: Life) -> list[tuple[Post, Response]]:
        """The posts that stand on a page, each with what was said to it."""
        standing = [post for post in standing_posts(life.page) if self.private or post.visible_to == "all"]
        return [(post, response_to(life.page, f"post:{post.seq}")) for post in standing]

    def cards(self, post: Post) -> tuple[str, ...]:
        """The pictures of a post that this copy shows."""
        return shown_cards(self.session, post, self.private)

    def in_groups(self, life: Life) -> tuple[list[Said], int]:
        """A few lines that somebody wrote in groups, and how many there are."""
        lines = [line for line in self.session.said.get(life.id, ()) if not line.private]
        return few(lines), len(lines)

    def in_private(self, life: Life) -> list[Said]:
        """What somebody wrote in private chats, in the reviewer's copy."""
        return [line for line in self.session.said.get(life.id, ()) if self.private and line.private]

    def under_pictures(self, life: Life) -> list[tuple[str, Response]]:
        """What was said to single pictures and to the page as a whole.

        A picture in a closed album is left out of what the class reads: its owner has hidden it.
        """
        said = shown_things(self.session, life.page, self.private)
        named = [(self._thing(thing), response) for thing, _, response in said]
        return [(name, response) for name, response in named if name]

    def _thing(self, thing: str) -> str:
        if thing == "page":
            return "the page"
        card = thing.removeprefix("card:")
        return self.session.scene.card(card) if card in self.scenario.cards else ""

    def approval(self, response: Response) -> str:
        """Who liked something: names, and strangers as a number; empty for nobody."""
        strangers = [visitor_words(response.strangers)] * bool(response.strangers)
        names = [*map(self.voice, response.likes), *strangers]
        return ", ".join(names)

    def visitors(self, life: Life) -> tuple[str, str]:
        """Who came and answered, and who came and said nothing: for the class only how many."""
        # Who left nothing but what is not shown is named nowhere; that they said nothing would not be true.
        said = [shown.response for shown in shown_things(self.session, life.page, self.private)]
        spoke, _ = silent_visitors(life.page, said, self.words.withheld())
        _, silent = silent_visitors(life.page, life.page.responses.values())
        count = str(len(silent)) if silent else ""
        return self.voices(spoke), self.voices(silent) if self.private else count

    def off_the_phone(self, life: Life) -> list[tuple[int, str, str]]:
        """What was said and thought, and what became of the room: (world second, how, text), in order."""
        journal = self.session.world.journal
        own = [line for line in journal if line.voice == life.id and line.kind in HOW]
        withheld = self.words.withheld()
        heard = [line for line in own if not is_unheard(line) and line.seq not in withheld]
        words = own if self.private else heard
        lines = [(one.world_s, HOW[one.kind], self.words.of(one.seq, one.text)) for one in words]
        lines += [(at, "the room", text or ERASED) for at, text in life.rooms]
        return sorted(lines, key=lambda line: line[0])

    def reason(self, life: Life, card: str) -> str:
        """Why a picture was chosen; empty before the debrief, and for the class in a closed album."""
        reasons = standing_reasons(life.page, own=self.private) if life.page.reasons_open else {}
        return (reasons[card] or REMOVED) if card in reasons else ""

    @property
    def sources_open(self) -> bool:
        """Whether it may be told where pictures come from: to the class not before the debrief."""
        return self.private or self.session.closed

    def exchange(self, life: Life) -> str:
        """Why something was exchanged in the end, or nothing; empty where nobody said."""
        return self.reason(life, WHOLE)

    def bar(self, life: Life, full: int = 0) -> tuple[Part, ...]:
        """The bar of a life."""
        return bar(life.lived, full, unplayed_seconds(self.session.world.clock))


def report(file: SessionFile, private: bool = False) -> str:
    """The page as HTML, `private` for the reviewer alone; the same file gives the same page.

    LogError if the file is not whole.
    """
    session = read_session(file)
    scenario = session.scene.scenario
    if scenario is None:
        raise LogError("There is no scenario in this file, so there is nothing to report; export it instead.")
    words = StandingWords(session.scene, private)
    reader = Reader(session, scenario, Thumbnails(file.pictures()), private, words)
    found = lives(session, private)
    clock, together = session.world.clock, {p: sum(life.lived[p] for life in found) for p in PLACES}
    away = unplayed_seconds(clock)
    page = _template().render(
        reader=reader,
        session=session,
        scenario=scenario,
        played_on=played_on(file),
        cells=file.cells(),
        groups=_groups(reader, found),
        lives=found,
        unplayed=[p.name.pinyin for key, p in scenario.personas.items() if not _is_played(found, key)],
        longest=max((sum(life.lived.values()) for life in found), default=0) + away,
        together=bar(together, unplayed=away * len(found)),
        counted=bar_words(clock),
        equal=equal_words(list(map(reader.bar, found)), [session.stays.get(life.id, []) for life in found]),
        unplayed_hours=unplayed_words(clock),
        genres=genre_counts(session, scenario, found, private),
        never=never_chosen(scenario, found),
        provenance=tally(WHOSE, _chosen(scenario, found, "provenance")),
        taken=tally(WHERE, _chosen(scenario, found, "taken")),
        reflections=_reflections(session, scenario) if private else [],
        own_eyes=own_eyes(session, found),
        counter_questions=COUNTER_QUESTIONS,
        source_words=source_words,
        WHERE=WHERE,
        LOOKS=LOOKS,
        PLACE_WORDS=PLACE_WORDS,
        WIDTH=WIDTH,
        NO_PICTURE=NO_PICTURE,
    )
    # What defines the pieces of the page leaves blank lines ahead of it.
    return page.strip() + "\n"


@lru_cache(maxsize=1)
def _template() -> Template:
    """The page without its session. Compiling it takes longer than a short session takes to be filled in."""
    environment = Environment(
        loader=PackageLoader("goodpath_review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Everything that is printed is cleaned once more: the file may come from anywhere.
    environment.finalize = _clean
    filters: dict[str, Any] = {
        "hours": length_words,
        "clock": clock_face,
        "skin": lambda key: dress(key).skin,
        "moment": _moment,
        "when": _when,
    }
    environment.filters.update(filters)
    return environment.get_template("report.html.j2")


@pass_context
def _moment(context: Context, world_s: int) -> str:
    return moment(context["reader"].scenario, world_s)


@pass_context
def _when(context: Context, world_s: int) -> str:
    return short_moment(context["reader"].scenario, world_s)


def _clean(value: Any) -> Any:
    return clean_block(value) if type(value) is str else value


def _groups(reader: Reader, found: list[Life]) -> list[Group]:
    """The lives by persona, so that classes can compare what they made of the same one."""
    together = [list(same) for _, same in groupby(found, key=lambda life: life.persona.key)]
    personas = [same[0].persona for same in together]
    pictures = list(map(reader.room, personas))
    return list(map(Group, personas, pictures, together))


def _is_played(found: list[Life], key: str) -> bool:
    return any(life.persona.key == key for life in found)


def _chosen(scenario: Scenario, found: list[Life], field: str) -> list[str]:
    cards = [card for life in found for card in life.last.cards if card in scenario.cards]
    return [getattr(scenario.cards[card], field) for card in cards]


def _reflections(session: Session, scenario: Scenario) -> list[tuple[str, list[str]]]:
    """Each prompt with its answers; sorted by their text, so that nobody can be told from the order."""
    asked = session.world.session.step_out or scenario.debrief.step_out
    answers: list[list[str]] = [[] for _ in asked]
    for reflection in newest_reflections(session.world):
        for place, answer in zip(answers, reflection.answers, strict=False):
            place += [answer] if answer else []
    return [(prompt, sorted(given)) for prompt, given in zip(asked, answers, strict=True)]
