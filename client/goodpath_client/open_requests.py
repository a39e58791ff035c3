"""Hear what became of requests: give refused words back to their boxes, and say what a key has done."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from goodpath_client.changes import Change
from goodpath_client.held_requests import PAUSED
from goodpath_client.lost_seat import SEAT_GONE
from goodpath_client.own_words import words_as_another
from goodpath_client.page_boxes import (
    face_back,
    pictures_back,
    post_back,
    sentences_back,
    why_back,
    word_back,
)
from goodpath_client.readers import MINE_WORDS
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.screens.room_deeds import LEAD
from goodpath_client.so_already import is_so_already
from goodpath_client.unsent_words import AS_ANOTHER, NO_BOX, NotSent
from goodpath_client.ways_out import with_keys
from goodpath_client.widgets.desks import Unsent
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage, SetNotice
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import SpeakAside

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

_DONE: Final[Mapping[type[Command], str]] = MappingProxyType(
    {
        LikeThing: "You like {thing}.",
        WriteComment: "Your word stands under {thing}.",
        Repost: "You passed on {thing}; it stands on your page.",
        PublishPost: "Posted; it stands on your page.",
        ArrangeAlbum: "Your pictures are on your page.",
        SetNotice: "Your group has its new notice.",
        RemovePost: "Your post is taken down.",
    }
)
_POSTED_FOR_ME: Final = f"Posted for your own eyes: {MINE_WORDS[0]} it."


class OpenRequests:
    """What the student has asked for, and what became of it."""

    def __init__(self, app: "StudentApp") -> None:
        self._app = app

    def answer(self, change: Change) -> None:
        """A change that may answer a request; one that was refused gives its words back."""
        if change.kind == "refused" and not is_so_already(change):
            self._put_back(change)
        if change.kind == "done":
            self._tell_done(change.command)

    def _put_back(self, change: Change) -> None:
        """Give refused words back to the box they came from, for whoever wrote them, and say why."""
        app, command = self._app, change.command
        why = with_keys(change.code, change.text)
        app.say(why, severe=True)
        if command is None:
            return
        writer = change.persona or app.playing
        is_lost = change.code == SEAT_GONE
        # What was for another seat waits in no box: from some of them it would go out by itself.
        back = None if is_lost else _BACK.get(type(command))
        if back is not None:
            back(app, command, writer, change)
        words = words_as_another(change, app.playing)
        if words:
            # Their box is not in sight, or will not be in a moment.
            app.unsent.append(NotSent(why if is_lost else AS_ANOTHER, words))
        app.boxes.keep()  # what is no more in the outbox must be on the disk as a draft

    def _tell_done(self, command: Command | None) -> None:
        """Say what a key that acts at once has done, now that it is stored."""
        words = _words_of_done(command) if command is not None else ""
        if not words:
            return
        if isinstance(command, LikeThing | WriteComment | Repost):
            store = self._app.store
            whose = "your" if command.page == store.me else f"{store.name(command.page)}'s"
            what = command.thing.partition(":")[0].replace("card", "picture")
            self._app.say(words.format(thing=f"{whose} {what}"))
        else:
            self._app.say(words, beside=True)


def _words_of_done(command: Command) -> str:
    """What is said of a request that is stored; empty for nothing."""
    is_mine = isinstance(command, PublishPost) and command.visible_to == "me"
    return _POSTED_FOR_ME if is_mine else _DONE.get(type(command), "")


def _unsent(change: Change, text: str, reply_to: int = 0) -> Unsent:
    """A text with why it was refused."""
    return Unsent(text, reply_to, with_keys(change.code, change.text), change.code == PAUSED)


def _line_back(app: "StudentApp", line: PostMessage, writer: str, change: Change) -> None:
    """A line to the box of its chat, with the line that it answers; without a box it stays in the chat."""
    online = app.get_screen("online", OnlineScreen)
    if online.is_mounted:
        online.put_back(_unsent(change, line.text, line.reply_to), line.room, writer)
        app.store.drop_pending(change.id)


def _aside_back(app: "StudentApp", aside: SpeakAside, writer: str, change: Change) -> None:
    """Words out of character to the box that is in sight, behind their slash."""
    offline, online = app.get_screen("offline", OfflineScreen), app.get_screen("online", OnlineScreen)
    if app.scene.shown == "offline":
        offline.put_back(f"/ooc {aside.text}", writer)
    elif online.is_mounted:
        online.put_back(_unsent(change, f"/ooc {aside.text}"), aside.room, writer)
    else:
        return
    app.store.drop_pending(change.id)


def _said_back(app: "StudentApp", said: SayAloud, writer: str, change: Change) -> None:
    _to_room(app, said.text, writer)


def _thought_back(app: "StudentApp", thought: Think, writer: str, change: Change) -> None:
    """A thought as a thought: without its lead it would be said aloud."""
    _to_room(app, f"{LEAD}{thought.text}", writer)


def _to_room(app: "StudentApp", text: str, writer: str) -> None:
    """To the box of the room; where one was never there, the words are shown."""
    offline = app.get_screen("offline", OfflineScreen)
    if offline.is_mounted:
        offline.put_back(text, writer)
    else:
        app.unsent.append(NotSent(NO_BOX, text))


def _notice_back(app: "StudentApp", notice: SetNotice, writer: str, change: Change) -> None:
    """A notice to the box of its chat, behind its slash."""
    online = app.get_screen("online", OnlineScreen)
    if online.is_mounted:
        online.put_back(_unsent(change, f"/notice {notice.text}"), notice.room, writer)
    else:
        app.unsent.append(NotSent(NO_BOX, notice.text))


_BACK: Final[Mapping[type[Command], Callable[["StudentApp", Any, str, Change], None]]] = MappingProxyType(
    {
        PostMessage: _line_back,
        SpeakAside: _aside_back,
        SetNotice: _notice_back,
        SayAloud: _said_back,
        Think: _thought_back,
        PublishPost: post_back,
        WriteComment: word_back,
        Repost: word_back,
        EditPage: face_back,
        GiveReason: why_back,
        ArrangeAlbum: pictures_back,
        Reflect: sentences_back,
    }
)
"""How each refused request gives its words back: app, request, who wrote it, and what became of it."""
