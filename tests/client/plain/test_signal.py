"""The line mode says how far the own stop signal has come, each thing once."""

from client.line_terminal import yuting
from client.screens.stage import TEACHER, Stage
from goodpath_client.changes import Change
from goodpath_client.link_state import LinkState
from goodpath_client.plain.signal import SignalTeller
from goodpath_core.play.control import EndSession
from goodpath_core.play.safety import AnswerStop, SignalStop
from town import TEACHER as TOWN_TEACHER

ON_ITS_WAY = "Your stop signal is on its way to your teacher."
NOT_TOLD = "Your teacher may not know: raise your hand, or go to them."
NOBODY = "Signal kept, no teacher at the console: raise your hand."
WAITS = "You asked to stop; only your teacher has been told."
SEEN = "Your teacher has seen your signal."


def test_each_step_is_said_once() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    teller, said = SignalTeller(stage.store), list[str]()
    stage.store.on_change(lambda change: said.extend(teller.hear(change, stage.now_ms)))
    assert said == []
    teller.give(stage.now_ms)
    stage.link.do(SignalStop())
    said += teller.due(stage.now_ms)
    stage.now_ms += 5_000
    said += teller.due(stage.now_ms)
    said += teller.due(stage.now_ms)
    stage.store.set_here((), teacher_here=False)
    stage.do(SignalStop())
    stage.store.settle("r1", stage.world.seq)
    stage.store.set_here((), teacher_here=True)
    stage.store.set_link(LinkState("reconnecting", 3, 2))
    stage.do(AnswerStop(seat=1), TEACHER)
    stage.now_ms += 60_000
    said += teller.due(stage.now_ms)
    assert said == [ON_ITS_WAY, NOT_TOLD, NOBODY, WAITS, SEEN]


def test_a_connection_that_is_gone_is_said_at_once() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    teller = SignalTeller(stage.store)
    teller.give(stage.now_ms)
    stage.link.do(SignalStop())
    assert teller.due(stage.now_ms) == [ON_ITS_WAY]
    stage.store.set_link(LinkState("reconnecting", 3, 2))
    assert teller.hear(Change("link"), stage.now_ms) == [NOT_TOLD]


async def test_a_signal_that_gets_through_is_never_said_to_be_lost() -> None:
    async with yuting() as me:
        before = len(me.printed)
        await me.type("/stop", WAITS)
        assert me.printed[before:] == [ON_ITS_WAY, WAITS]


async def test_after_the_end_a_signal_still_reaches_the_teacher() -> None:
    async with yuting() as me:
        await me.server.do(EndSession(), TOWN_TEACHER)
        await me.hear("The session is over")
        await me.type("/stop", WAITS)
        assert me.server.town.world.seats[2].stopped_ms


async def test_while_nothing_can_be_stored_the_teacher_may_not_know() -> None:
    async with yuting() as me:
        me.server.full = "The session could not be stored."
        await me.type("/stop", NOT_TOLD)
        assert not any(WAITS in line for line in me.printed)
        me.server.full = ""
        await me.hear(WAITS)
