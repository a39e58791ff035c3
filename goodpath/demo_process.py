"""The class behind a demo, in a process of its own, while its player has this terminal."""

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from typing import IO

from goodpath.after_class import report_line
from goodpath.ending import end_by_force
from goodpath.playing import play_seat
from goodpath_core.errors import GoodpathError
from goodpath_server.private import owner_only


def play_demo(scenario: str, path: Path, seed: int, pace: float) -> int:
    """Start the class in a process of its own, play one seat in this terminal, end the class afterwards."""
    words = [scenario, "-o", str(path), "--seed", str(seed), "--pace", str(pace)]
    log, told = path.with_suffix(".log"), {}
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
            return play_seat(
                f"127.0.0.1:{told['port']}", told["code"], settled=lambda: _say_begin(child.stdin)
            )
        finally:
            in_order = end_by_force(child)
            _close_pipes(child)
            if not told or not log.stat().st_size:
                log.unlink()
            if not in_order:
                raise _cut_off(path)


def _close_pipes(child: subprocess.Popen[str]) -> None:
    for pipe in (child.stdin, child.stdout):
        with contextlib.suppress(OSError):
            if pipe:
                pipe.close()


def _cut_off(session: Path) -> GoodpathError:
    return GoodpathError(
        f"The class did not end in time and was cut off; what was stored of it is in {session}; "
        f"run: {report_line(session)}"
    )


def _first_line(child: subprocess.Popen[str], log: Path) -> str:
    line = child.stdout.readline() if child.stdout else ""
    if not line:
        raise GoodpathError(
            f"The demo class could not start: {log.read_text('utf-8').strip() or 'no reason given'}"
        )
    return line


def _say_begin(stdin: IO[str] | None) -> None:
    if stdin and not stdin.closed:
        with contextlib.suppress(BrokenPipeError):
            stdin.write("begin\n")
            stdin.flush()
