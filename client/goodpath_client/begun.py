"""Hold what the student has begun in the boxes of all screens, and keep it for the next terminal."""

from copy import deepcopy
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.screen import Screen

from goodpath_client.chosen_pictures import drop_older
from goodpath_client.drafts import DraftBook
from goodpath_client.kept_drafts import Begun, KeptDrafts
from goodpath_client.screens.drafting import Drafting
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.stepping_out import SteppingOut
from goodpath_client.stepping_out import kept, take_older, written
from goodpath_client.unasked import Unasked
from goodpath_client.unsent_words import REPLACED, NotSent
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.desks import Desks
from goodpath_core.wire.closing import ENDED, RESET, TAKEN_OVER, WRONG_CODE

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

ALOUD: Final = "offline"
"""In the place of a room, for what is said in the room one lives in."""
_LEFT: Final = (ENDED, RESET, WRONG_CODE)
"""Closings after which the seat is never come back to."""


class _Place(NamedTuple):
    """Where one writes in a box."""

    box: Composer
    """Where the text stands."""
    room: str
    """Id of the chat it is for; empty for none."""
    writer: str
    """Id of the persona whose words they are."""


class _HandedOver(NamedTuple):
    """What goes out by itself, as it stood when another terminal took the seat."""

    said: tuple[str, ...]
    """The sentences of the debrief that were kept."""


class Boxes:
    """What stands in all boxes, sent from none of them yet."""

    def __init__(self, app: "StudentApp", kept: KeptDrafts | None) -> None:
        """Keep it for the next terminal as `kept` does, or nowhere."""
        self._app = app
        self.chats = Desks("", {})
        self.aloud = Desks(ALOUD, {})
        self.pages = DraftBook()
        self._unasked: list[Unasked] = []
        """What waits in the line mode of this seat, which alone can send it."""
        self.lasts = False
        """Whether what is begun is on the disk, where another terminal finds it."""
        self._handed_over: _HandedOver | None = None
        """What another terminal may have changed; None where it is known what that one has done."""
        self.begin(kept)

    def begin(self, kept: KeptDrafts | None) -> None:
        """Another seat is joined; keep what is begun in it here, or nowhere."""
        self.kept = kept or KeptDrafts(None)

    def take_up(self) -> None:
        """Go on with what was begun in this seat before, as soon as it is known which seat it is."""
        self._drop_older()
        welcome = self._app.store.welcome
        if welcome is None or welcome.token in ("", self.kept.token):
            return
        # A token that another one takes the place of brings nobody back.
        self.kept.drop()
        before = self.kept.open(welcome.token)
        self.chats.take_up(before.chats)
        self.aloud.take_up(before.aloud)
        self.pages.take_up(before.pages)
        self._unasked = before.unasked

    def hand_over(self) -> None:
        """Another terminal has the seat: keep what is begun, unless that one has written since."""
        store = self._app.store
        self._handed_over = _HandedOver(kept(store))
        if self.kept.token and self.kept.is_untouched:
            self.lasts = self.kept.keep(self._begun())

    def take_back(self) -> None:
        """The seat is played here again: go on with what was begun at the other terminal meanwhile."""
        if not self.lasts or not self.kept.token:
            return
        since = self.kept.open(self.kept.token)
        left = [
            _Place(box, box.room, box.desks.writer)
            for one in self._lasting_screens()
            for box in one.query(Composer)
        ]
        for box, _, writer in left:
            box.switch_room("", writer)
        self.chats.replace(since.chats)
        self.aloud.replace(since.aloud)
        self.pages.replace(since.pages)
        self._unasked = since.unasked
        for box, room, writer in left:
            box.switch_room(room, writer)
            box.post_message(Composer.AnswerChanged())

    @property
    def may_be_older(self) -> bool:
        """Whether another terminal may have sent something newer, so that nothing goes out by itself."""
        return self._handed_over is not None

    def _drop_older(self) -> None:
        """Drop what goes out by itself, once it is seen that it was changed elsewhere since."""
        app, before = self._app, self._handed_over
        store = app.store
        if before is None or not store.link.online or store.stale or store.link.kind == "catching_up":
            return
        desk, self._handed_over = self.pages.of(app.playing), None
        drop_older(store, desk)
        app.unsent += [NotSent(REPLACED, text) for text in take_older(store, desk, before.said)]
        for boxes in (one for screen in app.screen_stack for one in screen.query(SteppingOut)):
            boxes.take_up(written(store, desk))

    def keep(self) -> None:
        """Keep what is begun at this moment; nothing once the session is over or the seat was taken away.

        Where another terminal has the seat, what is kept is that terminal's.
        """
        app = self._app
        if app.closing is TAKEN_OVER or not self.kept.token or not app.screen_stack:
            return
        if app.closing in _LEFT or app.store.world.session.stage == "ended":
            self.kept.drop()
        else:
            self.lasts = self.kept.keep(self._begun())

    def close(self) -> None:
        """Keep it for the last time: afterwards the screens go, with what stands in them."""
        self.keep()
        self.kept = KeptDrafts(None)

    def _lasting_screens(self) -> tuple[Screen[None], ...]:
        """Those of phone and room: what is in the boxes of one stays there while the other is in sight."""
        app = self._app
        return app.get_screen("online", OnlineScreen), app.get_screen("offline", OfflineScreen)

    def _begun(self) -> Begun:
        pages = deepcopy(self.pages)
        for screen in (*self._lasting_screens(), *self._app.screen_stack):
            for box in screen.query(Composer):
                box.desks.note(box.text)
        for screen in self._app.screen_stack:
            if isinstance(screen, Drafting) and screen.is_whole:
                screen.lay_down(pages.of(self._app.playing))
        return Begun(self.chats.begun(), self.aloud.begun(), pages.begun(), self._unasked)
