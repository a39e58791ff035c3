"""One session and its one writer: it alone decides, numbers and appends; then it tells who may know.

1. `world` is what has been decided; `stored` is what is on disk. Only `stored` is ever shown to anybody.
2. Whatever one turn of the loop has read is one batch; one batch is one commit; then `done` and `news` leave.
3. If a batch cannot be stored, nobody hears of it: `world` goes back to `stored`.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from goodpath_core.errors import LogError, ProtocolError, Refused
from goodpath_core.play.clock import all_played_ms
from goodpath_core.play.event import By, Command, Draft, Now
from goodpath_core.play.registry import decide, reduce, stamp
from goodpath_core.play.script import SCRIPT, UNTIMED, armed_by, due, next_due
from goodpath_core.play.seats import MarkHere
from goodpath_core.play.state import World
from goodpath_core.scenario.value import Scenario
from goodpath_core.wire.codec import decode_command
from goodpath_core.wire.frames import Do, RefusedFrame
from goodpath_core.wire.weight import must_travel
from goodpath_server.alarm import Alarm
from goodpath_server.archive import Archive, kept_of
from goodpath_server.audience import NO_CELL, Audience
from goodpath_server.batch import Batch, Waiter
from goodpath_server.beginning import Beginning
from goodpath_server.clock import Clock
from goodpath_server.committer import Committer
from goodpath_server.delivery import Receipt, deliver
from goodpath_server.eyes import who_asks
from goodpath_server.last_acts import LastActs
from goodpath_server.log.port import Entry, Log
from goodpath_server.member import Member
from goodpath_server.other_eyes import changed_by, stretches
from goodpath_server.own_faults import AGAIN_MS, OWN_FAULT, note_fault, own_copy, remade
from goodpath_server.rates import told_wait
from goodpath_server.requests import Requests, digest_of
from goodpath_server.retry import Retry
from goodpath_server.taking_up import fold_log
from goodpath_server.unstored import not_stored

SERVER = By("server", "server")
LAST_STAGES = ("debrief", "ended")
"""Where the class is over: now its file is looked at and copied."""
CLOSING_S = 1.5
"""Seconds that a session which ends waits for another program to let go of its log."""
STORAGE_RETRY_S = 2.0
"""Seconds after which to try again when nothing could be stored."""
STOPPING = Refused("stopping", "The server is stopping; your line is kept and goes out when it is back.")
STOPPED = Refused("stopping", "The server is stopping, so nothing was done; do it again when it is back.")
"""What a teacher is told instead, whose key must not act later; and whatever the server itself asks for."""


class Session:
    """A running session; all its methods are called in one event loop and none of them waits."""

    def __init__(
        self,
        scenario: Scenario,
        log: Log,
        clock: Clock,
        dice: Callable[[], float],
        changed: Callable[[int], object],
        retry_s: float = STORAGE_RETRY_S,
    ) -> None:
        """`retry_s` is how many real seconds somebody is to wait whose line could not be stored.

        `changed` is told the cell in which a seat sees with other eyes from now on, and NO_CELL when the log
        takes nothing any more, when for another reason, and when it does again.
        """
        self.scenario = scenario
        self.log = log
        self.clock = clock
        self.audience = Audience()
        self.archive = Archive()
        self.stored = World(scenario=scenario)
        self.name = log.meta().get("session", "")
        """The session's own name, told in every welcome."""
        self.stopping = False
        self.last_acts = LastActs()
        self._dice = dice
        self._changed = changed
        self.requests = Requests()
        """What has happened since somebody asked for it, also before the server began."""
        self._loop = asyncio.get_running_loop()
        self.retry = Retry(retry_s, self._go_on, self._loop)
        """Says when a log that took nothing is left alone, and has it tried again."""
        self._turn = Batch()
        self._flying: Batch | None = None
        self._scheduled = False
        self._alarm = Alarm(clock, self._ring, self._loop)
        # Before anything else happens: a log that is not whole is not gone on with.
        self.archive.take_up(fold_log(log, self.stored, self.requests))
        self._beginning = Beginning.after(log, self.stored.seq)
        self.world = own_copy(self.stored)
        # A machine whose clock was set back would let the world stand until it has caught up.
        clock.begin_no_earlier(self._beginning.last_ms)
        self._committer = Committer(log, self._loop)

    def open(self, drafts: Sequence[Draft], pauses: bool = False) -> None:
        """Begin: with the first events if the log is empty, else where it breaks off.

        Whoever was marked as here is not any more. `pauses` says that a world that was running waits for its
        teacher.
        """
        self._beginning = replace(self._beginning, opening=drafts, pauses=pauses)
        self._go_on()

    def _begin(self, now: Now) -> None:
        """Let happen what comes before anything else, unless it has."""
        if self._beginning.is_owed(self.world):
            author = SERVER.author if self.world.seq else SCRIPT
            self.happen(self._beginning.drafts(self.world, now), author, now)
            self._schedule()

    def _go_on(self) -> None:
        """Begin, mark who is here and who is not as it truly is, and wait for what the script does next.

        A log that took nothing is asked whether it would, if there is nothing to be stored.
        """
        if self.stopping:
            return
        self._begin(self.now())
        for seat in list(self.world.seats.values()):
            here = self.audience.seat(seat.number) is not None
            if seat.here != here:
                self.command(MarkHere(seat=seat.number, here=here), SERVER)
        self._set_alarm()
        if self.retry.fault and not self._turn.entries and self._flying is None:
            self._flying = Batch()
            self._committer.prove(self._landed)

    def now(self) -> Now:
        """The moment of a decision."""
        return Now(self.clock.now_ms(), self._dice(), self.archive)

    def take(self, asked: Sequence[tuple[Member, Do]]) -> None:
        """Members ask for things to happen, all that one turn of the loop has read, in its order.

        Each is answered once it is stored, or refused at once.
        """
        self._decide_all(asked)
        if asked and not self._scheduled and self._flying is None:
            self._flush()

    def _decide_all(self, asked: Sequence[tuple[Member, Do]]) -> None:
        """Decide one after the other; what needs no state is done for all before."""
        read = [(digest_of(do.command), _understood(do)) for _, do in asked]
        receipts = self._turn.receipts
        for (member, do), (digest, command) in zip(asked, read, strict=True):
            try:
                receipts.append(Receipt(member, do.id, self._decide(member, do, command, digest)))
            except ProtocolError as fault:
                member.send(RefusedFrame(id=do.id, code=fault.code, text=fault.text))
            except Refused as no:
                member.send(_answer(do.id, no))
            except Exception:  # whatever it was, everybody else of this turn is heard
                note_fault("where somebody asked for something")
                member.send(_answer(do.id, OWN_FAULT))

    def _decide(self, member: Member, do: Do, command: Command | ProtocolError, digest: str) -> int:
        """Number of the first event of a request, whether it happens now or was heard before."""
        now = self.now()
        self._take_turn(member, now)
        author, request = member.author, do.id
        seq = self.requests.find(author, request, digest)
        if seq:
            return seq
        if isinstance(command, ProtocolError):
            raise command
        drafts = decide(self.world, command, who_asks(self.world, member, do.persona), now)
        seq = self.happen(drafts, author, now, request, digest)
        if member.viewer.seat:
            self.last_acts.note_done(member.viewer.seat, drafts)
        self.requests.keep(author, request, seq, digest)
        return seq

    def _take_turn(self, member: Member, now: Now) -> None:
        if self.stopping:
            raise STOPPED if member.viewer.role == "teacher" else STOPPING
        if self.retry.fault:
            if self.retry.is_resting:
                raise not_stored(member.viewer.role, self.retry)
            self._begin(now)
        if member.viewer.seat:
            played_ms = all_played_ms(self.world.clock, now.wall_ms)
            self.last_acts.note_asked(member.viewer.seat, now.wall_ms, played_ms)
        wait = member.pace.commands.take(self._loop.time()) if member.pace else 0.0
        if wait:
            raise Refused("too_fast", "That was too fast; it is sent again in a moment.", told_wait(wait))

    def command(self, command: Command, by: By) -> int:
        """Something the server itself asks for; returns the number of its first event, or raises Refused.

        Nothing more can be stored once the session is stopping: all is refused then.
        """
        if self.stopping:
            raise STOPPED
        now = self.now()
        self._begin(now)
        first = self.happen(decide(self.world, command, by, now), by.author, now)
        self._schedule()
        return first

    def when_stored(self, waiter: Waiter) -> None:
        """Call back once everything decided so far is stored."""
        self._turn.waiters.append(waiter)
        self._schedule()

    def happen(
        self, drafts: Sequence[Draft], author: str, now: Now, request: str = "", digest: str = ""
    ) -> int:
        """Let things happen, and what they set off; returns the number of the first event.

        Whoever calls this sees to it that they are stored. Where it fails, nothing has changed: Refused if
        one of them is so large that it could never be told.
        """
        must_travel(drafts)
        known = len(self._turn.entries)
        world = self.world
        first = world.seq + 1
        try:
            for draft in drafts:
                event = stamp(world, draft, author, now)
                reduce(world, event)
                self._turn.entries.append(Entry(event, request, digest))
                request = digest = ""
                armed = armed_by(world, event)
                if armed:
                    self.happen(armed, SCRIPT, now)
        except Exception:
            del self._turn.entries[known:]
            self.world = remade(self.stored, self._flying, self._turn)
            raise
        return first

    def _schedule(self) -> None:
        if not self._scheduled and self._flying is None:
            self._scheduled = True
            self._loop.call_soon(self._flush)

    def _flush(self) -> None:
        """Hand on what was decided, unless it is on its way by now."""
        self._scheduled = False
        if self._flying is not None:
            return
        batch, self._turn = self._turn, Batch()
        if batch.entries:
            self._flying = batch
            self._committer.store(batch.entries, self._landed)
        else:
            self._finish(batch)

    def _landed(self, fault: LogError | None) -> None:
        batch, self._flying = self._flying, None
        if batch is None:
            return
        if (fault or self.retry.fault) and self.retry.heard(fault):
            self._changed(NO_CELL)
        if fault:
            self._take_back(batch, fault)
        else:
            before = self.stored.session.stage
            self._finish(batch)
            if before != self.stored.session.stage in LAST_STAGES:
                self._committer.settle()
        if self._turn.entries or self._turn.receipts or self._turn.waiters:
            # A timer of no time rings behind what can be read by now, which so joins the same commit.
            self._loop.call_later(0, self._schedule)
        if not fault and any(entry.event.fact.kind not in UNTIMED for entry in batch.entries):
            self._set_alarm()

    def _finish(self, batch: Batch) -> None:
        """What is stored is so for everybody, and is told."""
        stored = [entry.event for entry in batch.entries]
        for events, receipts in stretches(stored, batch.receipts):
            for event in events:
                reduce(self.stored, event)
            told = [kept_of(event) for event in events]
            for event, kept in zip(events, told, strict=True):
                self.archive.add(event, kept)
            change = changed_by(events)
            if change:
                self.audience.change_eyes(*change)
                self._changed(events[0].cell)
            deliver(self.stored, self.audience, told, receipts)
        for waiter in batch.waiters:
            waiter(None)

    def _take_back(self, batch: Batch, fault: LogError) -> None:
        """Nothing of this batch, nor of what was decided after it, has happened."""
        failed, self._turn = [batch, self._turn], Batch()
        self._beginning = self._beginning.broken_off(self.stored, batch.entries)
        self.world = own_copy(self.stored)
        self.requests.drop_after(self.stored.seq)
        for lost in failed:
            for member, request, seq in lost.receipts:
                if seq > self.stored.seq:
                    member.send(_answer(request, not_stored(member.viewer.role, self.retry)))
                else:
                    self._turn.receipts.append(Receipt(member, request, seq))
            for waiter in lost.waiters:
                waiter(fault)
        self._set_alarm()

    def _set_alarm(self) -> None:
        """Wake up when the script has something to do and it can be stored."""
        waits = self.stopping or self.retry.is_resting
        self._alarm.set(None if waits else next_due(self.world))

    def _ring(self) -> None:
        now, before = self.now(), self.world.seq
        try:
            self._begin(now)
            while drafts := due(self.world, now):
                self.happen(drafts, SCRIPT, now)
        except Exception:  # whatever it was, the script goes on once it can
            note_fault("in the script")
            self.world = remade(self.stored, self._flying, self._turn)
            self._alarm.set(now.wall_ms + AGAIN_MS)
        else:
            if self.world.seq == before:
                self._set_alarm()
        if self.world.seq > before:
            self._schedule()

    async def close(self) -> None:
        """Refuse what comes from now on, store everything accepted, and let go of the log.

        Nobody is here any more, and that is the last that is stored: taken up again, a session that is over
        would else grow by it, and its last hash would not be the one that was told.
        """
        self.log.hurry(CLOSING_S)
        for seat in list(self.world.seats.values()):
            if seat.here:
                self.command(MarkHere(seat=seat.number, here=False), SERVER)
        self.stopping = True
        self._set_alarm()
        done: asyncio.Future[None] = self._loop.create_future()
        self.when_stored(lambda fault: done.set_result(None))
        await done
        await self._committer.close()
        # Whoever is here is listened to meanwhile: a disk may be slow.
        await asyncio.to_thread(self.log.close)


def _understood(do: Do) -> Command | ProtocolError:
    """The command in a request, or why there is none."""
    try:
        return decode_command(do.command)
    except ProtocolError as fault:
        return fault


def _answer(request: str, no: Refused) -> RefusedFrame:
    return RefusedFrame(id=request, code=no.code, text=no.text, retry_after=no.retry_after)
