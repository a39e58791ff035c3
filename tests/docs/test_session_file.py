"""docs/session-file.md: its table of views is SQLite's, its key file is one that a server writes."""

import json
import re
from pathlib import Path

from docs.pages import empty_cells, filled, names
from docs.session_tables import TABLES
from goodpath_server.keyfile import KeyFile
from goodpath_server.lobby import TOKEN_DIGITS

PAGE = (Path(__file__).parents[2] / "docs" / "session-file.md").read_text("utf-8")


def test_the_table_of_views_says_what_a_file_has() -> None:
    assert names(PAGE) == list(TABLES)
    assert filled(PAGE, TABLES) == PAGE, "run: PYTHONPATH=tests python -m docs.write"
    assert empty_cells(PAGE) == []


def test_the_key_file_on_the_page_is_one_that_a_server_takes_up_and_writes(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "class.key"
    path.write_text(shown, "utf-8")
    keys = KeyFile(path, "0a1b2c3d4e5f")
    keys.save()

    assert json.loads(path.read_text("utf-8")) == json.loads(shown)
    assert keys.names == {1: "Mina"}
    assert re.fullmatch(f"[0-9a-f]{{{TOKEN_DIGITS}}}", json.loads(shown)["secret"])
    assert all(f"| `{key}` | " in PAGE for key in json.loads(shown))
