"""Say which sentences one completes on stepping out of the role, and what one has kept of them."""

from itertools import zip_longest

from goodpath_client.drafts import Drafts
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


def written(store: Store, desk: Drafts) -> list[str]:
    """What was begun of each sentence, or else kept."""
    before = kept(store)
    return [
        desk.texts.get(f"answer {number}", before[number] if number < len(before) else "")
        for number in range(len(sentences(store)))
    ]


def take_older(store: Store, desk: Drafts, before: tuple[str, ...]) -> list[str]:
    """Take from the desk the sentences of which something else was kept since `before` was.

    What of them was begun there and never kept.
    """
    begun = []
    for number, (old, new) in enumerate(zip_longest(before, kept(store), fillvalue="")):
        if old != new:
            text = clean_block(desk.texts.pop(f"answer {number}", "")).strip()
            begun += [text] if text not in ("", old, new) else []
    return begun


def kept_or_asked(store: Store) -> tuple[str, ...]:
    """The same with what is on its way: what another sentence is completed beside."""
    waiting = [asked.answers for asked in on_its_way(store) if isinstance(asked, Reflect)]
    return waiting[-1] if waiting else kept(store)


def how_kept(written: str, before: str, over: bool) -> str:
    """Whether what stands in a box is what was kept of it; `over` once nothing can be kept any more."""
    if clean_block(written).strip() == before:
        return "kept" if before else ""
    return "not kept: the session is over" if over else "not kept yet"
