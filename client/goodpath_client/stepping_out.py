"""Say which sentences one completes on stepping out of the role, and what one has kept of them."""

from goodpath_client.on_its_way import on_its_way
from goodpath_client.played import own_role
from goodpath_client.store import Store
from goodpath_core.play.debrief import Reflect
from goodpath_core.text import clean_block


def sentences(store: Store) -> tuple[str, ...]:
    """Beginnings of the sentences; whoever watched has no role to step out of."""
    return store.world.session.step_out if own_role(store) else ()


def kept(store: Store) -> tuple[str, ...]:
    """What was kept last, sentence by sentence; empty for nothing."""
    # They are known to the seat that wrote them, whomever it plays now.
    own = store.world.reflections
    return own[-1].answers if own else ()


def kept_or_asked(store: Store) -> tuple[str, ...]:
    """The same with what is on its way: what another sentence is completed beside."""
    waiting = [asked.answers for asked in on_its_way(store) if isinstance(asked, Reflect)]
    return waiting[-1] if waiting else kept(store)


def how_kept(written: str, before: str, over: bool) -> str:
    """Whether what stands in a box is what was kept of it; `over` once nothing can be kept any more."""
    if clean_block(written).strip() == before:
        return "kept" if before else ""
    return "not kept: the session is over" if over else "not kept yet"
