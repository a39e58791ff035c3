"""Find the address under which other machines of this network reach this one."""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network

from goodpath.interfaces import interface_addresses

FAR_AWAY = ("192.0.2.1", 9)
"""An address kept free for documentation: choosing a way to it sends nothing."""
_PRIVATE = tuple(map(IPv4Network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12")))
"""Where classrooms and hotspots have their addresses, the likeliest first."""


def lan_address() -> str:
    """This machine's own address in its network; empty while it has none.

    Where a way leads to the internet it is the address that this way begins with; else the best of all.
    """
    return best_of(_on_the_way_out()) or best_of(interface_addresses())


def best_of(addresses: Iterable[str]) -> str:
    """The address that others most likely reach, of equally likely ones the first; empty if none do."""
    known = filter(_is_for_others, map(IPv4Address, addresses))
    return str(min(known, key=_place_in_order, default=""))


def _on_the_way_out() -> list[str]:
    """The address this machine would write under a message to the internet; none without a way there."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(FAR_AWAY)
            return [str(probe.getsockname()[0])]
        except OSError:
            return []


def _is_for_others(address: IPv4Address) -> bool:
    return not (address.is_loopback or address.is_unspecified)


def _place_in_order(address: IPv4Address) -> tuple[bool, int]:
    """Smaller is likelier; what a machine gave itself, as nobody gave it an address, comes last."""
    private = [place for place, net in enumerate(_PRIVATE) if address in net]
    return address.is_link_local, min(private, default=len(_PRIVATE))
