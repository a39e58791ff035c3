"""What is possible on every screen: above all, that the stop signal tells the truth about who knows."""

import pytest

from client.screens.stage import Stage, settle, told
from goodpath_client.link_state import LinkState
from goodpath_core.play.safety import SignalStop

TOLD = "Your teacher has been told, and nobody else."
NOT_TOLD = "There is no connection: your teacher does not know yet. Raise your hand, or go to them."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (LinkState("connected"), TOLD),
        (LinkState("catching_up", waiting=3), TOLD),
        (LinkState("reconnecting", 3, 2), NOT_TOLD),
        (LinkState("connecting"), NOT_TOLD),
        (LinkState("closed", text="Somebody opened your seat elsewhere."), NOT_TOLD),
    ],
    ids=lambda value: value.kind if isinstance(value, LinkState) else "",
)
async def test_a_stop_signal_says_whether_the_teacher_knows(state: LinkState, said: str) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        stage.store.set_link(state)
        await pilot.press("f9", "f9")
        await settle(pilot)
        assert told(app) == [said]
    assert stage.link.commands == [SignalStop()]
