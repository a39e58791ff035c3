"""Sending what is stored: one write per connection and commit, whatever the commit holds."""

from collections.abc import Sequence
from typing import NamedTuple

from goodpath_core.play.event import Event
from goodpath_core.play.sight import Scope
from goodpath_core.play.state import World
from goodpath_core.wire.codec import done_blob, news_frames
from goodpath_server.audience import Audience, by_sight
from goodpath_server.member import Member
from goodpath_server.outbox import websocket_frame


class Item(NamedTuple):
    """A stored event on its way to those who may see it."""

    event: Event
    scope: Scope
    blob: bytes


class Receipt(NamedTuple):
    """A stored request and who waits for word of it."""

    member: Member
    request: str
    seq: int


def deliver(world: World, audience: Audience, items: Sequence[Item], receipts: Sequence[Receipt]) -> None:
    """Send `done` to those who asked and `news` to all who may see it, joined into one write each."""
    done: dict[Member, bytes] = {}
    for member, request, seq in receipts:
        frame = websocket_frame(done_blob(request, seq))
        done[member] = done.get(member, b"") + frame
    scopes = tuple(dict.fromkeys(item.scope for item in items))
    for seen, members in by_sight(world, audience, scopes).items():
        news = _news(items, seen)
        for member in members:
            own = done.pop(member, None)
            member.outbox.write(own + news if own else news)
    for member, frames in done.items():
        member.outbox.write(frames)


def _news(items: Sequence[Item], scopes: tuple[Scope, ...]) -> bytes:
    wanted = frozenset(scopes)
    frames = news_frames(item.blob for item in items if item.scope in wanted)
    return b"".join(map(websocket_frame, frames))
