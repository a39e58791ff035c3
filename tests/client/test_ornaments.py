"""Ornaments line up in every terminal, and every look has one."""

from rich.cells import cell_len

from goodpath_client.ornaments import ORNAMENTS
from goodpath_core.looks import LOOKS


def test_every_look_has_an_ornament_of_twenty_cells() -> None:
    assert list(ORNAMENTS) == list(LOOKS)
    lines = [line for both in ORNAMENTS.values() for line in both]
    assert {len(line) for line in lines} == {cell_len(line) for line in lines} == {20}
    assert all(line.isascii() for line in lines)
