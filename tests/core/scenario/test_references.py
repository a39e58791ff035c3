"""What a key may lead to, where it is not enough that it leads somewhere."""

import pytest

from core.scenario.small import SMALL, list_problems


@pytest.mark.parametrize(
    ("right", "wrong", "line", "column", "persona"),
    [
        pytest.param("by: lele, text: my", "by: yuting, text: my", 71, 35, "yuting", id="a line"),
        pytest.param("count: 60", "by: chunmei, count: 60", 75, 46, "chunmei", id="a visitor"),
    ],
)
def test_in_play_no_script_speaks_as_a_persona(
    right: str, wrong: str, line: int, column: int, persona: str
) -> None:
    (problem,) = list_problems(SMALL.replace(right, wrong))
    assert (problem.line, problem.column) == (line, column)
    assert problem.text == (
        f'"{persona}" is a persona, and in play only its player speaks for it; write the key of an NPC here, '
        "or let the narrator say it with `narrate`"
    )
