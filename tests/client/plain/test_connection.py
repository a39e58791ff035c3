"""What is said of the connection: how it ends what was broken off, nothing twice, no countdown."""

import pytest

from client.screens.stage import TEACHER, Stage
from goodpath_client.leaving import goodbye_words
from goodpath_client.link_state import LinkState
from goodpath_client.plain.connection import ConnectionTeller
from goodpath_client.store import Store
from goodpath_core.play.control import EndSession

GONE = "The connection is gone; it is being made again. You can go on typing."
NOBODY = "No server answers at 10.0.0.5:8713; check the address and the network."
LEFT = "You have left; your seat is kept. To come back, type the same line with the same name."
CONNECTED, RECONNECTING, MISSED = (
    LinkState("connected"),
    LinkState("reconnecting", seconds=3, attempt=2),
    LinkState("catching_up", waiting=7),
)


def heard(store: Store, *states: LinkState) -> list[str]:
    """What is said as the connection goes through these states."""
    teller, told = ConnectionTeller(store), list[str]()
    for state in states:
        store.set_link(state)
        told += teller.news()
    return told


def test_a_first_copy_is_nothing_that_was_missed() -> None:
    states = (LinkState("connecting", attempt=1), LinkState("catching_up"), CONNECTED)
    assert heard(Store(), *states) == ["Connecting."]


def test_whoever_comes_back_hears_that_it_is_loaded_and_when_it_is() -> None:
    store = Stage().store
    counting = (RECONNECTING, LinkState("reconnecting", seconds=2, attempt=2), MISSED)
    rest = (LinkState("catching_up", waiting=3), CONNECTED, CONNECTED)
    assert heard(store, *counting, *rest) == [GONE, "Loading what you missed.", "Connected."]
    assert heard(store, RECONNECTING, CONNECTED, RECONNECTING, CONNECTED) == [GONE, "Connected."] * 2


def test_a_copy_made_anew_says_so() -> None:
    states = (RECONNECTING, LinkState("catching_up"), LinkState("reloaded", text="Loaded anew."), CONNECTED)
    assert heard(Stage().store, *states) == [GONE, "Connected. Loaded anew."]


def test_each_thing_typed_meanwhile_is_counted_once() -> None:
    states = [LinkState("reconnecting", waiting=many, seconds=9 - many) for many in (0, 1, 1, 2, 1)]
    assert heard(Stage().store, *states) == [
        GONE,
        "1 thing you typed waits for the connection.",
        "2 things you typed wait for the connection.",
    ]


def test_what_waits_for_a_paused_world_is_counted_when_it_becomes_more_and_when_one_leaves() -> None:
    held = [LinkState("connected", waiting=many, held=("a", "b")[:many]) for many in (1, 1, 2, 1)]
    store = Stage().store
    assert heard(store, *held) == [
        "1 thing you typed waits until the world goes on. /back takes back the newest line.",
        "2 things you typed wait until the world goes on. /back takes back the newest line.",
    ]
    assert goodbye_words(store) == f"{LEFT} 1 thing you typed waits until the world goes on."


def test_where_no_server_answers_the_way_out_is_named_once() -> None:
    tries = (
        LinkState("connecting", attempt=1),
        LinkState("reconnecting", attempt=2, seconds=1, text=NOBODY),
        LinkState("connecting", attempt=2, text=NOBODY),
        LinkState("reconnecting", attempt=3, seconds=2, text=NOBODY),
        LinkState("closed", text=NOBODY),
    )
    again = f"{NOBODY} It is tried again and again; type /quit to leave."
    assert heard(Store(), *tries) == ["Connecting.", again]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (LinkState("closed"), LEFT),
        (LinkState("closed", waiting=1), f"{LEFT} 1 thing you typed waits for the connection."),
        (LinkState("closed", text="Taken over."), "The connection is closed. Taken over."),
    ],
)
def test_whoever_leaves_hears_how_to_come_back_and_whoever_is_sent_away_why(
    state: LinkState, said: str
) -> None:
    assert heard(Stage().store, state) == [said]


def test_after_the_end_there_is_nothing_to_come_back_to() -> None:
    stage = Stage()
    stage.start()
    stage.do(EndSession(), TEACHER)
    assert goodbye_words(stage.store) == "Goodbye."
