"""The moment that a seat is shown follows the server's clock, and stands still while it does not go on."""

from client.test_store import connected
from goodpath_client.link_state import LinkState
from goodpath_client.store import Store
from town import playing


def test_the_moment_to_show_stands_still_from_the_loss_of_the_server_until_all_is_caught_up() -> None:
    town = playing()
    one = connected(town, 1)
    before = one.store.shown_ms(1000)
    one.store.keep_moment(3000)
    one.store.set_link(LinkState("reconnecting"))
    one.store.keep_moment(60_000)
    assert one.store.shown_ms(60_000) == before + 2000
    assert one.store.welcome is not None
    back = one.store.welcome.model_copy(update={"now_ms": town.wall_ms + 100_000})
    one.store.greet(back, now_ms=70_000)
    one.store.set_link(LinkState("catching_up", waiting=1))
    assert one.store.shown_ms(70_000) == before + 2000
    one.store.set_link(LinkState("connected"))
    assert one.store.shown_ms(71_000) == town.wall_ms + 101_000


def test_the_moment_to_show_stands_still_while_the_server_can_store_nothing() -> None:
    one = connected(playing(), 1)
    before = one.store.shown_ms(1000)
    one.store.set_link(LinkState("connected", unstored="Nothing can be stored now."))
    assert one.store.shown_ms(90_000) == before
    one.store.set_link(LinkState("connected"))
    assert one.store.shown_ms(91_000) == before + 90_000


def test_before_the_first_welcome_the_moment_to_show_is_now() -> None:
    store = Store()
    store.keep_moment(3000)
    assert (store.shown_ms(4000), store.shown_ms(5000)) == (4000, 5000)
