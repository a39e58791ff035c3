"""A session file that was spoilt anywhere is gone on with, or refused in one sentence."""

import random
from pathlib import Path

from goodpath.library import load
from goodpath.serving import new_session, reopen_session

from goodpath_core.errors import LogError
from goodpath_server.server import Config

CONFIG = Config(port=0)
SPOILT = 50


async def outcome(path: Path) -> str:
    """What a server that opens the file says; empty if it goes on with it."""
    try:
        server = reopen_session(path, CONFIG)
    except LogError as fault:
        return str(fault)
    await server.stop()
    return ""


def spoil(whole: bytes, dice: random.Random) -> bytes:
    """Write over, empty, or cut off a part; half of the time where the tables are, not the pictures."""
    end = len(whole) if dice.random() < 0.5 else 40_000
    at = dice.randrange(end)
    length = dice.choice((1, 8, 512, 4096))
    match dice.randrange(3):
        case 0:
            return whole[:at] + dice.randbytes(length) + whole[at + length :]
        case 1:
            return whole[:at] + bytes(length) + whole[at + length :]
        case _:
            return whole[:at]


async def test_a_file_that_is_spoilt_anywhere_is_one_sentence_or_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    server = new_session(load("ten-pictures"), path, CONFIG)
    await server.start()
    await server.stop()
    whole, dice = path.read_bytes(), random.Random(2013)
    said = []
    for _ in range(SPOILT):
        path.write_bytes(spoil(whole, dice))
        said.append(await outcome(path))
    assert "" in said and len(set(said)) > 5
    assert [words for words in said if words and not words.endswith((".", "it."))] == []
    assert all("\n" not in words for words in said)
