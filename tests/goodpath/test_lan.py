"""The address of this machine in its network is one that others can type, or there is none."""

import socket
import subprocess
import sys
from ipaddress import ip_address
from pathlib import Path

import pytest
from goodpath.lan import best_of, lan_address

from own_network import BY_THE_CABLE, OWN_ADDRESS, UNPLUGGED, alone
from processes import PATIENCE_S, surroundings

FINDS = "from goodpath.lan import lan_address; print(lan_address())"
REACHES = """
import socket
from goodpath.lan import lan_address
with socket.create_server((lan_address(), 0)) as server:
    one = socket.create_connection(server.getsockname(), 5)
    print(one.getpeername() == server.getsockname())
    one.close()
"""
WAY_OUT = (
    "ip link add far type veth peer name further && ip addr add 10.9.0.7/24 dev far && ip link set far up"
    " && ip link set further up && ip route add default via 10.9.0.1"
)
IDLE = "ip link add idle type bridge && ip addr add 192.168.1.1/24 dev idle && ip link set idle up"


def answer(folder: Path, laid: str, lines: str) -> str:
    """What Python says to a few lines in a network that was laid so."""
    done = subprocess.run(
        [*alone(laid), sys.executable, "-c", lines],
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("laid", "found"),
    [
        (BY_THE_CABLE, OWN_ADDRESS),
        (f"{BY_THE_CABLE} && {WAY_OUT}", "10.9.0.7"),
        (f"{BY_THE_CABLE} && {IDLE}", OWN_ADDRESS),
        (f"{BY_THE_CABLE} && ip link set cable down", ""),
        (UNPLUGGED, ""),
    ],
    ids=["no way out", "a way out", "beside a bridge nobody is at", "a cable that is off", "no network"],
)
def test_the_address_is_the_one_others_reach_with_or_without_a_way_to_the_internet(
    tmp_path: Path, laid: str, found: str
) -> None:
    assert answer(tmp_path, laid, FINDS) == found


def test_the_address_that_was_found_brings_others_here(tmp_path: Path) -> None:
    assert answer(tmp_path, BY_THE_CABLE, REACHES) == "True"


def test_the_address_of_this_very_machine_brings_others_here() -> None:
    found = lan_address()
    if not found:
        pytest.skip("this machine is in no network now")
    assert not ip_address(found).is_loopback
    with (
        socket.create_server((found, 0)) as server,
        socket.create_connection(server.getsockname(), PATIENCE_S) as one,
    ):
        assert one.getpeername() == server.getsockname()


@pytest.mark.parametrize(
    ("addresses", "best"),
    [
        (["127.0.0.1", "127.0.1.1", "0.0.0.0"], ""),
        (["127.0.0.1", "169.254.3.4"], "169.254.3.4"),
        (["169.254.3.4", "203.0.113.9"], "203.0.113.9"),
        (["203.0.113.9", "172.17.0.1"], "172.17.0.1"),
        (["172.17.0.1", "10.0.0.5"], "10.0.0.5"),
        (["10.0.0.5", "192.168.5.2"], "192.168.5.2"),
        (["192.168.7.7", "192.168.5.2"], "192.168.7.7"),
        ([], ""),
    ],
    ids=str,
)
def test_of_several_addresses_the_one_of_a_classroom_comes_first(addresses: list[str], best: str) -> None:
    assert best_of(addresses) == best
