"""An address is taken as people type or paste it, and refused with a sentence that shows one."""

import pytest

from goodpath_client.addresses import BadAddress, parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10.0.0.5", "ws://10.0.0.5:8713"),
        (" Teacher.local:99 ", "ws://teacher.local:99"),
        ("ws://10.0.0.5:8713/", "ws://10.0.0.5:8713"),
        ("http://10.0.0.5:8713", "ws://10.0.0.5:8713"),
        ("HTTP://10.0.0.5:8713//", "ws://10.0.0.5:8713"),
        ("https://class.example/", "wss://class.example:8713"),
        ("10.0.0.5:8713///", "ws://10.0.0.5:8713"),
        ("[fe80::1]:5", "ws://[fe80::1]:5"),
    ],
)
def test_an_address_is_taken_as_it_is_typed(typed: str, meant: str) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize("typed", ["", "no address", "ftp://a", "a:0", "a:99999", "a/b", "http://"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress, match="Type it as on the board, like 10.0.0.5:8713"):
        parse(typed)


@pytest.mark.parametrize(
    "typed",
    ["192.168..20:8713", "a..b", ".local", "...", f"{'a' * 64}.local", f"{'é' * 60}.local", "a." * 130],
    ids=["an empty part", "two dots", "a dot first", "dots alone", "a long part", "long once spelt", "long"],
)
def test_a_host_that_no_network_can_look_up_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress, match="Type it as on the board"):
        parse(typed)


@pytest.mark.parametrize("typed", ["teacher.local.", "教室.example", f"{'a' * 63}.local", "class_room:5"])
def test_a_host_that_can_be_looked_up_is_taken(typed: str) -> None:
    assert parse(typed).startswith(f"ws://{typed.partition(':')[0]}:")
