"""Run the student's client in this terminal, and give back its exit code."""

from collections.abc import Callable

from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.shelf import Link
from goodpath_client.store import Store
from goodpath_client.terminal import run_cleanly
from goodpath_client.themes import BLUE


def run_student(
    link: Link,
    store: Store,
    *,
    now: Callable[[], int],
    theme: str = BLUE,
    settled: Callable[[], None] | None = None,
    ends_with_me: bool = False,
) -> int:
    """Play a seat until the student leaves; exit code 0, 1 after a crash, 128 and more after a signal."""
    app = StudentApp(Joined(link, store), now=now, theme=theme, settled=settled, ends_with_me=ends_with_me)
    return run_cleanly(app)
