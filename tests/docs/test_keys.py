"""docs/keys.md lists every key and command of student and teacher."""

from pathlib import Path

from docs.key_table import TABLES
from docs.pages import empty_cells, filled, names

PAGE = (Path(__file__).parents[2] / "docs" / "keys.md").read_text("utf-8")


def test_the_tables_say_what_the_keys_do() -> None:
    assert filled(PAGE, TABLES) == PAGE, "run: PYTHONPATH=tests python -m docs.write"
    assert sorted(names(PAGE)) == sorted(TABLES)
    assert empty_cells(PAGE) == []
