"""What a teacher types to go on with a session whose server has stopped: code, secret and seats stay."""

import shlex
from pathlib import Path

from goodpath_client.addresses import PORT, is_near


def way_on(scenario: str, session: Path, port: int, lan: bool) -> str:
    """The line that opens the server and the console again."""
    words = ["goodpath", "host", scenario, "-o", str(session)]
    words += ["--port", str(port)] * (port != PORT)
    return shlex.join([*words, "--lan"] if lan else words)


def if_dead(scenario: str, file: str, host: str, port: int) -> str:
    """What a console says that was closed while it could not reach the server at an address."""
    where = "" if Path(file).exists() else " on its machine"
    line = way_on(scenario, Path(file), port, not is_near(host))
    return f"The server cannot be reached. If it is dead, go on{where} with:  {line}"
