"""Commands that are well formed and mean nothing: each is done or refused, and nothing falls over."""

import random
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest

from goodpath_core.play.event import Command
from goodpath_core.play.registry import COMMANDS
from goodpath_core.record import ENVELOPE, Record
from goodpath_core.wire.frames import Do
from hall import Hall
from town import scenario

pytestmark = pytest.mark.no_cover

IDS = (
    *("1/yuting", "1/ming", "1/nobody", "2/yuting", "0/fair", "1/line3", "1/kitchen", "nowhere"),
    *("private:1/ming+1/yuting", "private:1/yuting+1/ming", "private:1/ming+1/ming", "npc:lele"),
    *("private:", "private:+", "private:1/yuting+", "private:+1/yuting+1/ming", "private:1/ming+npc:lele"),
    *("page", "post:", "post:x", "post:1", "post:-1", "post:٣", "post:" + "9" * 20, "card:lamp", "card:"),
    *("lamp", "neon", "bus", "plain", "main", "evening-1", "night-1", "", "/", "1/", "/1", "\x00", "٣/x"),
    *("雨" * 40, "a\u0301" * 20, "\U000e0041", "\u202e", "{}", "'; --", "%s", "../x", "x" * 139, "\x1f"),
    *("1/ming\x1f", "1/line3\x1f", "private:1/ming\x1f+1/yuting", "private:1/ming+npc:lele\x1f", "page\x1f"),
)
NUMBERS = (0, 1, 2, 7, -1, 12, 40, 2**31, -(2**53), 2**53)
SEPARATOR = "\x1f"
RUNS = 150
COMMANDS_A_RUN = 60
HEARD_AFTER_THE_END = {"stop.signalled", "stop.answered"}


def value(rng: random.Random, kind: Any) -> object:
    """Any value of a field's type."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return value(rng, parts[0])
    if origin is Literal:
        return rng.choice(parts)
    if origin in (Union, UnionType):
        return value(rng, rng.choice([part for part in parts if part is not NoneType]))
    if origin is tuple:
        return tuple(value(rng, parts[0]) for _ in range(rng.randrange(4)))
    if kind is bool:
        return rng.random() < 0.5
    if kind is int:
        return rng.choice(NUMBERS)
    assert kind is str, kind
    return rng.choice(IDS)


def asked(rng: random.Random, command: type[Command]) -> dict[str, object]:
    """A command of a kind, some of its fields left out."""
    fields = {
        name: value(rng, field.annotation)
        for name, field in command.model_fields.items()
        if field.is_required() or rng.random() < 0.7
    }
    return {"kind": command.kind, **fields}


def envelope_of(record: Record) -> tuple[object, ...]:
    """What of a record is joined by the separator: with one inside, a border could be moved unnoticed."""
    return (*record[:ENVELOPE], record.request, record.digest)


@pytest.mark.parametrize("stage", ["lobby", "playing", "night", "debrief", "ended"])
async def test_well_formed_nonsense_is_done_or_refused(stage: str) -> None:
    rng = random.Random(stage)
    kinds = [row.command for row in COMMANDS.values() if row.command.kind != "end_session"]
    for _ in range(RUNS // 5):
        hall = Hall(of=scenario())
        guests = [await hall.student(f"1/{key}") for key in ("yuting", "chunmei", "ming")]
        guests += [await hall.student(), await hall.teacher()]
        teacher = guests[-1]
        commands = {"lobby": 0, "playing": 1, "night": 2, "debrief": 3, "ended": 3}[stage]
        for number in range(commands):
            kind = "next_phase" if number else "start_world"
            hall.session.take([(teacher.member, Do(id=f"s{number}", command={"kind": kind}))])
        if stage == "ended":
            hall.session.take([(teacher.member, Do(id="end", command={"kind": "end_session"}))])
        before = hall.session.world.seq
        for number in range(COMMANDS_A_RUN):
            guest = rng.choice(guests)
            hall.clock.at_ms += rng.choice((0, 100, 5000))
            hall.session.take([(guest.member, Do(id=f"r{number}", command=asked(rng, rng.choice(kinds))))])
        assert await hall.settle() is None
        answers = sum(len(guest.done) + len(guest.refusals) for guest in guests)
        assert answers == COMMANDS_A_RUN + len(guests) - 2 + commands + (stage == "ended")
        assert hall.session.stored.seq == hall.session.world.seq
        if stage == "ended":
            assert {kind for seq, kind in teacher.news if seq > before} <= HEARD_AFTER_THE_END
        assert [one for one in hall.log.records() if SEPARATOR in "".join(map(str, envelope_of(one)))] == []
        await hall.close()
