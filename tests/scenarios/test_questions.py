"""What the questions of a shipped scenario ask students to lay side by side is there for them to look at."""

from client.screens.stage import TEACHER, Stage, seen
from client.shipped import shipped
from goodpath_client.screens.all_pages import AllPagesScreen
from goodpath_client.widgets.row_list import RowList
from goodpath_core.play.control import NextPhase
from goodpath_core.play.seats import TakePersona


async def test_who_is_asked_for_the_page_of_yuting_is_led_to_the_one_of_their_own_cell() -> None:
    scenario = shipped("apple-phone").scenario
    question = scenario.debrief.questions[0]
    assert "Yuting" in question and "F5" in question and "all of them" not in question

    stage = Stage("apple-phone", "zhou", cells=2)
    stage.do(TakePersona(persona="2/yuting"), stage.student(2))
    stage.do(TakePersona(persona="1/yuting"), stage.student(3))
    stage.start()
    for _ in scenario.phases:
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, "F5 all pages")
        await pilot.press("f5")
        await seen(pilot, "Pan Yuting")
        assert isinstance(app.screen, AllPagesScreen)
        pages = [option.id for option in app.screen.query_one("#people", RowList).options]
    assert "2/yuting" in stage.world.pages
    assert "1/yuting" in pages and "2/yuting" not in pages
