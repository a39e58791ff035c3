"""The own page says who reads it, and marks what nobody else does."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_core.play.control import NextPhase
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.seats import TakePersona
from goodpath_core.play.visits import VisitPage


@pytest.mark.parametrize(
    ("columns", "title"),
    [
        (
            160,
            "Your page · 1 classmate, observers, the teacher, and later the reviewer can read; "
            "no classmate sees what is locked, or marked as only for you",
        ),
        (80, "Your page · 1 classmate, observers, teacher, reviewer can read"),
    ],
)
async def test_the_own_page_says_who_reads_it_and_marks_what_nobody_else_does(
    columns: int, title: str
) -> None:
    stage = Stage("ten-pictures", "yuting", cells=2)
    stage.do(TakePersona(persona="2/haibo"), stage.student(2))
    stage.do(TakePersona(persona="1/haibo"), stage.student(3))
    stage.start()
    stage.now_ms += 60_000
    stage.do(PublishPost(text="for all"))
    stage.do(PublishPost(text="for me", visible_to="me"))
    stage.do(NextPhase(), TEACHER)
    stage.play_persona("haibo", VisitPage(page="1/yuting"))
    app = stage.app()
    async with app.run_test(size=(columns, 34)) as pilot:
        await settle(pilot)
        app.open(PageViewScreen("1/yuting"))
        await settle(pilot)
        shown = screen_text(app)
        assert title in shown.splitlines()[0] and "town" not in shown.splitlines()[0]
        assert "for me  (only you see this)" in shown and "for all  (only you" not in shown
        assert "who came (only you see this)" in shown
