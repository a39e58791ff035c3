"""Whatever comes over the wire is clean when it happens: each text of each command, in all matters."""

import pytest

from core.play.test_registry import MAY, ROLES, by_role
from goodpath_core.errors import Refused
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Command, Event
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import Repost
from goodpath_core.play.profile import EditPage
from random_play import UNCLEAN, list_texts, soil
from town import TEACHER, one_phase, playing

WRITTEN = {
    ("pause_world", "why"),
    ("post_message", "text"),
    ("set_notice", "text"),
    ("edit_page", "nickname"),
    ("edit_page", "signature"),
    ("edit_page", "face"),
    ("edit_page", "music"),
    ("publish_post", "text"),
    ("repost", "text"),
    ("arrange_album", "name"),
    ("give_reason", "text"),
    ("write_comment", "text"),
    ("say_aloud", "text"),
    ("think", "text"),
    ("speak_as_narrator", "text"),
    ("speak_as_npc", "text"),
    ("speak_aside", "text"),
    ("reflect", "answers"),
}
"""All texts that may be any; the others name something, and are refused when nothing is called so."""
TRIED: list[Command] = [
    *(command for command, _ in MAY if command.kind not in ("edit_page", "arrange_album")),
    EditPage(nickname="Moon", signature="So.", face="cat", skin="neon", music="Rain song"),
    ArrangeAlbum(album="main", name="Mine", cards=("lamp",)),
]


BEFORE: dict[str, tuple[Command, str]] = {
    "give_reason": (ArrangeAlbum(cards=("lamp",)), "1/yuting"),
    "say_aloud": (PutPhoneDown(), "1/yuting"),
    "think": (PutPhoneDown(), "1/yuting"),
    "reflect": (NextPhase(), "teacher"),
}
"""What must have happened before a command is accepted."""


def list_fields(command: Command) -> list[str]:
    """The command's fields that hold text."""
    return [key for key, found in command if isinstance(found, str) or (found and isinstance(found, tuple))]


def carry_out(command: Command) -> list[Event] | None:
    """What happens when somebody who may asks for it; None if it is refused."""
    town = playing(one_phase())
    if command.kind in BEFORE:
        before, who = BEFORE[command.kind]
        town.do(before, TEACHER if who == "teacher" else town.player(who))
    roles = next(may for asked, may in MAY if asked.kind == command.kind)
    by = by_role(town)[ROLES[roles.index(True)]]
    done = len(town.events)
    try:
        # The post that is passed on is yuting's, and nobody passes on their own.
        town.do(command, town.player("1/ming") if isinstance(command, Repost) else by)
    except Refused:
        return None
    return town.events[done:]


@pytest.mark.parametrize("command", TRIED, ids=[command.kind for command in TRIED])
def test_no_event_holds_a_control_or_a_sign_that_turns_text(command: Command) -> None:
    taken = set()
    for number, field in enumerate(list_fields(command), 1):
        soiled = soil(command, number)
        events = carry_out(soiled)
        assert [text for event in events or () for text in list_texts(event) if UNCLEAN.search(text)] == []
        if events is not None and soiled != command:
            taken.add((command.kind, field))

    assert taken == {(kind, field) for kind, field in WRITTEN if kind == command.kind}


def test_every_command_is_tried() -> None:
    assert {command.kind for command in TRIED} == {command.kind for command, _ in MAY}
    assert {kind for kind, _ in WRITTEN} <= {command.kind for command in TRIED}
