"""How the connection stands, in sentences that say what to do."""

import pytest

from goodpath_client.connection_words import connection_sentence, connection_word
from goodpath_client.link_state import LinkState

NOBODY = "No server answers at 10.0.0.5:8713; check the address and the network."

FULL = "The disk is full: unsent lines are in memory only until there is space."
UNSTORED = "Nothing can be stored now; your line is kept and goes out once it can be."


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
        (LinkState("connected", waiting=1, unstored=UNSTORED), UNSTORED),
        (LinkState("catching_up", waiting=2, unstored=UNSTORED), f"Catching up: 2 to come. {UNSTORED}"),
        (LinkState("closed", text="Closed.", unstored=UNSTORED), "Closed."),
        (
            LinkState("connected", waiting=2, held=("a", "b")),
            "2 things you typed wait until the world goes on.",
        ),
        (
            LinkState("reconnecting", 3, 2, 1, held=("a",)),
            "Reconnecting in 3 s (attempt 2, 1 waiting); type on.",
        ),
    ],
    ids=[
        "first try",
        "nobody there",
        "nobody there, waiting",
        "lost",
        "well",
        "disk full",
        "lost and full",
        "not stored",
        "not stored and behind",
        "not stored and over",
        "waiting for the world",
        "waiting for world and server",
    ],
)
def test_a_sentence_says_what_is_wrong(state: LinkState, said: str) -> None:
    assert connection_sentence(state, None) == said


def test_whoever_watches_is_not_told_to_type_on() -> None:
    lost = LinkState("reconnecting", 5, 6)
    assert connection_sentence(lost, None, writes=False) == "Reconnecting in 5 s (attempt 6)."


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (LinkState("connected"), "connected"),
        (LinkState("connected", waiting=2), "connected, 2 waiting"),
        (LinkState("connected", waiting=2, unstored=UNSTORED), "not stored, 2 waiting"),
        (LinkState("reloaded", unstored=UNSTORED), "not stored"),
        (LinkState("reconnecting", 3, 2, waiting=1, unstored=UNSTORED), "reconnecting"),
    ],
    ids=["well", "busy", "not stored", "not stored, loaded anew", "lost"],
)
def test_a_word_says_it_where_there_is_no_room_for_a_sentence(state: LinkState, word: str) -> None:
    assert connection_word(state) == word
