"""Questions and their answers, joined from parts."""

import pytest

from goodpath_client.asks import AskBook
from goodpath_core.errors import ProtocolError
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.wire.codec import pack
from goodpath_core.wire.frames import AskState, Part
from goodpath_core.wire.limits import ANSWER_BYTES, PART_BYTES
from goodpath_core.wire.values import world_from, world_value
from hostile_class import full_world


def parts(number: int, data: bytes) -> list[Part]:
    pieces = [data[i : i + PART_BYTES] for i in range(0, len(data), PART_BYTES)]
    return [Part(id=number, index=i, count=len(pieces), data=piece) for i, piece in enumerate(pieces)]


async def test_the_teacher_of_a_class_that_fills_everything_is_told_the_whole_state() -> None:
    world, book = full_world(), AskBook()
    one = book.add(AskState())

    for part in parts(one.ask.id, pack(world_value(visible(world, Viewer("teacher"))))):
        book.take(part)

    assert world_from(await one.answer) == world


async def test_an_answer_without_end_is_not_kept() -> None:
    book = AskBook()
    one = book.add(AskState())
    data = bytes(PART_BYTES)
    fit = ANSWER_BYTES // PART_BYTES
    for index in range(fit):
        book.take(Part(id=one.ask.id, index=index, count=fit + 1, data=data))
    book.take(Part(id=one.ask.id, index=0, count=fit + 1, data=data))
    with pytest.raises(ProtocolError) as fault:
        book.take(Part(id=one.ask.id, index=fit, count=fit + 1, data=data))
    assert fault.value.code == "too_big"
