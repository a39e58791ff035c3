"""Whatever cannot be meant, at whatever command, is one sentence and the code 2; nothing is made of it."""

from pathlib import Path

import pytest

from goodpath_server.keyfile import KeyFile
from review.evening import saved
from typed import typed

LONG_NAME = "n" * 65
ADDRESS = "127.0.0.1:1"

MISTAKES = [
    # a scenario that is none
    ("serve nowhere -o HERE/x.goodpath", 'There is no scenario "nowhere"; shipped are'),
    ("host nowhere -o HERE/x.goodpath", 'There is no scenario "nowhere"; shipped are'),
    ("rehearse nowhere -o HERE/x.goodpath", 'There is no scenario "nowhere"; shipped are'),
    ("demo nowhere --folder HERE/out", 'There is no scenario "nowhere"; shipped are'),
    ("scenario check nowhere", 'There is no scenario "nowhere"; shipped are'),
    ("scenario show nowhere", 'There is no scenario "nowhere"; shipped are'),
    ("scenario check HERE", "There is no scenario.yaml in the folder"),
    ("rehearse HERE/evening.goodpath -o HERE/x.goodpath", "is a session file and no scenario"),
    # a session file that is none
    ("serve HERE/no.goodpath", "There is no session file HERE/no.goodpath"),
    ("host HERE/no.goodpath", "There is no session file HERE/no.goodpath"),
    ("verify HERE/no.goodpath", "There is no file HERE/no.goodpath; look"),
    ("verify HERE", "is a folder; name the session file in it"),
    ("export HERE/no.goodpath --as md", "There is no file HERE/no.goodpath; look"),
    ("report HERE/no.goodpath -o HERE/x.html", "There is no file HERE/no.goodpath; look"),
    ("serve ten-pictures -o HERE/dir.goodpath", "HERE/dir.goodpath is a folder; choose another name with -o"),
    ("host ten-pictures -o HERE/dir.goodpath", "HERE/dir.goodpath is a folder; choose another name with -o"),
    # another session than the one in the file
    ("serve apple-phone -o HERE/evening.goodpath", "holds a session of ten-pictures, not of apple-phone"),
    ("host apple-phone -o HERE/evening.goodpath", "holds a session of ten-pictures, not of apple-phone"),
    ("serve HERE/evening.goodpath --cells 5", "holds a session of 1 cell, and --cells says 5"),
    ("serve HERE/evening.goodpath -o HERE/x.goodpath", "goes on in its own place; leave -o out"),
    # a place where nothing can be written, or something lies
    ("serve ten-pictures -o HERE/sv.txt", "sv.txt is no name for a session file"),
    ("host ten-pictures -o HERE/sv.txt", "sv.txt is no name for a session file"),
    ("rehearse ten-pictures -o HERE/sv.txt", "sv.txt is no name for a session file"),
    ("serve ten-pictures -o HERE/no/x.goodpath", "there is no folder HERE/no"),
    ("host ten-pictures -o HERE/no/x.goodpath", "there is no folder HERE/no"),
    ("rehearse ten-pictures -o HERE/no/x.goodpath", "there is no folder HERE/no"),
    ("export HERE/evening.goodpath --as md -o HERE/no/x.md", "there is no folder HERE/no"),
    ("report HERE/evening.goodpath -o HERE/no/x.html", "there is no folder HERE/no"),
    ("demo ten-pictures --folder HERE/mine.txt", "cannot be a folder, as a file is in its way"),
    ("demo ten-pictures --folder HERE/mine.txt/out", "cannot be a folder, as a file is in its way"),
    ("rehearse ten-pictures -o HERE/evening.goodpath", "is there already; choose another name with -o"),
    ("export HERE/evening.goodpath --as md -o HERE/mine.txt", "is there already and is no transcript"),
    ("report HERE/evening.goodpath -o HERE/mine.txt", "is there already and is no report"),
    ("report HERE/evening.goodpath -o HERE", "is no file; choose another name with -o"),
    ("report HERE/evening.goodpath -o HERE/evening.goodpath", "would overwrite the session file itself"),
    # a load test
    ("serve --load-test 4by40 --tokens HERE/t", "Say --load-test GROUPSxMEMBERS"),
    ("serve --load-test 4x40", "Say --load-test GROUPSxMEMBERS"),
    ("serve --load-test 1x9000 --tokens HERE/t -o HERE/x.goodpath", "A load test seats 5000 at most"),
    ("serve --load-test 1x2 --tokens HERE/t --lan", "reachable from this machine only"),
    *(
        (f"serve {typed} --load-test 1x2 --tokens HERE/t", f"A load test has its own class; leave {said} out")
        for typed, said in (
            ("apple-phone", "the scenario"),
            ("HERE/evening.goodpath", "the scenario"),
            ("--cells 3", "--cells"),
            ("--address nonsense..x", "--address"),
            ("--paused", "--paused"),
            ("apple-phone --cells 1 --paused", "the scenario, --cells and --paused"),
        )
    ),
    ("serve --load-test 1x2 --tokens HERE/no/t", "there is no folder HERE/no"),
    ("serve --load-test 1x2 --tokens HERE/mine.txt", "is no list of tokens"),
    ("serve --load-test 1x2 --tokens HERE/t -o HERE/sv.txt", "sv.txt is no name for a session file"),
    # an address that nobody could type
    *(
        (
            f"{command} ten-pictures -o HERE/x.goodpath --lan --address {typed}",
            "no address that other machines",
        )
        for command in ("serve", "host")
        for typed in (
            "192.168.5",
            "192.168.5.300",
            "10.0.0.5:8713",
            "ws://pc",
            "-pc",
            "0.0.0.0",
            "::1",
            "a..b",
        )
    ),
    ("serve ten-pictures -o HERE/x.goodpath --lan --address 127.0.0.1", "no address that other machines"),
    ("serve ten-pictures -o HERE/x.goodpath --lan --address localhost", "no address that other machines"),
    ("serve ten-pictures -o HERE/x.goodpath --address 10.0.0.5", "so it goes with --lan"),
    ("host ten-pictures -o HERE/x.goodpath --address 10.0.0.5", "so it goes with --lan"),
    # where to, with which code, and who
    ("join", "Say where to and with which code: goodpath join ADDRESS CODE"),
    ("watch", "Say where to and with which code: goodpath watch ADDRESS CODE"),
    (f"join {ADDRESS}", "Say where to and with which code: goodpath join ADDRESS CODE"),
    (f"join {ADDRESS} ABCD2345", "Say who you are"),
    (f"join {ADDRESS} ABCD2345 --name {LONG_NAME}", "Make your name shorter by 1"),
    (f"join {ADDRESS} {LONG_NAME} --name Ana", "Make the code shorter by 1"),
    (f"watch {ADDRESS} {LONG_NAME}", "Make the code shorter by 1"),
    (f"join {ADDRESS} ABCD-2345 Ana", "'Ana' is a word too many; your own name stands behind --name"),
    (f"watch {ADDRESS} ABCD2345 7", "'7' is a word too many"),
    ("join no/address ABCD2345", "That is not an address"),
    ("watch 127.0.0.1:99999 ABCD2345", "That is not an address"),
    ("teach 127.0.0.1:99999 secret", "That is not an address"),
    (f"teach {ADDRESS} secret --key HERE/class.key", "The secret was given twice"),
    (f"teach {ADDRESS} --key HERE/none.key", "There is no key file HERE/none.key"),
    (f"teach {ADDRESS} --key HERE/mine.txt", "is no key file"),
]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a session file, its key file, and a text of somebody's own."""
    saved(tmp_path)
    (tmp_path / "mine.txt").write_text("My thesis\n")
    (tmp_path / "dir.goodpath").mkdir()
    KeyFile(tmp_path / "class.key", "s1").save()
    return tmp_path


def contents(folder: Path) -> dict[Path, bytes | None]:
    """What lies in a folder, and what each file holds."""
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.mark.parametrize(("line", "says"), MISTAKES, ids=[line for line, _ in MISTAKES])
def test_what_is_mistyped_is_one_sentence_and_leaves_with_2(here: Path, line: str, says: str) -> None:
    before = contents(here)

    came = typed(*(word.replace("HERE", str(here)) for word in line.split(" ")))

    assert says.replace("HERE", str(here)) in came.stderr
    assert (came.exit_code, came.stdout, came.stderr.count("\n")) == (2, "", 1)
    assert came.stderr.startswith("goodpath: ")
    assert contents(here) == before


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("verify HERE/mine.txt", "is not a session file but text"),
        (f"teach {ADDRESS} secret", "The console needs a terminal"),
        ("scenario show HERE/mine.txt", "has a problem"),
    ],
)
def test_what_could_be_meant_and_is_not_right_leaves_with_1(here: Path, line: str, says: str) -> None:
    came = typed(*line.replace("HERE", str(here)).split(" "))

    assert (came.exit_code, says in came.stderr, came.stderr.count("\n")) == (1, True, 1)
