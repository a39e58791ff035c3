"""Run a command that is refused, in this process and without a terminal; the sentence it leaves with."""

from functools import partial

import pytest
from goodpath.cli import app, run


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command that fails says, which is all that it says."""
    assert run(partial(app, list(words), standalone_mode=False)) == 1
    out, err = capsys.readouterr()
    assert out == ""
    return err
