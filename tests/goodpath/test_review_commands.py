"""verify, export and report: what they print, what they write, and with which exit code they leave."""

import os
import sqlite3
from pathlib import Path

import pytest

from review.evening import saved
from typed import Typed, typed


def changed(path: Path) -> Path:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE event SET voice = '1/haibo' WHERE seq = 38")
    connection.commit()
    connection.close()
    return path


@pytest.mark.parametrize("command", ["verify", "export", "report"])
def test_every_command_shows_an_example(command: str) -> None:
    assert f"Example: goodpath {command} class.goodpath" in typed(command, "--help").output


def test_verify_says_that_a_file_is_whole(tmp_path: Path) -> None:
    result = typed("verify", saved(tmp_path))

    assert result.exit_code == 0
    assert result.output.startswith("Whole: 118 records; 1 erased on purpose. Last hash: ")
    assert "Records missing at the end show only in this hash" in result.output


def test_verify_names_the_first_changed_record_and_leaves_with_one(tmp_path: Path) -> None:
    result = typed("verify", changed(saved(tmp_path)))

    assert result.exit_code == 1
    assert result.output.startswith("Record 38 does not match its hash")
    assert "As it was written, before the first fault: 37 records." in result.output


def test_export_writes_every_form_to_the_screen_or_into_a_file(tmp_path: Path) -> None:
    path = saved(tmp_path)

    for form, begins in (("md", "# Ten pictures\n"), ("csv", "seq,seconds,day"), ("jsonl", '{"seq": 1, ')):
        screen = typed("export", path, "--as", form)
        out = tmp_path / f"evening.{form}"
        assert typed("export", path, "--as", form, "-o", out).exit_code == 0
        assert screen.exit_code == 0
        assert screen.stdout.startswith(begins)
        assert out.read_bytes().decode("utf-8-sig") == screen.stdout_bytes.decode()
    assert (tmp_path / "evening.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_report_writes_one_page(tmp_path: Path) -> None:
    out = tmp_path / "evening.html"

    assert typed("report", saved(tmp_path), "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_changed_file_is_not_told_as_if_it_were_whole(tmp_path: Path) -> None:
    path, out = changed(saved(tmp_path)), tmp_path / "out"

    for words in (("export", path, "--as", "md", "-o", out), ("report", path, "-o", out)):
        result = typed(*words)
        assert result.exit_code == 1
        assert result.stderr.startswith("goodpath: Record 38 does not match its hash")
        assert [entry.name for entry in tmp_path.iterdir()] == ["evening.goodpath"]


def test_misuse_leaves_with_two_and_one_sentence(tmp_path: Path) -> None:
    path = saved(tmp_path)

    lost = typed("verify", tmp_path / "lost.goodpath")
    over = typed("export", path, "--as", "csv", "-o", path)
    unknown = typed("export", path, "--as", "docx")

    assert (lost.exit_code, over.exit_code, unknown.exit_code) == (2, 2, 2)
    assert (
        lost.stderr
        == f"goodpath: There is no file {tmp_path / 'lost.goodpath'}; look at its name and folder.\n"
    )
    assert typed("verify", "/").stderr == "goodpath: / is a folder; name the session file in it.\n"
    assert (
        over.stderr
        == "goodpath: That would overwrite the session file itself; choose another name after -o.\n"
    )
    assert unknown.stderr == "goodpath: Give --as one of these: md, jsonl, csv.\n"
    assert typed("verify", path).exit_code == 0


@pytest.mark.parametrize("words", [("export", "--as", "md"), ("report",)], ids=["export", "report"])
@pytest.mark.parametrize(
    ("out", "says"),
    [
        ("other.goodpath", "Names that end in .goodpath are for session files and key files; choose another"),
        ("new.GOODPATH", "Names that end in .GOODPATH are for session files and key files; choose another"),
        ("evening.goodpath-wal", "Names that end in .goodpath-wal are for session files and key files"),
        ("evening.key", "Names that end in .key are for session files and key files; choose another"),
        ("renamed.html", "renamed.html is a session file and would be overwritten; choose another after -o."),
        ("evening.goodpath", "That would overwrite the session file itself; choose another name after -o."),
    ],
)
def test_what_cannot_be_made_again_is_not_written_over(
    tmp_path: Path, words: tuple[str, ...], out: str, says: str
) -> None:
    path = saved(tmp_path)
    for name in ("other.goodpath", "evening.key", "evening.goodpath-wal"):
        (tmp_path / name).write_text("keep me")
    (tmp_path / "renamed.html").write_bytes(path.read_bytes())
    before = {entry: entry.read_bytes() for entry in tmp_path.iterdir()}

    result = typed(words[0], path, *words[1:], "-o", tmp_path / out)

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert says in result.stderr
    assert {entry: entry.read_bytes() for entry in tmp_path.iterdir()} == before


FORMS = {
    "md": ("export", "--as", "md"),
    "csv": ("export", "--as", "csv"),
    "jsonl": ("export", "--as", "jsonl"),
    "html": ("report",),
}
NAMES = {"md": "transcript", "csv": "table", "jsonl": "list of records", "html": "report"}


def write(form: str, path: Path, out: Path, *more: str) -> Typed:
    """Write a session in a form."""
    command, *words = FORMS[form]
    return typed(command, path, *words, "-o", out, *more)


@pytest.mark.parametrize("form", FORMS)
def test_what_was_made_from_a_session_before_is_made_anew(tmp_path: Path, form: str) -> None:
    path, out = saved(tmp_path), tmp_path / "out"

    assert write(form, path, out).exit_code == 0
    made = out.read_bytes()
    out.write_bytes(made[: len(made) // 2])
    assert write(form, path, out).exit_code == 0
    assert out.read_bytes() == made
    out.write_bytes(b"")
    assert write(form, path, out).exit_code == 0
    assert out.read_bytes() == made


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_is_for_its_owner_alone_whoever_could_read_it_before(
    tmp_path: Path, form: str
) -> None:
    path, out = saved(tmp_path), tmp_path / "out"
    assert write(form, path, out).exit_code == 0
    out.chmod(0o644)
    assert write(form, path, out).exit_code == 0
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_private_report_and_one_for_the_class_are_of_one_form(tmp_path: Path) -> None:
    path, out = saved(tmp_path), tmp_path / "out.html"

    assert [write("html", path, out, *more).exit_code for more in ((), ("--private",), ())] == [0, 0, 0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "text",
    [
        "My thesis\n",
        "# Ten pictures\n\nMy notes on it.\n",
        "title: My town\nminutes: 20\n",
        "<!DOCTYPE html>\n<html lang='en'>\n<head>\n<title>Mine</title>",
        "seq,name\n1,Ana\n",
        '{"seq": 1, "mine": true}\n',
        "\x00\x01 anything",
    ],
)
def test_what_somebody_else_wrote_is_not_written_over(tmp_path: Path, form: str, text: str) -> None:
    path, out = saved(tmp_path), tmp_path / "mine.txt"
    out.write_text(text)
    before = {entry: entry.read_bytes() for entry in tmp_path.iterdir()}

    result = write(form, path, out)

    assert (result.exit_code, result.stderr) == (
        2,
        f"goodpath: {out} is there already and is no {NAMES[form]} of goodpath; "
        "choose another name with -o.\n",
    )
    assert {entry: entry.read_bytes() for entry in tmp_path.iterdir()} == before


@pytest.mark.parametrize("form", FORMS)
def test_one_form_does_not_take_the_place_of_another(tmp_path: Path, form: str) -> None:
    path = saved(tmp_path)
    for other in FORMS:
        assert write(other, path, tmp_path / other).exit_code == 0

    codes = {other: write(form, path, tmp_path / other).exit_code for other in FORMS}

    assert codes == {other: 0 if other == form else 2 for other in FORMS}


def test_what_is_no_file_is_left_alone_and_not_waited_for(tmp_path: Path) -> None:
    path, pipe = saved(tmp_path), tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "folder").mkdir()
    for out in (pipe, tmp_path / "folder", Path(os.devnull)):
        result = write("md", path, out)
        assert (result.exit_code, result.stderr) == (
            2,
            f"goodpath: {out} is no file; choose another name with -o.\n",
        )
    assert pipe.is_fifo() and Path(os.devnull).is_char_device()


def test_a_draft_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    path, draft = saved(tmp_path), tmp_path / "evening.md.part"
    draft.write_text("My thesis")

    assert write("md", path, tmp_path / "evening.md").exit_code == 0
    assert draft.read_text() == "My thesis"


def test_what_is_no_session_file_leaves_with_one(tmp_path: Path) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text("Dear teacher")

    came = typed("report", essay, "-o", tmp_path / "out")
    assert (came.exit_code, came.stderr) == (
        1,
        "goodpath: essay.txt is not a session file but text; the names of session files end in .goodpath.\n",
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_where_nothing_can_be_written_one_sentence_says_so(tmp_path: Path, form: str) -> None:
    out = tmp_path / f"{'n' * 250}.{form}"
    result = write(form, saved(tmp_path), out)

    assert (result.exit_code, result.stderr) == (
        1,
        f"goodpath: {out} cannot be written (File name too long); choose another place after -o.\n",
    )
