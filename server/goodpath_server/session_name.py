"""What a session file may be called and where it may lie, and where its key file goes."""

from pathlib import Path

from goodpath_core.errors import Misused

ENDING = ".goodpath"


def key_path(session_file: Path) -> Path:
    """Where the key file of a session file lies.

    Misused if the name does not end in ENDING: two session files never share what lies beside them.
    """
    real = session_file.resolve()
    if not session_file.suffix == real.suffix == ENDING:
        better = session_file.parent / f"{session_file.stem.removesuffix(ENDING) or 'class'}{ENDING}"
        raise Misused(
            f"{session_file} is no name for a session file, which ends in {ENDING}; say: -o {better}"
        )
    return real.with_suffix(".key")


def must_be_no_folder(session_file: Path) -> None:
    """Misused if a folder lies where a session file was to be."""
    if session_file.is_dir():
        raise Misused(f"{session_file} is a folder; choose another name with -o.")


def must_have_folder(file: Path, option: str = "-o") -> None:
    """Misused if there is no folder for a file to lie in; `option` is where its name was typed."""
    if not file.parent.is_dir():
        raise Misused(
            f"{file} cannot be written (there is no folder {file.parent}); "
            f"choose another folder with {option}."
        )
