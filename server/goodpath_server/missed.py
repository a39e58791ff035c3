"""What somebody has missed who comes back, or that the way to it is no way: then they start fresh."""

from collections.abc import Iterable

from goodpath_core.play.event import seat_audience
from goodpath_core.play.seats import SeatChanged
from goodpath_core.play.sight import Viewer, sees
from goodpath_core.play.state import World
from goodpath_server.archive import Kept

MISSED_BYTES = 4_194_304
"""Who has missed more starts fresh: a snapshot is smaller than the way to it."""


def missed_blobs(world: World, viewer: Viewer, later: Iterable[Kept]) -> list[bytes] | None:
    """The events among the later ones that a viewer may see, ready to be sent.

    None if that is too much, or if the own seat has come to see with other eyes meanwhile: what came before
    was not for the eyes of now, and the copy made with the old ones is of no use.
    """
    blobs, size = list[bytes](), 0
    own = seat_audience(viewer.seat)
    for kept in later:
        if sees(world, viewer, kept.scope):
            if kept.scope.audience == own and kept.kind == SeatChanged.kind:
                return None
            blobs.append(kept.blob)
            size += len(kept.blob)
            if size > MISSED_BYTES:
                return None
    return blobs
