"""The orders of the own page: its face, its posts, and who came."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from goodpath_client.faces import FACES, face_named, face_words
from goodpath_client.plain.numbers import Incomplete, Unclear
from goodpath_client.plain.order import Order, need
from goodpath_client.plain.pictures import numbered
from goodpath_client.plain.table import Table
from goodpath_client.plain.things import card_name, skin_name
from goodpath_client.plain.visits import look_at
from goodpath_client.plurals import counted
from goodpath_client.store import Store
from goodpath_core.play.clock import clock_face
from goodpath_core.play.messages import SetNotice
from goodpath_core.play.posts import CARDS_MAX, PublishPost, RemovePost
from goodpath_core.play.profile import EditPage
from goodpath_core.text import name_key

GUESTS_READ: Final = 20
"""So many of the last visits are read."""
_OWN_POST: Final = "Read your own page with /page, and type the number of a post on it."


def _guests(table: Table, rest: str) -> None:
    page = table.store.my_page
    if page is None or not (page.visits or page.strangers):
        raise Unclear("Nobody has looked at your page yet.")
    table.store.page_news.look(page, table.store.world.seq)
    table.read(
        f"{table.store.name(one.by)} at {clock_face(one.world_s)}." for one in page.visits[-GUESTS_READ:]
    )
    table.write(f"And {counted(page.strangers, 'stranger')}." if page.strangers else "No strangers.")


def _face(table: Table, rest: str) -> None:
    if rest:
        table.do(EditPage(face=face_named(rest)))
        return
    page = table.store.my_page
    own = face_words(page.face.face) if page and page.face.face else "none"
    table.write(
        f"Your face: {own}. Type /face and signs of your own, or one of these names: {', '.join(FACES)}."
    )


def _skin(table: Table, rest: str) -> None:
    store = table.store
    if rest:
        table.do(EditPage(skin=_skin_named(store, rest)))
        return
    names = ", ".join(skin_name(store, one.key) for one in (store.view.skins if store.view else ()))
    own = skin_name(store, store.my_page.face.skin) if store.my_page else "none"
    table.write(f"Your page's colours: {own}. Type /skin and one of these names: {names}.")


def _skin_named(store: Store, text: str) -> str:
    """The key of the only skin whose name or key begins so; else the text, for the server to refuse."""
    wanted = name_key(text)
    skins = store.view.skins if store.view else ()
    found = [one.key for one in skins if any(name_key(n).startswith(wanted) for n in (one.name, one.key))]
    return text if text in found or len(found) != 1 else found[0]


_EMPTY: Final[Mapping[str, Callable[[Table], None]]] = MappingProxyType(
    {
        "sign": lambda t: t.do(EditPage(signature="")),
        "face": lambda t: t.do(EditPage(face="")),
        "music": lambda t: t.do(EditPage(music="")),
        "notice": lambda t: t.do(SetNotice(room=t.room, text="")),
    }
)
"""What can be emptied."""


def _clear(table: Table, rest: str) -> None:
    empty = _EMPTY.get(rest.lower())
    if empty is None:
        raise Incomplete(f"Type one of these behind it: {', '.join(_EMPTY)}.")
    empty(table)


def _attach(table: Table, rest: str) -> None:
    cards = () if rest.lower() == "none" else numbered(table.store, rest) if rest else table.attached
    if len(cards) > CARDS_MAX:
        raise Unclear(f"A post holds {CARDS_MAX} pictures; type fewer numbers.")
    table.attached = cards
    titles = "; ".join(card_name(table.store, card) for card in cards) or "no picture"
    table.write(f"Your next post holds: {titles}. Type /post or /mine, with words or without.")


def _post(table: Table, rest: str) -> None:
    _publish(table, rest, PublishPost(text=rest, cards=table.attached))


def _mine(table: Table, rest: str) -> None:
    _publish(table, rest, PublishPost(text=rest, cards=table.attached, visible_to="me"))


def _publish(table: Table, rest: str, post: PublishPost) -> None:
    if not table.attached:
        need(rest, "a text")
    table.attached = ()
    table.do(post)


def _remove(table: Table, rest: str) -> None:
    spot = table.numbers.spot(need(rest, "the number of a post on your page"), _OWN_POST)
    if spot.page != table.store.me or not spot.thing.startswith("post:"):
        raise Unclear(_OWN_POST)
    table.do(RemovePost(post=int(spot.thing.removeprefix("post:"))))


ORDERS = (
    Order("page", "", "Read your own page.", lambda t, r: look_at(t, t.store.me), phone=True),
    Order("guests", "", "Hear who looked at your page.", _guests, phone=True),
    Order(
        "nick",
        "NAME",
        "Change your name on the page.",
        lambda t, r: t.do(EditPage(nickname=need(r, "a name"))),
    ),
    Order(
        "sign",
        "TEXT",
        "Change your signature.",
        lambda t, r: t.do(EditPage(signature=need(r, "a signature"))),
    ),
    Order("face", "NAME", "Change the face of your page; alone, hear the names of faces.", _face),
    Order(
        "music",
        "TEXT",
        "Change the music of your page.",
        lambda t, r: t.do(EditPage(music=need(r, "the name of a song"))),
    ),
    Order("skin", "NAME", "Change your page's colours; alone, hear the names of colours.", _skin),
    Order("clear", "PART", "Empty your sign, face or music, or the notice of your group.", _clear),
    Order("post", "TEXT", "Post on your page.", _post),
    Order("mine", "TEXT", "Post on your page for yourself alone.", _mine),
    Order(
        "attach",
        "NUMBERS",
        "Put pictures of yours into your next post; the word none takes them out.",
        _attach,
    ),
    Order("remove", "NUMBER", "Take down a post of yours, by its number on your page.", _remove),
)
"""All of them, in the order of the help."""
