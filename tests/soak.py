"""Drive the server's promises at their own numbers: all of them, or one by its name.

`python3 run.py soak` drives all; `python3 run.py soak order --lines 20` one of them, with a smaller number.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from inspect import getdoc
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from soaks.copies import copies
from soaks.cuts import cuts
from soaks.disk import disk
from soaks.findings import Findings
from soaks.frames import frames
from soaks.joins import joins
from soaks.kills import kills
from soaks.order import order
from soaks.retries import retries
from soaks.returns import returns
from soaks.takeovers import takeovers

LONGEST_S = 3600
"""Seconds after which a form is given up; none takes half of it on a small machine."""


class Form(NamedTuple):
    """One way to drive the server hard."""

    run: Callable[..., Awaitable[Findings]]
    """Takes a folder, a seed and the counts; its docstring says what it does."""
    counts: Mapping[str, int]
    """Its options, with the numbers that are promised."""


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "kills": Form(kills, {"kills": 50}),
        "retries": Form(retries, {"ids": 1000}),
        "order": Form(order, {"senders": 60, "lines": 200, "rooms": 5}),
        "cuts": Form(cuts, {"runs": 100}),
        "copies": Form(copies, {"examples": 20_000}),
        "joins": Form(joins, {"joins": 1000}),
        "returns": Form(returns, {"times": 200}),
        "takeovers": Form(takeovers, {"times": 100}),
        "disk": Form(disk, {"values": 20}),
        "frames": Form(frames, {"count": 100_000}),
    }
)


async def drive(form: Form, seed: int, counts: Mapping[str, int]) -> Findings:
    """Drive one form in a folder of its own, for a bounded time."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            async with asyncio.timeout(LONGEST_S):
                return await form.run(Path(folder), seed, **counts)
        except Exception as fault:  # whatever it was, the other forms are driven too
            return Findings("broken off", [f"{type(fault).__name__}: {fault}"])


def results(asked: argparse.Namespace) -> Iterator[Findings]:
    """Drive what was asked for, and say of each form what was found."""
    for name in [asked.form] if asked.form else FORMS:
        form, began = FORMS[name], time.monotonic()
        counts = {count: getattr(asked, count, number) for count, number in form.counts.items()}
        print(f"{name}: ", end="", flush=True)
        findings = asyncio.run(drive(form, asked.seed, counts))
        print(f"{findings} ({time.monotonic() - began:.0f} s)", flush=True)
        yield findings


def parser() -> argparse.ArgumentParser:
    """The command line: a form with its counts, or none for all."""
    chance = argparse.ArgumentParser(add_help=False)
    chance.add_argument("--seed", type=int, default=1, help="chance that moments and places come from")
    whole = argparse.ArgumentParser(prog="run.py soak", description=__doc__, parents=[chance])
    forms = whole.add_subparsers(dest="form")
    for name, form in FORMS.items():
        one = forms.add_parser(name, help=getdoc(form.run), parents=[chance])
        for count, number in form.counts.items():
            one.add_argument(f"--{count}", type=int, default=number, help=f"{number} if not given")
    return whole


def main() -> int:
    """Drive what was asked for; 0 if nothing was wrong."""
    faults = [fault for findings in results(parser().parse_args()) for fault in findings.faults]
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
