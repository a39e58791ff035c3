"""What must be reached: each goal, held against the figures of one run of all peers."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from bench.peers import BROADCAST, GOODPATH, NODE_WS, RAWC

Results = Mapping[tuple[str, str], Mapping[str, float]]
"""(work, peer) -> figures."""
Compare = Callable[[float, float], float]
"""(goodpath's figure, the other peer's) -> the value that is held against the goal."""


class Goal(NamedTuple):
    """One goal."""

    work: str
    """Name of the work in which it is measured, such as `w1max`."""
    figure: str
    """Name of the figure of that work."""
    compare: str
    """Name of a comparison."""
    peer: str
    """Name of the peer that goodpath is held against; goodpath itself where nobody is."""
    bound: float
    """What the comparison must reach or may not pass."""
    at_least: bool
    """Whether more is better, so that the bound is the least; else it is the most."""
    text: str
    """Figure, unit and peer in few words, for the table."""


class Verdict(NamedTuple):
    """A goal and what came out."""

    goal: Goal
    """What was to be reached."""
    value: float | None
    """None where it could not be measured."""

    @property
    def word(self) -> str:
        """Met, not met, or not measured."""
        if self.value is None:
            return "not measured"
        met = self.value >= self.goal.bound if self.goal.at_least else self.value <= self.goal.bound
        return "met" if met else "NOT MET"


COMPARISONS: Mapping[str, Compare] = MappingProxyType(
    {
        "ratio": lambda ours, theirs: ours / theirs if theirs else float("inf"),
        "difference": lambda ours, theirs: ours - theirs,
        "itself": lambda ours, theirs: ours,
    }
)

EACH_ONCE = ("w1fix", "w2", "w3", "stress")
"""Works whose times are of the lines that came alone; it is asked besides that each came, and came once."""

GOALS: Sequence[Goal] = (
    Goal("w1max", "deliveries_per_s", "ratio", RAWC, 3.5, True, "deliveries/s, x rawc"),
    Goal("w1max", "deliveries_per_s", "ratio", BROADCAST, 7.0, True, "deliveries/s, x broadcast"),
    *(Goal(work, "lost", "itself", GOODPATH, 0.0, False, "lines lost") for work in EACH_ONCE),
    *(Goal(work, "doubled", "itself", GOODPATH, 0.0, False, "lines doubled") for work in EACH_ONCE),
    Goal("w1fix", "p50_ms", "difference", RAWC, 1.5, False, "p50 ms above rawc"),
    Goal("w1fix", "p99_ms", "itself", GOODPATH, 10.0, False, "p99 ms"),
    Goal("w1fix", "cpu_s_per_million", "ratio", RAWC, 3.0, False, "CPU, x rawc"),
    Goal("w2", "cpu_s_per_million", "ratio", RAWC, 2.5, False, "CPU, x rawc"),
    Goal("w2", "kib_per_connection", "itself", GOODPATH, 20.0, False, "KiB per connection"),
    Goal("w3", "cpu_s_per_million", "ratio", RAWC, 1.5, False, "CPU, x rawc"),
    Goal("w3", "p99_ms", "itself", GOODPATH, 20.0, False, "p99 ms"),
    Goal("w4", "all_live_s", "ratio", RAWC, 12.0, False, "all live, x rawc"),
    Goal("w4", "all_live_s", "ratio", NODE_WS, 0.7, False, "all live, x node-ws"),
    Goal("stress", "p999_ms", "itself", GOODPATH, 100.0, False, "p99.9 ms, three frozen"),
    Goal("one", "message_us", "itself", GOODPATH, 60.0, False, "CPU us, decide to queued"),
    Goal("cold", "cold_s", "itself", GOODPATH, 2.0, False, "start on 100,000 records, s"),
    Goal("bombs", "max_ms", "itself", GOODPATH, 200.0, False, "ms to refuse a hostile file"),
    Goal("bombs", "first_ms", "itself", GOODPATH, 200.0, False, "ms to refuse it the first time"),
    Goal("rehearsal", "rehearsal_s", "itself", GOODPATH, 20.0, False, "12 robots, whole scenario, s"),
    Goal("terminal", "first_screen_s", "itself", GOODPATH, 1.0, False, "client's first screen, s"),
    Goal("terminal", "echo_p95_ms", "itself", GOODPATH, 30.0, False, "key to letter p95 ms, 50 lines/s"),
    Goal("client", "append_p95_ms", "itself", GOODPATH, 30.0, False, "client append p95 ms"),
    Goal("client", "memory_mb", "itself", GOODPATH, 150.0, False, "client MB for 10,000 lines"),
    Goal(
        "client", "app_resident_mb", "itself", GOODPATH, 150.0, False, "MB of the whole client, 10,000 lines"
    ),
)


def judge(goal: Goal, results: Results) -> Verdict:
    """Hold a goal against what was measured."""
    ours = results.get((goal.work, GOODPATH), {}).get(goal.figure)
    theirs = results.get((goal.work, goal.peer), {}).get(goal.figure)
    if ours is None or theirs is None:
        return Verdict(goal, None)
    return Verdict(goal, COMPARISONS[goal.compare](ours, theirs))


def verdicts(results: Results) -> list[Verdict]:
    """Every goal whose work was done."""
    done = {work for work, _ in results}
    return [judge(goal, results) for goal in GOALS if goal.work in done]
