"""One connection that has said hello: who it is for, what it may see, its way out."""

import asyncio
from collections.abc import Callable

from goodpath_core.play.sight import Viewer
from goodpath_core.wire.closing import Closing
from goodpath_core.wire.codec import encode
from goodpath_core.wire.frames import Frame
from goodpath_server.outbox import Outbox, websocket_frame
from goodpath_server.rates import Pace


class Member:
    """A connection in the session. Compared by identity."""

    def __init__(
        self,
        outbox: Outbox,
        close: Callable[[Closing], None],
        viewer: Viewer,
        author: str,
        pace: Pace | None,
    ) -> None:
        self.outbox = outbox
        self.close = close
        """Ends the connection with a reason, without waiting."""
        self.viewer = viewer
        self.author = author
        """seat:7, robot:7 or teacher."""
        self.pace = pace
        """How fast it may ask for things; None where that is not limited."""
        self.asked = 0
        """Questions that wait for their answer."""
        self.answering = asyncio.Lock()
        """Held while one of them is answered: no more than one answer waits for a slow reader."""

    def send(self, frame: Frame, ephemeral: bool = False) -> None:
        """Send one frame."""
        self.outbox.write(websocket_frame(encode(frame)), ephemeral)
