"""A small town to play in: a scenario as a literal value, and a session of it with a clock set by hand."""

from dataclasses import replace

from goodpath_core.errors import Refused
from goodpath_core.play import registry
from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.control import StartWorld
from goodpath_core.play.event import By, Command, Draft, Event, Now
from goodpath_core.play.script import armed_by, due
from goodpath_core.play.seats import Observe, OpenSeat, TakePersona
from goodpath_core.play.state import World
from goodpath_core.scenario.actions import (
    Action,
    MoveTo,
    Narrate,
    Notice,
    PhoneChange,
    RoomChange,
    Say,
    Visitors,
    Whisper,
)
from goodpath_core.scenario.cards import Card, Deck, Skin
from goodpath_core.scenario.cast import Group, House, Name, Npc, Persona, Phone
from goodpath_core.scenario.choices import PhasePlace
from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.phases import Allow, Inject, Phase, Trigger
from goodpath_core.scenario.value import Before, Briefing, Debrief, Rules, Scenario
from told import Told

MORNING_MS = 1_000_000
"""Wall time at which every session here is opened."""
TEACHER = By("teacher", "teacher")
SERVER = By("server", "server")
OPEN = Allow(chat=True, page=True, visit=True, pictures=3, swaps=-1)


def persona(key: str, number: str, lives: str, decks: tuple[str, ...], nickname: str) -> Persona:
    """A persona of which only what the rules need differs."""
    return Persona(
        key=key,
        name=Name(key.title(), "", ""),
        age=19,
        home="the terraces",
        work="packs boxes",
        lives=lives,
        room="Half of a room.",
        phone=Phone("Android", "poor", 2, 50, 10),
        dream="to photograph weddings",
        keeps_quiet="has applied to a studio",
        wants_today=("one picture",),
        ties=(),
        number=number,
        nickname=nickname,
        signature="",
        decks=decks,
        room_picture="",
    )


def card(key: str) -> Card:
    """A picture."""
    return Card(key, key.title(), "What is seen.", "street", ("cool",), "own", "street", f"{key}.png")


def at(key: str, seconds: int, *actions: Action) -> Inject:
    """Something that happens at a time of the phase."""
    return Inject(key, seconds, None, actions)


def before_end(key: str, seconds: int, *actions: Action) -> Inject:
    """Something that happens when so many seconds of the phase are left."""
    return Inject(key, 0, None, actions, before_end_s=seconds)


def after(key: str, trigger: Trigger, seconds: int, *actions: Action) -> Inject:
    """Something that happens so many seconds after a first time."""
    return Inject(key, seconds, trigger, actions)


def phase(key: str, injects: tuple[Inject, ...] = (), allow: Allow = OPEN) -> Phase:
    """A phase of 300 seconds, 18:00 to 18:40, in which everybody is free."""
    return Phase(key, key.title(), 300, 0, 64_800, 8.0, "free", (), "Make a page.", ("Who?",), allow, injects)


def evening() -> Phase:
    """The first phase: everything is allowed, and every kind of action happens in it."""
    return phase(
        "evening",
        (
            at("evening-1", 60, Notice("line3", "Overtime till 20:00.", ""), Say("line3", "zhou", "Hurry.")),
            at("evening-2", 60, Whisper("yuting", "lele", "i am hungry"), Narrate("It rains.")),
            at("evening-3", 90, RoomChange(("yuting", "chunmei"), "Dark."), Narrate("Hush.", ("chunmei",))),
            at("evening-4", 100, PhoneChange(("ming",), battery=9, data_mb=0, text="Stolen and found.")),
            at("evening-5", 120, MoveTo(("chunmei",), "shift", "The bell."), MoveTo(("ming",), "free", "")),
            after("evening-6", Trigger("post", "yuting"), 5, Visitors(("yuting",), "lele", 60, 9, "abroad?")),
            after("evening-7", Trigger("like", ""), 0, Visitors(("yuting", "ming"), "", 3, 0, "")),
            after("evening-8", Trigger("message", ""), 2, Notice("fair", "Fair at nine.", "lele")),
        ),
    )


def night() -> Phase:
    """The second phase: the next day, one exchange, chunmei on the line and ming in the room."""
    held: tuple[tuple[str, PhasePlace], ...] = (("chunmei", "shift"), ("ming", "room"))
    allow = Allow(chat=True, page=True, visit=True, pictures=2, swaps=1)
    whisper = at("night-1", 10, Whisper("ming", "lele", "Are you there?"))
    return replace(phase("night", (whisper,), allow), day=1, speed=1.0, places=held)


