"""What could not be told to anybody is refused before it happens."""

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.debrief import ReasonsOpened
from goodpath_core.play.event import Draft, Fact
from goodpath_core.play.messages import MessagePosted
from goodpath_core.wire.weight import FACT_BYTES, must_travel

ROW = ("1/yuting", "lamp", "x" * 100)
"""116 letters, which take 120 bytes on the wire."""


@pytest.mark.parametrize(
    "fact",
    [
        MessagePosted(text="hello"),
        MessagePosted(text="x" * (FACT_BYTES - 20)),
        MessagePosted(text="雨" * (FACT_BYTES // 3 - 20)),
        ReasonsOpened(reasons=(ROW,) * (FACT_BYTES // 130)),
    ],
    ids=["a line", "a long text", "a long text of larger signs", "a long list"],
)
def test_what_fits_a_frame_may_happen(fact: Fact) -> None:
    must_travel([Draft(fact, "all")])


@pytest.mark.parametrize(
    "fact",
    [
        MessagePosted(text="x" * FACT_BYTES),
        MessagePosted(text="雨" * (FACT_BYTES // 3 + 1)),
        ReasonsOpened(reasons=(ROW,) * (FACT_BYTES // 116)),
    ],
    ids=["a text", "a text of larger signs", "a list"],
)
def test_one_fact_that_is_too_large_refuses_all_that_would_happen_with_it(fact: Fact) -> None:
    with pytest.raises(Refused) as no:
        must_travel([Draft(MessagePosted(text="hello"), "all"), Draft(fact, "all")])
    assert no.value.code == "too_large"
