"""Turn the address a person types into the one a socket needs."""

import re

from goodpath_core.errors import GoodpathError

PORT = 8713
"""Where a server listens unless it is told otherwise."""

_ADDRESS = re.compile(
    r"(?:(?P<scheme>wss?)://)?(?P<host>\[[0-9a-fA-F:.]+\]|[^\s:/@\[\]]+)(?::(?P<port>\d{1,5}))?/?"
)


class BadAddress(GoodpathError):
    """What was typed is no address; the text says what one looks like."""


def parse(text: str) -> str:
    """The socket address behind `host`, `host:port`, `ws://host:port` or `wss://host:port`; or BadAddress."""
    found = _ADDRESS.fullmatch(text.strip())
    port = int(found["port"] or PORT) if found else 0
    if found is None or not 0 < port < 65_536:
        raise BadAddress(
            f"That is not an address: {text.strip()[:60]!r}. Type it as on the board, like 10.0.0.5:{PORT}."
        )
    return f"{found['scheme'] or 'ws'}://{found['host'].lower()}:{port}"
