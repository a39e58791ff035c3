"""Do what is possible with the phone in the hand: chats, lines, and the ways to everything else."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from goodpath_client.allowed import owns_group
from goodpath_client.lacking import nothing_for
from goodpath_client.mentions import at_name, is_more_than_name, named_first, pages_meant, persons_meant
from goodpath_client.newest_line import FOLLOWS, NOT_SENT, Newest, find_waiting, newest_line
from goodpath_client.notice_box import NOTICE, holds_notice
from goodpath_client.screens.contacts import ContactsScreen
from goodpath_client.screens.feed import FeedScreen
from goodpath_client.screens.group_notice import NO_NOTICE, GroupNoticeScreen
from goodpath_client.screens.page_editor import PageEditorScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.post import PostScreen
from goodpath_client.screens.taking_down import take_down
from goodpath_client.screens.visiting import visit_page
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.desks import Unsent
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.rows import Key, Row
from goodpath_client.widgets.side_list import SideList
from goodpath_core.play.messages import NOTICE_LIMIT, SetNotice, TakeBackMessage
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.safety import ASIDE_LIMIT, SpeakAside
from goodpath_core.text import POST_LIMIT, clean_line, over_limit

if TYPE_CHECKING:
    from goodpath_client.screens.online import OnlineScreen

_NOT_OWNER: Final = "Only the owner of a group changes its notice; open the chat of a group that is yours."
_LOST: Final = "The line you chose is not there any more; choose one (Ctrl+Up), or none (Esc)."
_IN_BOX: Final = "Only a name stands behind /private; your words wait in this box, and Enter sends them."
_NEVER_SENT: Final = "The chosen line was never sent, so there is nothing to take back."
_NOT_YOURS: Final = "The chosen line is not yours; choose your own (Ctrl+Up), or none (Esc)."


def choose_line(phone: "OnlineScreen", argument: str) -> None:
    """Choose a line."""
    lines = phone.query_one(MessageList)
    lines.focus()
    lines.action_choose_previous()


def reply(phone: "OnlineScreen", argument: str) -> None:
    """Answer the chosen line, or the newest of somebody else."""
    lines = phone.query_one(MessageList)
    chosen = lines.chosen or next((row for row in reversed(lines.rows) if not row.own and row.is_stop), None)
    if lines.has_lost:
        phone.student.say(_LOST, severe=True)
        if argument:
            phone.query_one(Composer).restore(Unsent(f"/reply {argument}"))
        return
    if chosen is None or not isinstance(chosen.key, int):
        phone.student.say("There is no line to answer yet.", severe=True)
        return
    answer_line(phone, phone.room, chosen.key)
    if argument:
        phone.answer(0)
        phone.post_line(argument, phone.room, chosen.key)


def take_back(phone: "OnlineScreen", argument: str) -> None:
    """Take back the chosen line, or the own one that was sent last where none is chosen."""
    lines = phone.query_one(MessageList)
    chosen = lines.chosen
    if lines.has_lost:
        phone.student.say(_LOST, severe=True)
    elif chosen is not None and not chosen.own:
        phone.student.say(_NOT_YOURS, severe=True)
    elif chosen is not None and isinstance(chosen.key, int):
        take_back_line(phone, phone.room, chosen.key)
    else:
        _take_back(phone, _chosen_waiting(phone, chosen) if chosen else newest_line(phone.store, phone.room))


def _chosen_waiting(phone: "OnlineScreen", row: Row) -> Newest:
    """The chosen line, which is on its way."""
    found = [
        line for line in phone.store.pending(phone.room) if (line.id, line.state) == (row.key, "pending")
    ]
    return find_waiting(phone.store, found[0]) if found else Newest(why_not=_NEVER_SENT)


def _take_back(phone: "OnlineScreen", newest: Newest) -> None:
    """Take back a line, or say that there is none."""
    link = phone.student.student_link
    if newest.seq:
        take_back_line(phone, phone.room, newest.seq)
    elif newest.request and link is not None:
        phone.student.say(FOLLOWS if link.recall(newest.request) else NOT_SENT)
    else:
        phone.student.say(newest.why_not, severe=True)


def mark_unread(phone: "OnlineScreen", argument: str) -> None:
    """Mark the chosen line and what follows as unread."""
    chosen = phone.query_one(MessageList).chosen
    if chosen is None or not isinstance(chosen.key, int):
        phone.student.say("Choose a line first (Ctrl+Up).", severe=True)
        return
    mark_line_unread(phone, phone.room, chosen.key)


def answer_line(phone: "OnlineScreen", room: str, seq: int) -> None:
    """Answer this line with the next one."""
    lines = phone.query_one(MessageList)
    if phone.room != room or lines.row(seq) is None:
        phone.student.say("That line is not here any more, so it is not answered.", severe=True)
        return
    phone.answer(seq)
    lines.release()
    phone.query_one(Composer).focus()


def take_back_line(phone: "OnlineScreen", room: str, seq: int) -> None:
    """Take back this line."""
    phone.student.do(TakeBackMessage(room=room, message=seq))


def mark_line_unread(phone: "OnlineScreen", room: str, seq: int) -> None:
    """Mark this line and what follows as unread; it stays so until somebody reads on there."""
    phone.query_one(MessageList).release()
    phone.query_one(Composer).focus()
    phone.mark_unread(room, seq)


def folding_deeds(lines: MessageList, key: Key) -> tuple[str, ...]:
    """What the menu of a line offers where the line is long: to read it all, or to fold it again."""
    return ("open",) if lines.is_folded(key) else ("fold",) if lines.is_open(key) else ()


def turn_line(phone: "OnlineScreen", room: str, seq: int) -> None:
    """Show this line whole where it is folded, and fold it again where it was opened."""
    phone.query_one(MessageList).turn(seq)


def go_on(phone: "OnlineScreen", argument: str) -> None:
    """Go to the next chat with something new; with none, to what is new in this one.

    The line that names one, else the oldest new one, is on the screen then; it is not chosen, so that whoever
    types on answers nothing.
    """
    room, unread = _next_room(phone), phone.store.unread
    first = unread.first_to_read(room or phone.room)
    if not room and not unread.told(phone.room):
        phone.student.say("Nothing new anywhere else.")
        return
    if room:
        phone.open_room(room, first)
    else:
        phone.read_on()
        phone.query_one(MessageList).show_from(first)
    phone.fetch_new(led_to=first)


def speak_aside(phone: "OnlineScreen", argument: str) -> None:
    """Say something out of character."""
    over = len(argument) - ASIDE_LIMIT
    if over > 0:
        phone.student.say(over_limit(over, ASIDE_LIMIT).text, severe=True)
        phone.query_one(Composer).restore(Unsent(f"/ooc {argument}"))
    elif argument:
        phone.student.do(SpeakAside(room=phone.room, text=argument))
    else:
        phone.query_one(Composer).begin("/ooc ")


def set_notice(phone: "OnlineScreen", argument: str) -> None:
    """Change the notice of this chat, or begin with the words that it has; who may not change it reads it."""
    room, over = phone.store.world.rooms.get(phone.room), len(argument) - NOTICE_LIMIT
    composer = phone.query_one(Composer)
    if room is None or not owns_group(phone.store, phone.room):
        if argument:
            phone.student.say(_NOT_OWNER, severe=True)
            composer.restore(Unsent(f"{NOTICE} {argument}"))
        elif room is None or not room.notice:
            phone.student.say(NO_NOTICE)
        else:
            phone.student.open(GroupNoticeScreen(phone.room))
    elif over > 0:
        phone.student.say(over_limit(over, NOTICE_LIMIT, "the notice").text, severe=True)
        composer.restore(Unsent(f"{NOTICE} {argument}"))
    elif argument:
        phone.student.do(SetNotice(room=phone.room, text=argument))
    else:
        if not holds_notice(phone.store, phone.room, composer.text):
            composer.covered.cover(f"{NOTICE} {room.notice}")
        composer.focus()


def remove_post(phone: "OnlineScreen", argument: str) -> None:
    """Take down the newest own post, after one more key."""
    page = phone.store.my_page
    post = next((one for one in reversed(page.posts if page else ()) if not one.gone), None)
    if post is None:
        phone.student.say("There is no post of yours to take down.", severe=True)
    else:
        take_down(phone, post)


def open_private(phone: "OnlineScreen", argument: str) -> None:
    """Open the private chat with somebody; words behind the name wait in its box."""
    person, words = named_first(phone.store, argument)
    if words and len(persons_meant(phone.store, argument)) != 1:
        phone.write_to(person)
        _begin_words(phone.query_one(Composer), words)
        phone.student.say(_IN_BOX, beside=True)
    else:
        found = persons_meant(phone.store, argument)
        _with_one(phone, found, "private", argument, phone.write_to)


def _begin_words(box: Composer, words: str) -> None:
    """Let words be written on in the box; where something is begun there, they wait until it is empty."""
    if box.text:
        box.restore(Unsent(words))
    else:
        box.put(words)


def visit(phone: "OnlineScreen", argument: str) -> None:
    """Look at somebody's page, or at the own one."""
    found = pages_meant(phone.store, argument)
    if not found and is_more_than_name(phone.store, argument):
        phone.student.say("Only a name stands behind /visit.", severe=True)
        phone.query_one(Composer).restore(Unsent(f"/visit {argument}"))
        return
    _with_one(phone, found, "visit", argument, lambda owner: visit_page(phone, owner))


