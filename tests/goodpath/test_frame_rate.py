"""The screens draw twice as often as Textual would, unless somebody has asked for another rate."""

import os
import subprocess
import sys

from goodpath.frame_rate import let_draw

STARTED = (
    "import runpy, sys; sys.argv[1:] = ['--version']\n"
    "try: runpy.run_module('goodpath', run_name='__main__')\n"
    "except SystemExit: pass\n"
    "from textual.screen import UPDATE_PERIOD; print(round(1 / UPDATE_PERIOD))"
)
"""Textual as it is imported in a process of the command."""


def frames_of(environ: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", STARTED], env=environ, capture_output=True, text=True, check=True
    )
    return done.stdout.split()[-1]


def test_the_command_lets_its_screens_draw_often() -> None:
    environ = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    assert frames_of(environ) == "120"


def test_another_rate_that_was_asked_for_stands() -> None:
    environ = {"TEXTUAL_FPS": "30"}
    let_draw(environ)
    assert environ == {"TEXTUAL_FPS": "30"}
