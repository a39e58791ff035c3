"""Visits: looking at a page and its pictures is a fact, as speaking is."""

from typing import ClassVar

from goodpath_core.errors import Refused
from goodpath_core.play.bounds import push_out
from goodpath_core.play.event import By, Command, Draft, Event, Fact, Now, people
from goodpath_core.play.phone import must_afford, spend
from goodpath_core.play.rows import CommandRow, EventRow
from goodpath_core.play.state import Page, Visit, World
from goodpath_core.play.things import must_see_thing, page_for


class VisitPage(Command):
    """Look at another's page; its owner will see that you came."""

    kind: ClassVar[str] = "visit_page"
    page: str
    """Id of the persona whose page it is."""


class LookAtPicture(Command):
    """Look at one picture or post closely."""

    kind: ClassVar[str] = "look_at_picture"
    page: str
    """Id of the persona whose page it is."""
    thing: str
    """Name of the thing on that page, as in things.py: `page`, `post:12`, `card:neon`."""


class PageVisited(Fact):
    """Somebody looked at a page."""

    kind: ClassVar[str] = "page.visited"


class PictureLookedAt(Fact):
    """Somebody looked closely at one thing on a page."""

    kind: ClassVar[str] = "picture.looked_at"
    thing: str


class StrangersCame(Fact):
    """Nameless strangers, or an NPC and those who came along, looked at a page."""

    kind: ClassVar[str] = "strangers.came"
    count: int
    """How many came together; the event's voice is the NPC among them, or empty."""


def visitor_words(count: int, name: str = "") -> str:
    """Who came together: `1 stranger`, `60 strangers`; with an NPC's name `Lele`, `Lele and 59 others`."""
    others, word = (count - 1, "other") if name else (count, "stranger")
    more = f"{others} {word}{'s' * (others != 1)}" if others or not name else ""
    return " and ".join(filter(None, (name, more)))


def decide_visit(world: World, command: VisitPage, by: By, now: Now) -> list[Draft]:
    """A visit, known to the page's owner and the visitor; refused for the own page and without credit."""
    page = page_for(world, command.page, by.persona)
    if page.owner == by.persona:
        raise Refused("own_page", "That is your own page.")
    must_afford(world, by.persona, "look")
    return [Draft(PageVisited(), people(page.owner, by.persona), by.cell, by.persona, page.owner)]


def decide_look(world: World, command: LookAtPicture, by: By, now: Now) -> list[Draft]:
    """A closer look, known to the looker alone; refused for what cannot be seen and without credit."""
    page = page_for(world, command.page, by.persona)
    must_see_thing(page, command.thing, by.persona)
    must_afford(world, by.persona, "look")
    fact = PictureLookedAt(thing=command.thing)
    return [Draft(fact, people(by.persona), by.cell, by.persona, page.owner)]


def reduce_visited(world: World, event: Event, fact: PageVisited) -> None:
    """Add a visit by the voice, which pays a `look`."""
    _note(world, world.pages[event.room], event)
    spend(world, event.voice, "look")


def reduce_looked(world: World, event: Event, fact: PictureLookedAt) -> None:
    """The voice pays a `look`; nothing else."""
    spend(world, event.voice, "look")


def reduce_strangers(world: World, event: Event, fact: StrangersCame) -> None:
    """`Page.strangers` grows by `count`; if there is a voice, by one less, and add a visit by it."""
    page = world.pages[event.room]
    page.strangers += fact.count - bool(event.voice)
    if event.voice:
        _note(world, page, event)


def _note(world: World, page: Page, event: Event) -> None:
    """Write a visit down; the visitor's next oldest then stands for the oldest too."""
    by = event.voice
    page.visits.append(Visit(event.seq, event.world_s, by))
    oldest = push_out(page.visits, world.bounds.visits, lambda visit: visit.by == by)
    if oldest:
        next(visit for visit in page.visits if visit.by == by).before += oldest.before + 1


COMMANDS = (
    CommandRow(VisitPage, decide_visit, ("student",), ("persona", "playing", "phone", "visit")),
    CommandRow(LookAtPicture, decide_look, ("student",), ("persona", "playing", "phone", "visit")),
)
EVENTS = (
    EventRow(PageVisited, reduce_visited, "{voice} looked at the page of {room}."),
    EventRow(PictureLookedAt, reduce_looked, "{voice} looked closely at {thing} of {room}."),
    EventRow(StrangersCame, reduce_strangers, "{visitors} looked at the page of {room}."),
)
