"""What an inject does: one function per kind of action, each giving the drafts of its events.

1. Nobody but a player speaks as a persona: the voice of what an inject says is an NPC or the narrator.
2. What concerns one persona alone goes to somebody who is played; see stand_in.py.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from goodpath_core.play.event import Draft, Now, npc_voice, people, persona_id
from goodpath_core.play.messages import MessagePosted, NoticeSet, private_room
from goodpath_core.play.narration import Narrated
from goodpath_core.play.offline import RoomChanged
from goodpath_core.play.phone import PhoneChanged
from goodpath_core.play.places import PlaceChanged
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.stand_in import stand_in, who_is_played
from goodpath_core.play.state import Page, World
from goodpath_core.play.things import response_to, shows_picture, shows_words
from goodpath_core.play.visits import StrangersCame
from goodpath_core.scenario.actions import (
    Action,
    MoveTo,
    Narrate,
    Notice,
    PhoneChange,
    RoomChange,
    Say,
    Visitors,
    Whisper,
)

STRANGER = "stranger"
"""The voice of a visitor without a name."""


def drafts_of(world: World, actions: Iterable[Action], cell: int, now: Now) -> list[Draft]:
    """What the actions of one inject make happen in a cell, each as if those before it had happened."""
    drafts = list[Draft]()
    for action in actions:
        does = _DOES[type(action)](world, action, cell, now)
        # All look at the same world, in which what the others of them like is not liked yet.
        drafts += [draft for draft in does if not (_is_by_name(draft) and draft in drafts)]
    return drafts


def _is_by_name(draft: Draft) -> bool:
    """Whether somebody likes something, which happens once, unlike strangers."""
    return isinstance(draft.fact, ThingLiked) and bool(draft.voice)


def group_id(world: World, key: str, cell: int) -> str:
    """The id of a scenario's group in a cell; the town's group is one for all cells."""
    town = persona_id(0, key)
    return town if town in world.rooms else persona_id(cell, key)


def is_for_town(world: World, action: Action) -> bool:
    """Whether an action speaks in the group that spans all cells."""
    return isinstance(action, Notice | Say) and persona_id(0, action.group) in world.rooms


def _notice(world: World, action: Notice, cell: int, now: Now) -> list[Draft]:
    room = world.rooms[group_id(world, action.group, cell)]
    owner = "narrator" if room.owner in world.persons else room.owner
    voice = npc_voice(action.by) if action.by else owner
    return [Draft(NoticeSet(text=action.text), "room", room.cell, voice, room.id)]


def _say(world: World, action: Say, cell: int, now: Now) -> list[Draft]:
    room = world.rooms[group_id(world, action.group, cell)]
    return [Draft(MessagePosted(text=action.text), "room", room.cell, npc_voice(action.by), room.id)]


def _whisper(world: World, action: Whisper, cell: int, now: Now) -> list[Draft]:
    to, voice = stand_in(world, persona_id(cell, action.to)), npc_voice(action.by)
    return [Draft(MessagePosted(text=action.text), people(to, voice), cell, voice, private_room(to, voice))]


def _visitors(world: World, action: Visitors, cell: int, now: Now) -> list[Draft]:
    played = who_is_played(world, tuple(persona_id(cell, key) for key in action.pages))
    pages = worth_a_visit([world.pages[one] for one in played])
    page = pages[int(now.dice * len(pages))]
    npc = npc_voice(action.by) if action.by else ""
    came = Draft(StrangersCame(count=action.count), people(page.owner), cell, npc, page.owner)
    thing = newest_thing(page)
    word = CommentWritten(thing=thing, text=action.comment)
    said = [Draft(word, "cell", cell, npc or STRANGER, page.owner)] if action.comment else []
    return [came, *_liked(page, action, thing, cell, npc), *said]


def worth_a_visit(pages: Sequence[Page]) -> Sequence[Page]:
    """Those of some pages that show strangers a picture; if none does, those with any words; else all."""
    return [page for page in pages if shows_picture(page)] or list(filter(shows_words, pages)) or pages


def _liked(page: Page, action: Visitors, thing: str, cell: int, npc: str) -> list[Draft]:
    """Those who came along like as strangers; where all like who came, so does the NPC, once and by name."""
    by_name = bool(npc) and action.likes >= action.count
    likes = [(ThingLiked(thing=thing), npc)] if by_name and npc not in response_to(page, thing).likes else []
    strangers = action.likes - by_name
    likes += [(ThingLiked(thing=thing, strangers=strangers), "")] if strangers else []
    return [Draft(fact, "cell", cell, voice, page.owner) for fact, voice in likes]


def newest_thing(page: Page) -> str:
    """The newest thing on a page that everybody may see."""
    posts = [post for post in page.posts if post.visible_to == "all" and not post.gone]
    if posts:
        return f"post:{posts[-1].seq}"
    cards = [card for album in page.albums.values() if album.visible_to == "all" for card in album.cards]
    return f"card:{cards[-1]}" if cards else "page"


def _room(world: World, action: RoomChange, cell: int, now: Now) -> list[Draft]:
    ids = [persona_id(cell, key) for key in action.personas]
    return [Draft(RoomChanged(persona=i, text=action.text), people(i), cell, i) for i in ids]


def _phone(world: World, action: PhoneChange, cell: int, now: Now) -> list[Draft]:
    drafts = []
    for key in action.personas:
        identity = persona_id(cell, key)
        fact = PhoneChanged(
            persona=identity,
            model=action.model,
            camera=action.camera,
            battery=action.battery,
            balance_yuan=action.balance_yuan,
            data_kb=None if action.data_mb is None else action.data_mb * 1000,
            text=action.text,
        )
        drafts.append(Draft(fact, people(identity), cell, identity))
    return drafts


def _narrate(world: World, action: Narrate, cell: int, now: Now) -> list[Draft]:
    to = tuple(persona_id(cell, key) for key in action.to)
    fact = Narrated(text=action.text, to=to)
    return [Draft(fact, people(*to) if to else "cell", cell, "narrator")]


def _move(world: World, action: MoveTo, cell: int, now: Now) -> list[Draft]:
    place = "phone" if action.place == "free" else action.place
    ids = tuple(persona_id(cell, key) for key in action.personas)
    moves = [Draft(PlaceChanged(persona=i, place=place, rule=action.place), "cell", cell, i) for i in ids]
    told = [Draft(Narrated(text=action.text, to=ids), people(*ids), cell, "narrator")] if action.text else []
    return moves + told


_DOES: Mapping[type[Any], Callable[[World, Any, int, Now], list[Draft]]] = MappingProxyType(
    {
        Notice: _notice,
        Say: _say,
        Whisper: _whisper,
        Visitors: _visitors,
        RoomChange: _room,
        PhoneChange: _phone,
        Narrate: _narrate,
        MoveTo: _move,
    }
)
