"""Draws every shipped picture into the folders of those that show them: the scenarios and the client."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from scenarios.drawing import dwelling, factory, food, mainstream, quotation, room, street, town, village, web
from scenarios.drawing.brush import Stage
from scenarios.drawing.palette import fit

Drawing = tuple[str, Callable[[], Stage]]

CARDS: tuple[Drawing, ...] = (
    *web.PICTURES,
    *street.PICTURES,
    *mainstream.PICTURES,
    *quotation.PICTURES,
    *village.PICTURES,
    *room.PICTURES,
    *factory.PICTURES,
    *food.PICTURES,
)
ROOMS: tuple[Drawing, ...] = dwelling.PICTURES

FOLDERS: tuple[tuple[str, tuple[Drawing, ...]], ...] = (
    ("ten-pictures", (*CARDS, *ROOMS)),
    ("apple-phone", (*CARDS, *ROOMS)),
)

CLIENT_FOLDER = Path("client") / "goodpath_client" / "art"
"""Where the client keeps what it shows by itself, below the folder of the project."""

DRAWN_WITH = "13.0.0"
"""The Pillow that drew the shipped files; another one may soften an edge or pack a file differently."""


def write(target: Path) -> None:
    """Draw all pictures once and write them below `target`, one folder for each scenario."""
    drawn = {name: fit(paint().finished()) for name, paint in (*CARDS, *ROOMS)}
    for folder, drawings in FOLDERS:
        pictures = target / folder / "pictures"
        pictures.mkdir(parents=True, exist_ok=True)
        for name, _ in drawings:
            (pictures / f"{name}.png").write_bytes(drawn[name])


def write_client(target: Path) -> None:
    """Draw what the client shows by itself into its folder below `target`."""
    folder = target / CLIENT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, paint in town.PICTURES:
        (folder / f"{name}.png").write_bytes(fit(paint().finished()))


def main() -> None:
    """Write into the project's own folders, or below the folder that the command line names."""
    project = Path(__file__).parents[2]
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else project
    write(target if len(sys.argv) > 1 else project / "scenarios")
    write_client(target)


if __name__ == "__main__":
    main()
