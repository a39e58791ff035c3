"""Name the parts that one link is made of."""

from dataclasses import dataclass

from goodpath_client.asks import AskBook
from goodpath_client.held_requests import HeldRequests
from goodpath_client.joining import Joining
from goodpath_client.late_keys import LateKeys
from goodpath_client.outbox import Outbox
from goodpath_client.recall import Recall
from goodpath_client.renewal import Renewal
from goodpath_client.sender import Sender
from goodpath_client.side_tasks import SideTasks
from goodpath_client.standing import Standing
from goodpath_client.store import Store
from goodpath_client.wire import Wire


@dataclass(frozen=True, slots=True)
class LinkParts:
    """What a link works with, from its first try to its end."""

    store: Store
    """The copy that comes out of it all, read by the screens."""
    outbox: Outbox
    """What was asked for and is not acknowledged, on disk."""
    held: HeldRequests
    """Which of these wait until the world goes on after a pause."""
    joining: Joining
    """Makes the hello of each connection, and takes its welcome."""
    asks: AskBook
    """Questions that wait for their answer."""
    wire: Wire
    """The socket of the moment, or none."""
    standing: Standing
    """Tells the store how the connection is."""
    sender: Sender
    """Empties the outbox no faster than the server takes it."""
    tasks: SideTasks
    """What runs beside the reading and ends with the connection."""
    renewal: Renewal
    """Fetches state and scenario where the copy is stale."""
    recall: Recall
    """Lines to be taken back whose number is not known yet."""
    late_keys: LateKeys
    """What a teacher asked for and is given up with the connection."""
