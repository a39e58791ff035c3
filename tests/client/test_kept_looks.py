"""What a teacher has read is remembered on disk, for each session apart, by all consoles of the account."""

from pathlib import Path

import pytest

from goodpath_client.kept_looks import KeptLooks, Look
from goodpath_client.kept_seats import SEATS_MAX

CHAT, PAGE = "room:1/line3", "page:1/ming"


def opened(folder: Path | None, session: str = "s1") -> KeptLooks:
    looks = KeptLooks(folder)
    looks.open(session)
    return looks


def test_a_console_opened_again_knows_what_was_read_and_what_hung_there(tmp_path: Path) -> None:
    looks = opened(tmp_path / "looks")
    looks.keep(CHAT, Look(7))
    looks.keep(PAGE, Look(8, frozenset({"neon", "lamp"})))
    looks.keep(CHAT, Look(9))
    again = opened(tmp_path / "looks")
    assert (again.find(CHAT), again.find(PAGE)) == (Look(9), Look(8, frozenset({"neon", "lamp"})))
    assert again.find("lives:1") is None
    assert opened(tmp_path / "looks", "s2").find(CHAT) is None, "another session is read anew"


def test_of_two_consoles_each_has_its_own_and_the_next_knows_what_either_has_shown(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    one.keep(CHAT, Look(7))
    assert other.find(CHAT) is None
    other.keep(PAGE, Look(8))
    again = opened(tmp_path)
    assert (again.find(CHAT), again.find(PAGE)) == (Look(7), Look(8))


def test_an_older_look_of_one_console_takes_nothing_from_a_newer_one_of_the_other(tmp_path: Path) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    one.keep(CHAT, Look(9))
    other.keep(CHAT, Look(7))
    assert opened(tmp_path).find(CHAT) == Look(9)


def test_lines_seen_with_new_ones_before_them_are_remembered_whichever_console_has_shown_them(
    tmp_path: Path,
) -> None:
    one, other = opened(tmp_path), opened(tmp_path)
    one.keep(CHAT, Look(7, alone=frozenset({10, 12})))
    other.keep(CHAT, Look(5, alone=frozenset({6, 14})))
    assert opened(tmp_path).find(CHAT) == Look(7, alone=frozenset({10, 12, 14}))
    other.keep(CHAT, Look(13))
    assert opened(tmp_path).find(CHAT) == Look(13, alone=frozenset({14}))


def test_a_look_kept_before_lines_were_told_apart_still_holds(tmp_path: Path) -> None:
    opened(tmp_path).keep(CHAT, Look(7))
    (file,) = tmp_path.glob("*.jsonl")
    file.write_text('{"place": "room:1/line3", "seq": 8, "things": []}\n')
    assert opened(tmp_path).find(CHAT) == Look(8)


@pytest.mark.parametrize(
    "line",
    [b"\xff", b"[1]", b'{"place": "room:1/line3"}', b'{"place": "room:1/line3", "seq": "x", "things": []}'],
)
def test_what_cannot_be_read_is_passed_over(tmp_path: Path, line: bytes) -> None:
    opened(tmp_path).keep(CHAT, Look(7))
    (file,) = tmp_path.glob("*.jsonl")
    file.write_bytes(line + b"\n" + file.read_bytes() + line)
    assert opened(tmp_path).find(CHAT) == Look(7)


def test_without_a_folder_or_where_nothing_can_be_written_they_live_as_long_as_the_console(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    for folder in (None, tmp_path / "file"):
        looks = opened(folder)
        looks.keep(CHAT, Look(7))
        assert looks.find(CHAT) == Look(7)
        looks.open("s1")
        assert looks.find(CHAT) == Look(7), "the connection has only come back"
        assert opened(folder).find(CHAT) is None


def test_only_the_owner_may_read_them(tmp_path: Path) -> None:
    opened(tmp_path / "looks").keep(CHAT, Look(7))
    (file,) = (tmp_path / "looks").glob("*.jsonl")
    assert file.stat().st_mode & 0o077 == 0


def test_only_the_newest_sessions_are_remembered(tmp_path: Path) -> None:
    for number in range(SEATS_MAX + 2):
        opened(tmp_path, f"s{number}").keep(CHAT, Look(7))
    assert len(list(tmp_path.iterdir())) == SEATS_MAX
