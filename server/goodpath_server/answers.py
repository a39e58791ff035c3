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
from goodpath_core.record import event_of
from goodpath_core.scenario.view import pictures_of, view
from goodpath_core.wire.codec import decode_query, encode, event_blob, pack, unpack
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
from goodpath_core.wire.limits import ASK_BURST, PART_BYTES
from goodpath_core.wire.values import view_value, world_value
from goodpath_server.keyfile import KeyFile
from goodpath_server.member import Member
from goodpath_server.outbox import websocket_frame
from goodpath_server.rates import told_wait
from goodpath_server.reception import Reception
from goodpath_server.session import Session


def _line(event: Event, gone: bool) -> bytes:
    return event_blob(event._replace(fact=wordless(event.fact)) if gone else event)


def _slow_down(member: Member) -> None:
    if not member.pace:
        return
    wait = member.pace.asks.take(asyncio.get_running_loop().time())
    if not wait and member.asked > ASK_BURST:
        wait = 1.0
    if wait:
        raise Refused("too_fast", "That was asked too fast; ask again in a moment.", told_wait(wait))


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
        reception: Reception,
        file: str = "",
        shut_down: Callable[[], object] = lambda: None,
        address: Callable[[], str] = lambda: "",
    ) -> None:
        """`reception` has the door, and closes seats; `file` is where the session is kept.

        `shut_down` lets the server stop, soon; `address` says how students reach it, empty where nobody has
        said.
        """
        self._session = session
        self._pictures = pictures
        self._keys = keys
        self._reception = reception
        self._file = file
        self._let_stop = shut_down
        self._address = address
        self._by_kind: Mapping[str, Callable[[Member, Any], Awaitable[object]]] = MappingProxyType(
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
            _slow_down(member)
            async with member.answering:
                if await member.outbox.caught_up():
                    await self._answer(member, ask)
        except Refused as no:
            _refuse(member, ask, no)
        finally:
            member.asked -= 1

    async def _answer(self, member: Member, ask: Ask) -> None:
        try:
            query = decode_query(ask.query)
            value = await self._by_kind[query.kind](member, query)
        except Refused as no:
            _refuse(member, ask, no)
            return
        except ProtocolError as fault:
            member.send(RefusedFrame(id=str(ask.id), code=fault.code, text=fault.text))
            return
        except LogError as fault:
            member.send(RefusedFrame(id=str(ask.id), code="storage_error", text=str(fault)))
            return
        data = pack(value)
        pieces = [data[i : i + PART_BYTES] for i in range(0, len(data), PART_BYTES)]
        member.outbox.catch_up(
            websocket_frame(encode(Part(id=ask.id, index=index, count=len(pieces), data=piece)))
            for index, piece in enumerate(pieces)
        )

    async def _state(self, member: Member, query: AskState) -> object:
        return world_value(visible(self._session.stored, member.viewer))

    async def _scenario(self, member: Member, query: AskScenario) -> object:
        return view_value(view(self._session.scenario, member.viewer))

    async def _history(self, member: Member, query: AskHistory) -> object:
        session = self._session
        if not may_read_room(session.stored, member.viewer, query.room):
            raise no_such_chat_for_you()
        numbers = session.archive.numbers(query.room, query.before, query.limit)
        records = await asyncio.to_thread(session.log.read, numbers)
        gone = session.archive.gone
        blobs = [_line(event_of(record), record.seq in gone) for record in records]
        blobs += [gone[record.seq] for record in records if record.seq in gone]
        return tuple(map(unpack, blobs))

    async def _edits(self, member: Member, query: AskEdits) -> object:
        _must_teach(member)
        session = self._session
        numbers = session.archive.edits.numbers(query.page, query.before, query.limit)
        records = await asyncio.to_thread(session.log.read, numbers)
        # What is gone is asked for once nothing waits any more, so that nothing removed meanwhile is sent.
        events = [session.archive.edits.still_said(event_of(record)) for record in records]
        return tuple(unpack(event_blob(event)) for event in events)

    async def _picture(self, member: Member, query: AskPicture) -> object:
        named = pictures_of(view(self._session.scenario, member.viewer))
        found = self._pictures.get(query.file) if query.file in named else None
        if found is None:
            raise Refused("no_such_picture", "The scenario has no such picture.")
        return found

    async def _seats(self, member: Member, query: AskSeats) -> object:
        _must_teach(member)
        session = self._session
        return tuple(
            {
                "seat": seat.number,
                "name": self._keys.names.get(seat.number, ""),
                "cell": seat.cell,
                "persona": seat.persona,
                "role": seat.role,
                "robot": seat.robot,
                "here": seat.here,
                "stopped": seat.stopped,
                "last_act_ms": act.wall_ms,
                "last_act_played_ms": act.played_ms,
                "last_did": act.did,
            }
            for seat in session.stored.seats.values()
            for act in (session.last_acts.of(seat.number),)
            if not seat.closed
        )

    async def _turn_key(self, member: Member, query: AskDoor) -> object:
        _must_teach(member)
        guessing = await self._reception.turn_key(query.turn)
        door = self._reception.door
        return {
            "code": door.code,
            "locked": door.locked,
            "guesses": guessing.guesses,
            "guesses_from": guessing.address,
            "holds": guessing.holds,
            "address": self._address(),
        }

    async def _reset_seat(self, member: Member, query: AskReset) -> object:
        _must_teach(member)
        seat = self._session.stored.seats.get(query.seat)
        if seat is None or seat.closed:
            raise no_such_seat()
        await self._reception.reset(query.seat)
        return {"seat": query.seat}

    async def _name_file(self, member: Member, query: AskFile) -> object:
        _must_teach(member)
        return {"file": self._file}

    async def _shut_down(self, member: Member, query: AskShutDown) -> object:
        _must_teach(member)
        if self._session.stored.session.stage != "ended":
            raise Refused("not_over", "The session is not over; end it before its server is stopped.")
        self._let_stop()
        return {}
