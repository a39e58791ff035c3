"""Debrief: the questions and all pages, room beside page, where one lived, why pictures, stepping out."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from goodpath_client.allowed import WATCHING
from goodpath_client.changes import Change
from goodpath_client.keys import DEBRIEF, bindings
from goodpath_client.lived import lived_seconds
from goodpath_client.moment import full_name
from goodpath_client.room_rows import find_card
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.widgets.half_blocks import HalfBlocks
from goodpath_client.widgets.one_line import OneLine
from goodpath_client.widgets.page_card import Head, PageCard, count_words
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.time_bar import TimeBar
from goodpath_core.play.albums import MAIN, WHOLE
from goodpath_core.play.debrief import ANSWER_LIMIT, Reflect
from goodpath_core.scenario.view import PublicCard
from goodpath_core.text import clean_line

_TITLE = "Phones are dark. You are yourself again."
_OVER = "The session is over. You are yourself again; read on as long as you like."
_STEPPING_OUT = "Stepping out; only your teacher and the reviewer read it"
_STEP_OUT = ("What I made up is ...", "What I take off now is ...")


class DebriefScreen(Frame):
    """After play."""

    PLACES = (DEBRIEF,)
    CLOSES = False
    AUTO_FOCUS = "#all"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(DEBRIEF),
        Binding("f2", "reflect", "Keep my sentences", show=False, priority=True),
    ]

    def compose_frame(self) -> ComposeResult:
        """Everything in one column that scrolls; room and page side by side."""
        yield OneLine(_TITLE, id="ask")
        yield OneLine(id="link")
        with VerticalScroll(id="all", can_focus=True):
            yield Prose(id="questions")
            with Horizontal(id="beside"):
                with Vertical(id="my-room"):
                    yield HalfBlocks(id="picture")
                    yield Prose(id="room-words")
                with Vertical(id="my-page"):
                    yield PageCard(id="card")
                    with Grid(id="pictures"):
                        yield from self._compose_pictures()
            yield Prose([Para("Where I lived", "bold $primary")], id="where")
            yield TimeBar(id="bars")
            if self.store.me:
                yield Prose([Para(_STEPPING_OUT, "bold $primary")])
            for number, _ in enumerate(self._sentences()):
                yield Input(id=f"answer-{number}", max_length=ANSWER_LIMIT)
            yield Prose(id="kept")
            yield Prose(id="reasons")

    def _compose_pictures(self) -> ComposeResult:
        """The pictures of the own page, each over its title."""
        for card in self._cards():
            with Vertical(classes="picture-and-title"):
                yield HalfBlocks(classes="small-picture", name=card.picture)
                yield OneLine(card.title)

    def _cards(self) -> list[PublicCard]:
        page = self.store.my_page
        album = page.albums.get(MAIN) if page else None
        return [one for card in (album.cards if album else ()) if (one := find_card(self.store, card))]

    def _sentences(self) -> tuple[str, ...]:
        """What is to be completed; whoever watched has no role to step out of."""
        return (self.store.world.session.step_out or _STEP_OUT) if self.store.me else ()

    def deed_pages(self, argument: str) -> None:
        """Look at all pages of the cell."""
        self.student.open(AllPagesScreen())

    @property
    def _is_over(self) -> bool:
        return self.store.world.session.stage == "ended"

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        mine = (("Tab", "sentences"), ("F2", "keep")) if self.store.me and not self._is_over else ()
        leave = (("Alt+Q", "leave"),) if self._is_over else ()
        show_help, *others = super().hints()
        return (*mine, *leave, *others, show_help, ("Down", "read on"))

    def on_mount(self) -> None:
        """Give the boxes their sentences and the halves their names."""
        for number, sentence in enumerate(self._sentences()):
            box = self.query_one(f"#answer-{number}", Input)
            box.border_title = Content(clean_line(sentence))
            box.value = clean_line(self.drafts.texts.get(f"answer {number}", ""))
        self.query_one("#my-room").border_title = Content("the room")
        self.query_one("#my-page").border_title = Content("the page")

    def sync(self, changes: Sequence[Change]) -> None:
        """Show what the debrief is about."""
        store = self.store
        self.query_one("#link", OneLine).show(self.student.link_sentence())
        self.query_one("#ask", OneLine).show(_OVER if self._is_over else _TITLE)
        seat = store.world.revealed.get(store.me)
        who = f"You played {full_name(store)}" + (f" from seat {seat}." if seat else ".")
        questions = [
            Para(question, "", 4, f"{number}.")
            for number, question in enumerate(store.world.session.questions, start=1)
        ]
        self.query_one("#questions", Prose).show(
            [
                Para(who if store.me else "You watched."),
                Para(""),
                Para("To argue about; F5 shows all pages", "bold $primary"),
                *questions,
                Para(""),
            ]
        )
        playing = bool(store.me)
        for part in ("#beside", "#where", "#bars"):
            self.query_one(part).display = playing
        self.query_one(TimeBar).show(lived_seconds(store, self.student.now()))
        self._show_halves()
        self.query_one("#reasons", Prose).show(self._reasons())
        kept = [one for one in store.world.reflections if one.persona == store.me]
        said = [Para(f"kept: {' / '.join(filter(None, kept[-1].answers))}", "$success")] if kept else []
        self.query_one("#kept", Prose).show([*said, Para("")])

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
                found.append(Para(store.name(page.owner), "bold"))
                for card, reason in page.reasons.items():
                    known = find_card(store, card)
                    what = "exchanged, or not" if card == WHOLE else (known.title if known else card)
                    found.append(Para(f"{what}: {reason}", "", 2))
        return [Para("Why these pictures were chosen", "bold $primary"), *found] if found else []

    def on_input_changed(self, message: Input.Changed) -> None:
        """Keep what is written, whatever happens to the screen."""
        number = (message.input.id or "").removeprefix("answer-")
        self.drafts.texts[f"answer {number}"] = message.value

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter goes on; from the last box it keeps everything."""
        last = self.query(Input).last()
        if message.input is last:
            self.action_reflect()
        else:
            self.focus_next(Input)

    def action_reflect(self) -> None:
        """Keep the sentences."""
        answers = tuple(box.value for box in self.query(Input))
        if self._is_over or not answers:
            self.student.say("The session is over." if self._is_over else WATCHING, severe=True)
        elif any(answer.strip() for answer in answers):
            self.student.do(Reflect(answers=answers))
        else:
            self.student.say("Write at least one sentence.", severe=True)
