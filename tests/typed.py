"""Type a line to goodpath in this process, without a terminal; all it says, and the code it leaves with."""

import io
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import NamedTuple

from goodpath.cli import app, run


class Typed(NamedTuple):
    """What came of a line."""

    exit_code: int
    stdout_bytes: bytes
    stderr: str

    @property
    def stdout(self) -> str:
        """What it printed, as text."""
        return self.stdout_bytes.decode()

    @property
    def output(self) -> str:
        """All that it said: what it printed, then what it complained of."""
        return self.stdout + self.stderr


def typed(*words: str | Path) -> Typed:
    """Run a line as the `goodpath` command does."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code: int | str | None = run(partial(app, [str(word) for word in words], standalone_mode=False))
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    printed, complained = (pipe.buffer.getvalue() for pipe in (out, err))
    return Typed(code, printed, complained.decode())
