"""The own page's face: nickname, signature, face, skin and music, with a preview in the chosen skin."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from goodpath_client import faces
from goodpath_client.allowed import closed_page, refusal
from goodpath_client.begun_face import PART, WRITTEN, clear_parts, face_on_desk, unsaved_words
from goodpath_client.changes import Change
from goodpath_client.drafts import Drafts
from goodpath_client.on_its_way import page_to_come
from goodpath_client.own_keys import EDITOR
from goodpath_client.readers import cell_readers
from goodpath_client.screens.drafting import Drafting
from goodpath_client.screens.dropping import DROP, ask_to_drop
from goodpath_client.widgets.line_box import LineBox
from goodpath_client.widgets.page_card import Head, PageCard
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.title_line import TitleLine
from goodpath_core.looks import dress
from goodpath_core.play.profile import PART_LIMITS, EditPage
from goodpath_core.text import clean_line, clean_name, over_limit

FACES = tuple(faces.FACES.values())
"""Faces to begin with; others can be written."""
_TITLE = "Edit my page · "
_CLOSED = "{why} What you wrote stays here until it can."


class PageEditorScreen(Drafting):
    """The editor."""

    AUTO_FOCUS = "#nickname"
    _unchosen = ""
    """The skin that stands there because the page has none of those there are."""
    OWN_KEYS = EDITOR
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "save", "Save", show=False),
        Binding("f8", "drop", "Drop what is not saved", show=False),
        Binding("f5", "face", "Another face", show=False),
    ]

    def compose_frame(self) -> ComposeResult:
        """Boxes at the left, preview at the right."""
        yield TitleLine(id="ask")
        with Horizontal(id="columns"):
            with VerticalScroll(id="boxes", can_focus=False):
                for part in WRITTEN:
                    clean = clean_name if part == "nickname" else clean_line
                    yield LineBox(id=part, limit=PART_LIMITS[part], clean=clean)
                yield RowList(id="skin")
            with VerticalScroll(id="preview", can_focus=False):
                yield PageCard(id="card")

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Keys of this screen."""
        save = () if self._why_closed() else (("F2", "save"),)
        begun = not self._is_saved
        back = ("Esc", "save later" if save and begun else "back, draft kept")
        face = () if closed_page(self.store, self.student.now()) else (("F5", "another face"),)
        return (*save, back, *([DROP] if begun else []), ("Tab", "next"), *face)

    def _why_closed(self) -> str:
        """Why nothing can be saved now; empty where it can."""
        return refusal(self.store, EditPage, self.student.now())

    def on_mount(self) -> None:
        """Name the boxes, and fill them."""
        for part in WRITTEN:
            self.query_one(f"#{part}", Input).border_title = Content(part)
        skins, known = self.query_one("#skin", RowList), self.store.view.skins if self.store.view else ()
        skins.border_title = Content("skin")
        skins.display = bool(known)
        skins.show([Line(one.key, _swatch(one.key, clean_line(one.name))) for one in known])
        self.take_up()

    def take_up(self) -> None:
        """Fill the boxes from the page, or with what waits for them."""
        page, desk, skins = page_to_come(self.store), self.drafts.texts, self.query_one("#skin", RowList)
        for part in WRITTEN:
            written = desk.get(f"{PART}{part}", getattr(page.face, part) if page else "")
            self.query_one(f"#{part}", Input).value = clean_line(written)
        wanted = desk.get(f"{PART}skin", page.face.skin if page else "")
        if wanted in [one.id for one in skins.options]:
            skins.choose(wanted)
        else:
            skins.action_first()
            self._unchosen = skins.chosen

    def sync(self, changes: Sequence[Change]) -> None:
        """Show the preview, and who reads it."""
        self._show_readers()
        page = page_to_come(self.store)
        if page is None:
            return
        values = self._values()
        face = replace(page.face, **values)
        name = values["nickname"] or self.store.name(self.store.me)
        self.query_one(PageCard).show(Head(name, page.number, face))

    def _show_readers(self) -> None:
        ask = self.query_one("#ask", TitleLine)
        if closed := closed_page(self.store, self.student.now()):
            ask.offer(f"{_TITLE}{closed}", closed)
            return
        readers = cell_readers(self.store)
        ask.offer(*(f"{_TITLE}{words}" for words in readers), *readers)

    def _values(self) -> dict[str, Any]:
        skin = self.query_one("#skin", RowList).chosen
        values = {part: self.query_one(f"#{part}", LineBox).text for part in WRITTEN}
        if skin:
            values["skin"] = skin
        return values

    def on_input_changed(self) -> None:
        """Show it in the preview, and what the keys do with it."""
        self.refresh_from_store(())

    def on_input_submitted(self) -> None:
        """Enter goes on to the next box."""
        self.focus_next()

    def on_option_list_option_highlighted(self) -> None:
        """Show the skin in the preview, and what the keys do with it."""
        self.refresh_from_store(())

    def on_option_list_option_selected(self) -> None:
        """Enter on a skin saves."""
        self.action_save()

    def action_face(self) -> None:
        """Take the next of the faces."""
        if closed := closed_page(self.store, self.student.now()):
            self.student.say(closed, severe=True)
            return
        box = self.query_one("#face", Input)
        at = FACES.index(box.value) if box.value in FACES else -1
        box.value = FACES[(at + 1) % len(FACES)]

    def action_save(self) -> None:
        """Ask for what differs from the page as it is."""
        page = page_to_come(self.store)
        if page is None or self._is_too_long():
            return
        if why := self._why_closed():
            self.student.say(_CLOSED.format(why=why), severe=True)
            return
        changed = {part: value for part, value in self._values().items() if value != getattr(page.face, part)}
        if changed:
            self.student.do(EditPage(**changed))
        clear_parts(self.drafts, (*WRITTEN, "skin"))
        if self.is_current:
            self.app.pop_screen()

    def action_drop(self) -> None:
        """Go back to the page as it is."""

        def drop() -> None:
            clear_parts(self.drafts, (*WRITTEN, "skin"))
            self.take_up()
            self.refresh_from_store(())

        ask_to_drop(self.student, self._is_saved, drop)

    def action_back(self) -> None:
        """Go back, and say what becomes of what is not saved."""
        super().action_back()
        words = unsaved_words(self.store, self.drafts, self.student.now())
        if words:
            self.student.say(words, severe=True)
            self.student.boxes.keep()

    def lay_down(self, desk: Drafts) -> None:
        """What differs from the page as it is."""
        page = page_to_come(self.store)
        for part, value in self._values().items():
            desk.texts[f"{PART}{part}"] = value
            is_unchosen = part == "skin" and value == self._unchosen
            if page is not None and (is_unchosen or value == getattr(page.face, part)):
                del desk.texts[f"{PART}{part}"]

    @property
    def _is_saved(self) -> bool:
        """Whether the page shows all that is written here, or will."""
        desk = Drafts()
        self.lay_down(desk)
        return not face_on_desk(self.store, desk)

    def _is_too_long(self) -> bool:
        """Whether a box holds more than is taken: it is said, and all of it stays."""
        box = next((one for one in self.query(LineBox) if one.over), None)
        if box is None:
            return False
        self.student.say(over_limit(box.over, box.limit, f"your {box.id}").text, severe=True)
        box.focus()
        return True


def _swatch(skin: str, name: str) -> Content:
    """The name of a skin in its own colours."""
    look = dress(skin)
    return Content.styled(f" {name} ", f"{look.accent} on {look.background}")
