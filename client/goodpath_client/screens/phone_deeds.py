"""Do what is possible with the phone in the hand: chats, lines, and the ways to everything else."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from goodpath_client.mentions import find_persona
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.messages import TakeBackMessage
from goodpath_core.play.safety import SpeakAside

if TYPE_CHECKING:
    from goodpath_client.screens.online import OnlineScreen


def choose_line(phone: "OnlineScreen", argument: str) -> None:
    """Choose a line."""
    lines = phone.query_one(MessageList)
    lines.focus()
    lines.action_choose_previous()


def reply(phone: "OnlineScreen", argument: str) -> None:
    """Answer the chosen line, or the newest of somebody else."""
    lines = phone.query_one(MessageList)
    chosen = lines.chosen or next((row for row in reversed(lines.rows) if not row.own), None)
    if chosen is None or not isinstance(chosen.key, int):
        phone.student.say("There is no line to answer yet.", severe=True)
        return
    phone.answer(chosen.key)
    lines.action_release()
    phone.query_one(Composer).focus()
    if argument:
        phone.post_line(argument, phone.room)


def take_back(phone: "OnlineScreen", argument: str) -> None:
    """Take back the chosen line, or the newest own one."""
    lines = phone.query_one(MessageList)
    own = [row for row in lines.rows if row.own and isinstance(row.key, int)]
    chosen = lines.chosen if lines.chosen and lines.chosen.own else (own[-1] if own else None)
    if chosen is None or not isinstance(chosen.key, int):
        phone.student.say("There is no line of yours to take back.", severe=True)
    else:
        phone.student.do(TakeBackMessage(room=phone.room, message=chosen.key))


def mark_unread(phone: "OnlineScreen", argument: str) -> None:
    """Mark the chosen line and what follows as unread."""
    chosen = phone.query_one(MessageList).chosen
    if chosen is None or not isinstance(chosen.key, int):
        phone.student.say("Choose a line first (Ctrl+Up).", severe=True)
        return
    phone.store.unread.mark_unread(phone.room, chosen.key)
    phone.open_room(_next_room(phone) or phone.room)


def go_on(phone: "OnlineScreen", argument: str) -> None:
    """Go to the next chat with something new."""
    room = _next_room(phone)
    if room:
        phone.open_room(room)
    else:
        phone.student.say("Nothing new anywhere else.")


def speak_aside(phone: "OnlineScreen", argument: str) -> None:
    """Say something out of character."""
    if argument:
        phone.student.do(SpeakAside(room=phone.room, text=argument))
    else:
        phone.query_one(Composer).restore("/ooc ")


def write_privately(phone: "OnlineScreen", argument: str) -> None:
    """Open the private chat with somebody."""
    other = find_persona(phone.store, argument)
    if other:
        phone.write_to(other)
    else:
        show_contacts(phone, "")


def visit(phone: "OnlineScreen", argument: str) -> None:
    """Look at somebody's page."""
    other = find_persona(phone.store, argument)
    if other:
        phone.student.open(PageViewScreen(other))
    else:
        show_contacts(phone, "")


def turn_chats(phone: "OnlineScreen", argument: str) -> None:
    """Fold the chats in or out."""
    phone.turn_left()


def turn_card(phone: "OnlineScreen", argument: str) -> None:
    """Fold the own page in or out."""
    phone.turn_right()


def show_feed(phone: "OnlineScreen", argument: str) -> None:
    """Open the feed."""
    phone.student.open(FeedScreen())


def show_contacts(phone: "OnlineScreen", argument: str) -> None:
    """Open the contacts."""
    phone.student.open(ContactsScreen())


def edit_page(phone: "OnlineScreen", argument: str) -> None:
    """Open the page editor."""
    _open_own(phone, PageEditorScreen)


def choose_pictures(phone: "OnlineScreen", argument: str) -> None:
    """Open the picture picker."""
    _open_own(phone, PicturePickerScreen)


def write_post(phone: "OnlineScreen", argument: str) -> None:
    """Write a post."""
    if argument:
        phone.student.desk["post"] = argument
    _open_own(phone, PostScreen)


def _next_room(phone: "OnlineScreen") -> str:
    return phone.store.unread.next_room(phone.store.world.rooms, phone.room)


def _open_own(phone: "OnlineScreen", screen: type[Frame]) -> None:
    if phone.store.my_page is None:
        phone.student.say("You are watching; only a persona has a page.", severe=True)
    else:
        phone.student.open(screen())


PHONE_DEEDS: Final[Mapping[str, Callable[["OnlineScreen", str], None]]] = MappingProxyType(
    {
        "lines": choose_line,
        "reply": reply,
        "take_back": take_back,
        "unread": mark_unread,
        "next": go_on,
        "ooc": speak_aside,
        "private": write_privately,
        "visit": visit,
        "chats": turn_chats,
        "card": turn_card,
        "feed": show_feed,
        "contacts": show_contacts,
        "page": edit_page,
        "pictures": choose_pictures,
        "post": write_post,
    }
)
"""What is done for each deed of the phone, with what follows its slash command."""
