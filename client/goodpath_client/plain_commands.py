"""List what can be typed in the line mode, and what each does: the one table behind it and its help."""

from collections.abc import Callable
from typing import NamedTuple

from goodpath_client.cast import FREE, standing
from goodpath_client.names import name_person
from goodpath_client.plain_sentences import PLACES, card_title
from goodpath_client.plain_table import Table, Unclear
from goodpath_client.plurals import counted
from goodpath_client.readers import EVERYTHING, room_readers
from goodpath_client.store import Store
from goodpath_core.play.albums import MAIN, ArrangeAlbum, GiveReason
from goodpath_core.play.clock import DAY_S, clock_face, seconds_left, world_s
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import key_of, persona_id
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug, battery_at
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import SignalStop, SpeakAside
from goodpath_core.play.seats import Observe, TakePersona
from goodpath_core.play.visits import VisitPage


class Order(NamedTuple):
    """One thing that can be typed."""

    name: str
    what: str
    """What follows the name, for the help; empty for nothing."""
    help: str
    do: Callable[[Table, str], None]
    early: bool = False
    """Whether it can be done before the briefing has been heard."""


def find_order(name: str) -> Order | None:
    """The order with this name, or the only one that begins so."""
    exact = [order for order in ORDERS if order.name == name.lower()]
    near = [order for order in ORDERS if name and order.name.startswith(name.lower())]
    return exact[0] if exact else near[0] if len(near) == 1 else None


def _need(text: str, what: str) -> str:
    if not text:
        raise Unclear(f"Type {what} behind it.")
    return text


def _rooms(table: Table, rest: str) -> None:
    for number, room in enumerate(table.rooms(), 1):
        new = table.store.unread.count(room)
        here = ", you are here" if room == table.room else ""
        table.write(f"{number}. {table.store.room_name(room)}: {new} new{here}.")


def _room(table: Table, rest: str) -> None:
    rooms = table.rooms()
    if not rest.isdecimal() or not 1 <= int(rest) <= len(rooms):
        raise Unclear("Type /room and a number of the list that /rooms gives.")
    table.enter(rooms[int(rest) - 1])


def _reply(table: Table, rest: str) -> None:
    lines = [line for line in table.store.lines(table.room) if not line.gone and line.voice != table.store.me]
    if not lines:
        raise Unclear("There is no line to answer in this room.")
    text = _need(rest, "your answer")
    table.do(PostMessage(room=table.room, text=text, reply_to=lines[-1].seq, mentions=(lines[-1].voice,)))


def _take(table: Table, rest: str) -> None:
    if rest:
        table.do(TakePersona(persona=table.persona_named(rest)))
        return
    for one in table.store.view.cast if table.store.view else ():
        person = table.store.world.persons.get(persona_id(table.store.cell, one.key))
        free = standing(table.store, person) if person else FREE
        table.write(f"{one.name.pinyin}, {one.age}, {one.work} ({free})")
    table.write("Type /take and a name.")


def _page(table: Table, rest: str) -> None:
    table.look_at(table.store.me)


def _visit(table: Table, rest: str) -> None:
    persona = table.persona_named(_need(rest, "a name"))
    table.do(VisitPage(page=persona))
    table.look_at(persona)


def _pictures(table: Table, rest: str) -> None:
    cards = [card.key for card in table.store.view.own_cards] if table.store.view else []
    if rest:
        table.do(ArrangeAlbum(cards=tuple(_numbered(cards, word) for word in rest.replace(",", " ").split())))
        return
    page = table.store.my_page
    album = page.albums.get(MAIN) if page else None
    for number, card in enumerate(cards, 1):
        held = " (on your page)" if album and card in album.cards else ""
        table.write(f"{number}. {card_title(table.store, card)}{held}")
    table.write(f"Type /pictures and up to {table.store.world.phase.allow.pictures} numbers, in your order.")


def _numbered(cards: list[str], word: str) -> str:
    if not word.isdecimal() or not 1 <= int(word) <= len(cards):
        raise Unclear(f"Type numbers from 1 to {len(cards)}; /pictures alone lists them.")
    return cards[int(word) - 1]


def _why(table: Table, rest: str) -> None:
    number, _, text = rest.partition(" ")
    cards = [card.key for card in table.store.view.own_cards] if table.store.view else []
    table.do(GiveReason(card=_numbered(cards, number), text=_need(text.strip(), "a reason")))


def _like(table: Table, rest: str) -> None:
    page, thing = table.thing(rest)
    table.do(LikeThing(page=page.owner, thing=thing))


def _comment(table: Table, rest: str) -> None:
    page, thing, text = _thing_and_text(table, rest)
    table.do(WriteComment(page=page, thing=thing, text=_need(text, "your words")))


def _repost(table: Table, rest: str) -> None:
    page, thing, text = _thing_and_text(table, rest)
    table.do(Repost(page=page, thing=thing, text=text))


def _thing_and_text(table: Table, rest: str) -> tuple[str, str, str]:
    number, _, text = rest.partition(" ")
    page, thing = table.thing(number)
    return page.owner, thing, text.strip() if number.isdecimal() else rest


def _who(table: Table, rest: str) -> None:
    store = table.store
    persona = store.persona
    if persona is not None:
        table.write(f"You are {persona.name.pinyin} ({persona.name.say}), {persona.age}. {persona.work}")
        table.write(f"You come from: {persona.home}")
        table.write(f"You dream: {persona.dream} You keep quiet: {persona.keeps_quiet}")
        table.write("Today you want: " + " ".join(persona.wants_today))
    for one in store.view.cast if store.view else ():
        identity = persona_id(store.cell, one.key)
        here = "here" if identity in store.here else "away"
        if key_of(store.me) != one.key:
            table.write(f"{name_person(store.view, identity)}, on the phone {store.name(identity)}: {here}.")


