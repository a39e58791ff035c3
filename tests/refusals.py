"""Run a command that is refused, in this process and without a terminal; the sentence it leaves with."""

from functools import partial

import pytest
from goodpath.cli import app, run


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command that fails says, which is all that it says."""
    return _ended(capsys, 1, *words)


def misused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command says that was mistyped, which is all that it says."""
    return _ended(capsys, 2, *words)


def _ended(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> str:
    assert run(partial(app, list(words), standalone_mode=False)) == code
    out, err = capsys.readouterr()
    assert out == ""
    return err
