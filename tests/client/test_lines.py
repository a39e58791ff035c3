"""Which lines of a room are known: those told, those that were known before, and pages that join them."""

from client.test_store import blob, connected
from goodpath_core.play.bounds import WINDOW
from goodpath_core.play.messages import MessagePosted, PostMessage
from town import playing


def test_a_page_that_does_not_reach_what_is_known_is_left_out() -> None:
    town = playing()
    for number in range(WINDOW + 20):
        town.do(PostMessage(room="1/line3", text=f"Line {number}."), town.player("1/ming"))
    one = connected(town, 1)
    said = [e for e in town.events if isinstance(e.fact, MessagePosted) and e.room == "1/line3"]
    assert one.store.known.gap("1/line3") == said[19].seq
    one.store.take_history("1/line3", [blob(e) for e in said[:10]], before=said[10].seq)
    assert one.store.lines("1/line3")[0].text == "Line 20."
    one.store.take_history("1/line3", [blob(e) for e in said[5:20]], before=said[20].seq)
    assert one.store.lines("1/line3")[0].text == "Line 5."
    assert said[4].seq <= one.store.known.gap("1/line3") < said[5].seq
    one.store.take_history("1/line3", [], before=said[0].seq)
    assert one.store.known.gap("1/line3") > 0
    one.store.take_history("1/line3", [blob(e) for e in said[:5]], before=said[5].seq)
    one.store.take_history("1/line3", [], before=said[0].seq)
    assert one.store.known.gap("1/line3") == 0


def test_lines_that_leave_the_window_while_they_are_known_leave_no_gap() -> None:
    town = playing()
    one = connected(town, 1)
    for number in range(WINDOW + 20):
        town.do(PostMessage(room="1/line3", text=f"Line {number}."), town.player("1/ming"))
    one.catch_up()
    assert one.store.world.rooms["1/line3"].left > 0 and one.store.known.gap("1/line3") == 0
    one.join("second")
    one.catch_up()
    assert one.store.known.gap("1/line3") == one.store.world.rooms["1/line3"].left
