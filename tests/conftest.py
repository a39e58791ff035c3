"""Keep test processes quick: memory is swept seldom, no lines are counted where whole screens are drawn."""

import gc

import pytest

UNSWEPT = 200_000
"""Objects made before Python looks for what nobody needs; with its own 700 that took a fifth of the time."""
UNCOUNTED = ("tests/client/screens/", "tests/client/teacher/")
"""Where whole screens are drawn: counting lines there doubles what the drawing library takes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests in whose time no lines are counted."""
    for item in items:
        if item.nodeid.startswith(UNCOUNTED):
            item.add_marker("no_cover")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave alone what was imported and collected: it stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(UNSWEPT)
