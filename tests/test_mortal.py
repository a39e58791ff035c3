"""A process of a test ends with the test, however the test ends."""

import subprocess
import sys
from pathlib import Path

from mortal import LONGEST_S, mortal

SLEEPER = "import sys, time; print('here', flush=True); time.sleep(1000)"
STARTER = f"""
import subprocess, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from mortal import mortal
subprocess.Popen(mortal(sys.executable, "-c", {SLEEPER!r}), start_new_session=True)
sys.stdin.read()
"""


def test_a_process_ends_with_the_one_that_started_it_however_that_ends() -> None:
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout and starter.stdin
    assert starter.stdout.readline() == "here\n"
    starter.kill()
    # The pipe ends with the last process that could write to it.
    assert starter.stdout.read() == ""
    starter.wait()
    starter.stdout.close()
    starter.stdin.close()


def test_a_process_ends_when_its_time_is_over() -> None:
    tell = "import signal; print(signal.alarm(0))"
    left = subprocess.run(mortal(sys.executable, "-c", tell), capture_output=True, text=True, check=True)
    assert 0 < int(left.stdout) <= LONGEST_S
