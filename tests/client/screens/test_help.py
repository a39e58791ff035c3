"""Help: who can read what, then each key with its other ways beside it, in one column or two."""

import pytest

from client.screens.full_stage import OTHER, full_stage
from client.screens.stage import screen_text, settle
from goodpath_client.screens.help import HelpScreen, help_parts
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.widgets.prose import Para, Prose


async def shown(size: tuple[int, int]) -> str:
    app = full_stage().app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.push_screen(HelpScreen(("online",)))
        await settle(pilot)
        return screen_text(app)


async def test_it_begins_with_who_can_read_what() -> None:
    assert (await shown((80, 24))).splitlines()[1].strip() == "Who can read what"


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (80, "F7          Fold the list of chats in or out.             Alt+L /chats"),
        (64, "F7          Fold the list of chats in or out.  Alt+L /chats"),
        (60, "F7          Fold the list of chats in or out."),
    ],
)
async def test_other_ways_stand_in_a_column_of_their_own_or_where_there_is_room(
    columns: int, line: str
) -> None:
    lines = [one.strip(" ▁▂▃▄▅▆▇█") for one in (await shown((columns, 50))).splitlines()]
    assert line in lines
    assert ("Alt+L /chats" in lines) is (columns == 60)


@pytest.mark.parametrize(("columns", "beside"), [(139, False), (140, True)])
async def test_from_140_columns_safety_stands_beside_who_can_read_what(columns: int, beside: bool) -> None:
    lines = (await shown((columns, 50))).splitlines()
    assert any("Who can read what" in line and "Safety" in line for line in lines) is beside


@pytest.mark.parametrize(("places", "where"), [(("online",), "on a page"), (("page",), "")])
def test_a_key_that_acts_elsewhere_says_where(places: tuple[str, ...], where: str) -> None:
    found = {para.lead: para.end for part in help_parts(places) for para in part}
    assert found["L"] == where


async def test_on_a_page_its_letters_need_no_place_and_those_of_the_phone_do() -> None:
    app = full_stage().app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(PageViewScreen(OTHER))
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        paras: list[Para] = [para for one in app.screen.query(Prose) for para in one._paras]
        ends = {para.lead: para.end for para in paras}
        assert (ends["L"], ends["F6"], ends["F4"]) == ("", "Alt+A /next on the phone", "Alt+P /phone")
