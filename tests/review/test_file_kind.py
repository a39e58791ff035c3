"""What is no session file is called what it is, by how it begins and not by its name."""

from pathlib import Path

import pytest

from goodpath_review.file_kind import is_no_session


@pytest.mark.parametrize(
    ("begins", "called"),
    [
        (b"SQLite format 3\0", "a database of another program"),
        (b"PK\x03\x04\x14", "a zip archive or an office document"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"%PDF-1.7", "a PDF"),
        (b"", "empty"),
        (b"Dear teacher", "text"),
        ("潘雨婷".encode(), "text"),
        # 4096 bytes, after which the look ends, are no whole number of signs.
        (("雨" * 2000).encode(), "text"),
        (b"text with \0 in it", "something else"),
        (b"\xff\xfe\xfd\xfc\xfb\xfa\xf9", "something else"),
    ],
    ids=str,
)
def test_a_file_is_called_by_how_it_begins(tmp_path: Path, begins: bytes, called: str) -> None:
    path = tmp_path / "homework.txt"
    path.write_bytes(begins)

    assert is_no_session(path) == (
        f"homework.txt is not a session file but {called}; the names of session files end in .goodpath."
    )


def test_of_a_file_with_the_right_name_it_is_said_that_the_name_means_nothing(tmp_path: Path) -> None:
    path = tmp_path / "class.goodpath"
    path.touch()

    assert is_no_session(path) == "class.goodpath is not a session file but empty, whatever its name says."
