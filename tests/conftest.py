"""Keep the tests quick: memory swept seldom, lines counted where the rules are, long rows thinned."""

import gc
from collections import Counter

import pytest
from hypothesis import settings

from golden import Golden

UNSWEPT = 200_000
"""Objects made before Python looks for what nobody needs; with its own 700 that took a fifth of the time."""
COUNTED = ("tests/core/", "tests/server/")
"""Where lines are counted: where screens are drawn or processes run that doubles the time."""
THINNED = 3
"""Of a row of values marked `row` one in so many is tried, unless `--rows` asks for all."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that try every value, and that renew what was found good."""
    parser.addoption("--rows", action="store_true", help=f"try all of long rows, not one in {THINNED}")
    parser.addoption("--golden", action="store_true", help="write golden files anew instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    """Let `no_cover` hold in workers: pytest-cov begins to count twice there, and the marker stops one.

    No example of a property has a deadline: a machine that others use too is slow at times.
    """
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
    counting = config.pluginmanager.getplugin("_cov")
    if hasattr(config, "workerinput") and counting and counting.cov_controller:
        counting.cov_controller.cov.stop()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests in whose time no lines are counted, and leave out two of three values of long rows."""
    for item in items:
        if not item.nodeid.startswith(COUNTED):
            item.add_marker("no_cover")
    if not config.getoption("--rows", default=False):
        left = set(_thinned(items))
        config.hook.pytest_deselected(items=[item for item in items if item in left])
        items[:] = [item for item in items if item not in left]


def _thinned(items: list[pytest.Item]) -> list[pytest.Item]:
    """What is left out: of each row the first value is tried, then every third."""
    seen, left = Counter[str](), list[pytest.Item]()
    for item in items:
        if item.get_closest_marker("row"):
            row = item.nodeid.partition("[")[0]
            if seen[row] % THINNED:
                left.append(item)
            seen[row] += 1
    return left


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave alone what was imported and collected: it stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(UNSWEPT)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """The golden files beside a test."""
    return Golden(request.path.parent / "golden", request.config.getoption("--golden"))
