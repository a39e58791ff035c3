"""A session file that is there already goes on only as what it is, and says when it is over."""

from asyncio import to_thread
from collections.abc import Sequence
from pathlib import Path

import pytest
from goodpath.reopening import must_be_the_same, over_words
from goodpath.serving import begin_or_go_on, look_at

from goodpath_core.errors import GoodpathError
from goodpath_core.play.control import EndSession
from goodpath_core.play.event import By
from goodpath_server.server import Config
from goodpath_server.storing import all_stored
from processes import OWN, Spoken, Terminal
from refusals import misused


async def kept(path: Path, cells: int = 1, ended: bool = False) -> Path:
    """A session file of `ten-pictures` that a server has let go of."""
    server = begin_or_go_on(look_at("ten-pictures", path), path, Config(port=0, cells=cells))
    await server.start()
    if ended:
        server.session.command(EndSession(), By("teacher", "teacher"))
        await all_stored(server.session)
    await server.stop()
    return path


@pytest.mark.parametrize("cells", [0, 2])
@pytest.mark.parametrize("scenario", ["", "ten-pictures"])
async def test_the_same_scenario_and_cells_or_none_named_go_on(
    tmp_path: Path, scenario: str, cells: int
) -> None:
    path = await kept(tmp_path / "a.goodpath", cells=2)
    assert look_at(scenario, path, cells) is None
    server = begin_or_go_on(None, path, Config(port=0, cells=cells))
    assert server.config.cells == 2
    await server.start()
    await server.stop()


async def test_a_scenario_of_ones_own_that_was_changed_since_goes_on(tmp_path: Path) -> None:
    own = tmp_path / "ten-pictures.yaml"
    own.write_text("title: Changed, and not whole\n", "utf-8")
    must_be_the_same(str(own), await kept(tmp_path / "a.goodpath"), 0)


@pytest.mark.parametrize(
    ("scenario", "cells", "says"),
    [
        (
            "apple-phone",
            0,
            "a.goodpath holds a session of ten-pictures, not of apple-phone; choose another file with -o, "
            "or go on with it:  {own} host {folder}/a.goodpath",
        ),
        (
            "nosuchscenario",
            0,
            'There is no scenario "nosuchscenario"; shipped are apple-phone, ten-pictures.',
        ),
        (
            "ten-pictures",
            4,
            "a.goodpath holds a session of 1 cell, and --cells says 4; leave --cells out to go on with it, "
            "or choose another file with -o.",
        ),
    ],
)
async def test_another_scenario_or_other_cells_are_refused_in_one_sentence(
    tmp_path: Path, scenario: str, cells: int, says: str
) -> None:
    path = await kept(tmp_path / "a.goodpath")
    with pytest.raises(GoodpathError) as refused:
        look_at(scenario, path, cells)
    assert str(refused.value) == says.format(folder=tmp_path, own=OWN)


async def test_what_is_no_session_file_is_left_to_its_opening(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    path.write_text("not one")
    must_be_the_same("ten-pictures", path, 3)
    assert over_words(path) == over_words(tmp_path / "none.goodpath") == ""


async def test_only_a_session_that_is_over_says_so(tmp_path: Path) -> None:
    assert over_words(await kept(tmp_path / "a.goodpath")) == ""
    path = await kept(tmp_path / "b.goodpath", ended=True)
    assert over_words(path) == (
        "The session in b.goodpath is over: who has a seat can come back and read, "
        "and nothing can be added.\n"
        f"Make the report to look at together:  {OWN} report {path} -o {path.with_suffix('.html')}"
    )


@pytest.mark.parametrize("command", ["host", "serve"])
@pytest.mark.parametrize("words", [("apple-phone",), ("ten-pictures", "--cells", "4")])
async def test_the_commands_refuse_it_with_one_and_leave_the_file_alone(
    tmp_path: Path, command: str, words: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = await kept(tmp_path / "a.goodpath")
    before = path.read_bytes()
    said = await to_thread(misused, capsys, command, *words, "-o", str(path), "--port", "0")
    assert said.startswith("goodpath: a.goodpath holds a session of") and said.count("\n") == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", ["host", "serve"])
async def test_a_session_that_is_over_is_opened_without_inviting_anybody(
    tmp_path: Path, command: str
) -> None:
    await kept(tmp_path / "a.goodpath", ended=True)
    process = Spoken(tmp_path, command, "ten-pictures", "-o", "a.goodpath", "--port", "0")
    try:
        process.wait_for(r"Session:   a\.goodpath")
        assert process.said.startswith("The session in a.goodpath is over: who has a seat can come back")
        assert process.said.count("Ctrl+C ends the server.") == 1
        assert f"{OWN} report a.goodpath -o a.html" in process.said
        assert "goodpath join" not in process.said and "Code:" not in process.said
    finally:
        process.close()


async def test_the_console_of_a_session_that_is_over_is_preceded_by_a_word(tmp_path: Path) -> None:
    await kept(tmp_path / "a.goodpath", ended=True)
    terminal = Terminal(tmp_path, "host", "ten-pictures", "-o", "a.goodpath", "--port", "0")
    try:
        terminal.wait_for("The session in a.goodpath is over")
        terminal.wait_for("The console opens in a moment; Alt+Q closes it.")
        terminal.wait_for("OVER")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server? Screens that still show it are then")
        terminal.press(b"\n")
        terminal.finish()
    finally:
        terminal.close()


async def test_two_cells_go_on_without_naming_them_again_and_stop_with_the_console_if_wanted(
    tmp_path: Path,
) -> None:
    await kept(tmp_path / "a.goodpath", cells=2)
    terminal = Terminal(tmp_path, "host", "a.goodpath", "--port", "0")
    try:
        terminal.wait_for("F5 start")
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server as well?")
        terminal.press(b"y\n")
        terminal.wait_for("The server has stopped; the session is in a.goodpath.")
        terminal.wait_for("Its last hash, to note for the reviewer:")
        terminal.finish()
        assert (tmp_path / "a.log").stat().st_mode & 0o777 == 0o600
    finally:
        terminal.close()
