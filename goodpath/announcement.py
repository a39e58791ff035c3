"""How a server says that it is open: the line, code and QR code for students, and the teacher's way back."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from goodpath.given_address import checked_host
from goodpath.lan import lan_address
from goodpath.own_line import own_line
from goodpath.teachers_secret import way_back
from goodpath_core.errors import Misused
from goodpath_core.wire.port import LOOPBACK

if TYPE_CHECKING:
    from goodpath_server.server import Server

NOT_ENCRYPTED = (
    "Everybody in this network can reach the server, and what travels is not encrypted: "
    "use a network you trust."
)
NO_NETWORK = "This machine is in no network now, so only programs on it can join; connect it and start again."
NEEDS_LAN = (
    "--address says where other machines reach the server, so it goes with --lan; "
    "add --lan, or leave --address out."
)
WAY_OUT = "Ctrl+C ends the server."


def shown_host(lan: bool, address: str = "") -> str:
    """The host that students type; says in a sentence what `--lan` means.

    Misused if an address is given that others cannot type, or one is given without `lan`.
    """
    if address and not lan:
        raise Misused(NEEDS_LAN)
    if not lan:
        return LOOPBACK
    found = checked_host(address) if address else lan_address()
    typer.echo(NOT_ENCRYPTED if found else NO_NETWORK, err=True)
    return found or LOOPBACK


def announce(server: "Server", host: str, path: Path) -> None:
    """Say how to come in, for a server that runs in the foreground; nobody is invited to what is over."""
    from goodpath.reopening import over_words
    from goodpath_client.teacher.door import Door
    from goodpath_client.teacher.qr_code import qr_lines

    if words := over_words(path):
        typer.echo(words)
    door = Door(f"{host}:{server.port}", server.code, program=own_line())
    typer.echo(f"GoodPath is open on port {server.port}: {server.session.scenario.title}")
    if not server.over:
        typer.echo(f"Students:  {door.line}")
        typer.echo(f"Code:      {door.grouped}")
        typer.echo("\n".join(qr_lines(door.copied)))
    typer.echo(f"Teacher:   {way_back(door.address, path)}")
    typer.echo(f"Session:   {path}    {WAY_OUT}")
