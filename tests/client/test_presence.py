"""Who is here is told as far as it is known: before play nobody is away, nor in a room."""

from client.line_terminal import typed
from client.screens.stage import TEACHER, Stage
from goodpath_client.contact_rows import contacts
from goodpath_client.presence import presence
from goodpath_core.play.control import StartWorld
from goodpath_core.play.seats import Observe, TakePersona


def lobby() -> Stage:
    """Two others have chosen whom they play, and the world has not started."""
    stage = Stage("ten-pictures", "yuting")
    for seat, key in enumerate(("haibo", "chunmei"), start=2):
        stage.do(TakePersona(persona=f"1/{key}"), stage.student(seat))
    return stage


def test_before_play_everybody_is_here_or_not_here() -> None:
    stage = lobby()
    stage.store.set_here(["1/yuting", "1/haibo"])
    heard = typed(stage, "/who")
    assert "Long Haibo: here." in heard and "Wei Chunmei: not here." in heard
    assert "Zhou Ming: not played." in heard and "away" not in " ".join(heard)


def test_whoever_watches_before_play_is_told_the_same_and_of_no_place() -> None:
    stage = lobby()
    stage.do(Observe())
    stage.store.set_here(["1/haibo"])
    assert {one.name: one.elsewhere for one in contacts(stage.store)} == {
        "Long Haibo": "here",
        "Wei Chunmei": "not here",
    }


def test_before_it_was_told_who_is_here_nobody_is_said_to_be_away() -> None:
    stage = lobby()
    assert presence(stage.store, "1/haibo") == "played"
    stage.do(StartWorld(), TEACHER)
    assert presence(stage.store, "1/haibo") == "played"
    assert [one.elsewhere for one in contacts(stage.store)] == ["", ""]


def test_in_play_whoever_has_no_connection_is_away() -> None:
    stage = lobby()
    stage.do(StartWorld(), TEACHER)
    stage.store.set_here(["1/yuting", "1/haibo"])
    assert [presence(stage.store, f"1/{key}") for key in ("haibo", "chunmei", "ming")] == [
        "here",
        "away",
        "not played",
    ]
    assert {one.name: one.elsewhere for one in contacts(stage.store)} == {
        "Long Haibo": "",
        "Wei Chunmei": "away",
    }
