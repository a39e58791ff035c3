"""Sending what is stored: one write per connection and commit, whatever the commit holds."""

from collections.abc import Sequence
from typing import NamedTuple

from goodpath_core.play.sight import Scope
from goodpath_core.play.state import World
from goodpath_core.wire.codec import done_blob, news_frames
from goodpath_server.archive import Kept
from goodpath_server.audience import Audience, by_sight
from goodpath_server.member import Member
from goodpath_server.outbox import websocket_frame, write_to_all


class Receipt(NamedTuple):
    """A stored request and who waits for word of it."""

    member: Member
    """The connection that asked."""
    request: str
    """The client's own id of the request."""
    seq: int
    """Number of the first event it made."""


def deliver(world: World, audience: Audience, events: Sequence[Kept], receipts: Sequence[Receipt]) -> None:
    """Send `done` to those who asked and `news` to all who may see it, joined into one write each."""
    done: dict[Member, bytes] = {}
    for member, request, seq in receipts:
        frame = websocket_frame(done_blob(request, seq))
        done[member] = done[member] + frame if member in done else frame
    scopes = tuple(dict.fromkeys([kept.scope for kept in events]))
    for seen, members in by_sight(world, audience, scopes).items():
        news = _news(events, seen)
        asked = done.keys() & members
        write_to_all([member.outbox for member in members - asked], news)
        for member in asked:
            member.outbox.write(done.pop(member) + news)
    for member, frames in done.items():
        member.outbox.write(frames)


def _news(events: Sequence[Kept], scopes: tuple[Scope, ...]) -> bytes:
    wanted = frozenset(scopes)
    frames = news_frames([kept.blob for kept in events if kept.scope in wanted])
    return b"".join(map(websocket_frame, frames))
