"""Every key of the console, from the one table, and what its words mean."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from goodpath_client.teacher.desk import Desk
from goodpath_client.teacher.keys import DEEDS, label
from goodpath_client.widgets.prose import Para, Prose

_CELLS = 14
_WORDS = (
    ("STOP", "this student wants it to stop: go there, speak quietly, then press F9"),
    ("STOP gone", "this student wanted it to stop and has left: look for them, then press F9"),
    ("hidden", "who plays whom, while code and QR are shown, which may be on the wall; F2 folds them away"),
    ("gone", "no connection now; the seat is kept, and may be handed over"),
    ("briefing", "still reads the briefing; whoever reads it can do nothing else yet"),
    ("quiet", "nothing done for two minutes where something is to be done; reading is not counted as doing"),
    ("here", "connected"),
    ("silent", "how long ago the seat last did anything"),
    ("stepped out", "after play: whether this student has kept the sentences of stepping out"),
    ("no page", "over the seats: personas whose page has no name, mood, picture or post yet"),
    ("5/2", "seat 5, in cell 2"),
    ("first ...", "an inject that waits until somebody does this in its cell"),
    ("too late", "an inject whose time comes after the end of the phase: let it happen now, or not at all"),
)
_NOTES = (
    "On a machine without goodpath the line is typed in a copy of its folder, as python3 run.py join ...",
    "Who asks to stop stands first, then who is gone, quiet, or still briefed; all others by their numbers.",
    "Tab goes from the seats to what comes next and back. Enter on a seat opens its persona's page.",
    "In the rooms Enter on a line that is folded reads it all; once more folds it again.",
    "There a line is new until it was in view for a second; End at the end of the lines reads all above.",
    "After play Enter on a question shows it alone and large, for the wall; Left and Right go to the others.",
    "Where the connection is lost nothing you press is kept for later; press it again when it is back.",
    "While the door is locked nobody new comes in; whoever has a seat comes back all the same.",
    "Many wrong codes make newcomers wait. If that does not end, C makes a code that nobody waits for.",
    "X closes a seat that somebody else has taken; its student joins again, and O gives the persona back.",
    "Names of students stand only here and in the key file, never in the session file.",
)


class TeacherHelpScreen(Desk):
    """F1."""

    AUTO_FOCUS = "#text"

    def compose_frame(self) -> ComposeResult:
        """One long text."""
        with VerticalScroll(id="text", can_focus=True):
            yield Prose(help_paras())


def help_paras() -> list[Para]:
    """The help text."""
    return [
        Para("Keys", "bold $primary"),
        *(Para(deed.help, "", _CELLS, " ".join(map(label, deed.keys))) for deed in DEEDS),
        Para("Any of them, by its words", "", _CELLS, "Ctrl+P"),
        Para(""),
        Para("Words on the console", "bold $primary"),
        *(Para(meaning, "", _CELLS, word) for word, meaning in _WORDS),
        Para(""),
        *(Para(note) for note in _NOTES),
    ]
