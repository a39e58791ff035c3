"""The address of this machine in its network is one that others can type, or there is none."""

import socket
from ipaddress import ip_address

import pytest
from goodpath.lan import lan_address


def test_the_address_is_one_of_this_machine_and_brings_others_here() -> None:
    found = lan_address()
    if not found:
        pytest.skip("this machine is in no network")
    known = ip_address(found)
    assert not (known.is_loopback or known.is_unspecified)
    with socket.create_server((found, 0)) as server, socket.create_connection(server.getsockname(), 5) as one:
        assert one.getpeername() == server.getsockname()
