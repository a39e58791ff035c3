"""Coming back: to what the teacher did meanwhile, and to a seat whose old terminal is dead."""

from pathlib import Path

from soaks.returns import returns
from soaks.takeovers import takeovers


async def test_whoever_was_away_comes_back_to_the_right_phase_pause_and_persona(tmp_path: Path) -> None:
    assert (await returns(tmp_path, times=12)).faults == []


async def test_a_seat_is_taken_over_at_once_even_from_a_terminal_that_reads_nothing(tmp_path: Path) -> None:
    assert (await takeovers(tmp_path, times=20)).faults == []
