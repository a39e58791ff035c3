"""Who types is shown no longer than somebody can be typing."""

from client.test_store import connected
from goodpath_core.play.control import PauseWorld
from town import TEACHER, playing


def test_whoever_has_left_types_no_more_and_in_a_pause_nobody_does() -> None:
    town = playing()
    one = connected(town, 1)
    one.store.set_here(("1/yuting", "1/ming", "1/chunmei"))
    for voice in ("1/ming", "1/chunmei"):
        one.store.note_typing("1/line3", voice, now_ms=1000)
    one.store.set_here(("1/yuting", "1/chunmei"))
    assert one.store.typing("1/line3", 2000) == ["Spring Plum"]
    town.do(PauseWorld(), TEACHER)
    one.catch_up()
    assert one.store.typing("1/line3", 2000) == []
    one.store.set_here(())
    one.store.note_typing("1/line3", "1/ming", now_ms=3000)
    one.store.set_here(())
    assert one.store.typing("1/line3", 4000) == ["Ming"], "in a large class nobody is said to be here"
