"""Turn a step of a robot's plan into the command it comes down to at this moment."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from goodpath_client import robot_words as words
from goodpath_client.robot_plan import Step
from goodpath_client.robot_talk import fitting, may_say, own_next, recent, unsaid
from goodpath_client.sockets import is_cut
from goodpath_client.store import Store
from goodpath_core.play.albums import ArrangeAlbum, GiveReason, main_album
from goodpath_core.play.event import Command, cell_of
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.state import Page
from goodpath_core.play.visits import LookAtPicture, VisitPage

OFFLINE = frozenset({"think", "say", "look_around", "plug_in", "pick_up"})
"""Acts that need the phone to be down."""
ANYWHERE = frozenset({"reason"})
"""Acts for which it does not matter where the phone is."""


def resolve(store: Store, step: Step) -> Command | None:
    """The command a step comes down to at this moment; None if there is nothing to do it to."""
    person = store.my_person
    if person is None:
        return None
    on_phone = person.place == "phone"
    if step.kind not in ANYWHERE and on_phone == (step.kind in OFFLINE):
        return None
    return _RESOLVES[step.kind](store, step)


def _edit(store: Store, step: Step) -> Command:
    return EditPage(**dict(step.parts))


def _arrange(store: Store, step: Step) -> Command:
    return ArrangeAlbum(cards=step.cards)


def _swap(store: Store, step: Step) -> Command | None:
    held = main_album(store.my_page).cards
    fresh = next((card for card in step.cards if card not in held), "")
    if not fresh:
        return None
    index = step.index % len(held) if held else 0
    return ArrangeAlbum(cards=(*held[:index], fresh, *held[index + 1 :]))


def _own_text(store: Store, step: Step, pool: tuple[str, ...], said: Iterable[tuple[str, str]]) -> str:
    """What a step says of its pool where these voices have said these texts."""
    own = [text for voice, text in said if voice == store.me]
    return own_next(step.text, pool, own, len(store.view.cast) if store.view else 1)


def _said_in(store: Store, room: str) -> list[tuple[str, str]]:
    return [(line.voice, line.text) for line in store.lines(room)]


def _line(store: Store, step: Step) -> Command | None:
    if not may_say(store, step.room):
        return None
    text = _own_text(store, step, words.LINES, _said_in(store, step.room))
    return PostMessage(room=step.room, text=text)


def _reply(store: Store, step: Step) -> Command | None:
    others = [line for line in store.lines(step.room) if not line.gone and line.voice != store.me]
    if not (others and may_say(store, step.room)) or others[-1].kind == "aside":
        return None
    answered = others[-1]
    pool = fitting(answered.text)
    meant = pool[words.REPLIES.index(step.text) % len(pool)]
    text = unsaid(meant, pool, recent(store, step.room))
    return PostMessage(room=step.room, text=text, reply_to=answered.seq) if text else None


def _mention(store: Store, step: Step) -> Command | None:
    room = store.world.rooms.get(step.room)
    if not may_say(store, step.room) or room is None or step.who not in room.members:
        return None
    call = f"@{store.name(step.who)} "
    said = [line.text.removeprefix(call) for line in store.lines(step.room) if line.voice == store.me]
    text = call + own_next(step.text, words.CALLS, said, share=1)
    return PostMessage(room=step.room, text=text, mentions=(step.who,))


def _whisper(store: Store, step: Step) -> Command:
    room = private_room(store.me, step.who)
    return PostMessage(room=room, text=_own_text(store, step, words.LINES, _said_in(store, room)))


def _post(store: Store, step: Step) -> Command:
    said = [(store.me, post.text) for post in store.my_page.posts] if store.my_page else []
    return PublishPost(text=_own_text(store, step, words.POSTS, said), cards=step.cards)


def _thing(store: Store, step: Step, whole_page: bool) -> tuple[str, Page] | None:
    """Something of that page that everybody sees: the newest posts first, then pictures, then the page."""
    page = store.world.pages.get(step.who)
    if page is None or cell_of(page.owner) != cell_of(store.me):
        return None
    posts = [f"post:{post.seq}" for post in page.posts if post.visible_to == "all" and not post.gone]
    albums = [album for album in page.albums.values() if album.visible_to == "all"]
    things = posts[::-1] + [f"card:{card}" for album in albums for card in album.cards]
    things += ["page"] if whole_page else []
    return (things[step.index % len(things)], page) if things else None


def _like(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=True)
    if found is None:
        return None
    thing, page = found
    response = page.responses.get(thing)
    if response and store.me in response.likes:
        return None
    return LikeThing(page=page.owner, thing=thing)


def _comment(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=True)
    if found is None:
        return None
    thing, page = found
    said = [(voice, text) for response in page.responses.values() for _, voice, text in response.comments]
    text = _own_text(store, step, words.COMMENTS, said)
    return WriteComment(page=page.owner, thing=thing, text=text)


def _repost(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=False)
    return Repost(page=found[1].owner, thing=found[0], text=step.text) if found else None


def _look(store: Store, step: Step) -> Command | None:
    found = _thing(store, step, whole_page=False)
    return LookAtPicture(page=found[1].owner, thing=found[0]) if found else None


def _plug_in(store: Store, step: Step) -> Command | None:
    person = store.my_person
    if person is None or person.phone is None or not person.phone.drains:
        return None
    sockets = store.world.sockets.get(person.house)
    return None if sockets and (store.me in sockets.plugs or is_cut(store)) else PlugIn()


_RESOLVES: Mapping[str, Callable[[Store, Step], Command | None]] = MappingProxyType(
    {
        "edit": _edit,
        "arrange": _arrange,
        "reason": lambda store, step: GiveReason(card=step.cards[0], text=step.text),
        "swap": _swap,
        "line": _line,
        "reply": _reply,
        "mention": _mention,
        "whisper": _whisper,
        "post": _post,
        "visit": lambda store, step: VisitPage(page=step.who),
        "look": _look,
        "like": _like,
        "comment": _comment,
        "repost": _repost,
        "pick_up": lambda store, step: PickUpPhone(),
        "put_down": lambda store, step: PutPhoneDown(),
        "plug_in": _plug_in,
        "think": lambda store, step: Think(text=step.text),
        "say": lambda store, step: SayAloud(text=step.text),
        "look_around": lambda store, step: LookAround(),
    }
)
"""Kind of step -> the command it comes down to."""
