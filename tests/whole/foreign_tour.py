"""Show every screen of one client once for each hostile text, in the terminal it is started in.

`python foreign_tour.py student|teacher REPORT [harmless]` writes what it showed into the file REPORT.
"""

import asyncio
import gc
import json
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

from client.screens.full_stage import ME, OTHER, ROOM, full_stage
from client.screens.stage import START_MS, RecordingLink, Stage
from goodpath_client.app import StudentApp
from goodpath_client.drafts import PostDraft
from goodpath_client.joined import Joined
from goodpath_client.link_state import LinkState
from goodpath_client.page_rows import Thing
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.dark import DarkScreen
from goodpath_client.screens.debrief import DebriefScreen
from goodpath_client.screens.elsewhere import ElsewhereScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.group_notice import GroupNoticeScreen
from goodpath_client.screens.help import HelpScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.screens.line_menu import LineMenu
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.store import Store
from goodpath_client.teacher.app import TeacherApp
from goodpath_client.teacher.door import Door
from goodpath_client.teacher.hand_over import HandOverScreen
from goodpath_client.teacher.places import PAGE
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.teacher.seat_rows import known_seats
from goodpath_client.teacher.speak import NARRATOR, SpeakScreen
from goodpath_client.terminal import run_cleanly
from goodpath_client.unsent_words import AS_ANOTHER, NotSent
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.control import PauseWorld
from goodpath_core.play.event import Draft, Now
from goodpath_core.play.messages import MessagePosted, PostMessage
from goodpath_core.play.registry import stamp
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import World
from goodpath_core.scenario.view import View, view
from goodpath_core.wire.closing import Closing
from goodpath_core.wire.frames import AskSeats, Query
from hostile import TEXT, Pass, hostile_passes, misshown, poisoned

PAINT_S = 0.02
MOST_LOOKS = 50
OWN_WORDS_LOOKS = 5  # at a screen that has only the client's own words no tag is waited for
UNCOLLECTED = 200_000  # objects more before Python looks for what nobody needs: a fifth of the tour
TAGS = {field: f"~{chr(97 + at // 26)}{chr(97 + at % 26)}" for at, field in enumerate(sorted(TEXT))}
TAGS |= {"refusal": "~ra", "problem": "~rb", "own name": "~rc", "draft": "~rd", "said": "~re"}
TAGS |= {"address": "~rf", "code": "~rg", "closing": "~rh"}
"""Two letters in front of each text, by which a screen shows which fields it holds."""
ORDER = list(TAGS)
"""In this order fields take the texts of a pass."""


class Telling(Store):
    """A store to which lines can be told."""

    def tell_line(self, text: str) -> None:
        """Fold a line that says `text`."""
        draft = Draft(MessagePosted(text=text, mentions=(ME,)), "all", 1, OTHER, ROOM)
        self.take_event(stamp(self.world, draft, "seat:9", Now(START_MS)))


class Tour:
    """What is shown for one text after the other, and which tags were seen on which screen."""

    def __init__(self, viewer: Viewer, stage: Stage, harmless: bool) -> None:
        self.stage, self.store = stage, Telling()
        self.link = HostileLink(stage, self)
        self.world: World = visible(stage.world, viewer)
        self.view: View = view(stage.scenario, viewer)
        self.passes = [Pass(("harmless",), True)] if harmless else hostile_passes()
        self.now = self.passes[0]
        self.seen: dict[str, set[str]] = {}
        self.wrong: list[str] = []
        """Where a text stood otherwise than it is."""

    def text(self, field: str) -> str:
        """The text that a field holds now."""
        return self.now.texts[ORDER.index(field) % len(self.now.texts)]

    def words(self, field: str) -> str:
        """The text of now, with the tag of a field in front."""
        return TAGS[field] + self.text(field)

    def load(self, place: str = "phone", stage: str = "playing", phase: int = 0) -> None:
        """Give the store a poisoned copy, in which the own persona is at a place."""
        world = poisoned(self.world, self.words)
        world.session.stage, world.phase.index = stage, phase
        if place == "phone":
            world.session.paused = ""
        if ME in world.persons:
            world.persons[ME].place = place
            if stage == "lobby":
                world.persons[ME].room_text = ""  # then the room is told as the scenario has it
        self.store.reload(world, poisoned(self.view, self.words))

    async def look(self, app: App[int], name: str = "", until: str = "", most: int = MOST_LOOKS) -> None:
        """Let the screen be painted, and note which fields it shows and what it shows otherwise than it is.

        It has as long as a second for any field, or the one of `until`, and for taking away what was before.
        """
        tags, wrong = set[str](), list[str]()
        for _ in range(most):
            await asyncio.sleep(PAINT_S)
            strips = app.screen._compositor.render_strips()
            lines = ["".join(segment.text for segment in strip) for strip in strips]
            tags = {field for field, tag in TAGS.items() if any(tag in line for line in lines)}
            wrong = self.compare(lines)
            if tags and not wrong and (not until or until in tags):
                break
        where = name or type(app.screen).__name__
        self.seen.setdefault(where, set()).update(tags)
        self.wrong += [f"{where}, {one}" for one in wrong]

    def compare(self, lines: Sequence[str]) -> list[str]:
        """What follows the tag of a field and is not its text."""
        if not self.now.as_it_is:
            return []
        found = [
            (field, misshown(self.text(field), rest))
            for line in lines
            for field, tag in TAGS.items()
            for rest in line.split(tag)[1:]
        ]
        return [f"{field}: {shown!r} for {self.text(field)!r}" for field, shown in found if shown]

    async def show(self, app: App[int], screens: Iterator[Screen[Any]]) -> None:
        """Put one screen after the other on top and look at it; nothing below is painted between two."""
        base = app.screen
        for screen in screens:
            await (app.push_screen if app.screen is base else app.switch_screen)(screen)
            await self.look(app, most=OWN_WORDS_LOOKS if isinstance(screen, HelpScreen) else MOST_LOOKS)
            if isinstance(screen, PageViewScreen) and screen.owner == OTHER:
                await self.begin_a_word(screen)
                await self.look(app, "PageViewScreen, a word")
        await app.pop_screen()

    async def begin_a_word(self, page: PageViewScreen) -> None:
        """Open the box for a word under the first thing of a page, which is chosen once it was painted."""
        for _ in range(MOST_LOOKS):
            if page.query_one("#things", MessageList).chosen is not None:
                break
            await asyncio.sleep(PAINT_S)
        page.deed_comment("")
        assert page.query_one("#word").display