def go_to_chats(phone: "OnlineScreen", argument: str) -> None:
    """Give the keys to the list of chats; from there on to the lines, and from the lines to the box."""
    side, lines = phone.query_one(SideList), phone.query_one(MessageList)
    if side.has_focus or (lines.has_focus and phone.query_one(Composer).display):
        phone.focus_next()
    else:
        phone.visit_chats()


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
    phone.student.open(PageEditorScreen())


def choose_pictures(phone: "OnlineScreen", argument: str) -> None:
    """Open the picture picker, where there are pictures."""
    nothing = nothing_for(phone.store, "pictures")
    if nothing:
        phone.student.say(nothing, severe=True)
    else:
        phone.student.open(PicturePickerScreen())


def write_post(phone: "OnlineScreen", argument: str) -> None:
    """Post these words, or open the box for a post where there are none."""
    over = len(argument) - POST_LIMIT
    if over > 0:
        phone.student.say(over_limit(over, POST_LIMIT, "the post").text, severe=True)
        phone.query_one(Composer).restore(Unsent(f"/post {argument}"))
    elif argument:
        phone.student.do(PublishPost(text=argument))
    else:
        phone.student.open(PostScreen())


def _with_one(
    phone: "OnlineScreen", found: list[str], command: str, word: str, do: Callable[[str], None]
) -> None:
    """Do something with the one person found for a word; say whom it may mean where it is not one."""
    if len(found) == 1:
        do(found[0])
    elif not word:
        show_contacts(phone, "")
    else:
        names = ", ".join(f"@{at_name(phone.store, one)}" for one in found)
        nobody = f"Nobody here is called {clean_line(word)[:40]}; /contacts shows everybody."
        phone.student.say(f"That may be {names}; write one of them." if found else nobody, severe=True)
        phone.query_one(Composer).restore(Unsent(f"/{command} {word}"))


def _next_room(phone: "OnlineScreen") -> str:
    return phone.store.unread.next_room(phone.store.world.rooms, phone.room)


PHONE_DEEDS: Final[Mapping[str, Callable[["OnlineScreen", str], None]]] = MappingProxyType(
    {
        "chat_list": go_to_chats,
        "lines": choose_line,
        "reply": reply,
        "take_back": take_back,
        "unread": mark_unread,
        "next": go_on,
        "ooc": speak_aside,
        "notice": set_notice,
        "remove": remove_post,
        "private": open_private,
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

LINE_DEEDS: Final[Mapping[str, Callable[["OnlineScreen", str, int], None]]] = MappingProxyType(
    {
        "open": turn_line,
        "fold": turn_line,
        "reply": answer_line,
        "take_back": take_back_line,
        "unread": mark_line_unread,
    }
)
"""What the menu of a line does with that line, whatever has become of the list meanwhile: room and number."""
