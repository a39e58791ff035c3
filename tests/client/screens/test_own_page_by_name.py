"""The own page opens under any part of the own name that means nobody else, as those of others do."""

import pytest

from client.screens.stage import Stage, settle, told, write
from client.screens.test_page_screens import playing
from goodpath_client.screens.page_view import PageViewScreen


@pytest.mark.parametrize(
    ("persona", "word"),
    [("yuting", "yuting"), ("yuting", "@雨婷"), ("yuting", "Pan Yu"), ("zhou", "zhou"), ("zhou", "MING")],
)
async def test_a_part_of_the_own_name_opens_the_own_page_and_is_no_visit(persona: str, word: str) -> None:
    stage = Stage("ten-pictures", persona)
    stage.start()
    stage.now_ms += 60_000
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, f"/visit {word}", "enter")
        await settle(pilot)
        assert told(app) == []
        assert isinstance(app.screen, PageViewScreen) and app.screen.owner == f"1/{persona}"
    assert stage.link.commands == []


async def test_a_name_shared_with_somebody_else_and_words_behind_the_own_one_are_asked_about() -> None:
    stage = playing(0)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "/visit pan", "enter")
        await settle(pilot)
        assert told(app) == ["That may be @Pan_Yuting, @Pan_Guoqiang; write one of them."]
        await write(pilot, "/visit yuting please", "enter")
        await settle(pilot)
        assert told(app) == ["Only a name stands behind /visit."]
    assert stage.link.commands == []
