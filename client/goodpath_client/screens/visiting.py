"""Open somebody's page, or say why that is not possible now."""

from goodpath_client.allowed import visit_refusal
from goodpath_client.screens.frame import Frame
from goodpath_client.screens.page_view import PageViewScreen


def visit_page(screen: Frame, owner: str) -> None:
    """Open the page of a persona; where it is closed, say so and open nothing."""
    closed = visit_refusal(screen.store, owner, screen.student.now())
    if closed:
        screen.student.say(closed, severe=True)
    else:
        screen.student.open(PageViewScreen(owner))
