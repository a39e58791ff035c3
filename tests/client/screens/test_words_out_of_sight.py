"""What stands in a box that is not in sight is kept like everything that was begun."""

import json
from pathlib import Path

from textual.pilot import Pilot

from client.little_server import until
from client.screens.stage import Stage, settle, write
from goodpath_client.app import StudentApp
from goodpath_client.joined import Joined
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.screens.offline import OfflineScreen
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.places import PlaceChanged
from goodpath_core.wire.closing import TAKEN_OVER


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    return stage


def terminal(stage: Stage, folder: Path) -> StudentApp:
    """A terminal of this computer at the seat of the stage."""
    return StudentApp(Joined(stage.link, stage.store, drafts=KeptDrafts(folder)), now=lambda: stage.now_ms)


def move(stage: Stage, place: str, rule: str = "free") -> None:
    """The world moves her, whatever she is writing."""
    stage.happen(Draft(PlaceChanged(persona="1/yuting", place=place, rule=rule), "cell", 1, "1/yuting"))


def on_disk(folder: Path) -> str:
    """All that is kept in a folder, as it can be read."""
    return "".join(json.dumps(file.read_text("utf-8"), ensure_ascii=False) for file in folder.iterdir())


def phone_box(app: StudentApp) -> Composer:
    return app.get_screen("online", OnlineScreen).query_one(Composer)


async def send_what_is_refused(stage: Stage, app: StudentApp, pilot: Pilot[int], words: str) -> None:
    """A line is sent from the phone, and refused because the room has come between."""
    await settle(pilot)
    await write(pilot, words)
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(stage.link.commands[-1], PostMessage)
    move(stage, "room", "room")
    await until(lambda: isinstance(app.screen, OfflineScreen))
    stage.store.refuse(f"r{len(stage.link.commands)}", "held_in_room", "There is no phone now.")
    await until(lambda: phone_box(app).text == words)


async def test_a_line_that_was_refused_once_the_phone_was_gone_is_there_for_the_next_terminal(
    tmp_path: Path,
) -> None:
    stage = playing()
    lost = terminal(stage, tmp_path)
    async with lost.run_test(size=(80, 24)) as pilot:
        await send_what_is_refused(stage, lost, pilot, "please keep this line")
        assert "please keep this line" in on_disk(tmp_path)
    again = terminal(stage, tmp_path)
    move(stage, "phone")
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert phone_box(again).text == "please keep this line"


async def test_it_is_there_when_the_seat_was_taken_by_another_terminal_and_taken_back(tmp_path: Path) -> None:
    stage = playing()
    app = terminal(stage, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await send_what_is_refused(stage, app, pilot, "please keep this line")
        stage.link.closing = TAKEN_OVER
        await stage.link.close()
        await settle(pilot)
        stage.link.closing = None
        await pilot.press("f2")
        await settle(pilot)
        move(stage, "phone")
        await until(lambda: isinstance(app.screen, OnlineScreen))
        assert phone_box(app).text == "please keep this line"


async def test_what_was_typed_in_the_moment_before_a_move_is_kept_while_one_is_away(tmp_path: Path) -> None:
    stage = playing()
    app = terminal(stage, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "half a line")
        move(stage, "room")
        await until(lambda: isinstance(app.screen, OfflineScreen))
        await write(pilot, "half a word aloud")
        move(stage, "phone")
        await until(lambda: isinstance(app.screen, OnlineScreen))
        app.boxes.keep()
        assert "half a line" in on_disk(tmp_path) and "half a word aloud" in on_disk(tmp_path)
