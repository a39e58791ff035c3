"""A golden file says whether a text is still what was found good, and is renewed only if asked to."""

from pathlib import Path

import pytest

from golden import Golden


def test_another_text_fails_and_leaves_the_file_alone(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"a\r\nb\n")
    golden = Golden(tmp_path, renews=False)
    golden.holds("one.txt", "a\r\nb\n")
    with pytest.raises(AssertionError, match="renew"):
        golden.holds("one.txt", "a\nb\n")
    assert (tmp_path / "one.txt").read_bytes() == b"a\r\nb\n"


def test_a_file_is_renewed_if_asked_to(tmp_path: Path) -> None:
    Golden(tmp_path / "golden", renews=True).holds("one.txt", "a\r\n潘\n")
    assert (tmp_path / "golden" / "one.txt").read_bytes() == "a\r\n潘\n".encode()
