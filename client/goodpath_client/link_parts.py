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
    outbox: Outbox
    held: HeldRequests
    joining: Joining
    asks: AskBook
    wire: Wire
    standing: Standing
    sender: Sender
    tasks: SideTasks
    renewal: Renewal
    recall: Recall
    late_keys: LateKeys
