"""How the connection stands, in sentences that say what to do."""

import pytest

from goodpath_client.connection_words import connection_sentence
from goodpath_client.link_state import LinkState

NOBODY = "No server answers at 10.0.0.5:8713; check the address and the network."

FULL = "The disk is full: unsent lines are in memory only until there is space."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (LinkState("connecting", attempt=1), "Connecting ..."),
        (LinkState("connecting", attempt=2, text=NOBODY), NOBODY),
        (LinkState("reconnecting", 3, 2, text=NOBODY), f"{NOBODY} Trying again in 3 s (attempt 2)."),
        (LinkState("reconnecting", 3, 2, 4), "Reconnecting in 3 s (attempt 2, 4 waiting); type on."),
        (LinkState("connected"), ""),
        (LinkState("connected", waiting=1, unkept=FULL), FULL),
        (LinkState("reconnecting", 3, 2, unkept=FULL), f"Reconnecting in 3 s (attempt 2); type on. {FULL}"),
    ],
    ids=["first try", "nobody there", "nobody there, waiting", "lost", "well", "disk full", "lost and full"],
)
def test_a_sentence_says_what_is_wrong(state: LinkState, said: str) -> None:
    assert connection_sentence(state, None) == said
