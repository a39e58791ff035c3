"""Whoever serves a class says the same of it, with or without a console, on this machine and in a network."""

import re
import shlex
from pathlib import Path

import pytest
from goodpath.announcement import NO_NETWORK, NOT_ENCRYPTED, shown_host
from goodpath.host_commands import NO_CONSOLE
from goodpath.lan import lan_address

from goodpath_client.teacher.qr_code import qr_lines
from own_network import OWN_ADDRESS, alone
from processes import OWN, Spoken, Terminal

SERVING = ("serve", "host")


def told(folder: Path, *words: str) -> str:
    """All that a server without a terminal has said when it is open."""
    server = Spoken(folder, *words, "ten-pictures", "--port", "0", "-o", f"{words[0]}.goodpath")
    try:
        server.wait_for(r"Ctrl\+C ends the server\.\n")
        return server.said
    finally:
        server.close()


def alike(said: str) -> str:
    """What was said, without what differs from one session to the next."""
    said = re.sub(
        r":\d+ \w{4}-\w{4}|port \d+|\w{4}-\w{4}$|\w+\.(key|goodpath)|:\d+ --key", "", said, flags=re.M
    )
    return re.sub("[█▀▄ ]{20,}", "", said)


def test_a_server_alone_says_on_this_machine_what_one_with_a_console_says(tmp_path: Path) -> None:
    alone, with_console = (told(tmp_path, command) for command in SERVING)

    assert alike(alone) == alike(with_console).replace(f"{NO_CONSOLE}\n", "")
    assert with_console.count(NO_CONSOLE) == 1
    assert alone.count("█") > 100


def test_without_a_network_the_students_line_runs_where_it_is_printed(tmp_path: Path) -> None:
    line = re.search(r"Students:  (.+)", told(tmp_path, "serve"))
    assert line is not None
    program, *words = shlex.split(line[1])
    assert program == OWN and words[0] == "join"


def test_in_a_network_both_lead_to_this_machine_and_one_sentence_warns(tmp_path: Path) -> None:
    alone, with_console = (told(tmp_path, command, "--lan") for command in SERVING)
    own = lan_address()

    assert alike(alone) == alike(with_console).replace(f"{NO_CONSOLE}\n", "")
    for said in (alone, with_console):
        found = re.findall(r"goodpath (?:join|teach) (\S+):\d+ ", said)
        assert found == [own or "127.0.0.1"] * 2
        assert said.count(NOT_ENCRYPTED if own else NO_NETWORK) == 1
        assert "0.0.0.0" not in said


def test_on_this_machine_alone_nothing_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown_host(lan=False) == "127.0.0.1"
    assert capsys.readouterr() == ("", "")


def test_where_nothing_leads_to_the_internet_line_and_qr_code_lead_to_this_machine(tmp_path: Path) -> None:
    words = ("serve", "ten-pictures", "--lan", "--port", "0", "-o", "class.goodpath")
    server = Spoken(tmp_path, *words, through=alone())
    try:
        line = server.wait_for(r"Students:  (.+)")[1]
        server.wait_for(r"Ctrl\+C ends the server\.\n")
    finally:
        server.close()

    assert re.fullmatch(rf"goodpath join {OWN_ADDRESS}:\d+ \w{{4}}-\w{{4}}", line)
    assert "\n".join(qr_lines(line)) in server.said
    assert NOT_ENCRYPTED in server.said and NO_NETWORK not in server.said


def test_whoever_knows_better_says_the_address_and_all_consoles_tell_it(tmp_path: Path) -> None:
    words = ("ten-pictures", "--lan", "--address", "class-pc.local", "--port", "0", "-o", "class.goodpath")
    terminal = Terminal(tmp_path, "host", *words)
    try:
        terminal.wait_for("goodpath join class-pc.local:")
        terminal.wait_for("connected")
        # Its server is a process of its own, and would outlive the console.
        terminal.press(b"\x1bq")
        terminal.wait_for("Close this console?")
        terminal.press(b"\r")
        terminal.wait_for("Stop the server as well?")
        terminal.press(b"y\n")
        terminal.wait_for("The server has stopped")
    finally:
        terminal.close()

    assert re.search(
        r"^Students:  goodpath join class-pc\.local:\d+ ", (tmp_path / "class.log").read_text(), re.M
    )


@pytest.mark.parametrize("typed", ["192.168.5.2", "class-pc", "room-12.school.example", "PC_7"])
def test_an_address_or_a_host_name_is_announced_as_it_was_typed(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown_host(lan=True, address=typed) == typed
    assert capsys.readouterr() == ("", f"{NOT_ENCRYPTED}\n")
