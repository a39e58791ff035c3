"""What was begun for the page on the screens is put there from the line mode too, and gives way to newer."""

from pathlib import Path

from client.screens.stage import TEACHER, Stage, settle
from client.screens.test_drafts_on_disk import terminal
from client.test_late_choice import BOTH, choose_two, on_page, playing
from client.test_late_page import face, write_face
from goodpath_client.kept_drafts import KeptDrafts
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey
from goodpath_core.play.control import NextPhase
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.shortening import ShortenPhase


async def begun(folder: Path) -> Stage:
    """A choice, a name and a signature are begun on the screens; then the terminal is lost."""
    stage = playing()
    lost = terminal(stage, folder)
    async with lost.run_test(size=(80, 24)) as pilot:
        await choose_two(pilot)
        await pilot.press("escape")
        await write_face(pilot, stage)
        await pilot.press("escape")
        await settle(pilot)
        lost.at_end = ()
    return stage


def seat(stage: Stage, folder: Path) -> tuple[Table, list[str]]:
    """The line mode at that seat, after the first look, and what it has printed."""
    printed: list[str] = []
    now, kept = (lambda: stage.now_ms), KeptDrafts(folder)
    table = Table(stage.link, stage.store, printed.append, now, drafts=kept)  # type: ignore[arg-type]
    table.begun.look()
    return table, printed


async def test_what_was_begun_on_the_screens_goes_on_the_page_also_with_the_phone_down(
    tmp_path: Path,
) -> None:
    stage = await begun(tmp_path)
    table, printed = seat(stage, tmp_path)
    assert [line.partition(";")[0] for line in printed] == [
        "The pictures you chose on the screens go on your page when this phase ends",
        "What you wrote on the screens goes on your page when this phase ends",
    ]
    stage.do(PutPhoneDown())
    stage.do(ShortenPhase(), TEACHER)
    for _ in range(2):
        stage.now_ms += 1_000
        table.begun.look()
    assert printed[2:] == ["The phase is about to end: what you chose and wrote is put on your page now."]
    assert face(stage) == ("Night", "sig sig") and on_page(stage) == BOTH.cards
    assert [*tmp_path.iterdir()] == []


async def test_what_is_typed_takes_the_place_of_what_was_begun_on_the_screens(tmp_path: Path) -> None:
    stage = await begun(tmp_path)
    table, _ = seat(stage, tmp_path)
    for line in ("/nick Dawn", "/pictures 3"):
        obey(table, line)
    chosen = on_page(stage)
    stage.now_ms += 412_000
    table.begun.look()
    assert face(stage) == ("Dawn", "sig sig") and on_page(stage) == chosen != BOTH.cards


async def test_what_no_phase_takes_is_said_in_words_without_keys_and_waits(tmp_path: Path) -> None:
    stage = await begun(tmp_path)
    stage.do(NextPhase(), TEACHER)
    table, printed = seat(stage, tmp_path)
    table.begun.look()
    assert len(printed) == 2 and all("not on your page" in line and "F2" not in line for line in printed)
    for _ in range(2):
        stage.do(NextPhase(), TEACHER)
    table.begun.look()
    stage.now_ms += 72_000
    table.begun.look()
    assert face(stage) == ("Night", "sig sig") and on_page(stage) == BOTH.cards
