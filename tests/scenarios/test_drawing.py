"""The shipped pictures are what the script draws, and small enough to travel."""

from __future__ import annotations

import io
from pathlib import Path

import PIL
import pytest
from PIL import Image
from scenarios.drawing.brush import Stage
from scenarios.drawing.draw import CARDS, CLIENT_FOLDER, DRAWN_WITH, FOLDERS, ROOMS, write, write_client
from scenarios.drawing.palette import LARGEST, fit

PROJECT = Path(__file__).parents[2]
SCENARIOS = PROJECT / "scenarios"
SHIPPED = sorted(path for folder, _ in FOLDERS for path in (SCENARIOS / folder / "pictures").glob("*.png"))


@pytest.mark.skipif(
    PIL.__version__ != DRAWN_WITH,
    reason=f"Install Pillow {DRAWN_WITH} to compare bytes; another one packs the same picture differently.",
)
def test_the_script_draws_the_shipped_files_byte_for_byte(tmp_path: Path) -> None:
    write(tmp_path)
    drawn = sorted(tmp_path.rglob("*.png"))
    assert [path.relative_to(tmp_path) for path in drawn] == [path.relative_to(SCENARIOS) for path in SHIPPED]
    differing = [
        path.name
        for path in drawn
        if path.read_bytes() != (SCENARIOS / path.relative_to(tmp_path)).read_bytes()
    ]
    assert differing == []


@pytest.mark.skipif(
    PIL.__version__ != DRAWN_WITH,
    reason=f"Install Pillow {DRAWN_WITH} to compare bytes; another one packs the same picture differently.",
)
def test_the_script_draws_the_pictures_of_the_client_byte_for_byte(tmp_path: Path) -> None:
    write_client(tmp_path)
    drawn, shipped = ({path.name: path.read_bytes() for path in (folder / CLIENT_FOLDER).iterdir()}
                      for folder in (tmp_path, PROJECT))  # fmt: skip
    assert drawn.keys() == {"town-night.png", "line.png"}
    assert drawn == shipped


def test_the_line_has_no_colour() -> None:
    with Image.open(PROJECT / CLIENT_FOLDER / "line.png") as picture:
        small = picture.convert("RGB").reduce(40)
    colours = [small.getpixel((x, y)) for x in range(small.width) for y in range(small.height)]
    assert max(max(one) - min(one) for one in colours) <= 12  # type: ignore[arg-type]


def test_every_folder_holds_its_pictures_and_nothing_else() -> None:
    for folder, drawings in FOLDERS:
        names = {path.name for path in (SCENARIOS / folder / "pictures").iterdir()}
        assert names == {f"{name}.png" for name, _ in drawings}


def test_there_are_cards_enough_and_a_room_for_each_of_the_eight() -> None:
    assert len(CARDS) >= 28
    assert len(ROOMS) == 8


def test_every_shipped_picture_is_a_small_png_of_480_by_360() -> None:
    for path in SHIPPED:
        with Image.open(path) as picture:
            assert (picture.format, picture.size) == ("PNG", (480, 360)), path.name
        assert path.stat().st_size <= 60 * 1024, path.name


def test_a_room_is_grey_in_its_corners() -> None:
    for path in (SCENARIOS / "apple-phone" / "pictures").glob("room-*.png"):
        with Image.open(path) as picture:
            red, green, blue = picture.convert("RGB").reduce(40).getpixel((11, 8))  # type: ignore[misc]
        assert max(red, green, blue) - min(red, green, blue) <= 12, path.name


def test_the_same_seed_throws_the_same_dice() -> None:
    first, second = (Stage("rain").dice.random() for _ in range(2))
    assert first == second


def test_a_picture_too_rich_for_its_size_is_refused() -> None:
    noise = Image.frombytes("RGB", (480, 360), Stage("noise").dice.randbytes(480 * 360 * 3))
    with pytest.raises(ValueError, match="fewer details"):
        fit(noise)


def test_a_plain_picture_keeps_its_colour_and_fits() -> None:
    data = fit(Stage("plain", "#3060a0").finished())
    assert len(data) <= LARGEST
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.convert("RGB").reduce(120).getpixel((1, 1)) == (48, 96, 160)
