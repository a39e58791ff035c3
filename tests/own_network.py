"""A network of one's own for a process: a cable to a second machine, and no way to the internet."""

import shutil
import subprocess

import pytest

OWN_ADDRESS = "192.168.5.2"
"""What the process is called in it."""
BY_THE_CABLE = (
    "ip link set lo up && ip link add cable type veth peer name other"
    f" && ip addr add {OWN_ADDRESS}/24 dev cable && ip link set cable up && ip link set other up"
)
UNPLUGGED = "ip link set lo up"


def alone(laid: str = BY_THE_CABLE) -> list[str]:
    """The words in front of a command that then runs in such a network, as the same process.

    The test is left out, with the reason, where this machine lets nobody make one.
    """
    missing = [program for program in ("unshare", "ip") if shutil.which(program) is None]
    words = ["unshare", "--map-root-user", "--net", "sh", "-c", f'{laid} && exec "$@"', "sh"]
    if not missing:
        tried = subprocess.run([*words, "true"], capture_output=True, text=True)
        if not tried.returncode:
            return words
    why = f"{missing[0]} is not installed" if missing else tried.stderr.strip()
    pytest.skip(f"no network of one's own can be made here: {why}")
