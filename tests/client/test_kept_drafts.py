"""What was begun outlives its terminal, for its own seat alone, in a file for its owner's eyes."""

import os
from pathlib import Path

import pytest

from goodpath_client.drafts import DraftBook, Drafts, PostDraft, WordDraft
from goodpath_client.kept_drafts import Begun, KeptDrafts
from goodpath_client.kept_seats import SEATS_MAX
from goodpath_client.widgets.desks import Desk, Unsent

BEGUN = Begun(
    {
        "1/yuting": {
            "1/line3": Desk(
                "half a li",
                7,
                refused=[Unsent("refused", 3, "Chat is closed.", paused=True)],
                pasted="a\nb\nc\nd\n",
                covered="under",
            )
        }
    },
    {"1/yuting": {"offline": Desk("is there rice")}},
    {
        "1/yuting": Drafts(
            {"page nickname": "City After Rain 雨后之城"},
            [PostDraft("mine", ("neon",), "me")],
            [WordDraft("comment", "1/ming", "post:12", "where is this?")],
        )
    },
)


def opened(folder: Path, token: str = "secret-1") -> tuple[KeptDrafts, Begun]:
    kept = KeptDrafts(folder)
    return kept, kept.open(token)


def test_the_next_terminal_of_the_seat_finds_all_and_another_seat_nothing(tmp_path: Path) -> None:
    kept, before = opened(tmp_path / "drafts")
    assert before == Begun()
    kept.keep(BEGUN)
    assert opened(tmp_path / "drafts")[1] == BEGUN
    assert opened(tmp_path / "drafts", "secret-2")[1] == Begun()


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such bits")
def test_nobody_but_the_owner_may_read_the_file_or_list_the_folder(tmp_path: Path) -> None:
    opened(tmp_path / "drafts")[0].keep(BEGUN)
    (file,) = (tmp_path / "drafts").iterdir()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert "secret-1" not in file.name and "secret-1" not in file.read_text("utf-8")


def test_where_nothing_is_begun_any_more_there_is_no_file(tmp_path: Path) -> None:
    kept, _ = opened(tmp_path / "drafts")
    kept.keep(BEGUN)
    kept.keep(Begun())
    assert list((tmp_path / "drafts").iterdir()) == []
    kept.keep(BEGUN)
    assert opened(tmp_path / "drafts")[1] == BEGUN


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    kept, _ = opened(tmp_path / "drafts")
    kept.keep(BEGUN)
    (file,) = (tmp_path / "drafts").iterdir()
    before = file.stat().st_ino
    again, _ = opened(tmp_path / "drafts")
    again.keep(BEGUN)
    assert file.stat().st_ino == before


@pytest.mark.parametrize("content", [b"", b"{", b'{"chats": {"1/yuting": 3}}', b"\xff"])
def test_a_file_that_cannot_be_read_counts_as_none_and_is_written_anew(
    tmp_path: Path, content: bytes
) -> None:
    kept, _ = opened(tmp_path / "drafts")
    kept.keep(BEGUN)
    (file,) = (tmp_path / "drafts").iterdir()
    file.write_bytes(content)
    again, before = opened(tmp_path / "drafts")
    assert before == Begun()
    again.keep(BEGUN)
    assert opened(tmp_path / "drafts")[1] == BEGUN


def test_a_text_that_was_changed_in_the_file_is_cleaned(tmp_path: Path) -> None:
    kept, _ = opened(tmp_path / "drafts")
    spoilt = Unsent("e\x1b[31m", 0, "f\x1b")
    kept.keep(Begun({"1/yuting": {"1/line3": Desk("a\x1b[31mb", refused=[spoilt], pasted="c\x1b\nd\n")}}))
    desk = opened(tmp_path / "drafts")[1].chats["1/yuting"]["1/line3"]
    assert "\x1b" not in "".join((desk.refused[0].text, desk.refused[0].why))
    assert "\x1b" not in desk.draft and desk.draft.startswith("a")
    assert desk.pasted == "c\ufffd\nd\n"


def test_a_file_of_before_there_were_pastes_that_wait_is_read(tmp_path: Path) -> None:
    kept, _ = opened(tmp_path / "drafts")
    kept.keep(Begun({"1/yuting": {"1/line3": Desk("half a li")}}))
    (file,) = (tmp_path / "drafts").iterdir()
    assert b"pasted" not in file.read_bytes()
    assert opened(tmp_path / "drafts")[1].chats["1/yuting"]["1/line3"].pasted == ""


def test_of_many_seats_the_newest_are_kept(tmp_path: Path) -> None:
    for number in range(SEATS_MAX + 3):
        opened(tmp_path / "drafts", f"secret-{number}")[0].keep(BEGUN)
    assert len(list((tmp_path / "drafts").iterdir())) == SEATS_MAX
    assert opened(tmp_path / "drafts", f"secret-{SEATS_MAX + 2}")[1] == BEGUN


def test_without_a_folder_and_without_a_writable_one_nothing_is_kept_and_nothing_fails(
    tmp_path: Path,
) -> None:
    (tmp_path / "drafts").write_text("no folder")
    for folder in (None, tmp_path / "drafts"):
        kept = KeptDrafts(folder)
        assert kept.open("secret-1") == Begun()
        kept.keep(BEGUN)
        kept.drop()
    assert (tmp_path / "drafts").read_text() == "no folder"


def test_without_a_folder_not_even_that_nothing_is_begun_is_on_the_disk(tmp_path: Path) -> None:
    kept = [KeptDrafts(folder) for folder in (None, tmp_path / "drafts")]
    for one in kept:
        one.open("secret-1")
    assert [one.keep(Begun()) for one in kept] == [False, True]


def test_what_goes_out_without_a_key_is_not_kept_for_another_day() -> None:
    book = DraftBook()
    book.of("1/yuting").texts.update({"answer 0": "grey", "cards": "neon", "why neon": "light"})
    assert book.begun() == {"1/yuting": Drafts({"why neon": "light"})}


def test_what_is_begun_here_is_newer_than_what_was_kept() -> None:
    book = DraftBook()
    book.of("1/yuting").texts["why neon"] = "newer"
    book.take_up({"1/yuting": Drafts({"why neon": "older"}), "1/ming": Drafts({"why neon": "his"})})
    assert (book.of("1/yuting").texts, book.of("1/ming").texts) == (
        {"why neon": "newer"},
        {"why neon": "his"},
    )
