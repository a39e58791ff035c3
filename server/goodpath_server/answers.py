"""Answers to what members ask for: state, scenario, history, pictures, the teacher's seats and door."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from goodpath_core.errors import LogError, ProtocolError, Refused
from goodpath_core.play.event import Event
from goodpath_core.play.messages import wordless
from goodpath_core.play.refusals import no_such_chat_for_you, no_such_seat
from goodpath_core.play.sight import may_read_room, visible
from goodpath_core.scenario.view import pictures_of, view
from goodpath_core.wire.codec import array_of, decode_query, encode, pack
from goodpath_core.wire.frames import (
    Ask,
    AskDoor,
    AskEdits,
    AskFile,
    AskHistory,
    AskPicture,
    AskReset,
    AskScenario,
    AskSeats,
    AskShutDown,
    AskState,
    Part,
    RefusedFrame,
)
from goodpath_core.wire.limits import ASK_BURST, ASK_STEP, PART_BYTES
from goodpath_core.wire.values import view_value, world_value
from goodpath_server.doorkeeper import Doorkeeper
from goodpath_server.keyfile import KeyFile
from goodpath_server.member import Member
from goodpath_server.outbox import websocket_frame
from goodpath_server.own_faults import OWN_FAULT, note_fault
from goodpath_server.rates import told_wait
from goodpath_server.readout import read_out
from goodpath_server.session import Session
from goodpath_server.unstored import not_answered


def _must_not_pile_up(member: Member) -> None:
    if member.pace and member.asked > ASK_BURST:
        raise _too_fast(1.0)


def _take_turn(member: Member) -> None:
    """Count a question. It is when its turn has come: by then is known how large the answers before were."""
    wait = member.pace.asks.take(asyncio.get_running_loop().time()) if member.pace else 0.0
    if wait:
        raise _too_fast(wait)


def _count_size(member: Member, size: int) -> None:
    """Let who asks for much wait longer for the next; an answer that is made is given."""
    if member.pace:
        member.pace.asks.spend(asyncio.get_running_loop().time(), size // ASK_STEP)


def _too_fast(wait_s: float) -> Refused:
    return Refused("too_fast", "That was asked too fast; ask again in a moment.", told_wait(wait_s))


def _refuse(member: Member, ask: Ask, no: Refused) -> None:
    member.send(RefusedFrame(id=str(ask.id), code=no.code, text=no.text, retry_after=no.retry_after))


def _must_teach(member: Member) -> None:
    if member.viewer.role != "teacher":
        raise Refused("not_allowed", "That is not yours to read in this session.")


class Answers:
    """Answers queries; what a seat may not know it is told as if it did not exist."""

    def __init__(
        self,
        session: Session,
        pictures: Mapping[str, bytes],
        keys: KeyFile,
        doorkeeper: Doorkeeper,
        *,
        file: str,
        shut_down: Callable[[], object],
        address: Callable[[], str],
    ) -> None:
        """`doorkeeper` has the door, and closes seats; `file` is where the session is kept, empty where
        it is in memory.

        `shut_down` lets the server stop, soon; `address` says how students reach it, empty where nobody has
        said.
        """
        self._session = session
        self._pictures = pictures
        self._keys = keys
        self._doorkeeper = doorkeeper
        self._file = file
        self._let_stop = shut_down
        self._address = address
        self._by_kind: Mapping[str, Callable[[Member, Any], Awaitable[bytes]]] = MappingProxyType(
            {
                AskState.kind: self._state,
                AskScenario.kind: self._scenario,
                AskHistory.kind: self._history,
                AskEdits.kind: self._edits,
                AskPicture.kind: self._picture,
                AskSeats.kind: self._seats,
                AskDoor.kind: self._turn_key,
                AskReset.kind: self._reset_seat,
                AskFile.kind: self._name_file,
                AskShutDown.kind: self._shut_down,
            }
        )

    async def answer(self, member: Member, ask: Ask) -> None:
        """Send the answer in parts, or a refusal with the ask's number as its id.

        One after the other for each member: the next answer is made when the one before is on its way.
        """
        member.asked += 1
        try:
            _must_not_pile_up(member)
            async with member.answering:
                if await member.outbox.caught_up():
                    _take_turn(member)
                    await self._answer(member, ask)
        except Refused as no:
            _refuse(member, ask, no)
        except Exception:  # whatever it was, nobody waits for an answer that never comes
            note_fault("where somebody asked a question")
            _refuse(member, ask, OWN_FAULT)
        finally:
            member.asked -= 1

    async def _answer(self, member: Member, ask: Ask) -> None:
        try:
            query = decode_query(ask.query)
            data = await self._by_kind[query.kind](member, query)
        except Refused as no:
            _refuse(member, ask, no)
            return
        except ProtocolError as fault:
            member.send(RefusedFrame(id=str(ask.id), code=fault.code, text=fault.text))
            return
        except LogError as fault:
            _refuse(member, ask, not_answered(member.viewer.role, fault))
            return
        _count_size(member, len(data))
        pieces = [data[i : i + PART_BYTES] for i in range(0, len(data), PART_BYTES)]
        member.outbox.catch_up(
            websocket_frame(encode(Part(id=ask.id, index=index, count=len(pieces), data=piece)))
            for index, piece in enumerate(pieces)
        )

    async def _state(self, member: Member, query: AskState) -> bytes:
        return pack(world_value(visible(self._session.stored, member.viewer)))

    async def _scenario(self, member: Member, query: AskScenario) -> bytes:
        return pack(view_value(view(self._session.scenario, member.viewer)))

    async def _history(self, member: Member, query: AskHistory) -> bytes:
        session = self._session
        if not may_read_room(session.stored, member.viewer, query.room):
            raise no_such_chat_for_you()
        numbers = session.archive.numbers(query.room, query.before, query.limit)
        gone = session.archive.gone

        def still_said(line: Event) -> Event:
            return line._replace(fact=wordless(line.fact)) if line.seq in gone else line

        blobs = await read_out(session.log, numbers, still_said)
        return array_of(blobs + [gone[seq] for seq in numbers if seq in gone])

    async def _edits(self, member: Member, query: AskEdits) -> bytes:
        _must_teach(member)
        session = self._session
        numbers = session.archive.edits.numbers(query.page, query.before, query.limit)
        return array_of(await read_out(session.log, numbers, session.archive.edits.still_said))

    async def _picture(self, member: Member, query: AskPicture) -> bytes:
        named = pictures_of(view(self._session.scenario, member.viewer))
        found = self._pictures.get(query.file) if query.file in named else None
        if found is None:
            raise Refused("no_such_picture", "The scenario has no such picture.")
        return pack(found)

    async def _seats(self, member: Member, query: AskSeats) -> bytes:
        _must_teach(member)
        session = self._session
        rows = tuple(
            {
                "seat": seat.number,
                "name": self._keys.names.get(seat.number, ""),
                "cell": seat.cell,
                "persona": seat.persona,
                "role": seat.role,
                "robot": seat.robot,
                "here": seat.here,
                "stopped": bool(seat.stopped_ms),
                "last_act_ms": act.wall_ms,
                "last_act_played_ms": act.played_ms,
                "last_did": act.did,
            }
            for seat in session.stored.seats.values()
            for act in (session.last_acts.of(seat.number),)
            if not seat.closed
        )
        return pack(rows)

    async def _turn_key(self, member: Member, query: AskDoor) -> bytes:
        _must_teach(member)
        guessing = await self._doorkeeper.turn_key(query.turn)
        door = self._doorkeeper.door
        told = {
            "code": door.code,
            "locked": door.locked,
            "guesses": guessing.guesses,
            "guesses_from": guessing.address,
            "holds": guessing.holds,
            "address": self._address(),
        }
        return pack(told)

    async def _reset_seat(self, member: Member, query: AskReset) -> bytes:
        _must_teach(member)
        seat = self._session.stored.seats.get(query.seat)
        if seat is None or seat.closed:
            raise no_such_seat()
        await self._doorkeeper.reset(query.seat)
        return pack({"seat": query.seat})

    async def _name_file(self, member: Member, query: AskFile) -> bytes:
        _must_teach(member)
        return pack({"file": self._file})

    async def _shut_down(self, member: Member, query: AskShutDown) -> bytes:
        _must_teach(member)
        if self._session.stored.session.stage != "ended":
            raise Refused("not_over", "The session is not over; end it before its server is stopped.")
        self._let_stop()
        return pack({})
