"""A town in which the teacher takes words down: acts that are tried, and what who comes back must find."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from goodpath_core.errors import Refused
from goodpath_core.play.event import By, Command, Event
from goodpath_core.play.registry import reduce
from goodpath_core.play.seats import Observe, OpenSeat
from goodpath_core.play.sight import Viewer, scope_of, sees, visible
from goodpath_core.play.state import World
from town import SERVER, Town

PLAYED = ("1/yuting", "1/chunmei", "1/ming")
VIEWERS = (
    *(Viewer("student", seat, 1, persona) for seat, persona in enumerate(PLAYED, start=1)),
    Viewer("observer", 4, 1),
    Viewer("teacher"),
)
Act = Callable[[Town, str, int], tuple[Command, By]]
"""What somebody asks for, given a page and a number to choose by."""
Deed = tuple[Act, str, int]


def people_town(town: Town) -> Town:
    """The town with three who play and one who watches, before the start."""
    town.play(*PLAYED)
    town.do(OpenSeat(), SERVER)
    town.do(Observe(), town.seat(4))
    return town


def try_all(town: Town, deeds: Iterable[Deed]) -> None:
    """Let all this be tried; what is refused changes nothing."""
    for act, page, number in deeds:
        command, by = act(town, page, number)
        before = repr(town.world)
        try:
            town.do(command, by)
        except Refused:
            assert repr(town.world) == before


def assert_same_for_who_comes_back(town: Town, told: Sequence[Event]) -> None:
    """Whoever left at any moment and is `told` the rest has in the end what everybody sees."""
    for viewer in VIEWERS:
        heard = [
            (before, after)
            for before, after in zip(town.events, told, strict=True)
            if sees(town.world, viewer, scope_of(before))
        ]
        whole = replace(visible(town.world, viewer), seq=0)
        for left in range(0, len(heard) + 1, 4):
            copy = World(bounds=town.world.bounds)
            for at, (before, after) in enumerate(heard):
                reduce(copy, before if at < left else after)
            assert replace(copy, seq=0) == whole