def scenario() -> Scenario:
    """Three personas in two houses, two groups and one of the town, two NPCs, four pictures, two phases."""
    return Scenario(
        key="small-town",
        title="A small town",
        minutes=10,
        players=2,
        about="Three people and a lamp.",
        date="2013-07-14",
        rules=Rules(battery=True, data=True, money=True),
        briefing=Briefing("You play somebody.", ("Give them a plan.",), ("No jokes.",)),
        houses={"row": House("row", "The row", 1), "dorm": House("dorm", "Dormitory", 0)},
        npcs={"lele": Npc("lele", "Lele", "A boy of seven."), "zhou": Npc("zhou", "Zhou", "Line leader.")},
        personas={
            "yuting": persona("yuting", "2715904463", "row", ("street", "home"), "Rain"),
            "chunmei": persona("chunmei", "1983360527", "row", ("home",), "Spring Plum"),
            "ming": persona("ming", "3049981276", "dorm", ("street",), ""),
        },
        groups={
            "line3": Group("line3", "Line 3", "yuting", ("yuting", "ming"), "Be on time.", False),
            "kitchen": Group("kitchen", "Kitchen", "chunmei", ("yuting", "chunmei"), "", False),
            "fair": Group("fair", "The fair", "ming", ("yuting", "chunmei", "ming"), "", True),
        },
        cards={key: card(key) for key in ("lamp", "neon", "stove", "bus")},
        decks={
            "street": Deck("street", "Street", ("lamp", "neon")),
            "home": Deck("home", "Home", ("stove", "bus")),
        },
        skins={"plain": Skin("plain", "Plain"), "neon": Skin("neon", "Neon")},
        before=(
            Before(
                -3600,
                "yuting",
                post="A lamp.",
                card="lamp",
                likes=("chunmei",),
                comments=(("lele", "bright"),),
            ),
            Before(-1800, "lele", group="kitchen", say="i am hungry"),
            Before(-900, "ming", group="fair", say="Who goes?"),
        ),
        phases=(evening(), night()),
        debrief=Debrief(60, ("Where did they live?",), ("I made up ...", "I take off ...")),
        sources=(),
        text="",
    )


def one_phase(allow: Allow = OPEN, *injects: Inject) -> Scenario:
    """The town with a single phase."""
    return replace(scenario(), phases=(phase("only", injects, allow),))


class Town:
    """A session in memory: it decides, applies and keeps the events, as the server's writer does."""

    def __init__(self, cells: int = 1, of: Scenario | None = None, bounds: Bounds = CLASS) -> None:
        self.world = World(scenario=of or scenario(), bounds=bounds)
        self.wall_ms = MORNING_MS
        self.dice = 0.0
        self.events: list[Event] = []
        self.told = Told(self.events)
        for draft in opening(of or scenario(), cells):
            self.apply(draft, "server")

    @property
    def now(self) -> Now:
        """The moment as commands are given it."""
        return Now(self.wall_ms, self.dice, self.told)

    def apply(self, draft: Draft, author: str) -> Event:
        """Let something happen."""
        event = registry.stamp(self.world, draft, author, self.now)
        registry.reduce(self.world, event)
        self.events.append(event)
        return event

    def do(self, command: Command, by: By) -> list[Draft]:
        """Carry a command out; what it made happen. Deciding alone must change nothing."""
        before = repr(self.world)
        drafts = registry.decide(self.world, command, by, self.now)
        assert repr(self.world) == before
        for event in [self.apply(draft, by.author) for draft in drafts]:
            for armed in armed_by(self.world, event):
                self.apply(armed, "script")
        return drafts

    def refused(self, command: Command, by: By) -> str:
        """The code with which a command is refused; it must change nothing."""
        before = repr(self.world)
        try:
            registry.decide(self.world, command, by, self.now)
        except Refused as no:
            assert no.text.endswith(".")
            assert repr(self.world) == before
            return no.code
        raise AssertionError(f"{command!r} was not refused")

    def wait(self, seconds: float) -> None:
        """Let the wall clock go on; nothing happens by itself."""
        self.wall_ms += int(seconds * 1000)

    def tick(self) -> list[Draft]:
        """Let happen what the clock makes happen at this moment."""
        happened = list[Draft]()
        while drafts := due(self.world, self.now):
            for draft in drafts:
                self.apply(draft, "script")
            happened += drafts
        return happened

    def seat(self, number: int) -> By:
        """Who sits in a seat."""
        seat = self.world.seats[number]
        return By(seat.role, f"seat:{number}", number, seat.cell, seat.persona)

    def player(self, identity: str) -> By:
        """Who plays a persona."""
        return next(self.seat(s.number) for s in self.world.seats.values() if s.persona == identity)

    def play(self, *identities: str) -> None:
        """Open seats, in the order of their cells, and let them take these personas."""
        for identity in identities:
            self.do(OpenSeat(), SERVER)
            self.do(TakePersona(persona=identity), self.seat(max(self.world.seats)))


def lobby(of: Scenario | None = None) -> Town:
    """Seat 1 plays 1/yuting, seat 2 1/chunmei, seat 3 1/ming, seat 4 watches, seat 5 is undecided."""
    town = Town(1, of)
    town.play("1/yuting", "1/chunmei", "1/ming")
    town.do(OpenSeat(), SERVER)
    town.do(OpenSeat(), SERVER)
    town.do(Observe(), town.seat(4))
    return town


def playing(of: Scenario | None = None) -> Town:
    """The lobby's town in its first phase; all three have the phone in the hand."""
    town = lobby(of)
    town.do(StartWorld(), TEACHER)
    return town
