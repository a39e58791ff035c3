"""A machine's own addresses are told, or none where its system does not say."""

import sys

import pytest
from goodpath.interfaces import interface_addresses

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not list them one by one")


def test_of_a_system_that_lists_no_interfaces_no_address_is_told() -> None:
    def refused() -> list[tuple[int, str]]:
        raise PermissionError(13, "Permission denied")

    assert interface_addresses(refused) == []


def test_an_interface_that_went_after_it_was_listed_has_no_address() -> None:
    assert interface_addresses(lambda: [(9999, "no-such-one")]) == []


def test_the_machines_address_for_itself_is_among_them() -> None:
    assert "127.0.0.1" in interface_addresses()
