"""Evenings of chance, in every stage of a session: what there is for a paper to be true of."""

from collections.abc import Callable
from random import Random

from goodpath_core.play.absence import take_up
from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.control import NextPhase
from random_play import MOVES, Step, take, two_cells
from town import TEACHER, Town

STEPS = 200
SELDOM = {
    "pause_world": 20,
    "next_phase": 40,
    "shorten_phase": 40,
    "end_session": 40,
    "observe": 6,
    "close_seat": 20,
    "hand_over": 4,
}
"""Kind of command -> of so many one is tried."""
TIGHT = Bounds(3, 200, 150, 2, 1, 2, 1, 2, 1, 1)
"""So little is kept that something leaves the state all the time."""


def step(town: Town, dice: Random) -> Step:
    """Something that somebody tries; seldom what ends or stops something."""
    numbers = (dice.randrange(64), dice.choice((0, 1, 3)), 0.5, dice.randrange(41), dice.randrange(41))
    tried = Step(dice.randrange(len(MOVES)), *numbers)
    kind = MOVES[tried.move](town, tried.one, tried.two).kind
    return step(town, dice) if kind in SELDOM and dice.randrange(SELDOM[kind]) else tried


def evening(seed: int, follow: Callable[[Town], object] = lambda town: None) -> Town:
    """A town after two cells did whatever came to their minds; `follow` looks at it after each step."""
    dice = Random(seed)
    town = two_cells(bounds_of(seed))
    for _ in range(3):
        for _ in range(STEPS):
            if town.world.session.stage == "playing":
                take(town, step(town, dice))
                follow(town)
        for draft in take_up(town.world, town.wall_ms, town.now):
            town.apply(draft, "server")
        if town.world.session.stage == "playing":
            town.do(NextPhase(), TEACHER)
        follow(town)
    for _ in range(STEPS):
        take(town, step(town, dice))
        follow(town)
    return town


def bounds_of(seed: int) -> Bounds:
    """Every second evening leaves almost nothing in the state."""
    return TIGHT if seed % 2 else CLASS
