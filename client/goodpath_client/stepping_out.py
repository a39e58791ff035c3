"""Say which sentences one completes on stepping out of the role, and what one has kept of them."""

from typing import Final

from goodpath_client.store import Store

_OWN: Final = ("What I made up is ...", "What I take off now is ...")
"""For a scenario that writes none."""


def sentences(store: Store) -> tuple[str, ...]:
    """Beginnings of the sentences; whoever watched has no role to step out of."""
    return (store.world.session.step_out or _OWN) if store.me else ()


def kept(store: Store) -> tuple[str, ...]:
    """What was kept last, sentence by sentence; empty for nothing."""
    # They are known to the seat that wrote them, whomever it plays now.
    kept = store.world.reflections
    return kept[-1].answers if kept else ()
