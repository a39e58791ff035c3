"""The orders of the two places: phone up or down, and life in the room."""

from goodpath_client.plain.lines import chat_name
from goodpath_client.plain.numbers import Unclear
from goodpath_client.plain.order import Order, need
from goodpath_client.plain.room_words import heard
from goodpath_client.plain.table import LAST_READ, Table
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone, PutPhoneDown


def say_news(table: Table) -> None:
    """Say which chat is open, and what else has come while the phone was not in the hand."""
    table.open_room()
    store = table.store
    others = [room for room in table.rooms() if room != table.room and store.unread.told(room)]
    new = [f"{store.unread.told(room)} in {chat_name(store, room)}" for room in others]
    own = store.page_news.fresh(store.my_page)
    new += [f"{own} on your page"] if own else []
    if new:
        table.write(f"New elsewhere: {'; '.join(new)}.")


def _say(table: Table, rest: str) -> None:
    person = table.store.my_person
    if person is not None and person.place == "shift":
        raise Unclear("Nobody hears anything on the line; think it with /think.")
    table.do(SayAloud(text=_words(table, rest, "words")))


def _think(table: Table, rest: str) -> None:
    table.do(Think(text=_words(table, rest, "a thought")))


def _words(table: Table, rest: str, what: str) -> str:
    """What was typed, or else what was typed last for a phone that was not in the hand."""
    return need(rest or table.asked.take_unsaid(), what)


def _heard(table: Table, rest: str) -> None:
    """Read what was said here since it was read last; where there is nothing, the last of it."""
    found = heard(table.store)
    fresh = [words for seq, words in found if seq > table.heard]
    if not found:
        raise Unclear("Nothing has been said or told here yet.")
    table.heard = found[-1][0]
    table.write(
        f"{len(fresh)} since you last asked." if fresh else "Nothing since you last asked; the last was:"
    )
    table.read(fresh or [words for _, words in found[-LAST_READ:]])


ORDERS = (
    Order("phone", "", "Pick up the phone.", lambda t, r: t.do(PickUpPhone())),
    Order("down", "", "Put the phone down.", lambda t, r: t.do(PutPhoneDown())),
    Order("say", "TEXT", "Say something aloud in the room.", _say),
    Order(
        "think",
        "TEXT",
        "Think something; no classmate reads it, only teacher and reviewer.",
        _think,
    ),
    Order("look", "", "Look around: the room, who is in it, the sockets.", lambda t, r: t.do(LookAround())),
    Order("heard", "", "Hear again what was said, told and thought here since you last asked.", _heard),
    Order("plug", "", "Put the phone at a socket.", lambda t, r: t.do(PlugIn())),
    Order("unplug", "", "Take the phone off the socket.", lambda t, r: t.do(Unplug())),
)
"""All of them, in the order of the help."""
