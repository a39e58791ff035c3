"""A fault of the server's own costs nobody but who met it, and stops nothing."""

import pytest

from goodpath_core.play.messages import PostMessage
from goodpath_core.wire.codec import command_value
from goodpath_core.wire.frames import Do
from goodpath_server.own_faults import AGAIN_MS, OWN_FAULT
from hall import Guest, Hall, until


def line(request: str, text: str) -> Do:
    return Do(id=request, command=command_value(PostMessage(room="1/line3", text=text)))


def lines_of(hall: Hall) -> list[str]:
    return [said.text for said in hall.session.stored.rooms["1/line3"].messages]


async def playing() -> tuple[Hall, Guest, Guest]:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    return hall, one, other


async def test_who_meets_a_fault_is_told_and_all_others_of_the_turn_are_heard(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hall, one, other = await playing()
    # A world that is not whole, as a fault in the rules would leave it.
    del hall.session.world.persons["1/yuting"]

    hall.session.take(
        [
            (other.member, line("a", "first")),
            (one.member, line("b", "lost")),
            (other.member, line("c", "third")),
        ]
    )
    await hall.settle()

    assert one.refusals == [("b", OWN_FAULT.code)]
    assert [request for request, _ in other.done[-2:]] == ["a", "c"]
    assert lines_of(hall) == ["first", "third"]
    assert "where somebody asked for something" in caplog.text and "KeyError" in caplog.text
    await hall.close()


async def test_what_failed_half_way_has_not_happened_and_may_be_asked_for_again() -> None:
    hall, one, other = await playing()
    # Deciding does not look at the bounds of a room, adding the line to it does.
    hall.session.world.bounds = None  # type: ignore[assignment]

    hall.session.take([(one.member, line("a", "first"))])
    hall.session.take([(one.member, line("a", "first")), (other.member, line("b", "second"))])
    await hall.settle()

    assert one.refusals == [("a", OWN_FAULT.code)]
    assert lines_of(hall) == ["first", "second"]
    assert hall.session.world == hall.session.stored
    await hall.close()


async def test_a_fault_while_others_are_on_their_way_to_the_disk_takes_nothing_of_theirs() -> None:
    hall, one, other = await playing()

    hall.session.take([(other.member, line("a", "on its way"))])
    hall.session.take([(other.member, line("b", "behind it"))])
    hall.session.world.bounds = None  # type: ignore[assignment]
    hall.session.take([(one.member, line("c", "lost")), (other.member, line("d", "last"))])
    await hall.settle()

    assert one.refusals == [("c", OWN_FAULT.code)]
    assert lines_of(hall) == ["on its way", "behind it", "last"]
    assert hall.session.world == hall.session.stored
    await hall.close()


async def test_a_script_that_met_a_fault_goes_on() -> None:
    hall, one, _ = await playing()
    hall.session.world.phase = None  # type: ignore[assignment]

    hall.clock.at_ms += 400_000
    hall.session._ring()
    await hall.do(one, "a", PostMessage(room="1/line3", text="while it waits"))
    assert lines_of(hall)[-1:] == ["while it waits"]

    hall.clock.at_ms += AGAIN_MS
    hall.session._ring()
    await until(lambda: hall.session.stored.session.stage == "debrief")
    await hall.close()
