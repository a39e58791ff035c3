"""A whole server: log, session, door and sockets put together, started and stopped."""

import asyncio
import random
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from goodpath_core.scenario.opening import opening
from goodpath_core.scenario.value import Scenario
from goodpath_core.wire.closing import ENDED, RESTART
from goodpath_core.wire.limits import HELLO_S
from goodpath_core.wire.port import LOOPBACK, PORT
from goodpath_server.answers import Answers
from goodpath_server.audience import NO_CELL
from goodpath_server.clock import Clock
from goodpath_server.doorkeeper import Doorkeeper
from goodpath_server.gateway import SWEEP_S, Gateway
from goodpath_server.key_writing import KeyWriting
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import Door, new_code, new_token
from goodpath_server.log.port import Log
from goodpath_server.presence import Presence
from goodpath_server.reception import Reception
from goodpath_server.session import Session
from goodpath_server.storing import all_stored

EVERYWHERE = "0.0.0.0"


@dataclass(frozen=True, slots=True)
class Config:
    """How a server is to run; made once and passed down."""

    host: str = LOOPBACK
    """Address to listen on; loopback unless the teacher says otherwise."""
    port: int = PORT
    """0 for any free one."""
    cells: int = 1
    """How many copies of the cast a new session opens with; 0 before a session file says how many it has."""
    rate: float = 1.0
    """How many of the server's seconds pass in a real one."""
    hello_s: float = HELLO_S
    """Seconds within which a connection must say who it is."""
    sweep_s: float = SWEEP_S
    """Seconds in which each connection is looked at once."""
    robots: bool = False
    """Whether robots may take seats: rehearsals and demos only."""
    file: str = ""
    """Where the session file lies, in full, to be told to the teacher; empty where there is none."""
    reached: str = ""
    """The host by which students reach it, as they type it; empty where nobody has said."""
    pauses: bool = False
    """Whether a world that was running when its last server went comes back paused."""
    load_test: bool = False
    """No limits of rate and number: for load generators on this machine only."""


class Server:
    """A running server; `code`, `secret` and `port` say how to reach it."""

    def __init__(
        self,
        scenario: Scenario,
        pictures: Mapping[str, bytes],
        log: Log,
        keys: KeyFile,
        config: Config,
    ) -> None:
        """Put the parts together; must be called in a running event loop."""
        self.config = config
        self.keys = keys
        keys.code = keys.code or new_code()
        keys.secret = keys.secret or new_token()
        self.secret = keys.secret
        self.port = config.port
        self.leaving = asyncio.Event()
        """Set when the server is to stop: by whoever runs it, or by the teacher once the session is over."""
        clock = Clock(config.rate)
        self.session = session = Session(scenario, log, clock, random.Random().random, self._changed)
        # Only now: into a log that turns out to be damaged nothing is written.
        log.begin_epoch(secrets.token_hex(6), clock.now_ms())
        free = config.load_test
        door = Door(keys.code, keys.secret)
        anew = partial(self._changed, NO_CELL)
        writing = KeyWriting(keys, session.retry.after_s, lambda: session.stopping, anew)
        time = asyncio.get_running_loop().time
        reception = Reception(
            session, door, keys, writing, log.epochs(), time, free=free, robots=config.robots
        )
        answers = Answers(
            session,
            pictures,
            keys,
            Doorkeeper(session, door, keys, writing, reception, time),
            file=config.file,
            shut_down=self.leaving.set,
            address=self._address,
        )
        self._presence = Presence(session, writing)
        self._gateway = Gateway(
            session,
            reception,
            answers,
            self._presence,
            free=free,
            hello_s=config.hello_s,
            sweep_s=config.sweep_s,
        )

    @property
    def code(self) -> str:
        """The join code, as it is now."""
        return self.keys.code

    @property
    def over(self) -> bool:
        """Whether the session has ended for good."""
        return self.session.stored.session.stage == "ended"

    def _changed(self, cell: int) -> None:
        """Something of a cell, or for NO_CELL of all, is to be told soon."""
        self._presence.changed(cell)

    def _address(self) -> str:
        return f"{self.config.reached}:{self.port}" if self.config.reached else ""

    async def start(self) -> None:
        """Open or go on with the session and accept connections.

        LogError if a session that begins cannot be stored; one that goes on waits until it can be.
        """
        self.keys.save()
        begins = not self.session.stored.seq
        self.session.open(opening(self.session.scenario, self.config.cells), self.config.pauses)
        if begins:
            # Nobody is to be sent to a session that is not on disk.
            await all_stored(self.session)
        self.port = await self._gateway.listen(self.config.host, self.config.port)
        self.session.log.note_address(f"{LOOPBACK}:{self.port}")

    async def stop(self) -> None:
        """Store everything accepted, tell everybody, and let go of the session file."""
        ended = self.over
        await self.session.close()
        await self._gateway.close(ENDED if ended else RESTART)
