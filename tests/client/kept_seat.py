"""Seats that were opened from a computer before, and terminals that look for them."""

from pathlib import Path

from goodpath_client.joining import Identity, Joining
from goodpath_client.seats import SeatTokens
from goodpath_core.wire.frames import Hello, Welcome
from goodpath_core.wire.limits import PROTOCOL

ADDRESS, CODE = "ws://a:1", "K7QP2M"


def welcome(seat: int, token: str = "") -> Welcome:
    return Welcome(
        version=PROTOCOL,
        session="s",
        epoch="e",
        seq=0,
        mode="fresh",
        role="student",
        seat=seat,
        cell=1,
        persona="",
        token=token or f"secret-{seat}",
        now_ms=0,
        rate=1.0,
        limits={},
    )


def terminal(folder: Path, name: str = "", address: str = ADDRESS, code: str = CODE) -> Joining:
    """A client started in another terminal of the same computer."""
    return Joining(address, Identity(code=code, name=name), SeatTokens(folder / "seats.json"))


def hello(joining: Joining) -> Hello:
    return joining.hello("", 0)


def kept(folder: Path, name: str, seat: int = 1, address: str = ADDRESS, code: str = CODE) -> None:
    """Somebody has had a seat and left."""
    one = terminal(folder, name, address, code)
    hello(one)
    one.keep(welcome(seat))
    one.leave()
