"""Words for a seat that is no more are shown whole, with why, and wait in no box to be sent as another."""

from pathlib import Path

from client.little_server import CODE, Ids, LittleServer, seat_of_yuting, until
from client.screens.stage import Stage, screen_text, seen, settle
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.lost_seat import SEAT_GONE
from goodpath_client.outbox import Outbox
from goodpath_client.screens.join import JoinScreen
from goodpath_client.screens.unsent import UnsentScreen
from goodpath_client.seats import SeatTokens
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.profile import EditPage
from goodpath_core.wire.closing import RESET
from town import playing

WHY = "This was for a seat that your teacher has closed, so it goes out no more."


async def test_words_for_a_seat_that_is_closed_are_shown_and_wait_in_no_box() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        asked = (
            PostMessage(room="1/page-makers", text="Who is there?"),
            SayAloud(text="So hot."),
            EditPage(signature="Only online."),
        )
        for request in [app.do(one) for one in asked]:
            stage.store.refuse(request, SEAT_GONE, WHY)
        await seen(pilot, "Only online.")
        assert isinstance(app.screen, UnsentScreen)
        text = screen_text(app)
        assert [text.count(words) for words in ("Who is there?", "So hot.", "Only online.")] == [1, 1, 1]
        assert "that your teacher has closed" in text
        await pilot.press("escape")
        await settle(pilot)
        assert [box.text for screen in app.screen_stack for box in screen.query(Composer)] == [""]
        assert app.drafts.of("1/yuting").texts == {}


async def test_whoever_starts_again_reads_why_and_what_was_not_sent_and_joins_anew(tmp_path: Path) -> None:
    killed = Outbox(tmp_path / "outbox", Ids("before"))
    killed.open("town|student|1")
    killed.add(PostMessage(room="1/line3", text="Nobody reads this."), "1/yuting")
    async with LittleServer(playing()) as server:
        seat_of_yuting(tmp_path / "seats.json", server)
        server.void["seat-1"] = RESET

        def connect(address: str, code: str, name: str, token: str, cell: int) -> Joined:
            tokens = SeatTokens(tmp_path / "seats.json")
            link, store = server.link(Outbox(tmp_path / "outbox", Ids()), tokens, code=code, name=name)
            return Joined(link, store)

        app = StudentApp(now=lambda: 0, connect=connect, address="host", code=CODE, own_name="Ann")
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await pilot.press("f10")
            await seen(pilot, "Nobody reads this.")
            assert "that your teacher has closed" in screen_text(app)
            await settle(pilot)
            await pilot.press("escape")
            await seen(pilot, "Your teacher has closed this seat.")
            assert isinstance(app.screen, JoinScreen)
            await pilot.press("f10")
            await until(lambda: app.store.seat > 1)
            await settle(pilot)
            assert app.unsent == []
        assert [hello.token for hello in server.hellos] == ["seat-1", ""]
        assert server.carried_out == []