class HostileLink(RecordingLink):
    """Answers the question for seats with the text of now as everybody's own name."""

    def __init__(self, stage: Stage, tour: "Tour") -> None:
        super().__init__(stage)
        self.tour = tour

    async def ask(self, query: Query) -> Any:
        """Seats; pictures stay away, since their thousands of colours say nothing here."""
        if isinstance(query, AskSeats):
            name = self.tour.words("own name")
            return [{"seat": seat, "name": name, "last_act_ms": 0} for seat in self.stage.world.seats]
        return None


class StudentOnTour(StudentApp):
    """The student's client, which shows itself."""

    tour: Tour

    async def on_ready(self) -> None:
        """Begin."""
        self.run_worker(self.go(), exit_on_error=True)

    async def go(self) -> None:
        """Every screen for every text."""
        tour = self.tour
        self.scene.briefed = True
        for now in tour.passes:
            tour.now = now
            tour.load()
            self.route()
            await self.hold(OnlineScreen)
            self.hear_of_everything()
            await tour.look(self, until="refusal")
            self.say(tour.words("said"))
            await tour.look(self, until="said")
            # Else it would be made anew on every screen, and lie over what is there.
            self.clear_notifications()
            await tour.show(self, self.screens_on_top())
            for place, stage in (("room", "playing"), ("shift", "playing"), ("phone", "debrief"),
                                 ("phone", "ended"), ("phone", "lobby")):  # fmt: skip
                tour.load(place, stage)
                if stage == "ended":
                    # As it is where the session ended without a debrief; else the debrief stays.
                    tour.store.world.session.questions = ()
                self.route()
                await tour.look(self)
                if stage == "debrief":
                    await self.empty_boxes()
                    await tour.look(self, until="answers")
            await self.choose()
            await self.join()
            self.clear_notifications()
        self.exit(0)

    async def empty_boxes(self) -> None:
        """Show the debrief made anew, where nothing is begun, as far down as its boxes."""
        self.drafts.of(self.playing).texts.clear()
        self.scene.shown = ""
        self.route()
        debrief = await self.hold(DebriefScreen)
        debrief.query_one("#stepping-out").scroll_visible(animate=False)

    async def hold(self, kind: type[Frame]) -> Frame:
        """Wait until a screen is on top and has all its parts; it is made while the tour goes on."""
        for _ in range(MOST_LOOKS):
            if isinstance(self.screen, kind) and self.screen.is_whole:
                return self.screen
            await asyncio.sleep(PAINT_S)
        raise AssertionError(f"{kind.__name__} is not there, but {self.screen}")

    def hear_of_everything(self) -> None:
        """A line, a refusal, somebody who types, a problem, a refused text in its box."""
        tour, store = self.tour, self.tour.store
        # What was refused before would stay in the box, and what is refused now would wait behind it.
        self.get_screen("online", OnlineScreen).query_one(Composer).clear()
        store.tell_line(tour.words("text"))
        # Under an id of its own: of a line on its way nothing else is thought to change.
        waiting, before = (f"waits {tour.passes.index(tour.now) - back}" for back in (0, 1))
        store.drop_pending(before)
        store.expect(waiting, PostMessage(room=ROOM, text=tour.words("text")))
        store.expect("r1", PostMessage(room=ROOM, text=tour.words("text")))
        store.refuse("r1", "no", tour.words("refusal"))
        store.note_typing(ROOM, OTHER, self.now())
        store.set_link(LinkState("reloaded", text=tour.words("problem")))
        drafts = self.drafts.of(self.playing)
        drafts.texts["answer 0"] = tour.words("draft")
        drafts.posts[:] = [PostDraft(tour.words("draft"))]

    def screens_on_top(self) -> Iterator[Screen[Any]]:
        """Every screen that opens over the phone."""
        own = self.store.view.own_cards[0].key if self.store.view else ""
        yield PageEditorScreen()
        yield PicturePickerScreen()
        yield PictureViewScreen([Thing(ME, f"card:{own}", own)])
        yield PageViewScreen(ME)
        yield PageViewScreen(OTHER)
        yield FeedScreen()
        yield ContactsScreen()
        yield AllPagesScreen()
        yield DarkScreen()
        yield ElsewhereScreen()
        yield LifeScreen()
        yield PostScreen()
        yield GroupNoticeScreen(ROOM)
        yield HelpScreen(())
        yield BriefingScreen(again=True)
        yield UnsentScreen([NotSent(AS_ANOTHER, self.tour.words("text"))])
        yield LineMenu(self.tour.words("text"), ("reply", "take_back", "unread"))

    async def choose(self) -> None:
        """The cast, as it is before a persona is taken."""
        tour, welcome = self.tour, self.tour.store.welcome
        assert welcome is not None
        tour.load()
        tour.store.world.seats.clear()
        tour.store.welcome = welcome.model_copy(update={"persona": ""})
        self.route()
        await tour.look(self)
        tour.store.welcome = welcome

    async def join(self) -> None:
        """The first screen, before there is a seat: how the connection stands, then the boxes again."""
        tour, store, link = self.tour, self.tour.store, self.student_link
        welcome, store.welcome = store.welcome, None
        store.set_link(LinkState("connecting", text=tour.words("problem")))
        self.route()
        await tour.look(self, "JoinScreen, connecting")
        self.address, self.code = tour.words("address"), tour.words("code")
        store.set_link(LinkState("closed"))
        self.student_link, self.closing = None, Closing(4101, False, tour.words("closing"))
        self.scene.shown = ""
        self.route()
        await tour.look(self)
        store.welcome, self.student_link, self.closing = welcome, link, None


