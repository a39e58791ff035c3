"""Leave one row for what the narrator told several cells at the same time, where all of it is read."""

from collections.abc import Iterable, Iterator
from typing import Final

from goodpath_core.play.narration import told_to_all
from goodpath_core.play.state import JournalLine, World

_TOGETHER_S: Final = 60
"""What one cell is told less than so many world seconds after another is told to both."""


def told_once(world: World, lines: Iterable[JournalLine]) -> Iterator[JournalLine]:
    """These lines in their order, without those that tell a whole cell what another was told just before."""
    first: dict[str, JournalLine] = {}
    for line in lines:
        before = first.get(line.text)
        if before is not None and _is_echo(world, line, before):
            continue
        first[line.text] = line
        yield line


def _is_echo(world: World, line: JournalLine, before: JournalLine) -> bool:
    is_other_cell = line.kind == before.kind == "narrated" and bool(before.cell) and line.cell != before.cell
    is_together = 0 <= line.world_s - before.world_s < _TOGETHER_S
    return is_other_cell and is_together and all(told_to_all(world, one.people) for one in (line, before))
