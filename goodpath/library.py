"""Finds scenarios, the shipped ones and a teacher's own, and loads them with their pictures."""

from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from goodpath.own_line import own_line
from goodpath_core import picture_head
from goodpath_core.errors import Misused, Problem, ScenarioProblems
from goodpath_core.scenario.limits import MOST_BYTES
from goodpath_core.scenario.nearest import find_nearest
from goodpath_core.scenario.reader import list_doubts, read
from goodpath_core.scenario.scalars import shorten
from goodpath_core.scenario.value import Scenario
from goodpath_core.session_head import HEAD, begins_a_session
from goodpath_core.text import clean_line

SCENARIO_FILE = "scenario.yaml"
PICTURE_FOLDER = "pictures"
MOST_PICTURES = 500
_LONGEST_PATH = 60
"""Characters of a path that are shown: its end, where it differs from what is there."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario with the pictures it names."""

    scenario: Scenario
    """Has passed every check."""
    pictures: dict[str, bytes]
    """PNG files by file name; only those that the scenario names."""


class NoSuchScenario(Misused):
    """Neither a file, nor a folder with a scenario in it, nor a shipped name."""


def list_shipped() -> dict[str, Path]:
    """The folders of the scenarios that come with goodpath, by name."""
    packaged = Path(str(files("goodpath_core").joinpath("scenarios")))
    root = packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / "scenarios"
    return {path.parent.name: path.parent for path in sorted(root.glob(f"*/{SCENARIO_FILE}"))}


def load(name_or_path: str | Path) -> Loaded:
    """The scenario in a folder, in a file, or shipped under a name.

    Raises NoSuchScenario if there is none, ScenarioProblems with everything wrong in it or in its pictures.
    """
    try:
        return _load(find(name_or_path))
    except ScenarioProblems as error:
        raise ScenarioProblems(error.problems, str(name_or_path), error.stopped) from None


def look_over(name_or_path: str | Path) -> list[Problem]:
    """Where the text of a scenario may say something else than was meant; it can be played nevertheless.

    Empty for a file that cannot be read. Raises NoSuchScenario if there is none.
    """
    try:
        path = find(name_or_path)
        return list_doubts(_read_text(path), file=path.name)
    except ScenarioProblems:
        return []


def _load(path: Path) -> Loaded:
    folder = path.parent
    text = _read_text(path)
    there = [picture.name for picture in _list_files(folder)]
    # A folder of pictures may hold others as well; only those the file names are looked into.
    good, problems = _check_pictures(folder, [name for name in there if name in text])
    try:
        scenario = read(text, key=name_key(path), file=path.name, pictures=there)
    except ScenarioProblems as error:
        raise ScenarioProblems([*error.problems, *problems], stopped=error.stopped) from None
    if problems:
        raise ScenarioProblems(problems)
    used = {card.picture for card in scenario.cards.values()}
    used |= {persona.room_picture for persona in scenario.personas.values()}
    return Loaded(scenario, {name: data for name, data in good.items() if name in used})


def find(name_or_path: str | Path) -> Path:
    """The scenario file that a folder, a file or a shipped name leads to; NoSuchScenario if there is none."""
    path = Path(name_or_path)
    shipped = list_shipped()
    for candidate in (path / SCENARIO_FILE, path):
        if _is(candidate.is_file):
            return _keep_inside(candidate, candidate.parent)
    if str(name_or_path) in shipped:
        folder = shipped[str(name_or_path)]
        return _keep_inside(folder / SCENARIO_FILE, folder)
    if str(name_or_path) and _is(path.is_dir):
        folder_name = shorten(path.resolve().name)
        raise NoSuchScenario(
            f'There is no {SCENARIO_FILE} in the folder "{folder_name}"; put it there, or name another file.'
        )
    _must_be_a_name(path)
    near = find_nearest(str(name_or_path), shipped, count=3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"shipped are {', '.join(shipped)}."
    raise NoSuchScenario(f'There is no scenario "{shorten(str(name_or_path))}"; {hint}')


def _must_be_a_name(path: Path) -> None:
    """Refuse what can only be a path, with the files that stand where it leads."""
    if path.suffix not in (".yaml", ".yml") and len(path.parts) < 2:
        return
    others = [*path.parent.glob("*.yaml"), *path.parent.glob("*.yml")] if _is(path.parent.is_dir) else []
    near = find_nearest(path.name, [other.name for other in others])
    hint = f'did you mean "{near[0]}"?' if near else "look at the path."
    raise NoSuchScenario(f'There is no file or folder "{clean_line(str(path))[-_LONGEST_PATH:]}"; {hint}')


def _is(there: Callable[[], bool]) -> bool:
    try:
        return there()
    except OSError:  # such as a name too long for any file
        return False


def _keep_inside(path: Path, folder: Path) -> Path:
    """The real path; a link that leads out of its folder is refused."""
    real = path.resolve()
    if not real.is_relative_to(folder.resolve()):
        text = "this is a link that leads out of its folder; copy the file into the folder"
        raise ScenarioProblems([Problem(path.name, 0, 0, text)])
    return real


def name_key(path: Path) -> str:
    """What a scenario file is called: as its folder, or as itself."""
    return path.parent.name if path.name == SCENARIO_FILE else path.stem


def _read_text(path: Path) -> str:
    """The text, at most one byte more than is allowed, so that the reader can refuse it."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        text = f"this file cannot be read ({error.strerror}); look at its permissions"
        raise ScenarioProblems([Problem(path.name, 0, 0, text)]) from None
    if begins_a_session(data[:HEAD]):
        raise NoSuchScenario(f"{path} is a session file and no scenario; run: {own_line('host', str(path))}")
    if len(data) > MOST_BYTES:
        return data.decode("utf-8", "replace")
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        *above, line = data[: error.start].decode("utf-8").split("\n")
        text = "this is not UTF-8 text; save the file as UTF-8"
        raise ScenarioProblems([Problem(path.name, len(above) + 1, len(line) + 1, text)]) from None


def _list_files(folder: Path) -> list[Path]:
    pictures = folder / PICTURE_FOLDER
    if not pictures.is_dir():
        return []
    return sorted(path for path in pictures.iterdir() if not path.name.startswith("."))


def _check_pictures(folder: Path, names: list[str]) -> tuple[dict[str, bytes], list[Problem]]:
    """The pictures that may be used, and what is wrong with the rest."""
    if len(names) > MOST_PICTURES:
        text = f"the scenario names {len(names)} pictures; expected at most {MOST_PICTURES}"
        return {}, [Problem(PICTURE_FOLDER, 0, 0, text)]
    good: dict[str, bytes] = {}
    problems = []
    for name in names:
        data, text = _read_picture(folder / PICTURE_FOLDER / name, folder)
        if text:
            problems.append(Problem(f"{PICTURE_FOLDER}/{shorten(name)}", 0, 0, text))
        else:
            good[name] = data
    return good, problems


def _read_picture(path: Path, folder: Path) -> tuple[bytes, str]:
    """The bytes of a picture, or what is wrong with it; nothing is decoded here."""
    if not path.resolve().is_relative_to(folder.resolve()):
        return b"", "this is a link that leads out of its folder; copy the picture into the folder"
    if not path.is_file():
        return b"", "this is not a file; only PNG pictures belong here"
    try:
        with path.open("rb") as file:
            data = file.read(picture_head.MOST_BYTES + 1)
    except OSError as error:
        return b"", f"this picture cannot be read ({error.strerror}); look at its permissions"
    return data, picture_head.find_fault(data)
