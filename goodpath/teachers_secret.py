"""Where the teacher's secret comes from: key file, question or command line; and the line that leads back."""

import sys
from getpass import getpass
from pathlib import Path

from goodpath.own_line import own_line
from goodpath_core.errors import GoodpathError, LogError, Misused
from goodpath_server.keyfile import KeyFile
from goodpath_server.session_name import key_path

ASKED = "The teacher's secret, which stands in the key file"
TWICE = "The secret was given twice; leave out either the word SECRET or --key."


def find_secret(given: str, key: Path | None) -> str:
    """The secret that was given, stands in a key file, or is typed unseen; Misused if there is none."""
    if given and key:
        raise Misused(TWICE)
    if key:
        return secret_in(key)
    return given or ask_for_secret()


def secret_in(path: Path) -> str:
    """The teacher's secret in a key file; Misused if it has none."""
    if not path.exists():
        raise Misused(f"There is no key file {path}; it lies beside the session file and ends in .key.")
    try:
        found = KeyFile(path).secret
    except LogError:
        found = ""
    if not found:
        raise Misused(f"{path} is no key file; give the one that ends in .key beside the session file.")
    return found


def way_back(address: str, session: Path) -> str:
    """What a teacher types to open the console again, in any folder and without the secret itself."""
    return own_line("teach", address, "--key", str(key_path(session)))


def ask_for_secret() -> str:
    """Ask for it in this terminal, without showing what is typed."""
    must_have_terminal()
    return getpass(f"{ASKED}: ").strip()


def must_have_terminal() -> None:
    """GoodpathError where there is no terminal for the console."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise GoodpathError("The console needs a terminal; open one and start it there.")