def _where(table: Table, rest: str) -> None:
    store = table.store
    now = store.server_ms(table.now())
    at = world_s(store.world.clock, now)
    person = store.my_person
    place = f"You are {PLACES[person.place]}. " if person else ""
    table.write(f"{place}It is {clock_face(at)}. {_phase_words(store, now)}")
    if person and person.phone:
        battery = int(battery_at(store.world, person, at))
        phone = person.phone
        table.write(f"Battery {battery} percent, {phone.data_kb // 1000} MB, {phone.balance_yuan:.0f} yuan.")
    if table.room:
        words = room_readers(store, table.room)[0]
        table.write(f"What you type goes to {store.room_name(table.room)}: {words}.")


def _phase_words(store: Store, server_ms: int) -> str:
    """Which phase it is, and how long it still lasts: minutes, and seconds near its end."""
    left = seconds_left(store.world, server_ms)
    name = store.world.phase.name
    if store.world.session.stage != "playing" or left > DAY_S:
        return f"{name}." if name else ""
    words = counted(round(left / 60), "minute") if left >= 100 else counted(left, "second")
    return f"{name}: {words} left."


def _reflect(table: Table, rest: str) -> None:
    answers = tuple(part.strip() for part in _need(rest, "your sentences, parted by |").split("|"))
    table.do(Reflect(answers=answers[:8]))


def _go(table: Table, rest: str) -> None:
    if not table.is_briefed:
        table.link.keep_briefed()
        table.arrive()


def _help(table: Table, rest: str) -> None:
    for line in HELP.splitlines():
        table.write(line)


def _quit(table: Table, rest: str) -> None:
    table.left = True


ORDERS: tuple[Order, ...] = (
    Order("help", "", "Read this list.", _help, early=True),
    Order("briefing", "", "Hear the briefing again.", lambda t, r: t.brief(), early=True),
    Order("go", "", "Go on after the briefing.", _go, early=True),
    Order("take", "NAME", "Play this persona; without a name, hear who there is.", _take),
    Order("who", "", "Hear who you are and who the others are.", _who),
    Order("where", "", "Hear where you are, what time it is, and who reads you.", _where),
    Order("rooms", "", "List your chats with what is new.", _rooms),
    Order("room", "NUMBER", "Enter a chat of that list.", _room),
    Order(
        "write",
        "NAME",
        "Write privately to somebody.",
        lambda t, r: t.enter_private(t.persona_named(_need(r, "a name"))),
    ),
    Order("reply", "TEXT", "Answer the newest line of others in this chat.", _reply),
    Order("phone", "", "Pick up the phone.", lambda t, r: t.do(PickUpPhone())),
    Order("down", "", "Put the phone down.", lambda t, r: t.do(PutPhoneDown())),
    Order(
        "think",
        "TEXT",
        "Think something; no classmate reads it, only teacher and reviewer.",
        lambda t, r: t.do(Think(text=_need(r, "a thought"))),
    ),
    Order(
        "say", "TEXT", "Say something aloud in the room.", lambda t, r: t.do(SayAloud(text=_need(r, "words")))
    ),
    Order("look", "", "Look around the room.", lambda t, r: t.do(LookAround())),
    Order("plug", "", "Put the phone at a socket.", lambda t, r: t.do(PlugIn())),
    Order("unplug", "", "Take the phone off the socket.", lambda t, r: t.do(Unplug())),
    Order("page", "", "Read your own page.", _page),
    Order(
        "nick",
        "NAME",
        "Change your name on the page.",
        lambda t, r: t.do(EditPage(nickname=_need(r, "a name"))),
    ),
    Order(
        "sign",
        "TEXT",
        "Change your signature.",
        lambda t, r: t.do(EditPage(signature=_need(r, "a signature"))),
    ),
    Order(
        "skin", "NAME", "Change your page's colours.", lambda t, r: t.do(EditPage(skin=_need(r, "a skin")))
    ),
    Order("pictures", "NUMBERS", "Choose pictures for your page; without numbers, hear them.", _pictures),
    Order("why", "NUMBER TEXT", "Say why you chose a picture; hidden until the debrief.", _why),
    Order("post", "TEXT", "Post on your page.", lambda t, r: t.do(PublishPost(text=_need(r, "a text")))),
    Order("visit", "NAME", "Look at somebody's page.", _visit),
    Order("like", "NUMBER", "Like a thing on the page you looked at.", _like),
    Order("comment", "NUMBER TEXT", "Write a word under it.", _comment),
    Order("repost", "NUMBER TEXT", "Pass it on with a word.", _repost),
    Order(
        "ooc",
        "TEXT",
        "Say something out of character in this chat, also off the phone.",
        lambda t, r: t.do(SpeakAside(room=t.room, text=_need(r, "words"))),
    ),
    Order(
        "stop",
        "",
        "Tell the teacher, and nobody else, that you want this to stop.",
        lambda t, r: t.do(SignalStop()),
        early=True,
    ),
    Order("observe", "", "Give up your persona and watch.", lambda t, r: t.do(Observe())),
    Order("reflect", "SENTENCE | SENTENCE", "Step out of the role in the debrief.", _reflect),
    Order("quit", "", "Leave; your seat is kept.", _quit, early=True),
)
"""All orders, in the order of the help."""

NAMES = tuple(f"/{order.name}" for order in ORDERS)
HELP = "\n".join(
    ["A line without a slash is said in the current chat."]
    + [f"/{order.name} {order.what}".rstrip() + f": {order.help}" for order in ORDERS]
    + [EVERYTHING]
)
"""What `/help` says."""
