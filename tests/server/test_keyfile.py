"""Who sat where, in a file of its own."""

import json
import stat
from pathlib import Path

import pytest

from goodpath_core.errors import LogError
from goodpath_server.keyfile import KeyFile, fingerprint


def test_seats_names_and_codes_come_back_from_disk(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path / "class.key")
    keys.code, keys.secret = "ABCDEFGH", "secret"
    keys.reserve("token one", "Mina", 0)
    keys.add_many({"token two": 2, "token three": 3})
    again = KeyFile(tmp_path / "class.key")
    assert [again.seat_of(f"token {n}") for n in ("one", "two", "three", "four")] == [1, 2, 3, 0]
    assert (again.names, again.code, again.secret) == ({1: "Mina"}, "ABCDEFGH", "secret")


def test_tokens_are_kept_as_fingerprints_and_only_their_owner_can_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    KeyFile(path).reserve("the token itself", "Mina", 6)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "the token itself" not in path.read_text("utf-8")
    assert json.loads(path.read_text("utf-8"))["tokens"] == {fingerprint("the token itself"): 7}


def test_names_are_cleaned_and_an_empty_one_is_not_kept() -> None:
    keys = KeyFile(None)
    keys.reserve("a", "\x1b[2J Mina\n", 0)
    keys.reserve("b", " \u200b", 1)
    assert keys.names == {1: "\ufffd[2J Mina"}


def test_a_void_token_opens_nothing_also_after_a_restart_and_the_name_of_the_seat_stays(
    tmp_path: Path,
) -> None:
    keys = KeyFile(tmp_path / "class.key")
    keys.reserve("stolen", "Mina", 0)
    keys.reserve("another", "Ben", 1)
    keys.void(1)
    again = KeyFile(tmp_path / "class.key")
    assert [keys.seat_of("stolen"), again.seat_of("stolen"), again.seat_of("another")] == [0, 0, 2]
    assert again.names == {1: "Mina", 2: "Ben"}


def test_that_a_token_was_made_void_is_known_also_after_a_restart_and_to_nobody_without_it(
    tmp_path: Path,
) -> None:
    keys = KeyFile(tmp_path / "class.key")
    keys.reserve("stolen", "Mina", 0)
    keys.reserve("another", "Ben", 1)
    keys.void(1)
    for known in (keys, KeyFile(tmp_path / "class.key")):
        asked = ("stolen", "another", "stole", "stolen ", "STOLEN", fingerprint("stolen"), "")
        assert [known.is_void(token) for token in asked] == [True, *[False] * 6]
    assert "stolen" not in (tmp_path / "class.key").read_text("utf-8")


def test_a_truncated_token_is_nobodys() -> None:
    keys = KeyFile(None)
    keys.reserve("token-of-seat-1", "", 0)
    assert [keys.seat_of(token) for token in ("token-of-seat-", "", "TOKEN-OF-SEAT-1")] == [0, 0, 0]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"tokens": {}}', '{"tokens": {"x": "y"}}'])
def test_a_damaged_key_file_is_named_with_what_to_do(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "class.key"
    path.write_text(damage)
    with pytest.raises(LogError, match="cannot be read; move it away"):
        KeyFile(path)


def test_a_key_file_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    keys = KeyFile(tmp_path / "nowhere" / "class.key")
    with pytest.raises(LogError, match="could not be written"):
        keys.reserve("a", "", 0)


def test_a_new_session_moves_the_key_file_of_an_older_one_aside(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    KeyFile(path, "monday").reserve("token of Mina", "Mina", 0)
    keys = KeyFile.fresh(path, "tuesday")
    keys.save()
    assert (keys.seat_of("token of Mina"), keys.names, keys.code) == (0, {}, "")
    assert KeyFile(tmp_path / "class-monday.key", "monday").seat_of("token of Mina") == 1
    assert KeyFile(path).session == "tuesday"


def test_a_new_session_moves_a_damaged_key_file_aside(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    path.write_text("{")
    KeyFile.fresh(path, "tuesday").save()
    assert (tmp_path / "class-old.key").read_text() == "{"
    assert KeyFile(path, "tuesday").session == "tuesday"


def test_going_on_with_the_key_file_of_another_session_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "class.key"
    KeyFile(path, "monday").reserve("token of Mina", "Mina", 0)
    with pytest.raises(LogError, match="^The key file .*class.key belongs to another session; move it away"):
        KeyFile(path, "tuesday")
