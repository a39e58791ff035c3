"""Which papers have tables, and where each table comes from."""

from collections.abc import Mapping
from pathlib import Path

from docs import file_map, key_table, scenario_tables, session_tables, wire_tables
from docs.pages import Tables

HOUSE = Path(__file__).parents[2]
PAPERS: Mapping[str, Tables] = {
    "docs/wire.md": wire_tables.TABLES,
    "docs/session-file.md": session_tables.TABLES,
    "docs/scenario.md": scenario_tables.TABLES,
    "docs/keys.md": key_table.TABLES,
    "CONTRIBUTING.md": file_map.TABLES,
}
