"""What a teacher types to go on with a session whose server has stopped: code, secret and seats stay."""

from pathlib import Path

from goodpath.given_address import name_given
from goodpath.own_line import line_elsewhere, own_line
from goodpath_client.addresses import is_near
from goodpath_core.wire.port import PORT


def way_on(session: str, port: int = PORT, lan: bool = False, here: bool = True, address: str = "") -> str:
    """The line that opens the server and the console again, from the session file alone.

    It works in any folder if the path of the session file does; `here` says that it is for this machine.
    `address` is what was given as `--address`, or empty.
    """
    line = own_line if here else line_elsewhere
    told = ["--address", address] if address else []
    return line("host", session, *["--port", str(port)] * (port != PORT), *["--lan"] * lan, *told)


def if_dead(file: str, host: str, port: int) -> str:
    """What a console says that was closed while it could not reach the server at an address.

    `file` is where the session file lies on the server's machine. A host name is handed on, so that students
    come back under it; of an address of numbers `--lan` finds again what it is by then.
    """
    here = Path(file).exists()
    where = "" if here else " on its machine"
    line = way_on(file, port, not is_near(host), here, name_given(host))
    return f"The server cannot be reached. If it is dead, go on{where} with:  {line}"
