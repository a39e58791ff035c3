"""The bootstrap: what it starts exists, and it installs anew when anything it was made from has changed."""

import ast
import os
import signal
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
import run

from mortal import mortal

ROOT = Path(__file__).parents[2]
STEPS = [(name, step) for name, steps in run.COMMANDS.items() for step in steps]


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[f"{name} {step[:2]}" for name, step in STEPS])
def test_every_step_of_every_command_can_be_started(name: str, step: list[str]) -> None:
    match step:
        case ["-m", module, *_]:
            assert find_spec(f"{module}.__main__"), f"{name}: no module {module} to run"
        case ["-c", code, *_]:
            imports = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)]
            assert imports
            for one in imports:
                assert all(hasattr(import_module(str(one.module)), found.name) for found in one.names), code
        case [script, *_]:
            assert (ROOT / script).is_file(), f"{name}: no file {script}"


def test_what_was_typed_goes_to_the_tests_and_the_floor_follows_where_all_of_them_were_measured() -> None:
    pytest_, floor = run.PYTEST, run.FLOOR
    whole = ["--cov", "--cov-branch", "--cov-report=term"]

    assert run.steps("test", []) == [pytest_]
    assert run.steps("test", ["tests/core", "-k", "battery"]) == [[*pytest_, "tests/core", "-k", "battery"]]
    assert run.steps("test", ["tests/core", "--cov"]) == [[*pytest_, "tests/core", "--cov"]]
    assert run.steps("test", whole) == [[*pytest_, *whole], floor]
    assert run.steps("check", [])[-2:] == [[*pytest_, *run.COVERAGE, "--rows"], floor]


@pytest.mark.parametrize("typed", [[], ["serve", "ten-pictures"]])
def test_whoever_types_what_it_does_not_know_is_told_what_does(typed: list[str]) -> None:
    told = subprocess.run([sys.executable, ROOT / "run.py", *typed], capture_output=True, text=True)

    assert told.returncode == 2
    assert f"{run.BIN / 'goodpath'} {' '.join(typed) or '--help'}" in told.stdout


def test_the_checks_of_a_clean_checkout_hold_the_floor() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    words = next(line for line in script.splitlines() if "run.py test" in line).split()[3:]

    assert run.steps("test", words)[-1] == run.FLOOR


@pytest.mark.parametrize(("missed", "holds"), [(0, True), (1, False)])
def test_a_core_of_which_a_single_line_does_not_run_falls_through_the_floor(
    tmp_path: Path, missed: int, holds: bool
) -> None:
    core = tmp_path / "goodpath_core"
    core.mkdir()
    (core / "__init__.py").write_text("")
    (core / "__main__.py").write_text("x = 1\n" * 10_000 + "if not x:\n    x = 2\n" * missed)
    cover = [sys.executable, "-m", "coverage"]
    subprocess.run(
        [*cover, "run", "--source", "goodpath_core", "-m", "goodpath_core"], cwd=tmp_path, check=True
    )
    found = subprocess.run([sys.executable, *run.FLOOR], cwd=tmp_path, capture_output=True, text=True)

    assert (found.returncode == 0) == holds, found.stdout + found.stderr


def test_both_lists_of_pins_and_the_project_file_decide_whether_to_install_anew() -> None:
    names = ("constraints.txt", "constraints-build.txt", "pyproject.toml")

    assert {path.relative_to(ROOT).as_posix() for path in run.MADE_FROM} == set(names)


def test_an_environment_is_made_anew_where_its_folder_was_moved_or_copied_or_its_python_is_gone(
    tmp_path: Path,
) -> None:
    assert run.leads_here(Path(sys.executable), ROOT)
    assert not run.leads_here(Path(sys.executable), tmp_path)
    assert not run.leads_here(tmp_path / "python", ROOT)


def test_a_change_in_any_file_changes_the_stamp(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for file in files:
        file.write_text(file.name)
    stamps = {run.stamp(files)}
    for file in files:
        file.write_text("other")
        stamps.add(run.stamp(files))

    assert len(stamps) == 4


def test_a_line_that_moves_from_one_file_to_the_next_changes_the_stamp(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("one\ntwo\n")
    second.write_text("")
    before = run.stamp([first, second])
    first.write_text("one\n")
    second.write_text("two\n")

    assert run.stamp([first, second]) != before


def test_what_a_command_imports_is_compiled_once_even_where_the_surroundings_say_otherwise(
    tmp_path: Path,
) -> None:
    (tmp_path / "imported.py").write_text("")
    starter = "import run, sys; sys.exit(run.start([sys.executable, '-c', 'import imported']))"
    paths = os.pathsep.join((str(ROOT), str(tmp_path)))
    subprocess.run(
        [sys.executable, "-c", starter],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
    )

    assert [*(tmp_path / "__pycache__").glob("imported.*.pyc")]


@pytest.mark.parametrize("sent_to", ["run.py alone", "both"])
def test_ctrl_c_leaves_the_last_word_to_the_command_and_ends_quietly_with_130(sent_to: str) -> None:
    program = (
        "import signal, sys, time\n"
        "def leave(*_): print('last word', flush=True); sys.exit(0)\n"
        "signal.signal(signal.SIGINT, leave)\n"
        "print('ready', flush=True)\n"
        "time.sleep(60)\n"
    )
    starter = f"import run, sys; sys.exit(run.start([sys.executable, '-c', {program!r}]))"
    with subprocess.Popen(
        mortal(sys.executable, "-c", starter),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout and process.stdout.readline() == "ready\n"
        if sent_to == "both":
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=40)

    assert (process.returncode, said) == (130, "last word\n")
