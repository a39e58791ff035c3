"""Ends a process that was started here: in good order if it goes, by force only where it may not live on."""

import subprocess
from typing import Any

PATIENCE_S = 15.0
"""Seconds in which a server stores everything, tells everybody and goes; it needs at most five."""


def end(child: "subprocess.Popen[Any]", patience_s: float = PATIENCE_S) -> bool:
    """Tell a process to end and wait; whether it has ended."""
    child.terminate()
    try:
        child.wait(patience_s)
    except subprocess.TimeoutExpired:
        return False
    return True


def end_by_force(child: "subprocess.Popen[Any]", patience_s: float = PATIENCE_S) -> bool:
    """End a process that may not live on; whether it went in good order."""
    if end(child, patience_s):
        return True
    child.kill()
    child.wait()
    return False
