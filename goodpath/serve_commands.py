"""The command `serve` and what it prints; what is large is imported where it is needed."""

import asyncio
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodpath.announcement import announce, shown_host
from goodpath.last_hash import tell_last_hash
from goodpath.target import FIRST, find_target
from goodpath_core.errors import Misused
from goodpath_core.play.bounds import CELLS_MAX
from goodpath_core.wire.port import LOOPBACK, PORT

if TYPE_CHECKING:
    from goodpath_server.server import Config, Server

_SCENARIO = "A shipped scenario's name, a folder, or a file; or a session file, which goes on with its own."
Scenario = Annotated[str, typer.Argument(help=_SCENARIO)]
Named = Annotated[str, typer.Argument(help=_SCENARIO, show_default=FIRST)]
Out = Annotated[Path | None, typer.Option("-o", "--out", help="Session file; gone on with if it is there.")]
Lan = Annotated[bool, typer.Option("--lan", help="Let other machines in this network reach the server.")]
Address = Annotated[
    str,
    typer.Option(
        help="With --lan: what students type for this machine, where it is not what goodpath finds."
    ),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any free one.")]
Cells = Annotated[
    int | None, typer.Option(min=1, max=CELLS_MAX, help="Parallel copies of the cast.", show_default="1")
]


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("serve")(serve_command)


def serve_command(
    scenario: Named = "",
    out: Out = None,
    lan: Lan = False,
    address: Address = "",
    port: Port = PORT,
    cells: Cells = None,
    paused: Annotated[
        bool, typer.Option("--paused", help="A world that was running waits until the teacher lets it go on.")
    ] = False,
    load_test: Annotated[
        str, typer.Option("--load-test", help="GROUPSxMEMBERS: seats for a load generator, loopback only.")
    ] = "",
    tokens: Annotated[Path | None, typer.Option(help="Where --load-test writes its seat tokens.")] = None,
) -> None:
    """Run the server alone. Example: goodpath serve apple-phone --lan

    To go on with a session: goodpath serve FILE.goodpath
    """
    from goodpath.serving import serve
    from goodpath_server.server import EVERYWHERE, Config

    config = Config(EVERYWHERE if lan else LOOPBACK, port, cells or 0, pauses=paused)
    if load_test:
        _must_stand_alone(
            {
                "the scenario": scenario,
                "--cells": cells is not None,
                "--address": address,
                "--paused": paused,
            }
        )
        run_load_test(load_test, out, tokens, config)
    else:
        scenario, path = find_target(scenario, out)
        host = shown_host(lan, address)
        config = replace(config, reached=host)
        asyncio.run(serve(scenario, path, config, lambda server: announce(server, host, path)))
        tell_last_hash(path)


def _must_stand_alone(typed: Mapping[str, object]) -> None:
    """Misused if something was typed that a load test would not look at."""
    names = [name for name, value in typed.items() if value]
    if names:
        said = " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
        raise Misused(f"A load test has its own class; leave {said} out.")


def run_load_test(typed: str, out: Path | None, tokens: Path | None, config: "Config") -> None:
    """Serve seats for a load generator, loudly."""
    from goodpath.load_test import SHAPE, read_shape, serve_crowd

    shape = read_shape(typed)
    if tokens is None:
        raise Misused(SHAPE)
    if config.host != LOOPBACK:
        raise Misused("A load test has no limits and is reachable from this machine only; leave --lan out.")
    path = out or Path(tempfile.mkdtemp()) / "load.goodpath"

    def started(server: "Server") -> None:
        typer.echo("THIS IS A LOAD TEST: no rate limits, no lesson. Loopback only.")
        groups, members = shape
        typer.echo(
            f"{groups} groups of {members} at {LOOPBACK}:{server.port}; tokens in {tokens}; log {path}"
        )

    asyncio.run(serve_crowd(*shape, path, tokens, config, started))
