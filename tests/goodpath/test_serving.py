"""Serving: a session file goes on only with its own keys, and only if it is whole."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from goodpath.load_test import read_shape, serve_crowd
from goodpath.serving import begin_or_go_on, look_at

from goodpath_core.errors import LogError, Misused
from goodpath_server.keyfile import KeyFile
from goodpath_server.server import Config, Server
from processes import Spoken
from typed import typed

CONFIG = Config(port=0)


def opened(path: Path) -> Server:
    """A server on a new session file, or on the one that is there."""
    return begin_or_go_on(look_at("ten-pictures", path), path, CONFIG)


async def served(path: Path) -> Server:
    """A session that was opened and stopped again."""
    server = opened(path)
    await server.start()
    await server.stop()
    return server


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(statement)


async def test_a_session_that_goes_on_keeps_its_code_and_its_tokens(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    first = await served(path)
    first.keys.reserve("token of Mina", "Mina", 0)
    again = await served(path)
    assert (again.code, again.keys.seat_of("token of Mina")) == (first.code, 1)


async def test_a_new_session_in_the_place_of_a_deleted_one_knows_none_of_its_tokens(tmp_path: Path) -> None:
    path = tmp_path / "a.goodpath"
    first = await served(path)
    first.keys.reserve("token of Mina", "Mina", 0)
    path.unlink()
    new = await served(path)
    assert (new.keys.seat_of("token of Mina"), new.keys.names) == (0, {})
    assert (new.code == first.code, new.secret == first.secret) == (False, False)
    old = tmp_path / f"a-{first.session.name}.key"
    assert KeyFile(old).names == {1: "Mina"}


async def test_no_session_begins_where_a_killed_server_has_left_records_without_their_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.goodpath-wal").write_bytes(b"records")
    with pytest.raises(Misused, match=r"a\.goodpath-wal may hold .* choose another name with -o\.$"):
        look_at("ten-pictures", tmp_path / "a.goodpath")
    with pytest.raises(LogError, match=r"a\.goodpath-wal may hold"):
        await serve_crowd(1, 2, tmp_path / "a.goodpath", tmp_path / "tokens.txt", CONFIG, lambda server: None)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.goodpath-wal", b"records")]


async def test_no_key_file_that_was_moved_aside_is_lost_to_another(tmp_path: Path) -> None:
    for text in ("not a key file of ours", "nor this"):
        (tmp_path / "a.key").write_text(text)
        await served(tmp_path / "a.goodpath")
        (tmp_path / "a.goodpath").unlink()
    assert (tmp_path / "a-old.key").read_text() == "not a key file of ours"
    assert (tmp_path / "a-old-2.key").read_text() == "nor this"


async def test_the_keys_of_another_session_are_refused(tmp_path: Path) -> None:
    await served(tmp_path / "a.goodpath")
    await served(tmp_path / "b.goodpath")
    (tmp_path / "b.key").replace(tmp_path / "a.key")
    with pytest.raises(LogError, match="a.key belongs to another session"):
        opened(tmp_path / "a.goodpath")


@pytest.mark.parametrize("name", ["x.key", "x.log", "x.KEY", "x.db", "x.md", "x", "x.goodpath.md"])
async def test_a_name_that_is_none_for_a_session_file_is_refused_with_what_to_type(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(Misused) as refused:
        opened(tmp_path / name)
    assert str(refused.value) == (
        f"{tmp_path / name} is no name for a session file, which ends in .goodpath; "
        f"say: -o {tmp_path}/x.goodpath"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE meta SET value = 'x' WHERE key = 'cells'", "does not say how many cells"),
        ("UPDATE meta SET value = 'title: x' WHERE key = 'scenario_text'", "The scenario inside"),
        ("UPDATE meta SET value = '5' WHERE key = 'cells'", "Record 1 does not match .* `goodpath verify`"),
        ("UPDATE event SET body = '{' WHERE seq = 3", "Record 3 does not match .* `goodpath verify`"),
        ("DELETE FROM event WHERE seq = 2", "Record 2 bears the number 3; run `goodpath verify`"),
        ("UPDATE event SET room = x'00' WHERE seq = 5", "Record 5 holds something other"),
    ],
)
async def test_a_session_file_that_is_not_whole_is_refused_and_not_written_to(
    tmp_path: Path, statement: str, says: str
) -> None:
    path = tmp_path / "a.goodpath"
    await served(path)
    change(path, statement)
    for _ in range(2):
        with pytest.raises(LogError, match=says):
            opened(path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM epoch").fetchone() == (1,)


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_that_cannot_be_is_refused_before_anything_starts(tmp_path: Path, port: str) -> None:
    result = typed("serve", "ten-pictures", "-o", tmp_path / "a.goodpath", "--port", port)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert result.output == "goodpath: Give --port a whole number from 0 to 65535.\n"


@pytest.mark.parametrize("shape", ["4by40", "4x", "0x40", "4x40x4", "-4x40", "4x٤", "4x40"])
def test_a_load_test_without_shape_or_tokens_is_refused_in_one_sentence(tmp_path: Path, shape: str) -> None:
    tokens = () if shape == "4x40" else ("--tokens", str(tmp_path / "tokens.txt"))
    with socket.create_server(("127.0.0.1", 0)) as other:  # so that nothing is ever served here
        port = str(other.getsockname()[1])
        result = typed("serve", "--load-test", shape, *tokens, "--port", port)
    said = "goodpath: Say --load-test GROUPSxMEMBERS, such as 4x40, and --tokens FILE.\n"
    assert (result.exit_code, result.output) == (2, said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shape", ["1x9000", "9000x1", "5001x1", "2x2501", "999999999x999999999"])
def test_a_load_test_of_more_than_can_be_seated_says_how_many_can_be(shape: str) -> None:
    with pytest.raises(Misused) as no:
        read_shape(shape)
    assert str(no.value) == "A load test seats 5000 at most, such as 5x1000; say fewer groups or members."


@pytest.mark.parametrize(("text", "shape"), [("1x5000", (1, 5000)), ("5000x1", (5000, 1)), ("4x40", (4, 40))])
def test_a_load_test_is_read_as_groups_of_members(text: str, shape: tuple[int, int]) -> None:
    assert read_shape(text) == shape


def test_a_load_test_whose_tokens_have_no_folder_does_not_begin(tmp_path: Path) -> None:
    tokens = tmp_path / "nowhere" / "tokens.txt"
    result = typed("serve", "--load-test", "1x2", "--tokens", tokens, "--port", "0")
    assert (result.exit_code, result.output) == (
        2,
        f"goodpath: {tokens} cannot be written (there is no folder {tmp_path}/nowhere); "
        "choose another folder with --tokens.\n",
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "own.yaml",
            "is there already and is no list of tokens of goodpath; choose another name with --tokens",
        ),
        ("moved.txt", "is a session file and would be overwritten; choose another after --tokens"),
        ("new.goodpath", "Names that end in .goodpath are for session files and key files"),
        (
            "new.key",
            "Names that end in .key are for session files and key files; choose another after --tokens",
        ),
        ("folder", "is no file; choose another name with --tokens"),
    ],
)
async def test_the_tokens_of_a_load_test_replace_nothing_that_is_no_list_of_tokens(
    tmp_path: Path, name: str, says: str
) -> None:
    await served(tmp_path / "old.goodpath")
    (tmp_path / "old.goodpath").rename(tmp_path / "moved.txt")
    (tmp_path / "own.yaml").write_text("title: My town\n")
    (tmp_path / "folder").mkdir()
    before = {path: path.is_dir() or path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(Misused, match=says):
        await serve_crowd(1, 2, tmp_path / "new.goodpath", tmp_path / name, CONFIG, lambda server: None)
    assert {path: path.is_dir() or path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_load_test_says_loudly_what_it_is_and_shows_its_tokens_to_nobody_else(tmp_path: Path) -> None:
    server = Spoken(tmp_path, "serve", "--load-test", "2x3", "--tokens", "tokens.txt", "--port", "0")
    try:
        server.wait_for(r"2 groups of 3 at 127\.0\.0\.1:\d+; tokens in tokens\.txt")
        assert server.said.startswith("THIS IS A LOAD TEST: no rate limits, no lesson. Loopback only.\n")
        tokens = tmp_path / "tokens.txt"
        assert tokens.stat().st_mode & 0o777 == 0o600
        places = [line.split()[:2] for line in tokens.read_text("utf-8").splitlines()]
        assert places == [[f"{group}/crowd", f"{group}/m{n}"] for group in (1, 2) for n in (1, 2, 3)]
    finally:
        server.close()
    again = Spoken(tmp_path, "serve", "--load-test", "1x3", "--tokens", "tokens.txt", "--port", "0")
    try:
        again.wait_for(r"1 groups of 3 at")
        assert len(tokens.read_text("utf-8").splitlines()) == 3
    finally:
        again.close()


def test_the_code_is_printed_as_the_console_shows_it(tmp_path: Path) -> None:
    server = Spoken(tmp_path, "serve", "ten-pictures", "--port", "0", "-o", "class.goodpath")
    try:
        server.wait_for(r"Students:  \S*goodpath join 127\.0\.0\.1:\d+ \w{4}-\w{4}\n")
    finally:
        server.close()
