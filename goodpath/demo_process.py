"""The class behind a demo, in a process of its own, while its player has this terminal."""

import contextlib
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, NamedTuple

from goodpath.ending import end_by_force
from goodpath.playing import play_seat
from goodpath_core.errors import GoodpathError
from goodpath_core.wire.port import LOOPBACK
from goodpath_server.private import owner_only
from goodpath_server.space import if_full


class Played(NamedTuple):
    """How a demo was played."""

    code: int
    """Exit code of the player's screens."""
    fault: str
    """One sentence on a class that did not end in order, or broke off; else empty."""


def play_demo(scenario: str, path: Path, seed: int, pace: float) -> Played:
    """Start the class in a process of its own, play one seat in this terminal, end the class afterwards."""
    words = [scenario, "-o", str(path), "--seed", str(seed), "--pace", str(pace)]
    log, told, broke = path.with_suffix(".log"), {}, ""
    with open(log, "w", encoding="utf-8", opener=owner_only) as errors:
        child = subprocess.Popen(
            [sys.executable, "-m", "goodpath", "demo-class", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
        try:
            told = json.loads(_first_line(child, log))
            code = play_seat(
                f"{LOOPBACK}:{told['port']}",
                told["code"],
                settled=lambda: _say_begin(child.stdin),
                gone=lambda: what_broke(child, path),
            )
            broke = what_broke(child, path)
        finally:
            in_order = end_by_force(child)
            _close_pipes(child)
            if not told or not log.stat().st_size:
                log.unlink()
    return Played(code, broke or ("" if in_order else _cut_off(path)))


def what_broke(child: subprocess.Popen[str], session: Path) -> str:
    """That a class has ended by itself and not in order, what is stored, and what to do; else empty."""
    code = child.poll()
    if not code:
        return ""
    log = session.with_suffix(".log")
    why = f"as it was killed ({_signal_name(-code)})" if code < 0 else f"and why stands in {log}"
    return f"The class broke off, {why}; what was stored of it is in {session}; start the demo again to play."


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _close_pipes(child: subprocess.Popen[str]) -> None:
    for pipe in (child.stdin, child.stdout):
        with contextlib.suppress(OSError):
            if pipe:
                pipe.close()


def _cut_off(session: Path) -> str:
    return f"The class did not end in time and was cut off; what was stored of it is in {session}."


def _first_line(child: subprocess.Popen[str], log: Path) -> str:
    line = child.stdout.readline() if child.stdout else ""
    if not line:
        why = log.read_text("utf-8").strip() or if_full(log) or "no reason given"
        raise GoodpathError(f"The demo class could not start: {why}")
    return line


def _say_begin(stdin: IO[str] | None) -> None:
    if stdin and not stdin.closed:
        with contextlib.suppress(BrokenPipeError):
            stdin.write("begin\n")
            stdin.flush()
