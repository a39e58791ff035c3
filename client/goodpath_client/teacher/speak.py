"""Speak with a voice that nobody plays: the narrator, an NPC, or openly as the teacher."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from goodpath_client.names import in_cell, name_person
from goodpath_client.readers import fitting
from goodpath_client.store import Store
from goodpath_client.teacher.first_target import npc_first
from goodpath_client.teacher.keys import BY_NAME, label
from goodpath_client.teacher.places import PERSONA, ROOM, cell_first
from goodpath_client.teacher.writing import WritingScreen
from goodpath_client.widgets.composer import TITLE_SPARE, Composer
from goodpath_client.widgets.prose import Para, Prose
from goodpath_client.widgets.row_list import Line, RowList
from goodpath_client.widgets.wrapping import width
from goodpath_core.play.event import NPC, Command, npc_voice
from goodpath_core.play.messages import private_room
from goodpath_core.play.narration import WORDS_LIMIT, SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.safety import ASIDE_LIMIT, SpeakAside

NARRATOR: Final = "narrator"
TEACHER: Final = "teacher"
EVERYBODY: Final = "everybody"
_SPEAK: Final = label(BY_NAME["speak"].keys[0])

_WAY: Final = "Enter goes from the voice to whom, then to the words. Esc closes, draft kept."
_STAYS: Final = "Enter says it, Esc closes"
_SAID: Final = "said; write on, or Esc closes"
"""Stands beside who speaks to whom: the box does not close, since most have more than one line to say."""


class SpeakScreen(WritingScreen):
    """Who speaks, to whom, and what."""

    def __init__(self, voice: str = "", target: str = "") -> None:
        """Begin with a voice and a target (`room:...`, `persona:...`); what is not given is chosen first."""
        super().__init__(f"speak {voice} {target}")
        self._first, self._target = voice, target or EVERYBODY
        self._is_said = False
        """Whether what was written last has been said, and nothing was written since."""

    def compose_frame(self) -> ComposeResult:
        """Two lists and a box."""
        yield Prose(
            [Para(_WAY)],
            id="ask",
        )
        with Horizontal(id="columns"):
            yield RowList(id="voices")
            yield RowList(id="targets")
        yield self.composer(min(WORDS_LIMIT, ASIDE_LIMIT))

    def own_hints(self) -> tuple[tuple[str, str], ...]:
        """How to come from the voice to the words; in these what Enter does, once somebody would hear it."""
        if not isinstance(self.focused, Composer):
            return (("Enter", "go on"), ("Tab", "next"))
        voice, target = self._chosen()
        send = ("Enter", f"send as {voice_name(self.store, voice)}")
        return (*((send,) if voice and target else ()), (_SPEAK, "who speaks"), ("Tab", "next"))

    def hints(self) -> tuple[tuple[str, str], ...]:
        """What a key does here stands before what it does elsewhere, and in its place."""
        found = dict[str, str]()
        for key, words in super().hints():
            found.setdefault(key, words)
        return tuple(found.items())

    def deed_speak(self, argument: str) -> None:
        """Choose who speaks anew; the words stay."""
        self.set_focus(self.query_one("#voices"))

    def on_mount(self) -> None:
        """Offer the voices that fit, and go where something is still to be chosen."""
        self.query_one("#voices").border_title = Content("who speaks")
        self.query_one("#targets").border_title = Content("to whom")
        voices = self.query_one("#voices", RowList)
        voices.show(voice_lines(self.store, self._target))
        first = self._take_up() or self._first
        if first:
            voices.choose(first)
        self._show_targets()
        self._name_box()
        chosen = first or (self._target != EVERYBODY and voices.option_count == 1)
        self.set_focus(self.query_one("#composer" if chosen else "#voices"))

    def _take_up(self) -> str:
        """Let words that wait be for whom they were begun; the voice they were begun with, empty for none."""
        boxes = self.teacher.boxes
        voice, target = boxes.choices.get(self.box, ("", "")) if boxes.waits(self.box) else ("", "")
        self._target = target or self._target
        return voice

    def keep_draft(self) -> None:
        """Keep the words with who is to speak, and to whom."""
        super().keep_draft()
        if self.is_whole:
            self.teacher.boxes.choices[self.box] = (self._chosen()[0], self._target)

    def _show_targets(self) -> None:
        targets = self.query_one("#targets", RowList)
        targets.show(target_lines(self.store, self.query_one("#voices", RowList).chosen))
        targets.choose(self._target)

    def _name_box(self) -> None:
        """Say above the box who will read this, and what becomes of the box."""
        voice, target = self._chosen()
        words = f"as {voice_name(self.store, voice)}, {target_name(self.store, target)}"
        box, keys = self.query_one(Composer), _SAID if self._is_said else _STAYS
        steps = (f"{words} · {keys}", words)
        box.border_title = Content(fitting(steps, box.size.width - TITLE_SPARE))

    def finish(self) -> None:
        """What was written is said; the next line can be."""
        self._is_said = True
        self._name_box()

    def on_text_area_changed(self) -> None:
        """Something is written again."""
        if self._is_said and self.query_one(Composer).text:
            self._is_said = False
            self._name_box()

    def on_text_box_resized(self) -> None:
        """Say it in as many words as there is room for."""
        if self.is_whole:
            self._name_box()

    def _chosen(self) -> tuple[str, str]:
        return self.query_one("#voices", RowList).chosen, self.query_one("#targets", RowList).chosen

    def on_option_list_option_highlighted(self, message: RowList.OptionHighlighted) -> None:
        """Another voice can reach others, and perhaps not whom these words are for: then nobody is chosen."""
        if message.option_list.id == "voices":
            self._show_targets()
        else:
            self._target = self._chosen()[1] or self._target
        self._name_box()

    def on_option_list_option_selected(self, message: RowList.OptionSelected) -> None:
        """Enter goes on; whoever speaks not to everybody begins with the first that the voice reaches."""
        targets = self.query_one("#targets", RowList)
        if message.option_list.id == "voices" and not targets.chosen and self._target == EVERYBODY:
            targets.action_first()
        self.query_one("#targets" if message.option_list.id == "voices" else "#composer").focus()

    def on_composer_submitted(self, message: Composer.Submitted) -> None:
        """Say it."""
        voice, target = self._chosen()
        command = command_of(voice, target, message.text) if voice and target else None
        if command is None:
            self.teacher.say("Choose who speaks and to whom first.", True)
        self.ask_for(command, message.text)


def command_of(voice: str, target: str, text: str) -> Command:
    """What a voice, a target and words come down to."""
    kind, _, rest = target.partition(":")
    if voice == NARRATOR:
        return SpeakAsNarrator(text=text, to=(rest,) if kind == "persona" else ())
    if voice == TEACHER:
        return SpeakAside(room=rest, text=text)
    room = rest if kind == "room" else private_room(rest, voice)
    return SpeakAsNpc(npc=voice.removeprefix(NPC), room=room, text=text)


def voice_lines(store: Store, target: str) -> list[Line]:
    """The voices a teacher has; only NPCs and the narrator reach one persona alone."""
    voices = [NARRATOR, *(npc_voice(npc.key) for npc in (store.view.npcs if store.view else ())), TEACHER]
    if target.startswith(PERSONA):
        voices = [*voices[1:-1], NARRATOR]
    if target.startswith(ROOM):
        voices = [*voices[1:-1], TEACHER]
    return [Line(voice, Content(voice_name(store, voice))) for voice in voices]


def voice_name(store: Store, voice: str) -> str:
    """How a voice is called here."""
    return {NARRATOR: "the narrator", TEACHER: "the teacher, out of role", "": "nobody"}.get(
        voice
    ) or store.name(voice)


def target_lines(store: Store, voice: str) -> list[Line]:
    """Whom a voice can reach."""
    groups = [ROOM + room.id for room in store.world.rooms.values() if room.kind != "private"]
    privates = [ROOM + room.id for room in store.world.rooms.values() if room.kind == "private"]
    persons = [PERSONA + one.id for one in store.world.persons.values() if one.played]
    fixed = {NARRATOR: [EVERYBODY, *persons], TEACHER: groups + privates}
    found = fixed[voice] if voice in fixed else npc_first(store, voice, groups + persons)
    return [Line(one, Content(cell_first(store, one, _target_words(store, one)))) for one in found]


def target_name(store: Store, target: str) -> str:
    """How a target is called above the box."""
    where = target.partition(":")[2].removeprefix("private:")
    return _target_words(store, target) + in_cell(store.world, where)


def _target_words(store: Store, target: str) -> str:
    """How a target is called within its cell."""
    kind, _, rest = target.partition(":")
    if kind == "persona":
        nickname = store.name(rest)
        name = name_person(store.view, rest)
        shown = f"{name} ({nickname})" if width(nickname) and nickname != name else name
        return f"to {shown} alone"
    if kind == "room":
        return f"in {store.room_name(rest)}"
    return "to everybody" if target else "to nobody"
