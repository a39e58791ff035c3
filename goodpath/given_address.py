"""Check the address that whoever starts a server wants students to type."""

import re
from ipaddress import AddressValueError, IPv4Address

from goodpath_client.addresses import is_near
from goodpath_core.errors import Misused

_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_NUMBERS = re.compile(r"(?:.*\.)?\d+")
"""How a name ends that can only be meant as an address."""
_NAME_SIGNS = 253
_SHOWN = 60


def checked_host(typed: str) -> str:
    """An IPv4 address or a host name as it was typed.

    Misused if it is neither, or means on each machine that machine itself, or every machine.
    """
    sound = _is_address(typed) if _NUMBERS.fullmatch(typed) else _is_name(typed)
    if not sound or is_near(typed):
        raise Misused(
            f"{typed[:_SHOWN]!r} is no address that other machines can type; after --address goes "
            "one of this machine, like 192.168.1.20, or its host name, without a port."
        )
    return typed


def name_given(host: str) -> str:
    """The host as it goes after --address again, where nothing but --address can have said it; else empty.

    That is a name. An address of numbers may be the one that `--lan` found, and be another one next week.
    """
    given = not is_near(host) and not _NUMBERS.fullmatch(host) and _is_name(host)
    return host if given else ""


def _is_address(typed: str) -> bool:
    try:
        known = IPv4Address(typed)
    except AddressValueError:
        return False
    # 0.0.0.0 may only be listened on, and what is many machines' is not one's own.
    return not (known.is_unspecified or known.is_multicast or known.is_reserved)


def _is_name(typed: str) -> bool:
    return len(typed) <= _NAME_SIGNS and _NAME.fullmatch(typed) is not None
