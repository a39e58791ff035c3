"""Say whether what is about to happen fits a news frame, before it happens: what is stored must be told."""

from collections.abc import Iterable

from goodpath_core.errors import Refused
from goodpath_core.play.event import Draft, Fact
from goodpath_core.wire.codec import pack
from goodpath_core.wire.limits import ENVELOPE_BYTES, NEWS_BYTES

FACT_BYTES = NEWS_BYTES - ENVELOPE_BYTES
"""The most that one fact may say."""
_SIGN_BYTES = 4
"""No sign of a text takes more."""


def must_travel(drafts: Iterable[Draft]) -> None:
    """Refuse what would make an event too large to be sent to anybody.

    A connection that is sent too much is closed, comes back and is sent the same again, for ever.
    """
    for draft in drafts:
        if not _is_surely_light(draft.fact) and _weigh(draft.fact) > FACT_BYTES:
            raise Refused("too_large", "That is more than can be told at once; do it in smaller steps.")


def _is_surely_light(fact: Fact) -> bool:
    """Whether a fact needs no weighing: nearly all hold a few texts and no list."""
    signs = 0
    for part in fact.__dict__.values():
        if type(part) is str:
            signs += len(part)
        elif type(part) is tuple and part:
            return False
    return signs * _SIGN_BYTES < FACT_BYTES - ENVELOPE_BYTES


def _weigh(fact: Fact) -> int:
    return len(pack(fact.__pydantic_serializer__.to_python(fact, exclude_defaults=True)))
