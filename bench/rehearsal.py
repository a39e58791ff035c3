"""How long robots take to play a whole scenario over real sockets, its files written."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path


def measure(scenario: str, seats: int) -> float:
    """Seconds of `goodpath rehearse` from its start to its end; RuntimeError if it fails."""
    with tempfile.TemporaryDirectory(prefix="goodpath-bench-") as folder:
        words = [
            "rehearse",
            scenario,
            "-o",
            str(Path(folder) / "r.goodpath"),
            "--seats",
            str(seats),
            "--seed",
            "1",
        ]
        program = "from goodpath.cli import main; main()"
        begin = time.monotonic()
        done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return time.monotonic() - begin
