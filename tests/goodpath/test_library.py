"""Scenarios are found and loaded, and nothing outside their folder is touched."""

import shutil
import struct
from pathlib import Path

import pytest
from goodpath.library import NoSuchScenario, list_shipped, load

from core.scenario.small import SMALL
from goodpath_core.errors import ScenarioProblems
from goodpath_server.log.sqlite import SqliteLog

HEADER = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
LAMP = HEADER + struct.pack(">II", 64, 48) + b"\x08\x06\x00\x00\x00 and so on"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    folder = tmp_path / "my-town"
    (folder / "pictures").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "pictures" / "lamp.png").write_bytes(LAMP)
    return folder


def problems_of(path: Path) -> list[str]:
    with pytest.raises(ScenarioProblems) as caught:
        load(path)
    return [str(problem) for problem in caught.value.problems]


def test_the_shipped_scenarios_are_found_by_name_with_all_their_pictures() -> None:
    assert {"apple-phone", "ten-pictures"} <= set(list_shipped())

    loaded = load("ten-pictures")
    named = {card.picture for card in loaded.scenario.cards.values()}
    named |= {persona.room_picture for persona in loaded.scenario.personas.values()} - {""}
    assert loaded.scenario.key == "ten-pictures"
    assert set(loaded.pictures) == named


def test_a_folder_and_its_file_lead_to_the_same_scenario(town: Path) -> None:
    assert load(town) == load(town / "scenario.yaml")
    assert load(town).scenario.key == "my-town"
    assert load(town).pictures == {"lamp.png": LAMP}


def test_a_file_of_another_name_gives_the_scenario_its_name(town: Path) -> None:
    (town / "scenario.yaml").rename(town / "evening.yaml")

    assert load(town / "evening.yaml").scenario.key == "evening"


@pytest.mark.parametrize("name", ["ten-picture", "Ten-Pictures"])
def test_an_unknown_name_is_answered_with_the_nearest(name: str) -> None:
    with pytest.raises(NoSuchScenario, match="did you mean ten-pictures"):
        load(name)


@pytest.mark.parametrize("name", ["zzzz", "", "a\0b", "x" * 5_000])
def test_a_name_near_nothing_is_answered_with_all(name: str) -> None:
    with pytest.raises(NoSuchScenario, match=r"shipped are .*apple-phone"):
        load(name)


def test_a_picture_that_is_none_is_refused(town: Path) -> None:
    (town / "pictures" / "lamp.png").write_bytes(b"GIF89a" + b"x" * 100)

    assert problems_of(town) == [
        "pictures/lamp.png: this is not a PNG picture; save it as PNG, or take it away"
    ]


def test_a_picture_cut_off_in_its_header_is_refused(town: Path) -> None:
    (town / "pictures" / "lamp.png").write_bytes(LAMP[:20])

    assert "this is not a PNG picture" in problems_of(town)[0]


def test_a_picture_of_too_many_bytes_is_refused(town: Path) -> None:
    (town / "pictures" / "lamp.png").write_bytes(LAMP + b"x" * 512 * 1024)

    assert "more than 512 KiB" in problems_of(town)[0]


@pytest.mark.parametrize(
    ("width", "height"), [(9_000, 9_000), (2_001, 2_000), (5_000, 700), (1, 4_097), (0, 10)]
)
def test_a_picture_that_no_screen_shows_is_refused_by_its_head(town: Path, width: int, height: int) -> None:
    (town / "pictures" / "lamp.png").write_bytes(HEADER + struct.pack(">II", width, height) + b"\x01\0\0\0\0")

    assert problems_of(town) == [
        f"pictures/lamp.png: the picture measures {width:,} x {height:,} pixels; expected at most 4,096 "
        "on a side and 4,000,000 in all; save it smaller"
    ]


def test_a_picture_that_links_out_of_the_folder_is_refused(town: Path, tmp_path: Path) -> None:
    (town / "pictures" / "lamp.png").rename(tmp_path / "secret.png")
    (town / "pictures" / "lamp.png").symlink_to(tmp_path / "secret.png")

    assert "a link that leads out of its folder" in problems_of(town)[0]


def test_a_picture_folder_that_links_out_is_refused(town: Path, tmp_path: Path) -> None:
    (town / "pictures").rename(tmp_path / "elsewhere")
    (town / "pictures").symlink_to(tmp_path / "elsewhere")

    assert "a link that leads out of its folder" in problems_of(town)[0]


def test_a_scenario_that_links_out_of_the_folder_is_refused(town: Path, tmp_path: Path) -> None:
    (town / "scenario.yaml").rename(tmp_path / "secret.yaml")
    (town / "scenario.yaml").symlink_to(tmp_path / "secret.yaml")

    assert "a link that leads out of its folder" in problems_of(town)[0]


def test_pictures_the_scenario_does_not_name_are_left_alone(town: Path) -> None:
    (town / "pictures" / "holiday.jpg").write_bytes(b"not ours")

    assert set(load(town).pictures) == {"lamp.png"}


def test_problems_of_the_text_and_of_the_pictures_come_together(town: Path) -> None:
    (town / "scenario.yaml").write_text(SMALL.replace("age: 39", "age: 3"), encoding="utf-8")
    (town / "pictures" / "lamp.png").write_bytes(b"")

    assert [problem.split(":")[0] for problem in problems_of(town)] == ["pictures/lamp.png", "scenario.yaml"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(("before", "place"), [(b"", "1:1"), ("title: 潘\n# 潘".encode(), "2:4")])
def test_where_a_text_stops_being_utf_8_is_counted_in_characters_from_one(
    town: Path, before: bytes, place: str, mark: bytes
) -> None:
    (town / "scenario.yaml").write_bytes(mark + before + b"\xff")
    assert problems_of(town) == [f"scenario.yaml:{place}: this is not UTF-8 text; save the file as UTF-8"]


def test_a_file_that_is_not_utf_8_is_told_its_line(town: Path) -> None:
    (town / "scenario.yaml").write_bytes(SMALL.replace("潘雨婷", "\udced").encode("utf-8", "surrogateescape"))

    assert problems_of(town) == ["scenario.yaml:16:44: this is not UTF-8 text; save the file as UTF-8"]


def test_a_session_file_is_named_as_one_with_the_line_that_goes_on_with_it(tmp_path: Path) -> None:
    session = tmp_path / "evening.goodpath"
    SqliteLog.create(session, {}, {}).close()
    with pytest.raises(
        NoSuchScenario, match="evening.goodpath is a session file and no scenario; run: .* host "
    ):
        load(session)


def test_a_giant_file_is_refused_after_its_first_256_kib(town: Path) -> None:
    (town / "scenario.yaml").write_text("a: " + "x" * 1024 * 1024, encoding="utf-8")

    assert "more than 256 KiB" in problems_of(town)[0]


def test_a_missing_picture_folder_is_no_accident(town: Path) -> None:
    shutil.rmtree(town / "pictures")

    assert problems_of(town) == ['scenario.yaml:54:14: there is no "lamp.png" in the folder pictures/']


@pytest.mark.parametrize("file", ["", "scenario.yaml"])
def test_problems_say_what_the_scenario_was_asked_for_by(town: Path, file: str) -> None:
    (town / "scenario.yaml").write_text("title: A\n", encoding="utf-8")
    with pytest.raises(ScenarioProblems) as caught:
        load(town / file)

    assert caught.value.asked == str(town / file)
