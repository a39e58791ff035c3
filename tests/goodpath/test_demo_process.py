"""What is told of a class behind a demo that has ended by itself, by how its process ended."""

import subprocess
import sys
from pathlib import Path

from goodpath.demo_process import what_broke

from mortal import mortal


def ended(program: str) -> "subprocess.Popen[str]":
    child = subprocess.Popen(mortal(sys.executable, "-c", program), text=True, stderr=subprocess.DEVNULL)
    child.wait()
    return child


def test_of_a_class_that_crashed_it_is_told_where_its_errors_are() -> None:
    assert what_broke(ended("raise ValueError"), Path("out/a.goodpath")) == (
        "The class broke off, and why stands in out/a.log; what was stored of it is in out/a.goodpath; "
        "start the demo again to play."
    )


def test_of_a_class_that_ended_in_order_or_runs_nothing_is_told() -> None:
    assert what_broke(ended("pass"), Path("out/a.goodpath")) == ""
    with subprocess.Popen(mortal(sys.executable, "-c", "input()"), text=True, stdin=subprocess.PIPE) as child:
        assert what_broke(child, Path("out/a.goodpath")) == ""
        child.communicate("\n")
