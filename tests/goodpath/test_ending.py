"""Processes that were started here are ended, also those that will not go."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from goodpath.ending import end, end_by_force
from goodpath.server_process import ServerProcess

from goodpath_core.errors import GoodpathError

STAY = "import signal, sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('here', flush=True)"
GO = "import sys; print('here', flush=True)"
AT_ONCE = 0.01


def started(program: str) -> "subprocess.Popen[bytes]":
    """A process that runs until its input ends."""
    words = [sys.executable, "-c", f"{program}; sys.stdin.read()"]
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout and child.stdout.readline() == b"here\n"
    return child


@pytest.fixture
def stubborn() -> Iterator["subprocess.Popen[bytes]"]:
    """A process that does not end when it is told to."""
    with started(STAY) as child:
        yield child
        child.kill()


def test_a_process_that_goes_has_gone() -> None:
    with started(GO) as one, started(GO) as other:
        assert (end(one), end_by_force(other)) == (True, True)
        assert one.returncode == other.returncode == -signal.SIGTERM


def test_a_process_that_will_not_go_is_left_alone_or_ended_by_force(
    stubborn: "subprocess.Popen[bytes]",
) -> None:
    assert not end(stubborn, AT_ONCE)
    assert stubborn.poll() is None
    assert not end_by_force(stubborn, AT_ONCE)
    assert stubborn.returncode == -signal.SIGKILL


def test_a_server_that_will_not_stop_is_named_with_what_to_do(stubborn: "subprocess.Popen[bytes]") -> None:
    server = ServerProcess(Path("class.goodpath"), 8713, "", "", stubborn)
    with pytest.raises(GoodpathError) as refused:
        server.stop(AT_ONCE)
    assert str(refused.value) == (
        f"The server was told to stop and still runs as process {stubborn.pid}; wait a moment, "
        f"or end it with `kill -9 {stubborn.pid}`, which loses nothing that was answered."
    )
