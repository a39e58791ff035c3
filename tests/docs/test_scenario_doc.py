"""docs/scenario.md says how to write a scenario: every field of the schema, with examples that are read."""

import re
from pathlib import Path
from textwrap import dedent
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter

from docs.pages import cells, empty_cells, filled, names
from docs.scenario_tables import TABLES, shapes, title
from goodpath_core import picture_head
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import to_plain

PAGE = (Path(__file__).parents[2] / "docs" / "scenario.md").read_text("utf-8")
EXAMPLES = [
    pytest.param(shape, row[0].strip("`"), row[-1].strip("`"), id=f"{title(shape)}.{row[0].strip('`')}")
    for shape in shapes()
    for row in cells(PAGE, title(shape))
    if not row[-1].startswith("see ")
]


def test_every_table_says_what_the_schema_says() -> None:
    assert filled(PAGE, TABLES) == PAGE, "run: PYTHONPATH=tests python -m docs.write"
    assert sorted(names(PAGE)) == sorted(TABLES)


def test_every_field_has_a_meaning_and_an_example() -> None:
    assert empty_cells(PAGE) == []


@pytest.mark.parametrize(("shape", "field", "example"), EXAMPLES)
def test_every_example_is_read(shape: Any, field: str, example: str) -> None:
    found = next(one for name, one in shape.model_fields.items() if field in (name, one.alias))
    root, _ = parse_yaml(example)
    assert root is not None
    written = to_plain(root)

    assert isinstance(written, dict)
    assert list(written) == [field]
    kind: Any = Annotated[found.annotation, Field(), *found.metadata]
    TypeAdapter(kind).validate_python(written[field])


def test_how_large_a_picture_may_be_is_what_the_code_says() -> None:
    on_a_side, in_all = f"{picture_head.MOST_ON_A_SIDE:,}", f"{picture_head.MOST_PIXELS:,}"
    assert (
        f"{picture_head.MOST_BYTES // 1024} KiB, of at most {on_a_side} pixels on a side and {in_all} in all"
        in PAGE
    )


def test_the_whole_example_can_be_played() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)

    scenario = read(example, key="two-beds", file="scenario.yaml", pictures=[])

    assert [phase.name for phase in scenario.phases] == ["The phone"]
    assert [inject.key for inject in scenario.phases[0].injects][-1] == "dark"


def test_the_long_texts_are_read_as_the_page_says() -> None:
    (shown,) = re.findall(r"\n(    room: >-\n.*?)\n\n[A-Z]", PAGE, re.DOTALL)
    root, complaints = parse_yaml(dedent(shown))
    assert root is not None
    written = to_plain(root)

    assert complaints == []
    assert isinstance(written, dict)
    assert written["room"] == "Half of a small room: a curtain, a bunk, bed #2. The fan turns on three."
    assert len(written["text"].splitlines()) == 3


def test_every_part_that_is_linked_has_its_heading() -> None:
    headings = {line[4:].replace(" ", "-") for line in PAGE.splitlines() if line.startswith("### ")}
    assert set(re.findall(r"\]\(#([a-z-]+)\)", PAGE)) <= headings
