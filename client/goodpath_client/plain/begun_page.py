"""Put on the page in time, from the line mode, what was begun for it on the screens of the same seat."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from goodpath_client import begun_face, chosen_pictures, late_choice
from goodpath_client.begun_face import clear_parts
from goodpath_client.chosen_pictures import clear_desk
from goodpath_client.drafts import DraftBook, Drafts
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.late_page import LatePage, OpenBoxes
from goodpath_client.store import Store
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.event import Command
from goodpath_core.play.profile import EditPage
from goodpath_core.wire.closing import Closing

_SWAP: Final = "/swap makes an exchange."
_BY_ORDERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        begun_face.GOES: "What you wrote on the screens goes on your page when this phase ends; "
        "what you type for it, as with /nick or /sign, takes its place.",
        chosen_pictures.GOES: "The pictures you chose on the screens go on your page when this phase ends; "
        "what you choose with /pictures takes their place.",
        chosen_pictures.NOT_YET: "The pictures you chose on the screens are not on your page; "
        "/pictures puts there what you choose.",
        begun_face.BY_KEYS: "(type it anew, as with /nick or /sign)",
        late_choice.BY_KEYS[1]: f"/phone, then {_SWAP}",
        late_choice.BY_KEYS[0]: _SWAP,
        " and save (F2)": "",
    }
)
"""What the screens say, and what is said in its place here."""


class BegunPage:
    """What was begun on the screens, for one person at the line mode."""

    def __init__(
        self,
        store: Store,
        kept: KeptDrafts,
        ask: Callable[[Command], None],
        write: Callable[[str], None],
        now: Callable[[], int],
    ) -> None:
        """Find it where it is `kept`."""
        self.store, self.now = store, now
        self.drafts = DraftBook()
        self._kept, self._ask, self._write = kept, ask, write
        self._late = LatePage(self, OpenBoxes())
        self._token = ""
        """Token of the seat whose page was taken up; empty before there is one."""
        self._last: dict[str, Drafts] = {}
        """What is kept."""

    @property
    def playing(self) -> str:
        """Id of the persona that is played."""
        return self.store.me

    @property
    def closing(self) -> Closing | None:
        """Nothing: where the link is closed, nobody looks any more."""
        return None

    def do(self, command: Command) -> None:
        """Ask for something to happen."""
        self._ask(command)

    def say(self, text: str, severe: bool = False, beside: bool = False) -> None:
        """Say it with what is typed here in place of keys."""
        for on_screens, here in _BY_ORDERS.items():
            text = text.replace(on_screens, here)
        self._write(text)

    def unsay(self, *begins: str) -> None:
        """Nothing: what is printed stays."""

    def look(self) -> None:
        """See whether something is begun, and what the end of a phase means for it."""
        welcome = self.store.welcome
        if welcome is None or not welcome.token or not self.store.link.online:
            return
        if self._token != welcome.token:
            self._token = welcome.token
            self.drafts.take_up(self._kept.open(self._token).pages)
            self._last = deepcopy(self.drafts.begun())
        self._late.look()
        self._keep()

    def give_way(self, command: Command) -> None:
        """Something newer is asked for: what was begun of the same on the screens gives way to it."""
        desk = self.drafts.of(self.playing)
        if isinstance(command, EditPage):
            clear_parts(desk, command.model_dump(exclude_none=True))
        elif isinstance(command, ArrangeAlbum):
            clear_desk(desk)
        self._keep()

    def _keep(self) -> None:
        """Keep what is still begun; what was begun in chats stays as it is."""
        pages = self.drafts.begun()
        if self._token and pages != self._last:
            before = self._kept.open(self._token)
            self._kept.keep(replace(before, pages=pages))
            self._last = deepcopy(pages)
