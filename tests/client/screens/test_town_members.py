"""Over a chat stands how many belong to it, and how many are here where that is known of all of them."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_client.screens.online import OnlineScreen
from goodpath_core.play.control import NextPhase


@pytest.mark.parametrize(
    ("cells", "title"), [(1, "8 members, 1 here"), (2, "16 members ")], ids=["one cell", "two cells"]
)
async def test_who_is_here_is_not_counted_where_members_of_other_cells_are_out_of_sight(
    cells: int, title: str
) -> None:
    stage = Stage("apple-phone", cells=cells)
    stage.start()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.get_screen("online", OnlineScreen).open_room("0/night-market")
        stage.store.set_here(["1/yuting"])
        await settle(pilot)
        assert f"GoodPath night market · {title}" in screen_text(app)
