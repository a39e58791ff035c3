"""Somebody looks as long as the terminal says so, or for a minute after a key where it says nothing."""

from textual import events

from goodpath_client.attention import Attention


class Clock:
    """A time that is passed in."""

    ms = 1_000_000


def test_who_has_just_begun_looks_for_a_minute() -> None:
    clock = Clock()
    attention = Attention(lambda: clock.ms)
    attention.begin()
    clock.ms += 59_999
    assert attention.is_paid(focused=False)
    clock.ms += 1
    assert not attention.is_paid(focused=True)


def test_a_key_shows_that_somebody_is_back() -> None:
    clock = Clock()
    attention = Attention(lambda: clock.ms)
    attention.begin()
    clock.ms += 120_000
    attention.notice(events.Key("a", "a"))
    assert attention.is_paid(focused=False)


def test_where_the_terminal_tells_of_focus_only_focus_counts() -> None:
    clock = Clock()
    attention = Attention(lambda: clock.ms)
    attention.begin()
    attention.notice(events.AppBlur())
    assert not attention.is_paid(focused=False)
    clock.ms += 120_000
    assert attention.is_paid(focused=True)


def test_the_mouse_shows_it_as_well() -> None:
    clock = Clock()
    attention = Attention(lambda: clock.ms)
    attention.begin()
    clock.ms += 120_000
    attention.notice(events.MouseScrollDown(None, 1, 1, 0, 1, 0, False, False, False))
    assert attention.is_paid(focused=False)
