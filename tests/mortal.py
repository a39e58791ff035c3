"""Run a command that ends when whoever started it is gone, or when its time is over."""

import ctypes
import os
import resource
import signal
import sys

LONGEST_S = 300
"""Seconds after which no process of a test has anything left to do: of the wall's clock for the process
itself, of the processor's for whatever it starts."""
DEATH_SIGNAL = 1
"""What `prctl` calls the signal that a process gets when its parent ends; Linux only."""


def mortal(*words: str | os.PathLike[str]) -> list[str]:
    """The command line that runs `words` so that they never outlive the caller."""
    # Without `site`: the command finds its packages itself, and hundreds of them are started.
    return [sys.executable, "-I", "-S", __file__, str(os.getpid()), *map(str, words)]


def main(parent: str, *words: str) -> int:
    """Become the command; 1 if the parent had gone before it could be asked for."""
    signal.alarm(LONGEST_S)
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_S, LONGEST_S))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() == int(parent):
        os.execv(words[0], words)
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
