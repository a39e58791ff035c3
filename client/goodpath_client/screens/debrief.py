"""Debrief: where one lived, room beside page, the questions and all pages, stepping out, why pictures."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from goodpath_client.allowed import WATCHING
from goodpath_client.changes import Change
from goodpath_client.keys import DEBRIEF, bindings
from goodpath_client.lived import lived_seconds, persona_lived, uncounted_words
from goodpath_client.names import name_and_person, name_in_full, name_person
from goodpath_client.page_counts import count_words
from goodpath_client.page_rows import ONLY_ME, reason_for
from goodpath_client.played import own_part, revealed_lines
from goodpath_client.room_rows import find_card
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.screens.said_now import SaidNow
from goodpath_client.screens.sentence_keys import OVER, SentenceKeys
from goodpath_client.screens.stepping_out import SteppingOut
from goodpath_client.stepping_out import kept, sentences, written
from goodpath_client.store import Store
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.page_card import Head, PageCard
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.time_bar import TimeBar
from goodpath_client.widgets.uncounted_hours import UncountedHours
from goodpath_core.looks import PLAIN
from goodpath_core.play.albums import main_album, standing_reasons
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.moderation import REMOVED
from goodpath_core.scenario.view import PublicCard

_TITLE = "Phones are dark. You are yourself again."
_QUESTION = "Where did these people live?"
_OVER = "The session is over. You are yourself again; read on as long as you like."

_LARGE_FROM, _HUGE_FROM = 120, 160
"""Columns from which there is room for larger pictures."""

_Own = tuple[str, tuple[str, ...], tuple[str, ...]]
"""The own persona, the cards on its page, and the sentences to be completed."""


class DebriefScreen(SentenceKeys):
    """After play."""

    PLACES = (DEBRIEF,)
    CLOSES = False
    AUTO_FOCUS = "#all"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(DEBRIEF),
        Binding("f2", "reflect", "Keep my sentences", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._made_for: _Own = ("", (), ())
        self._sent: tuple[str, ...] = ()
        """What was last asked to be kept."""

    def compose_frame(self) -> ComposeResult:
        """Everything in one column that scrolls: first what the class argues about, then the arguing."""
        yield Prose([Para(_TITLE)], id="ask")
        yield OneLine(id="link")
        yield SaidNow(id="said")
        with VerticalScroll(id="all", can_focus=True):
            yield Prose(id="part")
            yield TimeBar(id="bars")
            yield UncountedHours()
            with Horizontal(id="beside"):
                with Vertical(id="my-room"):
                    yield HalfBlocks(id="picture")
                    yield Prose(id="room-words")
                with Vertical(id="my-page"):
                    yield PageCard(id="card")
                    yield Grid(*self._pictures(), id="pictures")
            yield Prose(id="questions")
            yield Vertical(self._sentences(), id="stepping-out")
            yield Prose(id="reasons")
            yield Prose(id="revealed")
        self._made_for = self._own()

    def _own(self) -> _Own:
        """What pictures and boxes are made for; a persona may be handed over at any moment."""
        return self.store.me, tuple(card.key for card in self._cards()), sentences(self.store)

    def _pictures(self) -> list[Widget]:
        """The pictures of the own page, each over its title."""
        return [
            Vertical(
                HalfBlocks(classes="small-picture", name=card.picture),
                Prose([Para(card.title)]),
                classes="picture-and-title",
            )
            for card in self._cards()
        ]

    def _sentences(self) -> SteppingOut:
        """The boxes of stepping out, with what was written in them before."""
        beginnings = sentences(self.store)
        texts = written(self.store, self.drafts)
        return SteppingOut(tuple(zip(beginnings, texts, strict=True)), kept(self.store))

    async def _make_again(self) -> None:
        """Make pictures and boxes for whom one plays now."""
        made = (("#pictures", self._pictures()), ("#stepping-out", [self._sentences()]))
        for place, widgets in made:
            if not self.is_whole:
                return
            parent = self.query_one(place)
            await parent.remove_children()
            await parent.mount_all(widgets)
        self._sent = ()
        self.refresh_from_store(())

    def _cards(self) -> list[PublicCard]:
        cards = main_album(self.store.my_page).cards
        return [one for card in cards if (one := find_card(self.store, card))]

    def deed_pages(self, argument: str) -> None:
        """Look at all pages of the cell."""
        self.student.open(AllPagesScreen())

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        mine = (("Tab", "sentences"),) if sentences(self.store) and not self.is_over else ()
        leave = (("Alt+Q", "leave"),) if self.is_over else ()
        return (*leave, *mine, *super().hints(), ("Down", "read on"))

    def fold(self, columns: int) -> None:
        """Draw the pictures as large as the halves are wide."""
        self.set_class(columns >= _LARGE_FROM, "-large")
        self.set_class(columns >= _HUGE_FROM, "-huge")

    def on_mount(self) -> None:
        """Give the halves their names."""
        self.query_one("#my-room").border_title = Content("the room")
        self.query_one("#my-page").border_title = Content("the page")

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what the debrief is about."""
        store = self.store
        if self._own() != self._made_for:
            self._made_for = self._own()
            self.run_worker(self._make_again(), group="own", exclusive=True)
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        self.query_one("#ask", Prose).show([Para(_OVER if self.is_over else _TITLE)])
        self.query_one(SaidNow).show(store)
        played = own_part(store, partial(name_in_full, store.view))
        questions = [
            Para(question, "", 4, f"{number}.")
            for number, question in enumerate(store.world.session.questions, start=1)
        ]
        whose = f"{played} You sit in seat {store.seat}." if played else "You watched."
        lived = filter(None, [persona_lived(store)])
        self.query_one("#part", Prose).show(
            [Para(_QUESTION, "bold $primary"), Para(whose), *map(Para, lived)]
        )
        self.query_one("#questions", Prose).show(
            [*_heading("To argue about; F5 shows all pages"), *questions]
        )
        for own in ("#beside", "#bars"):
            self.query_one(own).display = bool(store.me)
        self.query_one(UncountedHours).tell(uncounted_words(store))
        page = store.my_page
        self.query_one(TimeBar).show(
            lived_seconds(store, self.student.now()), page.face.skin if page else PLAIN
        )
        self._show_halves()
        self.query_one("#reasons", Prose).show(self._reasons())
        self.query_one("#revealed", Prose).show(_revealed(self.store))
        self._show_kept()

    def _show_kept(self) -> None:
        for boxes in self.query(SteppingOut):
            boxes.show_kept(kept(self.store), self.is_over)

    def _show_halves(self) -> None:
        store, persona, page, person = (
            self.store,
            self.store.persona,
            self.store.my_page,
            self.store.my_person,
        )
        if persona is None or page is None or person is None:
            return
        self.query_one("#room-words", Prose).show([Para(person.room_text or persona.room)])
        picture = self.query_one("#picture", HalfBlocks)
        picture.display = bool(persona.room_picture)
        if persona.room_picture:
            picture.show(self.student.shelf.get(persona.room_picture))
        head = Head(store.name(store.me), page.number, page.face, count_words(page, own=True))
        self.query_one(PageCard).show(head)
        for small in self.query(".small-picture").results(HalfBlocks):
            small.show(self.student.shelf.get(small.name or ""))

    def _reasons(self) -> list[Para]:
        """Why pictures were chosen, now that it is open."""
        store = self.store
        found = []
        for page in store.world.pages.values():
            if page.reasons_open and page.reasons:
                found.append(Para(name_and_person(store.world, store.view, page.owner), "bold"))
                shared = standing_reasons(page)
                for card, reason in page.reasons.items():
                    alone = "" if card in shared else f" ({ONLY_ME})"
                    found.append(Para(f"{reason_for(store, card)}: {reason or REMOVED}{alone}", "", 2))
        return [*_heading("Why these pictures were chosen"), *found] if found else []

    def on_input_changed(self, message: Input.Changed) -> None:
        """Keep what is written, whatever happens to the screen."""
        number = (message.input.id or "").removeprefix("answer-")
        self.drafts.texts[f"answer {number}"] = message.value
        self._show_kept()

    def on_stepping_out_written(self) -> None:
        """Keep what is new in the boxes, unless they may be older ones or those of a persona given away."""
        boxes, is_own = self.query(SteppingOut), self._own() == self._made_for
        if self.is_over or not boxes or not is_own or self.student.boxes.may_be_older:
            return
        answers = boxes.first().answers(kept(self.store))
        is_new = answers not in (self._sent, kept(self.store))
        if is_new and any(answer.strip() for answer in answers):
            self._sent = answers
            self.student.do(Reflect(answers=answers))

    def on_screen_suspend(self) -> None:
        """Something else is looked at, perhaps the way out."""
        self.on_stepping_out_written()

    def action_reflect(self) -> None:
        """Keep the sentences now, and say why that is not possible."""
        boxes = self.query_one(SteppingOut)
        answers, too_long = boxes.answers(kept(self.store)), boxes.too_long
        if self.is_over or not answers:
            self.student.say(OVER if self.is_over else WATCHING, severe=True)
        elif too_long is not None:
            self.on_stepping_out_written()
            too_long.focus()
            self.student.say(too_long.refusal, severe=True)
        elif any(answer.strip() for answer in answers):
            self.on_stepping_out_written()
        else:
            self.student.say("Write at least one sentence.", severe=True)


def _heading(words: str) -> list[Para]:
    return [Para(""), Para(words, "bold $primary")]


def _revealed(store: Store) -> list[Para]:
    """Who played whom, now that it is open."""
    told = [Para(line, "", 2) for line in revealed_lines(store, partial(name_person, store.view))]
    return [*_heading("Who played whom"), *told] if told else []
