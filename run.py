"""Bootstrap: makes .venv, installs goodpath with pinned versions, and runs what is asked for."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")
READY = VENV / "goodpath-ready"
PINS = HERE / "constraints.txt"
BUILD_PINS = HERE / "constraints-build.txt"
NEEDED_MB = 300
MADE_FROM = (PINS, BUILD_PINS, HERE / "pyproject.toml")
WORKERS = (os.cpu_count() or 1) + 2
"""Two more than there are cores: many a test waits for a process or a clock."""
PYTEST = ["-m", "pytest", "-n", str(WORKERS), "--dist", "worksteal"]
COVERAGE = ["--cov", "--cov-branch", "--cov-report=term"]
FLOOR = [
    *("-m", "coverage", "report", "--include", "*/goodpath_core/*"),
    *("--format", "total", "--fail-under", "100"),
]
"""How much of the core's lines and branches the whole suite runs, in percent; nothing is rounded up to it."""
LINT = [
    ["-m", "ruff", "format", "--check", "."],
    ["-m", "ruff", "check", "."],
    ["-m", "mypy"],
    ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
]
INTERRUPTED = 130
"""Exit code after Ctrl+C."""
HEARD_S = 3.0
"""Seconds in which a command without a terminal ends by itself if it has heard of a Ctrl+C."""
COMMANDS = {
    "demo": [["-m", "goodpath", "demo"]],
    "join": [["-m", "goodpath", "join"]],
    "test": [[*PYTEST]],
    "lint": LINT,
    "check": [*LINT, [*PYTEST, *COVERAGE, "--rows"], FLOOR],
    "bench": [["-m", "bench"]],
    "rows": [[*PYTEST, "--rows", "-m", "row"]],
    "soak": [["tests/soak.py"]],
}


def main() -> int:
    """Install if needed, then run what was asked for."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file meets older ones
        print("goodpath needs Python 3.11 or newer; install one and run this again with it.")
        return 2
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        words = " ".join(sys.argv[1:]) or "--help"
        print(f"Usage: python3 run.py {'|'.join(COMMANDS)}")
        print("All else that goodpath does has a command of its own, which any of these sets up first:")
        print(f"    {BIN / 'goodpath'} {words}")
        return 2
    if not install():
        return 1
    for step in steps(sys.argv[1], sys.argv[2:]):
        code = start([str(PYTHON), *step])
        if code:
            return code
    return 0


def steps(command: str, words: list[str]) -> list[list[str]]:
    """What is started for a command with what was typed behind it, one after the other."""
    found = [step if step is FLOOR else [*step, *words] for step in COMMANDS[command]]
    # A part of the tests says nothing of how much all of them run.
    measured = "--cov" in words and all(word.startswith("--cov") for word in words)
    return [*found, FLOOR] if command == "test" and measured else found


def start(words: list[str]) -> int:
    """Run a command to its end; its exit code, or 130 after Ctrl+C, when the command has the last word."""
    with subprocess.Popen(words, cwd=HERE, env=surroundings()) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:
            return let_end(child)


def surroundings() -> "dict[str, str]":
    """The environment of what is started: code is compiled once, not by each process that a test starts."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def let_end(child: "subprocess.Popen[bytes]") -> int:
    """Wait for a command after Ctrl+C; 130. More of them change nothing here, the command hears them too."""
    left: float | None = None if sys.stdin.isatty() else HEARD_S
    while child.poll() is None:
        try:
            child.wait(left)
        except KeyboardInterrupt:
            continue
        except subprocess.TimeoutExpired:
            # Somebody meant this process alone, and the command has not heard of it.
            child.send_signal(signal.SIGINT)
            left = None
    return INTERRUPTED


def install() -> bool:
    """Make the environment, unless it is whole and the files it was made from are still the same."""
    made_from, is_whole = stamp(MADE_FROM), leads_here(PYTHON, HERE)
    if is_whole and READY.exists() and READY.read_text() == made_from:
        return True
    print("Setting up .venv; this happens once and takes one to four minutes ...", flush=True)
    try:
        # Where this breaks off, what is there is of no versions that are written down anywhere.
        READY.unlink(missing_ok=True)
        venv.create(VENV, with_pip=True, clear=not is_whole)
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "--requirement", str(BUILD_PINS)], check=True)
        subprocess.run([*pip, "--require-hashes", "--requirement", str(PINS)], check=True)
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(HERE)], check=True)
        READY.write_text(made_from)
    except (OSError, subprocess.CalledProcessError) as fault:
        print(what_to_do(fault))
        return False
    return True


def what_to_do(fault: Exception) -> str:
    """What helps where setting up failed, as one sentence."""
    if shutil.disk_usage(HERE).free < NEEDED_MB * 1_000_000:
        return f"There is too little room for {HERE}; setting up needs {NEEDED_MB} MB."
    if isinstance(fault, OSError):
        return f"Nothing can be written in {HERE} ({fault.strerror}); copy it to a folder of your own."
    return "Setting up failed. On Debian, `apt install python3-venv` first; else check the network."


def leads_here(python: Path, here: Path) -> bool:
    """Whether a Python runs what is in this folder; after a move or a copy it runs another's, or nothing."""
    ask = [str(python), "-Ic", "import goodpath_core; print(goodpath_core.__file__)"]
    try:
        told = subprocess.run(ask, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    return here in Path(told.strip()).parents


def stamp(files: Iterable[Path]) -> str:
    """What these files hold, as one short text: another one as soon as any of them changes."""
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
