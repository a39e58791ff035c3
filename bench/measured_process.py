"""A server in a process of its own, on a core of its own, with what it has used so far."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SERVER_CORE, LOAD_CORE = 0, 1
STOP_S = 20


def pin(process: int, core: int) -> None:
    """Keep a process (0 for this one) on one core, where the system can and has enough of them."""
    if sys.platform == "linux" and (os.cpu_count() or 1) > LOAD_CORE:
        os.sched_setaffinity(process, {core})


class MeasuredProcess:
    """A running server; use it as a context."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        pin(self._process.pid, SERVER_CORE)
        self._proc = Path(f"/proc/{self._process.pid}")

    def __enter__(self) -> "MeasuredProcess":
        return self

    def __exit__(self, *fault: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def line(self) -> str:
        """The next line the server prints."""
        assert self._process.stdout
        said = self._process.stdout.readline()
        if not said:
            raise RuntimeError(f"the server ended with {self._process.wait()}")
        return said

    def cpu_s(self) -> float:
        """CPU seconds used so far, all threads; 0 where the system does not tell."""
        try:
            fields = (self._proc / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / float(os.sysconf("SC_CLK_TCK"))

    def rss_kib(self) -> int:
        """Memory in use, KiB; 0 where the system does not tell."""
        try:
            status = (self._proc / "status").read_text()
        except OSError:
            return 0
        return int(status.partition("VmRSS:")[2].split()[0])
