"""Turn the address a person types into the one a socket needs."""

import re
from types import MappingProxyType

from goodpath_core.errors import Misused
from goodpath_core.wire.port import PORT

_ADDRESS = re.compile(
    r"(?:(?P<scheme>wss?|https?)://)?(?P<host>\[[0-9a-fA-F:.]+\]|[^\s:/@\[\]]+)(?::(?P<port>\d{1,5}))?/*",
    re.IGNORECASE,
)
_SCHEMES = MappingProxyType({"": "ws", "http": "ws", "https": "wss"})
"""What is meant by how an address begins, where it is no socket's already."""


_HOST_SIGNS = 253
"""The longest name of a host."""
_NEAR = ("127.", "localhost", "[::1]")
"""How addresses begin by which a machine means itself."""


class BadAddress(Misused):
    """What was typed is no address; the text says what one looks like."""


def spoken(address: str) -> str:
    """A socket's address as people write it: what begins every one of them is left out."""
    return address.removeprefix("ws://")


def parse(text: str) -> str:
    """The socket address behind `host`, `host:port` or `ws://host:port`, also `wss`, `http`, `https`.

    BadAddress if it is none of these.
    """
    found = _ADDRESS.fullmatch(text.strip())
    port = int(found["port"] or PORT) if found else 0
    if found is None or not 0 < port < 65_536 or not _can_be_looked_up(found["host"]):
        raise BadAddress(
            f"That is not an address: {text.strip()[:60]!r}. Type it as on the board, like 10.0.0.5:{PORT}."
        )
    scheme = (found["scheme"] or "").lower()
    return f"{_SCHEMES.get(scheme, scheme)}://{found['host'].lower()}:{port}"


def _can_be_looked_up(host: str) -> bool:
    """Whether a network can be asked for a host: no part of its name is empty or too long."""
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return len(host) <= _HOST_SIGNS


def is_near(address: str) -> bool:
    """Whether an address such as `127.0.0.1:8713` means, on each machine, that machine itself."""
    return address.lower().startswith(_NEAR)
