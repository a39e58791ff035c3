"""The one command: `python -m bench` measures every work on every peer and prints a table."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from statistics import median
from types import MappingProxyType

from bench import bombs, client_app, client_list, cold_start, one_message, rehearsal
from bench.goals import Results, verdicts
from bench.measured_process import LOAD_CORE, pin
from bench.peers import GOODPATH, NEEDS, PEERS
from bench.works import WORKS, Figures


def _in_a_terminal() -> Figures:
    """What is measured in a terminal, which Windows has none of that a program could open."""
    if sys.platform == "win32":
        return {}
    from bench import client_terminal

    return client_terminal.measure()


STEPS: Mapping[str, Callable[[], Figures]] = MappingProxyType(
    {
        "one": lambda: {"message_us": one_message.measure(8_000)},
        "cold": lambda: {"cold_s": cold_start.measure(100_000)},
        "bombs": bombs.measure,
        "rehearsal": lambda: {"rehearsal_s": rehearsal.measure("ten-pictures", 12)},
        "terminal": _in_a_terminal,
        "client": lambda: {**client_list.measure((10_000,))["10000"], **client_app.measure(10_000)},
    }
)
"""What is measured of goodpath alone."""
FILES = 20_000
OVER_ROUNDS: Mapping[str, Callable[[Sequence[float]], float]] = MappingProxyType(
    {"lost": max, "doubled": max}
)
"""What becomes of the figures of all rounds, where it is not their median."""


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 0 if every goal was met, 1 if not."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure goodpath and its peers.")
    parser.add_argument(
        "works", nargs="*", metavar="WORK", help=f"of {', '.join((*WORKS, *STEPS))}; else all"
    )
    parser.add_argument("--rounds", type=int, default=1, help="rounds in which the peers take turns; medians")
    asked = parser.parse_args(arguments)
    works = asked.works or [*WORKS, *STEPS]
    unknown = set(works) - {*WORKS, *STEPS}
    if unknown:
        parser.error(
            f"there is no work {', '.join(sorted(unknown))}; choose from {', '.join((*WORKS, *STEPS))}"
        )
    open_many_files()
    pin(0, LOAD_CORE)
    results = measured(works, asked.rounds)
    print_figures(results)
    return print_goals(results)


def open_many_files() -> None:
    """Let this process and its servers hold some thousand sockets, as far as the system permits."""
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def peers_here() -> list[str]:
    """The peers that can be started on this machine; what is missing for the others is said."""
    missing = {peer: name for peer, (find, name) in NEEDS.items() if not find()}
    for peer, name in missing.items():
        print(f"There is no {name} here: {peer} and the goals that are held against it are left out.")
    return [peer for peer in PEERS if peer not in missing]


def measured(works: Sequence[str], rounds: int) -> Results:
    """Each figure over all rounds."""
    taken: dict[tuple[str, str], list[Figures]] = {}
    served = product(range(rounds), [work for work in works if work in WORKS], peers_here())
    for turn, work, peer in served:
        print(f"round {turn + 1}: {work} {peer}", file=sys.stderr)
        do, size = WORKS[work]
        taken.setdefault((work, peer), []).append(do(PEERS[peer], size))
    for step in (step for step in STEPS if step in works):
        print(step, file=sys.stderr)
        taken[step, GOODPATH] = [STEPS[step]() for _ in range(rounds)]
    return {key: of_all_rounds(figures) for key, figures in taken.items()}


def of_all_rounds(figures: Sequence[Figures]) -> Figures:
    """The median of each figure; of lines lost or doubled the most, since no round may have one."""
    return {name: OVER_ROUNDS.get(name, median)([each[name] for each in figures]) for name in figures[0]}


def print_figures(results: Results) -> None:
    """One line for each work and peer."""
    for (work, peer), figures in results.items():
        told = "  ".join(f"{name} {value:,.2f}" for name, value in figures.items())
        print(f"{work:<10}{peer:<11}{told}")


def print_goals(results: Results) -> int:
    """One line for each goal; 1 if one of them was not met."""
    found = verdicts(results)
    print(f"\n{'work':<10}{'goal':<34}{'bound':>10}{'value':>10}  verdict")
    for verdict in found:
        goal = verdict.goal
        bound = f"{'>=' if goal.at_least else '<='} {goal.bound:g}"
        value = "-" if verdict.value is None else f"{verdict.value:.2f}"
        print(f"{goal.work:<10}{goal.text:<34}{bound:>10}{value:>10}  {verdict.word}")
    return int(any(verdict.word == "NOT MET" for verdict in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
