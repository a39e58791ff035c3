"""Words that wait for /again outlive the terminal of the line mode, for their own seat alone."""

from pathlib import Path

from client.line_terminal import next_terminal, yuting
from client.plain.test_asked import NOTHING, refuse_all, refuse_no_more
from client.screens.stage import Stage, settle
from client.screens.test_drafts_on_disk import terminal as screens
from goodpath_client.kept_drafts import Begun, KeptDrafts
from goodpath_client.unasked import Unasked
from goodpath_core.play.control import EndSession
from town import TEACHER

TOO_LONG = "x" * 8_012 + "end"
SCREENS_TOKEN = "t"
WAITS = Unasked("Who has the key?", "1/yuting")


def on_disk(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in folder.iterdir()) if folder.exists() else ""


async def test_refused_words_are_sent_by_again_after_one_has_left_and_come_back(tmp_path: Path) -> None:
    async with yuting(drafts=KeptDrafts(tmp_path)) as lost:
        refuse_all(lost)
        await lost.type("Who has the key?", "You had typed “Who has the key?”.")
        await lost.type("/post A long evening.", "You had typed “A long evening.”.")
        assert "Who has the key?" in on_disk(tmp_path)  # now, and not as one leaves: a terminal may die
        lost.typed.put_nowait("/quit\n")
        await lost.talking
        refuse_no_more(lost)
        async with next_terminal(lost.server, KeptDrafts(tmp_path)) as me:
            await me.hear("2 lines that you typed before are not sent, the first is “Who has the key?”; ")
            await me.type("/again", "[Line 3] You: Who has the key?")
            await me.type("/again", "You posted: A long evening.")
            await me.type("/again", NOTHING)
            assert on_disk(tmp_path) == ""


async def test_what_is_too_long_and_what_was_asked_about_is_there_after_one_has_come_back(
    tmp_path: Path,
) -> None:
    async with yuting(drafts=KeptDrafts(tmp_path)) as lost:
        await lost.type(TOO_LONG, "It is kept: /again reads it.")
        await lost.type("@nobody soup?", "It is not sent yet: /again sends it as it is")
        lost.typed.put_nowait(None)
        await lost.talking
        async with next_terminal(lost.server, KeptDrafts(tmp_path)) as me:
            await me.type("/again", f"That is too long by 15. Here it is: {TOO_LONG}")
            await me.type("/again", "[Line 3] You: @nobody soup?")


async def test_what_is_forgotten_or_typed_anew_is_on_the_disk_no_more(tmp_path: Path) -> None:
    async with yuting(drafts=KeptDrafts(tmp_path)) as me:
        refuse_all(me)
        await me.type("One", "You had typed “One”.")
        await me.type("Two", "You had typed “Two”.")
        await me.type("/forget", "Forgotten: “One”.")
        assert "One" not in on_disk(tmp_path) and "Two" in on_disk(tmp_path)
        refuse_no_more(me)
        await me.type("Two", "[Line 3] You: Two")
        await me.type("/again", NOTHING)
        assert on_disk(tmp_path) == ""


async def test_nothing_stays_on_the_disk_once_the_session_is_over(tmp_path: Path) -> None:
    async with yuting(drafts=KeptDrafts(tmp_path)) as me:
        refuse_all(me)
        await me.type("One", "You had typed “One”.")
        assert "One" in on_disk(tmp_path)
        refuse_no_more(me)
        await me.server.do(EndSession(), TEACHER)
        await me.hear("The session is over")
        assert on_disk(tmp_path) == ""


async def test_the_screens_of_the_same_seat_leave_them_for_the_line_mode(tmp_path: Path) -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    kept = KeptDrafts(tmp_path)
    kept.open(SCREENS_TOKEN)
    kept.keep(Begun(unasked=[WAITS]))
    app = screens(stage, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("x")
        await settle(pilot)
        app.boxes.keep()
        found = KeptDrafts(tmp_path).open(SCREENS_TOKEN)
        assert found.unasked == [WAITS] and found.chats


async def test_a_request_that_cannot_be_read_any_more_still_gives_its_words(tmp_path: Path) -> None:
    async with yuting(drafts=KeptDrafts(tmp_path)) as lost:
        lost.typed.put_nowait(None)
        await lost.talking
        kept = KeptDrafts(tmp_path)
        kept.open("seat-2")
        kept.keep(Begun(unasked=[WAITS._replace(command='{"kind": "no_more"}')]))
        async with next_terminal(lost.server, KeptDrafts(tmp_path)) as me:
            await me.hear("1 line that you typed before is not sent: “Who has the key?”; /again")
            await me.type("/again", "type it anew. Here it is: Who has the key?")
            assert on_disk(tmp_path) == ""


async def test_who_comes_back_when_all_is_over_reads_what_was_never_sent(tmp_path: Path) -> None:
    async with yuting(drafts=KeptDrafts(tmp_path)) as lost:
        refuse_all(lost)
        await lost.type("One", "You had typed “One”.")
        refuse_no_more(lost)
        lost.typed.put_nowait(None)
        await lost.talking
        await lost.server.do(EndSession(), TEACHER)
        async with next_terminal(lost.server, KeptDrafts(tmp_path)) as me:
            await me.hear("You had typed this, and it can be sent no more: One")
            assert on_disk(tmp_path) == ""
