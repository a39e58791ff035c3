"""The soak command: each form takes its counts, says what it found, and hides no fault."""

from inspect import signature
from pathlib import Path

import pytest

from soak import FORMS, Form, drive, parser, results
from soaks.findings import Findings


@pytest.mark.parametrize("name", FORMS)
def test_a_form_promises_the_numbers_that_it_has_by_itself(name: str) -> None:
    run, counts = FORMS[name]
    defaults = {one.name: one.default for one in signature(run).parameters.values()}
    del defaults["folder"]
    assert defaults == {"seed": 1, **counts}


def test_one_form_with_a_small_number_is_driven_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    (findings,) = results(parser().parse_args(["returns", "--times", "2"]))
    assert findings.faults == []
    assert capsys.readouterr().out.startswith("returns: 2 returns, each right after ")


async def test_a_form_that_breaks_off_is_a_fault_and_not_the_end() -> None:
    async def fails(folder: Path, seed: int) -> Findings:
        raise AssertionError("nobody there")

    findings = await drive(Form(fails, {}), 1, {})
    assert str(findings) == "broken off: AssertionError: nobody there"


def test_of_many_faults_the_first_are_said() -> None:
    findings = Findings("seven lines", [f"line {number} is lost" for number in range(7)])
    assert str(findings).startswith("seven lines: line 0 is lost; line 1 is lost;")
    assert str(findings).endswith("; line 4 is lost and 2 more")
