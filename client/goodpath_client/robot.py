"""Play a seat without a screen, over a real socket: the same seed makes the same plan for each phase."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from goodpath_client.changes import Change
from goodpath_client.link import Link
from goodpath_client.robot_plan import Step, lay_ground, plan_debrief, plan_phase
from goodpath_client.sockets import is_cut
from goodpath_client.store import Store
from goodpath_core.play.albums import ArrangeAlbum, GiveReason, main_album
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Command, cell_of, persona_id
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.seats import TakePersona
from goodpath_core.play.state import Page
from goodpath_core.play.visits import LookAtPicture, VisitPage

Sleep = Callable[[float], Awaitable[None]]
OFFLINE = frozenset({"think", "say", "look_around", "plug_in", "pick_up"})
"""Acts that need the phone to be down."""
ANYWHERE = frozenset({"reason", "reflect"})


@dataclass(frozen=True, slots=True)
class RobotReport:
    """What a robot meant to do and what became of it."""

    seat: int
    """Number of its seat; 0 if it never got one."""
    persona: str
    """Id of the persona it played last; empty if it got none."""
    plan: tuple[Step, ...]
    """Every step of every phase, as planned when the phase began."""
    counts: Mapping[str, int]
    """Requests sent, by kind of command."""
    refusals: Mapping[str, int]
    """Requests refused, by code."""
    skipped: int
    """Steps for which there was nothing to do when their moment came."""


async def play(link: Link, store: Store, *, seed: int | str, sleep: Sleep, persona: str = "") -> RobotReport:
    """Play until the session or the link ends; `link.run()` is somebody else's task.

    `persona` is the key of the one to take; without it the seat's number decides.
    `sleep` takes real seconds; thinking times are seconds of play, shorter on a fast clock. What of a plan is
    left when its phase ends is not done.
    """
    robot = _Robot(link, store, seed, sleep)
    end = store.on_change(robot.notice)
    try:
        await robot.play(persona)
    finally:
        end()
    return robot.report()


class _Robot:
    def __init__(self, link: Link, store: Store, seed: int | str, sleep: Sleep) -> None:
        self._link, self._store, self._seed, self._sleep = link, store, seed, sleep
        self._plan: list[Step] = []
        self._counts: Counter[str] = Counter()
        self._refusals: Counter[str] = Counter()
        self._skipped = 0
        self._played = -1
        self._open: dict[str, str] = {}
        self._refused = ""
        self._changed = asyncio.Event()

    def notice(self, change: Change) -> None:
        if change.kind == "refused" and change.id in self._open:
            self._refusals[change.code] += 1
            self._refused = change.id
        if change.kind in ("done", "refused"):
            self._open.pop(change.id, None)
        self._changed.set()

    def report(self) -> RobotReport:
        store = self._store
        counts, refusals = dict(self._counts), dict(self._refusals)
        return RobotReport(store.seat, store.me, tuple(self._plan), counts, refusals, self._skipped)

    async def play(self, persona: str) -> None:
        await self._until(lambda: not self._store.stale)
        await self._take_persona(persona)
        while not self._over():
            await self._until(lambda: self._phase() > self._played or self._stage() == "debrief")
            if self._over():
                break
            if self._stage() == "debrief":
                await self._step_out()
                await self._until(lambda: False)
                break
            self._played = self._phase()
            await self._play_phase(self._played)
        await self._until(lambda: not self._open)

    # Beginning and end

    async def _take_persona(self, persona: str) -> None:
        """Take the wanted one, or the next in the cast that is free."""
        cast = [one.key for one in self._store.view.cast] if self._store.view else []
        first = cast.index(persona) if persona in cast else (self._store.seat - 1) % max(1, len(cast))
        for key in cast[first:] + cast[:first]:
            if not self._store.me and not self._over():
                await self._ask_for(persona_id(self._store.cell, key))

    async def _ask_for(self, persona: str) -> None:
        request = self._do(TakePersona(persona=persona))
        await self._until(lambda: request not in self._open)
        if self._refused != request:
            await self._until(lambda: bool(self._store.me) and not self._store.stale)

    async def _step_out(self) -> None:
        step = plan_debrief(len(self._store.world.session.step_out), self._dice("debrief"))
        self._plan.append(step)
        await self._think(step)
        if not self._over():
            self._do(Reflect(answers=step.cards))

    # A phase

    async def _play_phase(self, index: int) -> None:
        store = self._store
        person, view = store.my_person, store.view
        if person is None or view is None:
            return
        phase = store.world.phase
        rooms = tuple(room.id for room in store.world.rooms.values() if room.kind != "private")
        ground = lay_ground(view, store.me, rooms, phase, person.rule)
        steps = plan_phase(ground, self._dice(f"{index}:{phase.name}"))
        self._plan += steps
        for step in steps:
            await self._think(step)
            if self._phase() != index or self._over():
                return
            self._act(step)

    async def _think(self, step: Step) -> None:
        rate = self._store.welcome.rate if self._store.welcome else 1.0
        await self._rest(step.wait / max(rate, 0.01))
        await self._until(lambda: not self._store.world.session.paused)

    async def _rest(self, seconds: float) -> None:
        """Sleep, but no longer than the session and the link last."""
        sleeping = asyncio.ensure_future(self._sleep(seconds))
        sleeping.add_done_callback(lambda _: self._changed.set())
        try:
            await self._until(sleeping.done)
            if sleeping.done():
                sleeping.result()
        finally:
            sleeping.cancel()

    def _act(self, step: Step) -> None:
        command = resolve(self._store, step)
        if command is None:
            self._skipped += 1
        else:
            self._do(command)

    def _do(self, command: Command) -> str:
        self._counts[command.kind] += 1
        request = self._link.do(command)
        self._open[request] = command.kind
        return request

    # What is so

    def _dice(self, stretch: str) -> Random:
        """Luck of its own for each phase, so that a missed one does not change the others."""
        return Random(Random(f"{self._seed}:{self._store.seat}").random().hex() + stretch)

    def _phase(self) -> int:
        return self._store.world.phase.index if self._stage() == "playing" else -1

    def _stage(self) -> str:
        return self._store.world.session.stage

    def _over(self) -> bool:
        return self._stage() == "ended" or self._store.link.kind == "closed"

    async def _until(self, true: Callable[[], bool]) -> None:
        while not true() and not self._over():
            self._changed.clear()
            await self._changed.wait()


def resolve(store: Store, step: Step) -> Command | None:
    """The command a step comes down to at this moment; None if there is nothing to do it to."""
    person = store.my_person
    if person is None:
        return None
    on_phone = person.place == "phone"
    if step.kind not in ANYWHERE and on_phone == (step.kind in OFFLINE):
        return None
    return _RESOLVES[step.kind](store, step)


def _edit(store: Store, step: Step) -> Command:
    return EditPage(**dict(step.parts))


def _arrange(store: Store, step: Step) -> Command:
    return ArrangeAlbum(cards=step.cards)


def _swap(store: Store, step: Step) -> Command | None:
    held = main_album(store.my_page).cards
    fresh = next((card for card in step.cards if card not in held), "")
    if not fresh:
        return None
    index = step.index % len(held) if held else 0
    return ArrangeAlbum(cards=(*held[:index], fresh, *held[index + 1 :]))


def _line(store: Store, step: Step) -> Command | None:
    room = store.world.rooms.get(step.room)
    # In the town's group each voice has one line a phase.
    if room is None or (room.kind == "town" and room.spoken.get(store.me)):
        return None
    return PostMessage(room=step.room, text=step.text)


def _reply(store: Store, step: Step) -> Command | None:
    others = [line for line in store.lines(step.room) if not line.gone and line.voice != store.me]
    line = _line(store, step)
    if line is None or not others or others[-1].kind == "aside":
        return line
    return PostMessage(room=step.room, text=step.text, reply_to=others[-1].seq)


def _mention(store: Store, step: Step) -> Command | None:
    room = store.world.rooms.get(step.room)
    if _line(store, step) is None or room is None or step.who not in room.members:
        return _line(store, step)
    text = f"@{store.name(step.who)} {step.text}"
    return PostMessage(room=step.room, text=text, mentions=(step.who,))


def _whisper(store: Store, step: Step) -> Command:
    return PostMessage(room=private_room(store.me, step.who), text=step.text)


def _thing(store: Store, step: Step, whole_page: bool) -> tuple[str, Page] | None:
    """Something of that page that everybody sees: the newest posts first, then pictures, then the page."""
    page = store.world.pages.get(step.who)
    if page is None or cell_of(page.owner) != cell_of(store.me):
        return None
    posts = [f"post:{post.seq}" for post in page.posts if post.visible_to == "all" and not post.gone]
    albums = [album for album in page.albums.values() if album.visible_to == "all"]
    things = posts[::-1] + [f"card:{card}" for album in albums for card in album.cards]
    things += ["page"] if whole_page else []
    return (things[step.index % len(things)], page) if things else None


def _like(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=True)
    if found is None:
        return None
    thing, page = found
    response = page.responses.get(thing)
    if response and store.me in response.likes:
        return None
    return LikeThing(page=page.owner, thing=thing)


def _comment(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=True)
    return WriteComment(page=found[1].owner, thing=found[0], text=step.text) if found else None


def _repost(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=False)
    return Repost(page=found[1].owner, thing=found[0], text=step.text) if found else None


def _look(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=False)
    return LookAtPicture(page=found[1].owner, thing=found[0]) if found else None


def _plug_in(store: Store, step: Step) -> Command | None:
    person = store.my_person
    if person is None or person.phone is None or not person.phone.drains:
        return None
    sockets = store.world.sockets.get(person.house)
    return None if sockets and (store.me in sockets.plugs or is_cut(store)) else PlugIn()


_RESOLVES: Mapping[str, Callable[[Store, Step], Command | None]] = MappingProxyType(
    {
        "edit": _edit,
        "arrange": _arrange,
        "reason": lambda store, step: GiveReason(card=step.cards[0], text=step.text),
        "swap": _swap,
        "line": _line,
        "reply": _reply,
        "mention": _mention,
        "whisper": _whisper,
        "post": lambda store, step: PublishPost(text=step.text, cards=step.cards),
        "visit": lambda store, step: VisitPage(page=step.who),
        "look": _look,
        "like": _like,
        "comment": _comment,
        "repost": _repost,
        "pick_up": lambda store, step: PickUpPhone(),
        "put_down": lambda store, step: PutPhoneDown(),
        "plug_in": _plug_in,
        "think": lambda store, step: Think(text=step.text),
        "say": lambda store, step: SayAloud(text=step.text),
        "look_around": lambda store, step: LookAround(),
    }
)
"""Kind of step -> the command it comes down to."""
