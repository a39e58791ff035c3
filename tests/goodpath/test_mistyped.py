"""What was mistyped is one sentence of ours, with what to type instead, and leaves with 2."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
import typer
from goodpath.cli import run
from goodpath.exit_code import MISUSED, SAID_NO

from processes import OWN, ROOT, surroundings
from typed import typed

COMMANDS = "demo, rehearse, host, teach, join, watch, serve, verify, export, report, scenario"
TOO_MANY = "There are too many words; put what belongs together in quotes, and say: goodpath "

MISTYPED = [
    # a command that there is none of
    ("hsot ten-pictures", 'There is no command "hsot"; did you mean host?'),
    ("HOST ten-pictures", 'There is no command "HOST"; did you mean host?'),
    ("bogus", f'There is no command "bogus"; there are {COMMANDS}.'),
    ("demo-clas", 'There is no command "demo-clas"; did you mean demo?'),
    ("scenario chekc town", 'There is no command "scenario chekc"; did you mean scenario check?'),
    (
        "scenario x",
        'There is no command "scenario x"; there are scenario list, scenario check, scenario show, '
        "scenario schema.",
    ),
    # an option that there is none of
    ("join --nme Ana", "There is no option --nme; did you mean --name?"),
    ("serve --frobnicate", f"There is no option --frobnicate; run: {OWN} serve --help"),
    ("scenario check -x", f"There is no option -x; run: {OWN} scenario check --help"),
    ("--bogus", f"There is no option --bogus; run: {OWN} --help"),
    # something that is missing
    ("host", "SCENARIO is missing; say: goodpath host SCENARIO"),
    ("teach", "ADDRESS is missing; say: goodpath teach ADDRESS"),
    ("verify", "FILE is missing; say: goodpath verify FILE"),
    ("scenario show", "SCENARIO is missing; say: goodpath scenario show SCENARIO"),
    ("rehearse ten-pictures", "-o is missing; say: goodpath rehearse SCENARIO -o OUT"),
    ("rehearse -o x.goodpath", "SCENARIO is missing; say: goodpath rehearse SCENARIO -o OUT"),
    ("report x.goodpath", "-o is missing; say: goodpath report FILE -o OUT"),
    ("export x.goodpath", "--as is missing; say: goodpath export FILE --as md|jsonl|csv"),
    ("join --name", "Type a value behind --name."),
    ("rehearse ten-pictures -o", "Type a value behind -o."),
    # something that is too much
    ("join a b c d", f"{TOO_MANY}join ADDRESS CODE"),
    ("verify a b", f"{TOO_MANY}verify FILE"),
    ("scenario list a", f"{TOO_MANY}scenario list"),
    ("join --plain=yes", "Write --plain alone, as it takes no value."),
    # a value that cannot be
    ("rehearse ten-pictures -o q.goodpath --seats x", "Give --seats a whole number from 1 to 40."),
    ("rehearse ten-pictures -o q.goodpath --seats 1.5", "Give --seats a whole number from 1 to 40."),
    ("rehearse ten-pictures -o q.goodpath --seats 41", "Give --seats a whole number from 1 to 40."),
    ("rehearse ten-pictures -o q.goodpath --seed x", "Give --seed a whole number."),
    ("demo --pace 0", "Give --pace a number from 1 to 20."),
    ("demo --pace fast", "Give --pace a number from 1 to 20."),
    ("serve --port 99999", "Give --port a whole number from 0 to 65535."),
    ("host ten-pictures --cells 9", "Give --cells a whole number from 1 to 5."),
    ("watch --cell 0", "Give --cell a whole number, 1 or more."),
    ("export x.goodpath --as pdf", "Give --as one of these: md, jsonl, csv."),
]


@pytest.mark.parametrize(("line", "says"), MISTYPED, ids=[line for line, _ in MISTYPED])
def test_what_is_mistyped_is_said_with_what_to_type_instead(line: str, says: str) -> None:
    came = typed(*line.split(" "))
    assert (came.exit_code, came.stdout, came.stderr) == (MISUSED, "", f"goodpath: {says}\n")


def test_a_hostile_word_reaches_no_terminal() -> None:
    assert "\x1b" not in typed("a\x1b[2Jb").stderr + typed("--a\x1b[2Jb").stderr


@pytest.mark.parametrize("words", [(), ("scenario",)], ids=["goodpath", "scenario"])
def test_a_line_that_breaks_off_before_the_command_brings_the_help(words: tuple[str, ...]) -> None:
    came, helped = typed(*words), typed(*words, "--help")
    assert (came.exit_code, came.stdout, came.stderr) == (MISUSED, "", helped.stdout)
    assert helped.exit_code == 0 and "Commands:" in helped.stdout


def test_a_shell_that_completes_a_mistyped_line_hears_no_complaint(tmp_path: Path) -> None:
    asking = {"_GOODPATH_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    said = []
    for line in ("goodpath hsot --na", "goodpath join --na"):
        found = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; sys.argv = ['goodpath']; from goodpath.cli import main; main()",
            ],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**surroundings(tmp_path), **asking, "COMP_WORDS": line},
        )
        said.append((found.returncode, found.stdout, found.stderr))
    assert said == [(0, "\n", ""), (0, "--name\n", "")]


def test_a_question_without_an_answer_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise typer.Abort

    assert run(fail) == SAID_NO
    assert capsys.readouterr().err == "goodpath: It was not answered; run it again and type the answer.\n"


def test_the_code_a_command_leaves_with_is_that_of_the_line() -> None:
    app = typer.Typer()

    @app.command()
    def leave() -> None:
        raise typer.Exit(130)

    assert run(partial(app, [], standalone_mode=False)) == 130