class TeacherOnTour(TeacherApp):
    """The console, which shows itself."""

    tour: Tour

    async def on_ready(self) -> None:
        """Begin."""
        self.run_worker(self.go(), exit_on_error=True)

    async def go(self) -> None:
        """Every screen for every text."""
        tour = self.tour
        for now in tour.passes:
            tour.now = now
            tour.load()
            tour.store.set_link(LinkState("reloaded", text=tour.words("problem")))
            tour.store.expect("r1", PauseWorld())
            tour.store.refuse("r1", "no", tour.words("refusal"))
            self.known = known_seats(await tour.link.ask(AskSeats()))
            await tour.look(self)
            await tour.show(self, self.screens_on_top())
            tour.load(phase=1)
            # Only behind a short name is there room for the comment.
            await tour.look(self, "console, walk", until="comment" if len(now.texts) > 1 else "")
            tour.load(stage="debrief")
            await tour.look(self, "debrief")
            self.clear_notifications()
        self.exit(0)

    def screens_on_top(self) -> Iterator[Screen[Any]]:
        """Every screen that opens over the console."""
        yield RoomsScreen()
        yield RoomsScreen(PAGE + ME)
        yield SpeakScreen(NARRATOR)
        yield HandOverScreen(1)
        yield UnsentScreen([NotSent(self.tour.words("refusal"), self.tour.words("text"))])


def main(role: str, report: str, *options: str) -> int:
    """Go on tour; the client's exit code."""
    stage = full_stage()
    viewer = stage.viewer if role == "student" else Viewer("teacher")
    tour = Tour(viewer, stage, "harmless" in options)
    link, store = tour.link, tour.store
    assert stage.store.welcome is not None
    teacher = {"role": "teacher", "seat": 0, "cell": 0, "persona": ""}
    store.greet(stage.store.welcome.model_copy(update=teacher if role == "teacher" else {}), START_MS)
    stage.store = store
    tour.load()
    store.set_link(LinkState("connected"))
    app: StudentOnTour | TeacherOnTour
    if role == "student":
        app = StudentOnTour(Joined(link, store), now=lambda: stage.now_ms)
    else:
        app = TeacherOnTour(link, store, now=lambda: stage.now_ms, door=Door("127.0.0.1:1", "ABCDEFGH"))
    app.tour = tour
    gc.freeze()
    gc.set_threshold(UNCOLLECTED)
    code = run_cleanly(app)
    if app.fault is not None:
        traceback.print_exception(getattr(app.fault, "error", app.fault))
    seen = {name: sorted(tags) for name, tags in tour.seen.items()}
    found = json.dumps({"fields": ORDER, "seen": seen, "wrong": tour.wrong})
    Path(report).write_text(found, encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
